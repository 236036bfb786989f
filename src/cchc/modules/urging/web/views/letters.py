"""Urging letters: the waves, making one, its items, answering."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cchc.modules.documents.public import LetterRefused, letter_link
from cchc.modules.urging.labels import LETTER_REFUSALS
from cchc.modules.urging.operations.letters import Asked, answer_item, write_letter
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.queries.letters import (
    ItemRow,
    WaveRow,
    WritePage,
    item_to_answer,
    items_of_wave,
    wanted_of,
    wave_row,
    wave_rows,
    write_page,
)
from cchc.modules.urging.rules.letter_refusals import LetterNotAllowed
from cchc.modules.urging.web.letter_forms import AnswerForm, WriteForm, filter_of, numbers_of
from cchc.platform import clock
from cchc.platform.exports import Column, xlsx_response
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@require_safe
@signed_in
def waves(request: ActorRequest) -> HttpResponse:
    """Công văn đôn đốc: drafts and waves."""
    context = {
        "rows": wave_rows(actor=request.actor),
        "may_write": request.actor.may_somewhere(Permission.WRITE_LETTERS),
    }
    return render(request, "urging/letters/waves.html", context)


@require_safe
@signed_in
def waves_export(request: ActorRequest) -> HttpResponseBase:
    """The waves, as Excel."""
    columns: list[Column[WaveRow]] = [
        Column(_("Số công văn"), lambda row: row.number, width=18),
        Column(_("Ngày"), lambda row: row.issued_on, kind="date", width=14),
        Column(_("Cơ quan ban hành"), lambda row: row.issuer_name, width=26),
        Column(_("Trích yếu"), lambda row: row.subject, width=50),
        Column(_("Cơ quan"), lambda row: row.agency_count, kind="number", width=10),
        Column(_("Nhiệm vụ"), lambda row: row.item_count, kind="number", width=10),
        Column(_("Đã trả lời"), lambda row: row.answered_count, kind="number", width=10),
        Column(_("Đã hoàn thành"), lambda row: row.done_count, kind="number", width=12),
    ]
    return xlsx_response(
        name="cong-van-don-doc",
        title=_("Công văn đôn đốc"),
        columns=columns,
        rows=wave_rows(actor=request.actor),
    )


@signed_in
@require_http_methods(["GET", "POST"])
def write(request: ActorRequest) -> HttpResponse:
    """Lập công văn đôn đốc: choose what is late, say until when, get a draft to edit."""
    query = request.POST if request.method == "POST" else request.GET
    asked = filter_of(query, clock.today())
    issuer = next(iter(numbers_of([query.get("issuer", "")])), None)
    page = write_page(asked=asked, issuer_id=issuer, actor=request.actor)
    initial = {
        "issuer": page.issuer_id,
        "answer_by": page.answer_by,
        "finish_by": page.finish_by,
    }
    form = WriteForm(request.POST if request.method == "POST" else None, initial=initial, page=page)
    chosen = numbers_of(request.POST.getlist("chon"))
    if request.method == "POST" and form.is_valid():
        made = _write(request, form, page, chosen)
        if made is not None:
            return made
    is_fresh = request.method != "POST"
    context = {
        "page": page,
        "form": form,
        "chosen": {row.late.occurrence_id for row in page.rows} if is_fresh else chosen,
    }
    status = 422 if form.errors else 200
    return render(request, "urging/letters/write.html", context, status=status)


def _write(
    request: ActorRequest, form: WriteForm, page: WritePage, chosen: frozenset[int]
) -> HttpResponse | None:
    try:
        made = write_letter(
            asked=_asked(form, page),
            wanted=wanted_of(page.filter, request.actor),
            chosen=sorted(chosen),
            actor=request.actor,
            now=clock.now(),
        )
    except LetterNotAllowed as refused:
        form.add_error(None, str(LETTER_REFUSALS[refused.why]))
        return None
    except LetterRefused:
        form.add_error("signer", _("Người này không ký được cho cơ quan đã chọn. Hãy chọn lại."))
        return None
    messages.success(request, _("Đã lập dự thảo. Xem lại, sửa rồi phát hành."))
    return redirect(letter_link(made.letter_id))


def _asked(form: WriteForm, page: WritePage) -> Asked:
    data = form.cleaned_data
    return Asked(
        issuer_id=int(data["issuer"]),
        as_of=page.filter.on,
        answer_by=data["answer_by"],
        finish_by=data["finish_by"],
        signer=data["signer"],
    )


@require_safe
@signed_in
def wave(request: ActorRequest, urging_id: int) -> HttpResponse:
    """One letter with its items: who answered, what is done."""
    items = items_of_wave(urging_id, actor=request.actor, today=clock.today())
    context = {"wave": wave_row(urging_id, actor=request.actor), "items": items}
    return render(request, "urging/letters/wave.html", context)


@require_safe
@signed_in
def wave_export(request: ActorRequest, urging_id: int) -> HttpResponseBase:
    """The items of a letter, as Excel."""
    columns: list[Column[ItemRow]] = [
        Column(_("Cơ quan"), lambda row: row.agency_name, width=28),
        Column(_("Nhiệm vụ"), lambda row: row.content, width=60),
        Column(_("Văn bản giao"), lambda row: row.plan_number, width=16),
        Column(_("Hạn đã giao"), lambda row: row.due_on, kind="date", width=14),
        Column(_("Quá hạn (ngày)"), lambda row: row.late_days, kind="number", width=12),
        Column(_("Yêu cầu xong"), lambda row: row.requested_on, kind="date", width=14),
        Column(_("Trả lời"), lambda row: row.answer_text, width=50),
        Column(_("Hẹn xong"), lambda row: row.promised_on, kind="date", width=14),
        Column(_("Hoàn thành"), lambda row: row.fulfilled_on, kind="date", width=14),
        Column(_("Tình trạng"), lambda row: row.state_label, width=20),
    ]
    items = items_of_wave(urging_id, actor=request.actor, today=clock.today())
    found = wave_row(urging_id, actor=request.actor)
    title = _("Nhiệm vụ của công văn {number}").format(number=found.number or _("dự thảo"))
    return xlsx_response(name="nhiem-vu-don-doc", title=title, columns=columns, rows=items)


@signed_in
@require_http_methods(["GET", "POST"])
def answer(request: ActorRequest, item_id: int) -> HttpResponse:
    """Trả lời công văn đôn đốc, for one's agency."""
    item = item_to_answer(item_id, actor=request.actor, today=clock.today())
    initial = {"text": item.answer_text, "promised_on": item.promised_on or item.requested_on}
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            answer_item(item_id=item_id, **form.cleaned_data, actor=request.actor, now=clock.now())
        except LetterNotAllowed as refused:
            form.add_error(None, str(LETTER_REFUSALS[refused.why]))
        else:
            messages.success(request, _("Đã trả lời công văn đôn đốc."))
            return redirect(item.url)
    status = 422 if form.errors else 200
    return render(
        request, "urging/letters/answer.html", {"form": form, "item": item}, status=status
    )
