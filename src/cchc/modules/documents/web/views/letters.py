"""The list of outgoing papers, one paper, and its files."""

from __future__ import annotations

from django.http import FileResponse, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cchc.modules.documents.queries.letter_page import (
    letter_page,
    paper_to_write,
    word_to_send,
)
from cchc.modules.documents.queries.letters import letters_for_export, letters_page
from cchc.modules.documents.queries.pages import LetterFilter, LetterRow
from cchc.modules.documents.rules.kinds import LetterKind, LetterState
from cchc.modules.documents.web.files import PDF, WORD, file_answer, plain_name
from cchc.officialdocs.writing import letter_docx, letter_pdf
from cchc.platform import clock
from cchc.platform.exports import Column, xlsx_response
from cchc.platform.storage.storing import open_file
from cchc.platform.web.paging import AFTER, BEFORE
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.ui.lists import address_with
from cchc.ui.parts import TimelineEntry


@require_safe
@signed_in
def letters(request: ActorRequest) -> HttpResponse:
    """Văn bản đi: drafts, what was issued, what came from others."""
    page = letters_page(
        wanted=_wanted(request.GET),
        actor=request.actor,
        today=clock.today(),
        after=request.GET.get(AFTER, ""),
        before=request.GET.get(BEFORE, ""),
    )
    context = {
        "page": page,
        "next_url": _beside(request, AFTER, page.next_cursor),
        "previous_url": _beside(request, BEFORE, page.previous_cursor),
    }
    return render(request, "documents/letters.html", context)


@require_safe
@signed_in
def letters_export(request: ActorRequest) -> HttpResponseBase:
    """The list of outgoing papers, as Excel."""
    columns: list[Column[LetterRow]] = [
        Column(_("Số, ký hiệu"), lambda row: row.number, width=18),
        Column(_("Ngày ban hành"), lambda row: row.issued_on, kind="date", width=14),
        Column(_("Loại"), lambda row: row.kind_label, width=14),
        Column(_("Trích yếu"), lambda row: row.subject, width=60),
        Column(_("Cơ quan ban hành"), lambda row: row.agency_name, width=28),
        Column(_("Người ký"), lambda row: row.signer, width=22),
        Column(_("Kính gửi"), lambda row: row.addressees, width=40),
        Column(_("Trạng thái"), lambda row: row.state_label, width=14),
    ]
    rows = letters_for_export(wanted=_wanted(request.GET), actor=request.actor)
    return xlsx_response(name="van-ban-di", title=_("Văn bản đi"), columns=columns, rows=rows)


@require_safe
@signed_in
def letter(request: ActorRequest, letter_id: int) -> HttpResponse:
    """One outgoing paper as it prints."""
    page = letter_page(letter_id=letter_id, actor=request.actor, today=clock.today())
    events = [
        TimelineEntry(text=item.text, at=item.at, who=item.actor_name, is_latest=number == 0)
        for number, item in enumerate(page.trail)
    ]
    return render(request, "documents/letter.html", {"page": page, "events": events})


@require_safe
@signed_in
def letter_as_word(request: ActorRequest, letter_id: int) -> HttpResponseBase:
    """The paper as Word: the edited file where one was brought in, else made from the text."""
    edited = word_to_send(letter_id=letter_id, actor=request.actor)
    paper = paper_to_write(letter_id=letter_id, actor=request.actor, today=clock.today())
    name = f"{plain_name(paper.full_number if paper.number else '', paper.title)}.docx"
    if edited is not None:
        return FileResponse(open_file(edited), as_attachment=True, filename=name, content_type=WORD)
    return file_answer(letter_docx(paper), name=name, content_type=WORD)


@require_safe
@signed_in
def letter_as_pdf(request: ActorRequest, letter_id: int) -> HttpResponse:
    """The paper as PDF."""
    paper = paper_to_write(letter_id=letter_id, actor=request.actor, today=clock.today())
    name = f"{plain_name(paper.full_number if paper.number else '', paper.title)}.pdf"
    return file_answer(letter_pdf(paper), name=name, content_type=PDF)


def _wanted(query: QueryDict) -> LetterFilter:
    kind, state = query.get("loai", ""), query.get("trang_thai", "")
    return LetterFilter(
        text=query.get("tim", "")[:200],
        kind=kind if kind in set(LetterKind) else "",
        state=state if state in set(LetterState) else "",
        agency_id=whole_number(query.get("co_quan", "")),
        year=whole_number(query.get("nam", ""), most_digits=4),
    )


def whole_number(text: str, *, most_digits: int = 9) -> int | None:
    """The number in a field of an address; None for anything else."""
    is_number = text.isascii() and text.isdigit() and len(text) <= most_digits
    return int(text) if is_number and int(text) else None


def _beside(request: ActorRequest, field: str, cursor: str) -> str:
    return address_with(request.GET, {field: cursor}) if cursor else ""
