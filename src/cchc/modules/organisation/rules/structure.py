"""The agencies of one day as a tree: who exists, under whom, in which order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cchc.modules.organisation.rules.kinds import AgencyKind, Level


@dataclass(frozen=True, slots=True)
class AgencyCard:
    """An agency as lists and other modules need it, with the name and the parent of one day."""

    id: int
    name: str
    short_name: str
    kind: AgencyKind
    level: Level
    parent_id: int | None
    precedence: int


@dataclass(frozen=True, slots=True)
class Structure:
    """Every agency that lives on a day, in order of precedence."""

    on: date
    cards: Mapping[int, AgencyCard]
    children: Mapping[int | None, tuple[int, ...]]

    def below(self, agency_id: int) -> frozenset[int]:
        """The agency itself and everything under it; empty when it does not live on this day."""
        if agency_id not in self.cards:
            return frozenset()
        found, waiting = {agency_id}, [agency_id]
        while waiting:
            new = [child for child in self.children.get(waiting.pop(), ()) if child not in found]
            found.update(new)
            waiting.extend(new)
        return frozenset(found)

    def above(self, agency_id: int) -> tuple[AgencyCard, ...]:
        """The agencies over this one, nearest first."""
        path: list[AgencyCard] = []
        card = self.cards.get(agency_id)
        while card is not None and card.parent_id is not None and len(path) <= len(self.cards):
            card = self.cards.get(card.parent_id)
            if card is not None:
                path.append(card)
        return tuple(path)

    def walk(self) -> Iterator[tuple[int, AgencyCard]]:
        """Every agency with its depth, each followed by what is under it."""
        waiting = [(0, root) for root in reversed(self.children.get(None, ()))]
        while waiting:
            depth, agency_id = waiting.pop()
            yield depth, self.cards[agency_id]
            waiting.extend(
                (depth + 1, child) for child in reversed(self.children.get(agency_id, ()))
            )


def build(on: date, cards: Iterable[AgencyCard]) -> Structure:
    """The structure of a day from its agencies in order; who has no parent there is at the top."""
    by_id = {card.id: card for card in cards}
    children: dict[int | None, list[int]] = defaultdict(list)
    for card in by_id.values():
        children[card.parent_id if card.parent_id in by_id else None].append(card.id)
    return Structure(on, by_id, {parent: tuple(ids) for parent, ids in children.items()})
