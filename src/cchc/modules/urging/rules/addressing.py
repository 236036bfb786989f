"""Who is told at a step: the person meant, whoever stands in, else the next in line.

Nobody is told who is away (account locked, post over, urging of the person stopped) or who handed
their right to another for the time. When a place is empty the word goes on upwards, and at the very
top to those who run urging for the province: never to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from cchc.modules.urging.rules.kinds import LINE, Audience


@dataclass(frozen=True, slots=True)
class Addressee:
    """A person who is told, and for whom they stand in."""

    person_id: int
    stands_for_id: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """The people of one place in the line, in the order in which they are asked for.

    Each group is tried in turn: the first group with somebody present is told whole. Of each person
    `stand_ins` act in their stead while a delegation holds.
    """

    groups: tuple[tuple[int, ...], ...]
    stand_ins: Callable[[int], tuple[int, ...]]


def addressees(
    audience: Audience, places: Callable[[Audience], Place], *, present: Collection[int]
) -> tuple[Addressee, ...]:
    """Who is told at this step of the line; empty only when nobody at all is left above."""
    for step in LINE[LINE.index(audience) :]:
        place = places(step)
        for group in place.groups:
            found = tuple(_reached(group, place.stand_ins, present))
            if found:
                return found
    return ()


def _reached(
    group: Iterable[int], stand_ins: Callable[[int], tuple[int, ...]], present: Collection[int]
) -> Iterable[Addressee]:
    told: set[int] = set()
    for person in group:
        deputies = [deputy for deputy in stand_ins(person) if deputy in present]
        reached = [Addressee(deputy, person) for deputy in deputies]
        if not reached and person in present:
            reached = [Addressee(person)]
        for one in reached:
            if one.person_id not in told:
                told.add(one.person_id)
                yield one
