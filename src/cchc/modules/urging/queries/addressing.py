"""Who is told at each step about the work of an agency and its holder, for one day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cchc.modules.organisation.public import ReportingLines, reporting_lines
from cchc.modules.organisation.rules.kinds import PostKind, RoleCode
from cchc.modules.urging.models import Mute
from cchc.modules.urging.rules.addressing import Addressee, Place, addressees
from cchc.modules.urging.rules.kinds import Audience

_AT_THE_DESK = (
    RoleCode.OFFICER,
    RoleCode.REFORM_OFFICER,
    RoleCode.DIVISION_HEAD,
    RoleCode.AGENCY_HEAD,
)

Row = tuple[int, int, str, int, int | None]
"""Agency, holder (0: nobody named), audience, who is told, in whose stead."""


@dataclass(frozen=True, slots=True)
class Directory:
    """The people of one day, and who of them can be told something."""

    lines: ReportingLines
    present: frozenset[int]

    def rows_for(self, holdings: Iterable[tuple[int, int]]) -> Iterator[Row]:
        """Who is told at each step, for each agency and holder."""
        for agency_id, holder_id in holdings:
            for audience in Audience:
                for told in self._told(agency_id, holder_id, audience):
                    yield agency_id, holder_id, audience.value, told.person_id, told.stands_for_id

    def _told(self, agency_id: int, holder_id: int, audience: Audience) -> tuple[Addressee, ...]:
        # Nobody is their own superior inside the agency: the word then goes one place up.
        present = self.present - {holder_id} if audience is Audience.DIVISION_HEAD else self.present

        def place(step: Audience) -> Place:
            return self._place(step, agency_id, holder_id)

        return addressees(audience, place, present=present)

    def _place(self, audience: Audience, agency_id: int, holder_id: int) -> Place:
        if audience is Audience.HOLDER:
            return self._desk(agency_id, holder_id)
        if audience is Audience.DIVISION_HEAD:
            return self._division(agency_id, holder_id)
        if audience is Audience.AGENCY_HEAD:
            return self._agency(agency_id)
        return self._province(agency_id)

    def _desk(self, agency_id: int, holder_id: int) -> Place:
        """The holder while working there, else the agency's reform officers."""
        own = (holder_id,) if self._works_in(holder_id, agency_id) else ()
        officers = self.lines.roles.get((RoleCode.REFORM_OFFICER, agency_id), ())
        return Place((own, officers), self._deputies(_AT_THE_DESK, self.lines.upward(agency_id)))

    def _division(self, agency_id: int, holder_id: int) -> Place:
        """The head of the holder's division, or of the division that is bound itself."""
        kinds = (PostKind.DIVISION_HEAD, PostKind.DEPUTY_DIVISION_HEAD)
        groups = tuple(
            self.lines.posts.get((kind, division), ())
            for division in self._divisions(agency_id, holder_id)
            for kind in kinds
        )
        places = self.lines.upward(agency_id)
        return Place(groups, self._deputies((RoleCode.DIVISION_HEAD,), places))

    def _divisions(self, agency_id: int, holder_id: int) -> list[int]:
        if agency_id in self.lines.divisions:
            return [agency_id]
        return [
            place
            for place in self.lines.workplaces.get(holder_id, ())
            if place in self.lines.divisions and agency_id in self.lines.upward(place)
        ]

    def _agency(self, agency_id: int) -> Place:
        """The head; without one the deputies; of a division, the agency it belongs to."""
        seals = [a for a in self.lines.upward(agency_id) if a not in self.lines.divisions][:1]
        groups = tuple(
            group
            for seal in seals
            for group in (
                self.lines.roles.get((RoleCode.AGENCY_HEAD, seal), ()),
                self.lines.posts.get((PostKind.HEAD, seal), ()),
                self.lines.posts.get((PostKind.DEPUTY_HEAD, seal), ()),
            )
        )
        return Place(groups, self._deputies((RoleCode.AGENCY_HEAD,), seals))

    def _province(self, agency_id: int) -> Place:
        """The leader in charge, the chair, the vice-chairs; last those who run urging."""
        lines = self.lines
        leaders = [lines.leaders[a] for a in lines.upward(agency_id) if a in lines.leaders][:1]
        province = lines.province_id or 0
        groups = (
            tuple(leaders),
            lines.posts.get((PostKind.HEAD, province), ()),
            lines.posts.get((PostKind.DEPUTY_HEAD, province), ()),
            lines.roles.get((RoleCode.PROVINCIAL_OPERATOR, None), ()),
            lines.roles.get((RoleCode.OFFICE_OPERATOR, None), ()),
        )
        return Place(groups, self._deputies((RoleCode.PROVINCIAL_LEADER,), (None,)))

    def _deputies(
        self, roles: Iterable[RoleCode], places: Iterable[int | None]
    ) -> Callable[[int], tuple[int, ...]]:
        """Who acts in a person's stead while one of these roles there is delegated."""
        held = [(role, place) for place in places for role in roles]

        def stand_ins(person: int) -> tuple[int, ...]:
            return tuple(
                deputy for place in held for deputy in self.lines.stand_ins.get((place, person), ())
            )

        return stand_ins

    def _works_in(self, person_id: int, agency_id: int) -> bool:
        places = self.lines.workplaces.get(person_id, ())
        return any(agency_id in self.lines.upward(place) for place in places)


def directory_on(day: date) -> Directory:
    """The people of this day: present are those with an open account, a post, and no mute."""
    lines = reporting_lines(day)
    quiet = muted_people(day)
    return Directory(lines, (lines.active & lines.workplaces.keys()) - quiet)


def muted_people(day: date) -> frozenset[int]:
    """Who is not urged on this day."""
    rows = Mute.objects.in_force_on(day).filter(person_id__isnull=False)
    return frozenset(pk for pk in rows.values_list("person_id", flat=True) if pk is not None)
