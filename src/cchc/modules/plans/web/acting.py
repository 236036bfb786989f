"""One way through for every act on work: show the form, do it once, say so, or say why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render

from cchc.modules.plans.web.refusal_words import REFUSALS, refusal_words, refused_field
from cchc.platform.web.request import ActorRequest


@dataclass(frozen=True, slots=True)
class Act:
    """What the page of an act says: its title, what it will do, its button, and what was done."""

    title: str
    explained: str
    verb: str
    done: str
    back: str
    """Where the page leads back to."""
    subject: str = ""
    """What it is done to: the task, and the round."""
    keep_draft: str = ""


def act_with_form(
    request: ActorRequest, form: Form, act: Act, do: Callable[[], object]
) -> HttpResponse:
    """Show the form; when it was sent and is right, do it and go back. A refusal keeps the form."""
    if request.method == "POST" and form.is_valid():
        try:
            do()
        except REFUSALS as refused:
            form.add_error(refused_field(refused, form.fields), refusal_words(refused))
        else:
            messages.success(request, act.done)
            return redirect(act.back)
    status = 422 if form.errors else 200
    return render(request, "plans/tasks/act.html", {"form": form, "act": act}, status=status)


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
