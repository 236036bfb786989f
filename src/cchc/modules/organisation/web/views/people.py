"""The list of people and the page of one person."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.people_list import people_list
from cchc.modules.organisation.queries.person_page import person_page
from cchc.modules.organisation.web.new_passwords import NEW_PASSWORD
from cchc.modules.organisation.web.people_filters import choices_of, filter_of, shown_chips
from cchc.platform import clock
from cchc.platform.audit.reading import trail_of
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.ui.parts import TimelineEntry


@signed_in
@require_GET
def people(request: ActorRequest) -> HttpResponse:
    """The people whom one may see."""
    request.actor.require_somewhere(Permission.VIEW_PEOPLE)
    today = clock.today()
    wanted = filter_of(request)
    choices = choices_of(request.actor, today)
    context = {
        "page": people_list(actor=request.actor, wanted=wanted, on=today),
        "wanted": wanted,
        "choices": choices,
        "chips": shown_chips(request, wanted, choices),
        "may_manage": request.actor.may_somewhere(Permission.MANAGE_PEOPLE),
    }
    return render(request, "organisation/people.html", context)


@signed_in
@require_GET
def person(request: ActorRequest, person_id: int) -> HttpResponse:
    """One person: posts, roles, and what happened to the account."""
    page = person_page(actor=request.actor, person_id=person_id, on=clock.today())
    shown_once = request.session.pop(NEW_PASSWORD, [0, ""])
    context = {
        "page": page,
        "entries": _entries(person_id) if page.may_see_trail else [],
        "new_password": shown_once[1] if shown_once[0] == person_id else "",
    }
    return render(request, "organisation/person.html", context)


def _entries(person_id: int) -> list[TimelineEntry]:
    return [
        TimelineEntry(text=line.sentence, at=line.at, who=line.actor_name, is_latest=not number)
        for number, line in enumerate(trail_of(f"organisation.person:{person_id}", limit=30))
    ]
