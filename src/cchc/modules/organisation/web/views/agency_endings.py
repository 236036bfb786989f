"""Merging, dividing and dissolving agencies, each looked at before it is confirmed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from cchc.modules.organisation.operations.ending import (
    dissolve_agency,
    divide_agency,
    merge_agencies,
    separate_from_agency,
)
from cchc.modules.organisation.queries.agency_record import AgencyRecord
from cchc.modules.organisation.queries.change_preview import ChangePreview, preview_change
from cchc.modules.organisation.web.changing_pages import (
    agencies_to_choose,
    by,
    change_page,
    of_agency,
    words_for,
)
from cchc.modules.organisation.web.forms_agencies import (
    DIVIDED,
    ActForm,
    DissolveForm,
    DivideForm,
    MergeForm,
)
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest


@of_agency
def merge(request: ActorRequest, agency: AgencyRecord) -> HttpResponse:
    """Merge the agency, and others, into one that lives already or is new."""
    agencies = agencies_to_choose(besides=agency.id)
    form = MergeForm(request.POST or None, agencies=agencies, today=clock.today())
    words = words_for(
        agency,
        _("Sáp nhập"),
        look=_("Xem trước khi sáp nhập"),
        done=_("Đã sáp nhập."),
        confirm=_("Sáp nhập"),
    )

    def preview() -> ChangePreview:
        data = form.cleaned_data
        ending = [i for i in form.arguments(agency)["agency_ids"] if str(i) != data["heir"]]
        return _preview(form, ending, dict(agencies).get(data["heir"]) or data["new_name"])

    def run() -> object:
        return merge_agencies(**form.arguments(agency), **by(request))

    return change_page(request, form, words, run, preview)


@of_agency
def divide(request: ActorRequest, agency: AgencyRecord) -> HttpResponse:
    """Divide the agency, or let parts of it go their own way."""
    form = DivideForm(request.POST or None, today=clock.today())
    words = words_for(
        agency,
        _("Chia, tách"),
        look=_("Xem trước"),
        done=_("Đã chia, tách."),
        confirm=_("Chia, tách"),
    )

    def preview() -> ChangePreview:
        if not _is_divided(form):
            return _preview(form, [], "")
        return _preview(form, [agency.id], form.cleaned_data["names"][_heir_at(form)])

    def run() -> object:
        arguments: dict[str, Any] = {**form.arguments(agency), **by(request)}
        if not _is_divided(form):
            return separate_from_agency(**arguments)
        return divide_agency(heir=_heir_at(form), follow=form.follow(), **arguments)

    return change_page(request, form, words, run, preview)


@of_agency
def dissolve(request: ActorRequest, agency: AgencyRecord) -> HttpResponse:
    """Dissolve the agency; its open work goes to an heir or ends."""
    agencies = agencies_to_choose(besides=agency.id)
    form = DissolveForm(request.POST or None, agencies=agencies, today=clock.today())
    words = words_for(
        agency,
        _("Giải thể"),
        look=_("Xem trước khi giải thể"),
        done=_("Đã giải thể."),
        confirm=_("Giải thể"),
    )

    def preview() -> ChangePreview:
        return _preview(form, [agency.id], dict(agencies).get(form.cleaned_data["heir"], ""))

    def run() -> object:
        return dissolve_agency(**form.arguments(agency), **by(request))

    return change_page(request, form, words, run, preview)


def _preview(form: ActForm, ending: Collection[int], heir: str) -> ChangePreview:
    on = form.cleaned_data["on"]
    return preview_change(ending=ending, heir=heir, on=on, today=clock.today())


def _is_divided(form: DivideForm) -> bool:
    return str(form.cleaned_data["way"]) == DIVIDED


def _heir_at(form: DivideForm) -> int:
    """The place of the heir among the parts, from 0."""
    return int(form.cleaned_data["heir"]) - 1
