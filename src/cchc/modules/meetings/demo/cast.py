"""Who plays whom in the demo's weeks and meetings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from cchc.modules.organisation.public import (
    RoleCode,
    actor_of,
    find_agencies,
    heads_of,
    living_agencies,
    people_of,
    people_with_role,
    province_committee,
)
from cchc.platform.access import Actor
from cchc.platform.clock import VIETNAM

TODAY = date(2019, 10, 15)
OFFICE = "Văn phòng UBND tỉnh"


def at(month: int, day: int, hour: int = 8, minute: int = 0) -> datetime:
    """A moment of 2019 in Vietnam."""
    return datetime.combine(date(2019, month, day), time(hour, minute), tzinfo=VIETNAM)


@dataclass
class Cast:
    """The people and agencies that act, looked up once."""

    committee_id: int = 0
    office_id: int = 0
    leaders: dict[str, int] = field(default_factory=dict)
    """ "CT" the chairman, "PCT" the vice-chair, "CVP" the chief of the Office."""
    agencies: dict[str, int] = field(default_factory=dict)
    _actors: dict[int, Actor] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.committee_id = province_committee(TODAY).id
        self.agencies = {card.name: card.id for card in living_agencies(TODAY)}
        self.office_id = self.agencies[OFFICE]
        by_title = {card.title: card.id for card in people_of(self.committee_id, TODAY)}
        self.leaders = {
            "CT": by_title["Chủ tịch UBND tỉnh"],
            "PCT": by_title["Phó Chủ tịch UBND tỉnh"],
            "CVP": heads_of(self.office_id, TODAY)[0].id,
        }
        self.chief = self.actor(self.leaders["CVP"])
        self.secretary = self.actor(people_with_role(RoleCode.OFFICE_OPERATOR, None, TODAY)[0].id)

    def actor(self, person_id: int) -> Actor:
        """A person as an actor."""
        if person_id not in self._actors:
            self._actors[person_id] = actor_of(person_id, TODAY)
        return self._actors[person_id]

    def agency(self, name: str) -> int:
        """An agency by its name, or by the beginning of it."""
        if name in self.agencies:
            return self.agencies[name]
        return find_agencies(name, TODAY, 1)[0].id

    def head_of(self, name: str) -> Actor:
        """The head of an agency."""
        return self.actor(heads_of(self.agency(name), TODAY)[0].id)
