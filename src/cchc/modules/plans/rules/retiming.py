"""Which rounds stay, go and come when a paper's time is corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc.modules.plans.rules.occurrences import Planned


@dataclass(frozen=True, slots=True)
class Existing:
    """A round that is there: whether its time may still move, and whether it is open at all."""

    sequence: int
    label: str
    is_waiting: bool
    is_movable: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class Matched:
    """Rounds that stay with the time they now have, those that go, those that come."""

    kept: tuple[tuple[int, Planned], ...]
    gone: tuple[int, ...]
    added: tuple[Planned, ...]


def match_rounds(existing: Sequence[Existing], planned: Sequence[Planned]) -> Matched:
    """Match by name, then in order; a round that is done or decided about uses up its match.

    Work that already has a deadline is not put back to waiting: it goes, and a waiting one comes.
    """
    left = list(planned)
    kept: list[tuple[int, Planned]] = []
    gone: list[int] = []
    for one in sorted(existing, key=lambda e: e.is_movable):
        partner = _partner(one, left, is_single=len(existing) == 1 == len(planned))
        if partner is not None:
            left.remove(partner)
            if one.is_movable:
                kept.append((one.sequence, partner))
        elif one.is_movable:
            gone.append(one.sequence)
    last = max((one.sequence for one in existing), default=0)
    added = tuple(replace(one, sequence=last + i) for i, one in enumerate(left, start=1))
    return Matched(tuple(kept), tuple(gone), added)


def _partner(one: Existing, left: Sequence[Planned], *, is_single: bool) -> Planned | None:
    fitting = [p for p in left if p.waits_for is None or one.is_waiting or not one.is_open]
    same_name = [p for p in fitting if p.label == one.label]
    return next(iter(same_name or (fitting if is_single else [])), None)
