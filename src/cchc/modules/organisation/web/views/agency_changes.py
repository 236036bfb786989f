"""Founding, renaming, moving and correcting agencies."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cchc.modules.organisation.operations.changing import (
    correct_agency,
    move_agency,
    rename_agency,
)
from cchc.modules.organisation.operations.founding import found_agency
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.agency_record import AgencyRecord
from cchc.modules.organisation.web.changing_pages import (
    ChangeWords,
    agencies_to_choose,
    by,
    change_page,
    first_guess,
    of_agency,
    words_for,
)
from cchc.modules.organisation.web.forms_agencies import (
    CorrectForm,
    FoundForm,
    MoveForm,
    RenameForm,
)
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def found(request: ActorRequest) -> HttpResponse:
    """Found an agency, under the one in the address when it names one."""
    request.actor.require_somewhere(Permission.MANAGE_AGENCIES)
    form = FoundForm(
        request.POST or None,
        agencies=agencies_to_choose(),
        today=clock.today(),
        initial=first_guess(request.GET.get("thuoc", "")),
    )
    words = ChangeWords(
        title=_("Thêm cơ quan"),
        look=_("Thêm cơ quan"),
        done=_("Đã thêm cơ quan."),
        back_url=reverse("organisation:agencies"),
        keep_draft="co-quan",
    )
    return change_page(
        request, form, words, lambda: found_agency(**form.arguments(), **by(request))
    )


@of_agency
def rename(request: ActorRequest, agency: AgencyRecord) -> HttpResponse:
    """Give an agency another name from a day on."""
    form = RenameForm(request.POST or None, today=clock.today())
    words = words_for(agency, _("Đổi tên"), look=_("Đổi tên"), done=_("Đã đổi tên."))

    def run() -> object:
        return rename_agency(agency_id=agency.id, **form.cleaned_data, **by(request))

    return change_page(request, form, words, run)


@of_agency
def move(request: ActorRequest, agency: AgencyRecord) -> HttpResponse:
    """Let an agency belong to another one from a day on."""
    form = MoveForm(request.POST or None, agencies=agencies_to_choose(), today=clock.today())
    words = words_for(
        agency,
        _("Chuyển cơ quan cấp trên"),
        look=_("Chuyển"),
        done=_("Đã chuyển cơ quan cấp trên."),
    )

    def run() -> object:
        return move_agency(agency_id=agency.id, **form.arguments(), **by(request))

    return change_page(request, form, words, run)


@of_agency
def correct(request: ActorRequest, agency: AgencyRecord) -> HttpResponse:
    """Mend a mistake in the record."""
    form = CorrectForm(request.POST or None, initial=agency.fields)
    words = words_for(
        agency,
        _("Đính chính"),
        look=_("Lưu đính chính"),
        done=_("Đã đính chính."),
        explanation=_(
            "Chỉ dùng để sửa thông tin ghi sai. Khi cơ quan đổi tên theo quyết định, "
            "hãy dùng “Đổi tên” để giữ lại tên cũ."
        ),
    )

    def run() -> object:
        corrected, act = form.record(agency.parent_id), form.cleaned_data["act"]
        return correct_agency(agency_id=agency.id, corrected=corrected, act=act, **by(request))

    return change_page(request, form, words, run)
