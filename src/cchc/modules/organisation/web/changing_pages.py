"""A change that must be confirmed: looked at first, then made, by the same form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from hashlib import sha256
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cchc.modules.organisation.labels.agencies import refusal
from cchc.modules.organisation.operations.rehearsing import rehearse
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.agency_record import AgencyRecord, agency_record
from cchc.modules.organisation.queries.change_preview import ChangePreview
from cchc.modules.organisation.queries.choices import Choice
from cchc.modules.organisation.queries.naming import INSIDE
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.kinds import AgencyKind, Level
from cchc.modules.organisation.rules.refusals import StructureRefused
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in

CONFIRM, SEEN, AGAIN = "xac-nhan", "da-xem", "xem-lai"
TEMPLATE = "organisation/agency_change.html"

AgencyView = Callable[[ActorRequest, AgencyRecord], HttpResponse]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWords:
    """How the page of a change speaks, and where it leads back to."""

    title: str
    look: str
    """The button that shows what would happen, or that makes the change when nothing is shown."""
    done: str
    back_url: str
    confirm: str = ""
    explanation: str = ""
    name: str = ""
    """The agency that is changed."""
    agency_id: int | None = None
    keep_draft: str = ""


def of_agency(view: AgencyView) -> Callable[..., HttpResponseBase]:
    """Give the view the agency of the address, for those who may change it: else 404 or 403."""

    @wraps(view)
    def guarded(request: HttpRequest, agency_id: int) -> HttpResponse:
        ours = cast("ActorRequest", request)
        record = agency_record(actor=ours.actor, agency_id=agency_id)
        ours.actor.require(Permission.MANAGE_AGENCIES, agency_id=agency_id)
        return view(ours, record)

    return signed_in(require_http_methods(["GET", "POST"])(guarded))


def words_for(
    agency: AgencyRecord,
    title: str,
    *,
    look: str,
    done: str,
    confirm: str = "",
    explanation: str = "",
) -> ChangeWords:
    """The words of a change of one agency, which leads back to its page."""
    return ChangeWords(
        title=title,
        look=look,
        done=done,
        back_url=reverse("organisation:agency", args=[agency.id]),
        confirm=confirm,
        explanation=explanation,
        name=agency.name,
        agency_id=agency.id,
    )


def agencies_to_choose(*, besides: int | None = None, with_divisions: bool = True) -> list[Choice]:
    """The agencies of today, except one, for a select; a division with what it belongs to."""
    cards = structure_on(clock.today()).cards
    choices = []
    for card in cards.values():
        if card.id == besides or (card.kind in INSIDE and not with_divisions):
            continue
        above = cards.get(card.parent_id) if card.parent_id and card.kind in INSIDE else None
        name = f"{card.name} – {above.short_name}" if above else card.name
        choices.append((str(card.id), name))
    return choices


def first_guess(parent: str) -> dict[str, str]:
    """What a new agency probably is: a division of the parent, or a department of the province."""
    cards = structure_on(clock.today()).cards
    above = cards.get(int(parent)) if parent.isascii() and parent.isdigit() else None
    if above is None:
        return {"kind": AgencyKind.DEPARTMENT, "level": Level.PROVINCE}
    return {"parent": parent, "kind": AgencyKind.DIVISION, "level": above.level}


def by(request: ActorRequest) -> dict[str, Any]:
    """Who makes the change, and when."""
    return {"actor": request.actor, "now": clock.now()}


def change_page(
    request: HttpRequest,
    form: forms.Form,
    words: ChangeWords,
    run: Callable[[], object],
    preview: Callable[[], ChangePreview] | None = None,
) -> HttpResponse:
    """Show the form; then, with `preview`, what would happen; then make the change.

    What was looked at is what is made: a form changed in between is shown again first.
    """
    seen, shown = digest_of(request), None
    if request.method == "POST" and form.is_valid():
        try:
            if preview is None or is_confirmed(request, seen):
                run()
                messages.success(request, words.done)
                return redirect(words.back_url)
            rehearse(run)
            shown = preview()
        except StructureRefused as refused:
            form.add_error(None, refusal(refused))
    context = {"form": form, "words": words, "preview": shown, "seen": seen}
    return render(request, TEMPLATE, context, status=422 if form.errors else 200)


def is_confirmed(request: HttpRequest, seen: str) -> bool:
    """Whether the person confirmed exactly what was shown, and did not ask to see it again."""
    posted = request.POST
    return posted.get(CONFIRM) == "1" and posted.get(SEEN) == seen and AGAIN not in posted


def digest_of(request: HttpRequest) -> str:
    """A fingerprint of what was typed and sent, the buttons and the token left out."""
    typed = [
        (name, request.POST.getlist(name))
        for name in sorted(request.POST)
        if name not in (CONFIRM, SEEN, AGAIN, "csrfmiddlewaretoken")
    ]
    return sha256(repr(typed).encode()).hexdigest()[:24]
