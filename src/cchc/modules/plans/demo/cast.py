"""Who plays whom: the officers, heads and operators of the demo as actors."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from cchc.modules.organisation.public import (
    actor_of,
    agency_cards,
    heads_of,
    people_with_role,
    province_committee,
)
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.platform.access import Actor

FIRST_DAY = date(2018, 12, 6)


@dataclass
class Cast:
    """The people who act, looked up once each; rights are those of the first day of the plan."""

    on: date = FIRST_DAY
    _actors: dict[int, Actor] = field(default_factory=dict)
    _officers: dict[int, int | None] = field(default_factory=dict)
    _heads: dict[int, int | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.committee_id = province_committee(self.on).id
        operators = people_with_role(RoleCode.PROVINCIAL_OPERATOR, None, self.on)
        by_name = {person.full_name: person.id for person in operators}
        self.operators = [self.actor(by_name["Lê Thị Hoa"]), self.actor(by_name["Phạm Quốc Bảo"])]

    def actor(self, person_id: int) -> Actor:
        """A person as an actor."""
        if person_id not in self._actors:
            self._actors[person_id] = actor_of(person_id, self.on)
        return self._actors[person_id]

    def officer(self, agency_id: int) -> Actor | None:
        """The reform officer of an agency; of the agency above where it has none."""
        return self._one(self._officers, RoleCode.REFORM_OFFICER, agency_id)

    def head(self, agency_id: int) -> Actor | None:
        """The head of an agency; of the agency above where it has none."""
        return self._one(self._heads, RoleCode.AGENCY_HEAD, agency_id)

    def head_name(self, agency_id: int) -> str:
        """The name under a paper of the agency."""
        return next((card.full_name for card in heads_of(agency_id, self.on)), "")

    def _one(self, known: dict[int, int | None], role: RoleCode, agency_id: int) -> Actor | None:
        if agency_id not in known:
            known[agency_id] = self._find(role, agency_id)
        person_id = known[agency_id]
        return self.actor(person_id) if person_id is not None else None

    def _find(self, role: RoleCode, agency_id: int) -> int | None:
        place: int | None = agency_id
        while place is not None:
            found = people_with_role(role, place, self.on)
            if found:
                return found[0].id
            place = agency_cards([place], self.on)[place].parent_id
        return None
