"""The trail as auditors read it, and whether it is still what was sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from cchc.modules.organisation.labels.trail import FLAWS, TOPICS
from cchc.modules.organisation.models import Person
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.people_list import PersonRow, find_people
from cchc.modules.organisation.roles import modules_in_matrix
from cchc.platform import clock
from cchc.platform.access import Actor
from cchc.platform.audit.models import Seal
from cchc.platform.audit.reading import TrailLine, Wanted, recent
from cchc.platform.audit.sealing import last_seal, verify_trail

PAGE_SIZE = 50
MOST_FLAWS = 100
MOST_PEOPLE = 8
LOOKED_BACK = timedelta(days=30)
Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TrailFilter:
    """What the trail is narrowed to; empty fields narrow nothing."""

    actor_id: int | None = None
    name: str = ""
    """Words to find the person by, while nobody is chosen."""
    topic: str = ""
    since: date | None = None
    until: date | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class TrailPage:
    """One page of the trail, latest first."""

    lines: tuple[TrailLine, ...]
    next: int | None
    """The number to ask for the page after."""
    person_name: str
    candidates: tuple[PersonRow, ...]
    """Whom the words of the filter may mean."""


@dataclass(frozen=True, slots=True)
class FlawLine:
    """A place where the trail is not what was sealed, in words."""

    words: str
    seal_id: int | None
    entry_id: int | None


@dataclass(frozen=True, slots=True)
class SealState:
    """The latest seal, and what a comparison found."""

    seal_id: int | None
    digest: str
    flaws: tuple[FlawLine, ...] = ()
    was_verified: bool = False


def trail_page(*, actor: Actor, wanted: TrailFilter, on: date) -> TrailPage:
    """What happened, with personal data masked. Raises AccessDenied."""
    actor.require(Permission.VIEW_TRAIL, agency_id=None)
    asked = Wanted(
        event=wanted.topic,
        actor_id=wanted.actor_id,
        since=_midnight(wanted.since) if wanted.since else None,
        until=_midnight(wanted.until + timedelta(days=1)) if wanted.until else None,
    )
    lines = recent(asked, before=wanted.before, limit=PAGE_SIZE + 1)
    shown = lines[:PAGE_SIZE]
    person = Person.objects.filter(pk=wanted.actor_id).first() if wanted.actor_id else None
    is_looking = bool(wanted.name) and person is None
    return TrailPage(
        lines=tuple(shown),
        next=shown[-1].id if len(lines) > PAGE_SIZE else None,
        person_name=person.full_name if person else "",
        candidates=find_people(actor=actor, text=wanted.name, on=on, limit=MOST_PEOPLE)
        if is_looking
        else (),
    )


def topic_choices() -> list[Choice]:
    """What the filter offers: each module, and the families of this one."""
    modules = [(f"{known.module}.", str(known.title)) for known in modules_in_matrix()]
    return [*modules, *((beginning, str(words)) for beginning, words in TOPICS.items())]


def seal_state(*, actor: Actor) -> SealState:
    """The latest seal, for who keeps it elsewhere to compare. Raises AccessDenied."""
    actor.require(Permission.VIEW_TRAIL, agency_id=None)
    latest = last_seal()
    return SealState(latest[0], latest[1]) if latest else SealState(None, "")


def verified_state(*, actor: Actor) -> SealState:
    """Compare the last month with its seals; the whole is compared every week by the worker.

    Raises AccessDenied.
    """
    state = seal_state(actor=actor)
    month = Seal.objects.filter(sealed_at__gte=clock.real_now() - LOOKED_BACK).order_by("pk")
    first = month.values_list("pk", flat=True).first() or 0
    flaws = tuple(
        FlawLine(str(FLAWS[flaw.kind]), flaw.seal_id, flaw.entry_id)
        for flaw in islice(verify_trail(since_seal=first), MOST_FLAWS)
    )
    return SealState(state.seal_id, state.digest, flaws, was_verified=True)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=clock.VIETNAM)
