"""When an agency may change or end, and who may follow it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from cchc.modules.organisation.rules.kinds import Level, SuccessionKind
from cchc.modules.organisation.rules.placing import Life
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.modules.organisation.rules.structure import Structure

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Link:
    """That one agency passed into another on a day; into nobody when `to` is None."""

    source: int
    to: int | None
    kind: SuccessionKind
    on: date
    act: str = ""
    inherits_open_work: bool = False


@dataclass(frozen=True, slots=True)
class Lineage:
    """Whom an agency follows and who follows it, however far; oldest first."""

    earlier: tuple[Link, ...]
    later: tuple[Link, ...]

    @property
    def ids(self) -> frozenset[int]:
        """Every agency in the lineage."""
        links = (*self.earlier, *self.later)
        return frozenset(one for link in links for one in (link.source, link.to) if one is not None)


def check_change(life: Life, *, current_since: date, on: date) -> None:
    """Refuse to change an agency that does not live then, or before its latest change took hold.

    A second change on the day of the latest one (renamed and moved by one act) is fine.
    """
    if not life.covers(on):
        raise StructureRefused(StructureWhyNot.NOT_LIVING, (life.name,))
    if on <= life.first_day or on < current_since:
        raise StructureRefused(StructureWhyNot.BEFORE_LAST_CHANGE, (life.name,))


def check_end(life: Life, *, current_since: date, on: date) -> None:
    """Refuse to end an agency twice, or before its first day or its latest change.

    `on` is the first day without it.
    """
    if life.last_day is not None:
        raise StructureRefused(StructureWhyNot.ALREADY_ENDS, (life.name,))
    if on <= life.first_day:
        raise StructureRefused(StructureWhyNot.ENDS_BEFORE_IT_BEGINS, (life.name,))
    if on <= current_since:
        raise StructureRefused(StructureWhyNot.BEFORE_LAST_CHANGE, (life.name,))


def check_heir(heir: Life, *, heir_id: int, ending: Collection[int], on: date) -> None:
    """Refuse an heir that does not live on that day, or that ends by the same act or later on."""
    if heir_id in ending:
        raise StructureRefused(StructureWhyNot.HEIR_ENDS_TOO, (heir.name,))
    if not heir.covers(on) or heir.last_day is not None:
        raise StructureRefused(StructureWhyNot.HEIR_NOT_LIVING, (heir.name,))


def check_no_circle(links: Iterable[Link], *, source: int, to: int, name: str) -> None:
    """Refuse that an agency passes into one which has itself ended into it, however far.

    An agency that lived on when a part separated (tách) may take the part back.
    """
    following = _by_source(link for link in links if link.kind is not SuccessionKind.SEPARATED)
    seen, waiting = {to}, [to]
    while waiting:
        at = waiting.pop()
        if at == source:
            raise StructureRefused(StructureWhyNot.CIRCULAR, (name,))
        new = {link.to for link in following[at] if link.to is not None} - seen
        seen |= new
        waiting.extend(new)


def lineage_of(agency_id: int, links: Collection[Link]) -> Lineage:
    """Everything that led to this agency, and everything it led to."""
    by_source = _by_source(links)
    by_target: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if link.to is not None:
            by_target[link.to].append(link)
    return Lineage(
        earlier=_follow(agency_id, by_target, lambda link: link.source),
        later=_follow(agency_id, by_source, lambda link: link.to),
    )


def heirs_of_tier(
    structure: Structure, ending: Iterable[int], named: Mapping[int, int | None]
) -> dict[int, int | None]:
    """The heir of every agency of an abolished tier: its own, or that of what it belonged to.

    Raises StructureRefused with the names of those for which no heir is named anywhere above.
    """
    found: dict[int, int | None] = {}
    missing: list[str] = []
    for agency_id in ending:
        chain = [agency_id, *(card.id for card in structure.above(agency_id))]
        holder = next((each for each in chain if each in named), None)
        if holder is None:
            missing.append(structure.cards[agency_id].name)
        else:
            found[agency_id] = named[holder]
    if missing:
        raise StructureRefused(StructureWhyNot.HEIR_MISSING, tuple(missing))
    return found


def check_tier(level: Level) -> None:
    """Only the district and the commune can be abolished as a whole."""
    if level not in (Level.DISTRICT, Level.COMMUNE):
        raise StructureRefused(StructureWhyNot.TIER_STAYS)


def of_tier(structure: Structure, level: Level) -> list[int]:
    """The agencies of a level, those that belong to others first, so that they can end in order."""
    depths = [(depth, card.id) for depth, card in structure.walk() if card.level == level]
    return [agency_id for _, agency_id in sorted(depths, key=lambda each: -each[0])]


def _by_source(links: Iterable[Link]) -> dict[int, list[Link]]:
    by_source: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        by_source[link.source].append(link)
    return by_source


def _follow(
    start: int, steps: Mapping[int, list[Link]], onward: Callable[[Link], int | None]
) -> tuple[Link, ...]:
    found: dict[Link, None] = {}
    seen, waiting = {start}, [start]
    while waiting:
        for link in steps.get(waiting.pop(), ()):
            found[link] = None
            neighbour = onward(link)
            if neighbour is not None and neighbour not in seen:
                seen.add(neighbour)
                waiting.append(neighbour)
    return tuple(sorted(found, key=lambda link: (link.on, link.source, link.to or 0)))
