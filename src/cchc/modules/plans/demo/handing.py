"""Threads of work handed down in the demo, one at each stage between giving and coming back up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from cchc.modules.organisation.public import (
    AgencyKind,
    RoleCode,
    agency_cards,
    colleagues_in,
    living_agencies,
    people_with_role,
)
from cchc.modules.plans.demo.cast import Cast
from cchc.modules.plans.demo.fates import TODAY
from cchc.modules.plans.demo.issuing import at
from cchc.modules.plans.demo.year import product_of
from cchc.modules.plans.models import Occurrence, Plan
from cchc.modules.plans.operations.acknowledge import acknowledge
from cchc.modules.plans.operations.break_down import Part, break_down
from cchc.modules.plans.operations.decide_proof import accept_proof, return_proof
from cchc.modules.plans.operations.hand_back import decline
from cchc.modules.plans.operations.hand_in_proof import hand_in_proof
from cchc.modules.plans.rules.kinds import Obligation
from cchc.modules.plans.rules.lifecycle import State
from cchc.platform.access import Actor

GIVEN = date(2019, 10, 7)
_STAGES = ("given", "with_the_officer", "returned", "to_accept", "handed_back", "ready")


@dataclass(frozen=True, slots=True)
class _Room:
    """A division with who leads it and one who works there."""

    id: int
    head: Actor
    officer_id: int


@dataclass
class Threads:
    """Departments break their open work down; each thread stands at another stage today."""

    plan: Plan
    cast: Cast

    def tell(self) -> None:
        """One thread a department, in the order of the stages; and one handed to the province."""
        open_work = iter(self._open_work())
        for stage, (root, rooms) in zip(_STAGES, open_work, strict=False):
            self._thread(stage, root, rooms)
        for root, _rooms in open_work:
            officer = self.cast.officer(root.agency_id)
            if officer is not None:
                decline(
                    assignment_id=root.assignment_id,
                    reason="Nội dung này thuộc chức năng của Sở Nội vụ theo Quyết định phân công.",
                    actor=officer,
                    now=at(date(2019, 10, 11), 10),
                )
                return

    def _open_work(self) -> Iterator[tuple[Occurrence, list[_Room]]]:
        """The first dated open work of each department that has two divisions, not near its end."""
        seen: set[int] = set()
        rows = Occurrence.objects.filter(
            plan=self.plan,
            obligation=Obligation.LEAD,
            state=State.IN_PROGRESS,
            due_on__gt=date(2019, 11, 15),
            is_continuous=False,
            has_pending_extension=False,
        )
        for one in rows.select_related("task").order_by("sorts_on", "agency_id", "pk"):
            if one.agency_id in seen:
                continue
            seen.add(one.agency_id)
            rooms = self._rooms(one.agency_id)
            if len(rooms) > 1:
                yield one, rooms

    def _rooms(self, agency_id: int) -> list[_Room]:
        heads = {p.id for p in people_with_role(RoleCode.DIVISION_HEAD, agency_id, TODAY)}
        rooms = []
        for card in living_agencies(TODAY, kinds=[AgencyKind.DIVISION]):
            if card.parent_id != agency_id:
                continue
            people = [person.id for person in colleagues_in([card.id], TODAY)]
            leading = [pk for pk in people if pk in heads]
            others = [pk for pk in people if pk not in heads]
            if leading and others:
                rooms.append(_Room(card.id, self.cast.actor(leading[0]), others[0]))
        return rooms

    def _thread(self, stage: str, root: Occurrence, rooms: list[_Room]) -> None:
        officer = self.cast.officer(root.agency_id)
        if officer is None:
            return
        first, second = rooms[0], rooms[1]
        name = agency_cards([second.id])[second.id].name
        parts = [
            Part(
                content=f"Chủ trì tham mưu: {root.task.content}",
                product="Dự thảo trình lãnh đạo",
                leads=(first.id,),
                due_on=date(2019, 10, 25),
            ),
            Part(
                content=f"{name} cung cấp số liệu, góp ý dự thảo",
                product="Văn bản góp ý",
                leads=(second.id,),
                days=8,
            ),
        ]
        given = break_down(occurrence_id=root.pk, parts=parts, actor=officer, now=at(GIVEN, 9, 15))
        if stage == "given":
            return
        main, other = (Occurrence.objects.get(task=task) for task in given)
        acknowledge(
            assignment_id=main.assignment_id, actor=first.head, now=at(date(2019, 10, 8), 8)
        )
        if stage == "handed_back":
            decline(
                assignment_id=other.assignment_id,
                reason="Số liệu này do phòng khác quản lý, không thuộc chức năng của phòng.",
                actor=second.head,
                now=at(date(2019, 10, 9), 14),
            )
        own = self._to_the_officer(main, first)
        _COURSES.get(stage, _nothing)(self, own, main, other, rooms, officer)

    def _to_the_officer(self, main: Occurrence, room: _Room) -> Occurrence:
        part = Part(
            content="Soạn dự thảo và tổng hợp ý kiến góp ý",
            product="Dự thảo",
            person_id=room.officer_id,
            due_on=date(2019, 10, 21),
        )
        task = break_down(
            occurrence_id=main.pk, parts=[part], actor=room.head, now=at(date(2019, 10, 8), 9)
        )[0]
        own = Occurrence.objects.select_related("task").get(task=task)
        acknowledge(
            assignment_id=own.assignment_id,
            actor=self.cast.actor(room.officer_id),
            now=at(date(2019, 10, 8), 10),
        )
        return own


def _nothing(*_: object) -> None:
    """The officer is at work."""


def _hand_in(one: Occurrence, name: str, actor: Actor, now: datetime) -> None:
    one = Occurrence.objects.select_related("task").get(pk=one.pk)
    hand_in_proof(occurrence_id=one.pk, products=[product_of(one, name)], actor=actor, now=now)


def _returned(  # noqa: PLR0917 (a stage from its people)
    threads: Threads,
    own: Occurrence,
    main: Occurrence,
    other: Occurrence,
    rooms: list[_Room],
    officer: Actor,
) -> None:
    """The officer handed in, the head of the division sent it back."""
    writer = threads.cast.actor(rooms[0].officer_id)
    _hand_in(own, "Dự thảo", writer, at(date(2019, 10, 11), 9))
    return_proof(
        occurrence_id=own.pk,
        reason="Chưa tổng hợp ý kiến của các phòng.",
        actor=rooms[0].head,
        now=at(date(2019, 10, 11), 15),
    )


def _to_accept(  # noqa: PLR0917 (a stage from its people)
    threads: Threads,
    own: Occurrence,
    main: Occurrence,
    other: Occurrence,
    rooms: list[_Room],
    officer: Actor,
) -> None:
    """The division handed in what its officer made; the department has to accept it."""
    writer = threads.cast.actor(rooms[0].officer_id)
    _hand_in(own, "Dự thảo", writer, at(date(2019, 10, 10), 9))
    accept_proof(occurrence_id=own.pk, actor=rooms[0].head, now=at(date(2019, 10, 10), 14))
    _hand_in(main, "Dự thảo trình lãnh đạo", rooms[0].head, at(date(2019, 10, 11), 9))


def _ready(  # noqa: PLR0917 (a stage from its people)
    threads: Threads,
    own: Occurrence,
    main: Occurrence,
    other: Occurrence,
    rooms: list[_Room],
    officer: Actor,
) -> None:
    """Everything below is accepted: the department may hand in."""
    _to_accept(threads, own, main, other, rooms, officer)
    _hand_in(other, "Văn bản góp ý", rooms[1].head, at(date(2019, 10, 11), 10))
    for one in (main, other):
        accept_proof(occurrence_id=one.pk, actor=officer, now=at(date(2019, 10, 14), 9))


_COURSES = {"returned": _returned, "to_accept": _to_accept, "ready": _ready}
