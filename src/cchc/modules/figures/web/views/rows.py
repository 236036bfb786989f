"""The rows behind a figure."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cchc.modules.figures.permissions import Permission
from cchc.modules.figures.public import Place, RowPart, every_row_of, figure_of
from cchc.modules.figures.queries.figure_pages import rows_page
from cchc.modules.figures.queries.wording import cut_words
from cchc.modules.figures.web import asking, exports
from cchc.modules.figures.web.asking import fitted, wanted_of
from cchc.modules.figures.web.filtering import filters_of
from cchc.modules.figures.web.tables import part_tabs
from cchc.platform import clock
from cchc.platform.exports import xlsx_response
from cchc.platform.web.paging import AFTER, BEFORE
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.ui.lists import address_with


@require_safe
@signed_in
def rows(request: ActorRequest, code: str) -> HttpResponse:
    """What a number was counted from, each row with the way to the thing itself."""
    today = clock.today()
    wanted = wanted_of(request, today)
    cut, left_out = fitted(wanted.cut, figure_of(code))
    page = rows_page(
        code=code,
        cut=cut,
        part=_part(request),
        place=Place(request.GET.get(AFTER, ""), request.GET.get(BEFORE, "")),
        actor=request.actor,
        today=today,
    )
    context = {
        "page": page,
        "left_out": left_out,
        "filters": filters_of(wanted, request, today, code),
        "kept": asking.kept(request.GET),
        "tabs": part_tabs(request, page),
        "next_url": address_with(request.GET, {AFTER: page.next}) if page.next else "",
        "previous_url": address_with(request.GET, {BEFORE: page.previous}) if page.previous else "",
    }
    return render(request, "figures/rows.html", context)


@require_safe
@signed_in
def rows_export(request: ActorRequest, code: str) -> HttpResponseBase:
    """Exactly the rows of the list, as Excel."""
    request.actor.require_somewhere(Permission.EXPORT)
    today, found = clock.today(), figure_of(code)
    cut, _left_out = fitted(wanted_of(request, today).cut, found)
    return xlsx_response(
        name=f"so-lieu-{code.replace('.', '-')}-chi-tiet",
        title=str(found.name),
        columns=exports.row_columns(found),
        rows=every_row_of(code, cut, actor=request.actor, today=today, part=_part(request)),
        notes=[cut_words(code, cut)],
    )


def _part(request: ActorRequest) -> RowPart:
    asked = request.GET.get(asking.PART, "")
    return RowPart(asked) if asked in set(RowPart) else RowPart.ALL
