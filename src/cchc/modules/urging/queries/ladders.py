"""The ladders in force, as rules understand them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from cchc.modules.urging.models import DigestHour, Ladder, LadderStep
from cchc.modules.urging.rules.choosing import Choice, Kind
from cchc.modules.urging.rules.hours import USUAL
from cchc.modules.urging.rules.kinds import Audience, Channel
from cchc.modules.urging.rules.ladder import Step


@dataclass(frozen=True, slots=True)
class LadderVersion:
    """One version of a ladder with its steps in order."""

    id: int
    name: str
    kind: Kind
    steps: tuple[Step, ...]


def ladders_on(day: date) -> list[Choice[LadderVersion]]:
    """Every ladder that holds on this day, with the work it is for."""
    found = Ladder.objects.in_force_on(day).prefetch_related("steps").order_by("pk")
    return [Choice(kind_of(ladder), version_of(ladder)) for ladder in found]


def kind_of(ladder: Ladder) -> Kind:
    """For which work a ladder holds."""
    return Kind(
        plan_kind=ladder.plan_kind,
        document_kind=ladder.document_kind_folded,
        obligation=ladder.obligation,
        area_code=ladder.area_code,
    )


def version_of(ladder: Ladder) -> LadderVersion:
    """A ladder as rules understand it."""
    rows = sorted(ladder.steps.all(), key=lambda row: row.number)
    return LadderVersion(ladder.pk, ladder.name, kind_of(ladder), tuple(map(_step, rows)))


def digest_hour(day: date) -> time:
    """At what time the digests of this day leave."""
    row = DigestHour.objects.filter(effective_from__lte=day).order_by("-effective_from").first()
    return row.sends_at if row else USUAL


def _step(row: LadderStep) -> Step:
    return Step(
        offset=row.offset,
        audience=Audience(row.audience),
        channels=tuple(Channel(channel) for channel in row.channels),
        every=row.every,
        answer_within=row.answer_within,
    )
