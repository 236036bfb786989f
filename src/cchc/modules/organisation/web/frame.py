"""What the frame of every page says of the person who is signed in."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.urls import reverse

from cchc.modules.organisation.queries.actors import presence_of
from cchc.modules.organisation.queries.people_list import find_people
from cchc.platform import clock
from cchc.platform.access import Actor
from cchc.ui.frame import AgencyChoice, AgencySwitch, PersonFacts
from cchc.ui.search import SearchHit


def person_facts(request: HttpRequest) -> PersonFacts | None:
    """The name, and the title of the post in which the person works now."""
    presence = presence_of(request)
    here = [place.title for place in presence.workplaces if place.post_id == presence.post_id]
    return PersonFacts(name=presence.actor.name, title=here[0] if here else "")


def agency_switch(request: HttpRequest) -> AgencySwitch | None:
    """In whose name the person works now, and their other posts; nothing without any post."""
    presence = presence_of(request)
    choices = [
        AgencyChoice(
            code=str(place.post_id),
            label=f"{place.agency_name} – {place.title}",
            is_current=place.post_id == presence.post_id,
        )
        for place in presence.workplaces
    ]
    here = [p.agency_name for p in presence.workplaces if p.post_id == presence.post_id]
    if not here:
        return None
    return AgencySwitch(here[0], choices, reverse("organisation:switch_post"))


def search_people(actor: Actor, words: str, limit: int) -> list[SearchHit]:
    """People by name, with and without marks."""
    today: date = clock.today()
    return [
        SearchHit(
            kind="Người",
            title=row.full_name,
            detail=", ".join(filter(None, [row.title, row.agency_name])),
            url=reverse("organisation:person", args=[row.id]),
            icon="user",
        )
        for row in find_people(actor=actor, text=words, on=today, limit=limit)
    ]
