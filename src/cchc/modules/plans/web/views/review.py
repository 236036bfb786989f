"""Correcting what was understood, before anything is given to anyone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cchc.modules.plans.operations.correct_draft import (
    add_row,
    add_target,
    choose_party,
    drop_row,
    drop_target,
    edit_header,
    edit_row,
    edit_target,
    merge_row,
    take_over_duty,
    tie_draft,
    undo_edit,
)
from cchc.modules.plans.operations.share_draft import share_draft
from cchc.modules.plans.queries.acting import agency_choices_today, colleague_choices
from cchc.modules.plans.queries.review import VIEWS, Shown, review_page
from cchc.modules.plans.queries.review_pages import ReviewPage, ReviewRow, ReviewTarget
from cchc.modules.plans.rules.refusals import DraftRefused
from cchc.modules.plans.web.forms.imports import (
    CellsForm,
    MergeForm,
    PeopleForm,
    TargetForm,
    header_cells,
    row_cells,
    target_cells,
)
from cchc.modules.plans.web.forms.tasks import MembersForm
from cchc.modules.plans.web.numbers import whole_number
from cchc.modules.plans.web.refusal_words import draft_refusal_words
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in

MOST_ROWS = 5_000
"""An edit looks its row up among all of them."""


@signed_in
@require_http_methods(["GET", "POST"])
def header(request: ActorRequest, draft_id: int) -> HttpResponse:
    """Correct number, date, title, signer and the rest of the header."""
    page = _review(request, draft_id)
    form = CellsForm(request.POST or None, cells=header_cells(page))

    def do() -> None:
        for field, value in form.changes().items():
            edit_header(draft_id=draft_id, field=field, value=value, **_who(request))

    return _edit(request, page, form, _("Thông tin văn bản"), do)


@signed_in
@require_http_methods(["GET", "POST"])
def row(request: ActorRequest, draft_id: int, row_id: str) -> HttpResponse:
    """Correct the words of one row; its time, money and parties are understood anew."""
    page = _review(request, draft_id, view="all")
    found = next((one for one in page.rows if one.row_id == row_id), None)
    if found is None:
        raise Http404
    form = CellsForm(request.POST or None, cells=row_cells(found))

    def do() -> None:
        for field, value in form.changes().items():
            edit_row(draft_id=draft_id, row_id=row_id, field=field, value=value, **_who(request))

    return _edit(request, page, form, _("Nhiệm vụ {code}").format(code=found.code), do, of=found)


@signed_in
@require_http_methods(["GET", "POST"])
def target(request: ActorRequest, draft_id: int, row_id: str) -> HttpResponse:
    """Correct one target."""
    page = _review(request, draft_id, view="targets")
    found = next((one for one in page.targets if one.row_id == row_id), None)
    if found is None:
        raise Http404
    form = CellsForm(request.POST or None, cells=target_cells(found))

    def do() -> None:
        for field, value in form.changes().items():
            edit_target(draft_id=draft_id, row_id=row_id, field=field, value=value, **_who(request))

    title = _("Chỉ tiêu {number}").format(number=found.number)
    return _edit(request, page, form, title, do, of=found)


@signed_in
@require_http_methods(["GET", "POST"])
def add_one_target(request: ActorRequest, draft_id: int) -> HttpResponse:
    """Add a target that the reading missed, with its quantity and its day."""
    page = _review(request, draft_id, view="targets")
    form = TargetForm(request.POST or None)

    def do() -> None:
        reading = add_target(draft_id=draft_id, text=form.cleaned_data["text"], **_who(request))
        row_id = reading.targets[-1].id
        for field, value in form.cells().items():
            edit_target(draft_id=draft_id, row_id=row_id, field=field, value=value, **_who(request))

    return _edit(request, page, form, _("Thêm chỉ tiêu"), do)


@signed_in
@require_http_methods(["GET", "POST"])
def party(request: ActorRequest, draft_id: int, row_id: str, side: str, index: int) -> HttpResponse:
    """Say whom a party means."""
    page = _review(request, draft_id, view="all")
    found = next((one for one in page.rows if one.row_id == row_id), None)
    parties = (found.leads if side == "chu-tri" else found.coordinators) if found else []
    if index >= len(parties):
        raise Http404
    chosen = [str(member.id) for member in parties[index].members]
    form = MembersForm(
        request.POST or None, choices=agency_choices_today(), initial={"agencies": chosen}
    )

    def do() -> None:
        choose_party(
            draft_id=draft_id,
            row_id=row_id,
            is_lead=side == "chu-tri",
            index=index,
            agency_ids=[int(pk) for pk in form.cleaned_data["agencies"]],
            **_who(request),
        )

    title = _("Ai là “{text}”?").format(text=parties[index].text)
    return _edit(request, page, form, title, do, of=found)


@signed_in
@require_http_methods(["GET", "POST"])
def merge(request: ActorRequest, draft_id: int, row_id: str) -> HttpResponse:
    """Join a row that a page break cut off to the row it belongs to."""
    page = _review(request, draft_id, view="all")
    others = [one for one in page.rows if one.row_id != row_id]
    form = MergeForm(request.POST or None, rows=others)

    def do() -> None:
        into = form.cleaned_data["into"]
        merge_row(draft_id=draft_id, row_id=row_id, into_id=into, **_who(request))

    return _edit(request, page, form, _("Nối dòng bị ngắt trang"), do)


@signed_in
@require_http_methods(["GET", "POST"])
def share(request: ActorRequest, draft_id: int) -> HttpResponse:
    """Show the draft to colleagues, who may work on it too."""
    page = _review(request, draft_id)
    people = colleague_choices(request.actor.agency_id or page.issuer.id)
    form = PeopleForm(request.POST or None, people=people)

    def do() -> None:
        chosen = [int(pk) for pk in form.cleaned_data["people"]]
        share_draft(draft_id=draft_id, person_ids=chosen, **_who(request))

    return _edit(request, page, form, _("Chia sẻ bản nháp"), do)


@signed_in
@require_POST
def add(request: ActorRequest, draft_id: int) -> HttpResponse:
    """Add a row, after another or at the end."""
    after = request.POST.get("sau") or None
    return _at_once(
        request, draft_id, lambda: add_row(draft_id=draft_id, after=after, **_who(request))
    )


@signed_in
@require_POST
def drop(request: ActorRequest, draft_id: int, row_id: str) -> HttpResponse:
    """Leave out a row that is none."""
    return _at_once(
        request, draft_id, lambda: drop_row(draft_id=draft_id, row_id=row_id, **_who(request))
    )


@signed_in
@require_POST
def drop_a_target(request: ActorRequest, draft_id: int, row_id: str) -> HttpResponse:
    """Leave out a target that is none."""
    return _at_once(
        request, draft_id, lambda: drop_target(draft_id=draft_id, row_id=row_id, **_who(request))
    )


@signed_in
@require_POST
def take_duty(request: ActorRequest, draft_id: int, row_id: str) -> HttpResponse:
    """Make a row of a duty to report that stands outside the table."""
    return _at_once(
        request, draft_id, lambda: take_over_duty(draft_id=draft_id, row_id=row_id, **_who(request))
    )


@signed_in
@require_POST
def tie(request: ActorRequest, draft_id: int) -> HttpResponse:
    """Say which plan above, and which programme, the paper carries out."""
    return _at_once(
        request,
        draft_id,
        lambda: tie_draft(
            draft_id=draft_id,
            above_id=whole_number(request.POST.get("above")),
            programme_id=whole_number(request.POST.get("programme")),
            **_who(request),
        ),
    )


@signed_in
@require_POST
def undo(request: ActorRequest, draft_id: int) -> HttpResponse:
    """Take off the last correction."""
    return _at_once(request, draft_id, lambda: undo_edit(draft_id=draft_id, **_who(request)))


def _who(request: ActorRequest) -> dict[str, Any]:
    return {"actor": request.actor, "now": clock.now()}


def _review(request: ActorRequest, draft_id: int, view: str = "") -> ReviewPage:
    shown = Shown(view=view, size=MOST_ROWS)
    return review_page(draft_id=draft_id, actor=request.actor, today=clock.today(), shown=shown)


def _edit(
    request: ActorRequest,
    page: ReviewPage,
    form: Form,
    title: str,
    do: Callable[[], None],
    *,
    of: ReviewRow | ReviewTarget | None = None,
) -> HttpResponse:
    """Show the form beside what was doubtful; once it is right, correct and go back."""
    back = _back(request, page.draft.id)
    if request.method == "POST" and form.is_valid() and _is_done(form, do):
        messages.success(request, _("Đã lưu chỗ sửa."))
        return redirect(back)
    context = {"page": page, "form": form, "title": title, "back": back}
    context["row"] = of if isinstance(of, ReviewRow) else None
    context["target"] = of if isinstance(of, ReviewTarget) else None
    context["kept_as"] = request.path.rstrip("/").rpartition("/nhap/")[2].replace("/", "-")
    return render(request, "plans/review/edit.html", context, status=422 if form.errors else 200)


def _is_done(form: Form, do: Callable[[], None]) -> bool:
    """Correct all or nothing; a refusal stands at its field."""
    try:
        with transaction.atomic():
            do()
    except DraftRefused as refused:
        named = refused.detail if refused.detail in form.fields else None
        form.add_error(named, draft_refusal_words(refused))
        return False
    return True


def _at_once(request: ActorRequest, draft_id: int, do: Callable[[], object]) -> HttpResponse:
    try:
        do()
    except DraftRefused as refused:
        messages.error(request, draft_refusal_words(refused))
    return redirect(_back(request, draft_id))


def _back(request: ActorRequest, draft_id: int) -> str:
    """The review in the view the person came from."""
    view = request.GET.get("xem", "")
    address = reverse("plans:draft", args=[draft_id])
    return f"{address}?{urlencode({'xem': view})}" if view in VIEWS else address
