"""One way through for every act: show the form, do it once, say so, or say why not.

What meets with something else is a warning: the form comes back with the reasons and a box to tick
by which a person says that they know.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cchc.modules.meetings.labels import ENTRY_STATES, MEETING_STATES, PROBLEMS
from cchc.modules.meetings.queries.occasions import conflict_words
from cchc.modules.meetings.rules.kinds import EntryState
from cchc.modules.meetings.rules.lifecycle import MeetingState, StepNotAllowed
from cchc.modules.meetings.rules.refusals import ConflictsFound, MeetingRefused
from cchc.modules.plans.public import DraftProblem, DraftRefused
from cchc.platform.storage.refusals import RefusedFile
from cchc.platform.web.request import ActorRequest

REFUSALS = (MeetingRefused, StepNotAllowed, ConflictsFound, DraftRefused, RefusedFile)
KNOWN = "accepts_conflicts"


@dataclass(frozen=True, slots=True)
class Act:
    """What the page of an act says: its title, what it will do, its button, what was done."""

    title: str
    explained: str
    verb: str
    done: str
    back: str
    root: str
    """The list above: its address."""
    root_label: str
    subject: str = ""
    keep_draft: str = ""


def act_with_form(
    request: ActorRequest,
    form: forms.Form,
    act: Act,
    do: Callable[[], object],
    *,
    onward: Callable[[object], str] | None = None,
) -> HttpResponse:
    """Show the form; when it was sent and is right, do it and go on. A refusal keeps the form."""
    if request.method == "POST" and form.is_valid():
        try:
            made = do()
        except REFUSALS as refused:
            refuse(form, refused)
        else:
            messages.success(request, act.done)
            return redirect(onward(made) if onward else act.back)
    status = 422 if form.errors else 200
    return render(request, "meetings/act.html", {"form": form, "act": act}, status=status)


def act_at_once(
    request: ActorRequest, do: Callable[[], object], *, done: str, back: str
) -> HttpResponse:
    """Do it (the request was posted), say so or why not, and go back."""
    try:
        do()
    except REFUSALS as refused:
        messages.error(request, refusal_words(refused))
    else:
        messages.success(request, done)
    return redirect(back)


def refuse(form: forms.Form, refused: Exception) -> None:
    """Say on the form why not; for what may be known, show the box that says so."""
    if isinstance(refused, ConflictsFound) and KNOWN in form.fields:
        for words in conflict_words(refused.conflicts):
            form.add_error(None, words)
        form.fields[KNOWN].widget = forms.CheckboxInput()
        return
    form.add_error(None, refusal_words(refused))


def refusal_words(refused: Exception) -> str:
    """The refusal as a sentence that says what to do."""
    match refused:
        case MeetingRefused():
            return str(PROBLEMS[refused.problem])
        case StepNotAllowed():
            return _("Đang ở trạng thái “{state}” nên không làm được bước này.").format(
                state=_state_words(refused)
            )
        case ConflictsFound():
            return "; ".join(conflict_words(refused.conflicts))
        case DraftRefused():
            return _draft_words(refused)
        case RefusedFile():
            return str(refused.message)
    raise refused


def _state_words(refused: StepNotAllowed) -> str:
    if isinstance(refused.current, MeetingState):
        return str(MEETING_STATES[refused.current])
    return str(ENTRY_STATES[EntryState(refused.current)])


def _draft_words(refused: DraftRefused) -> str:
    if refused.problem is DraftProblem.DUPLICATE_NUMBER:
        return _("Đã có văn bản cùng số, cùng năm của cơ quan này. Hãy kiểm tra lại số.")
    return _("Không lập được dự thảo giao việc từ các kết luận này. Hãy xem lại từng kết luận.")
