"""Writing a paper in the browser or in Word."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cchc.modules.documents import links
from cchc.modules.documents.operations.drafting import (
    LetterText,
    attach_file,
    draft_letter,
    edit_letter,
    upload_word,
)
from cchc.modules.documents.permissions import Permission
from cchc.modules.documents.queries.letter_page import letter_page, letter_to_edit
from cchc.modules.documents.queries.letters import drafting_agencies, kind_choices
from cchc.modules.documents.rules.kinds import LetterKind
from cchc.modules.documents.rules.refusals import LetterRefused
from cchc.modules.documents.web.acting import REFUSALS, Act, act_with_form, refusal_words
from cchc.modules.documents.web.forms import AttachmentForm, NewLetterForm, TextForm, WordForm
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def begin(request: ActorRequest) -> HttpResponse:
    """Soạn văn bản: begin a paper, then write it."""
    request.actor.require_somewhere(Permission.DRAFT)
    agencies = drafting_agencies(request.actor, clock.today())
    form = NewLetterForm(request.POST or None, agencies=agencies, kinds=kind_choices())
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            made = draft_letter(
                agency_id=int(data["agency"]),
                kind=LetterKind(data["kind"]),
                text=LetterText(subject=data["subject"]),
                actor=request.actor,
                now=clock.now(),
            )
        except REFUSALS as refused:
            form.add_error(None, refusal_words(refused))
        else:
            return redirect("documents:letter_edit", letter_id=made.pk)
    status = 422 if form.errors else 200
    return render(request, "documents/new.html", {"form": form}, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: ActorRequest, letter_id: int) -> HttpResponse:
    """Sửa dự thảo: subject, addressees, text, recipients, signer."""
    try:
        draft = letter_to_edit(letter_id=letter_id, actor=request.actor, today=clock.today())
    except LetterRefused as refused:
        messages.error(request, refusal_words(refused))
        return redirect(links.letter(letter_id))
    initial = {
        name: getattr(draft, name)
        for name in ("subject", "addressees", "body", "recipients", "signer", "place", "version")
    }
    form = TextForm(request.POST or None, initial=initial, signers=draft.signers)
    if request.method == "POST" and form.is_valid() and _save(request, letter_id, form):
        messages.success(request, _("Đã lưu dự thảo."))
        return redirect(links.letter(letter_id))
    context = {"form": form, "draft": draft, "back": links.letter(letter_id)}
    return render(request, "documents/edit.html", context, status=422 if form.errors else 200)


def _save(request: ActorRequest, letter_id: int, form: TextForm) -> bool:
    try:
        edit_letter(
            letter_id=letter_id,
            version=form.cleaned_data["version"] or 0,
            text=form.text,
            actor=request.actor,
            now=clock.now(),
        )
    except REFUSALS as refused:
        form.add_error(None, refusal_words(refused))
        return False
    return True


@signed_in
@require_http_methods(["GET", "POST"])
def bring_word(request: ActorRequest, letter_id: int) -> HttpResponse:
    """Gửi bản Word đã sửa: it becomes the version to issue."""
    page = letter_page(letter_id=letter_id, actor=request.actor, today=clock.today())
    request.actor.require(Permission.DRAFT, agency_id=page.agency_id)
    form = WordForm(request.POST or None, request.FILES or None)
    act = Act(
        title=_("Gửi bản Word đã sửa"),
        explained=_(
            "Tệp này thay nội dung dự thảo và là bản sẽ phát hành; số và ngày được ghi vào tệp khi "
            "phát hành. Mọi phiên bản đều được giữ."
        ),
        verb=_("Gửi bản Word"),
        done=_("Đã nhận bản Word. Xem lại nội dung trước khi phát hành."),
        back=links.letter(letter_id),
        subject=page.subject,
    )

    def do() -> object:
        file, who = form.cleaned_data["file"], request.actor
        return upload_word(
            letter_id=letter_id, content=file.file, name=file.name, actor=who, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def attach(request: ActorRequest, letter_id: int) -> HttpResponse:
    """Đính kèm tệp: put a file to the paper."""
    page = letter_page(letter_id=letter_id, actor=request.actor, today=clock.today())
    request.actor.require(Permission.DRAFT, agency_id=page.agency_id)
    form = AttachmentForm(request.POST or None, request.FILES or None)
    act = Act(
        title=_("Đính kèm tệp"),
        explained=_("Tệp đi cùng văn bản; ai xem được văn bản thì tải được tệp."),
        verb=_("Đính kèm"),
        done=_("Đã đính kèm tệp."),
        back=links.letter(letter_id),
        subject=page.subject,
    )

    def do() -> object:
        file = form.cleaned_data["file"]
        return attach_file(
            letter_id=letter_id,
            content=file.file,
            name=file.name,
            actor=request.actor,
            now=clock.now(),
        )

    return act_with_form(request, form, act, do)
