"""One way through for every act on a paper: show the form, do it once, say so, or say why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cchc.modules.documents.labels import PROBLEMS, STATES
from cchc.modules.documents.rules.lifecycle import LetterTransitionNotAllowed
from cchc.modules.documents.rules.refusals import LetterRefused
from cchc.platform.storage.refusals import RefusedFile
from cchc.platform.web.request import ActorRequest

REFUSALS = (LetterRefused, LetterTransitionNotAllowed, RefusedFile)


@dataclass(frozen=True, slots=True)
class Act:
    """What the page of an act says."""

    title: str
    explained: str
    verb: str
    done: str
    back: str
    subject: str = ""
    keep_draft: str = ""


def refusal_words(refused: Exception) -> str:
    """The refusal as a sentence: what happened and what to do."""
    match refused:
        case LetterRefused():
            return str(PROBLEMS[refused.problem]).format(detail=refused.detail)
        case LetterTransitionNotAllowed():
            words = _("Văn bản đang ở trạng thái “{state}” nên không làm được bước này.")
            return words.format(state=STATES[refused.current])
        case RefusedFile():
            return str(refused.message)
    raise refused


def act_with_form(
    request: ActorRequest, form: Form, act: Act, do: Callable[[], object]
) -> HttpResponse:
    """Show the form; when it was sent and is right, do it and go back. A refusal keeps the form."""
    if request.method == "POST" and form.is_valid():
        try:
            do()
        except REFUSALS as refused:
            form.add_error(None, refusal_words(refused))
        else:
            messages.success(request, act.done)
            return redirect(act.back)
    status = 422 if form.errors else 200
    return render(request, "documents/act.html", {"form": form, "act": act}, status=status)


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
