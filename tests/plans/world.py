"""The small province with a plan in force: for stories about giving work and doing it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO

from cchc.modules.organisation.models import Agency, Person
from cchc.modules.organisation.public import add_standard_groups
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.modules.plans.models import Assignment, ImportDraft, Occurrence, Plan, Submission, Task
from cchc.modules.plans.operations.acknowledge import acknowledge
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.correct_draft import add_row, edit_header
from cchc.modules.plans.operations.decide_proof import accept_proof, approve_proof
from cchc.modules.plans.operations.hand_in_proof import Product, hand_in_proof
from cchc.modules.plans.operations.start_import import start_by_hand
from cchc.modules.plans.rules.kinds import Obligation
from cchc.platform.access import SYSTEM
from cchc.platform.audit.models import Entry
from cchc.platform.clock import VIETNAM
from cchc.platform.messages.models import Notification
from tests.worlds import World

ISSUED = date(2018, 12, 6)
GIVEN = datetime(2018, 12, 7, 8, 30, tzinfo=VIETNAM)

Row = dict[str, str]

FILM: Row = {
    "order_text": "a",
    "content": "Xây dựng phim ngắn về cải cách hành chính",
    "product": "Phim ngắn",
    "lead_text": "Sở Tư pháp",
    "coordinating_text": "Sở Tài chính",
    "time_text": "Quý III/2019",
    "budget_text": "40 tr",
}
MONTHLY: Row = {
    "order_text": "b",
    "content": "Báo cáo kết quả giải quyết hồ sơ",
    "product": "Báo cáo",
    "lead_text": "Sở Tư pháp",
    "coordinating_text": "Sở Tài chính",
    "time_text": "Mỗi tháng một kỳ",
}
CONDITIONAL: Row = {
    "order_text": "c",
    "content": "Sắp xếp tổ chức bộ máy",
    "lead_text": "Sở Tư pháp, Sở Tài chính",
    "time_text": "Khi có văn bản pháp luật mới",
}
CONTINUOUS: Row = {
    "order_text": "d",
    "content": "Tuyên truyền trong nội bộ cơ quan",
    "lead_text": "Các sở, ngành tỉnh",
    "time_text": "Thường xuyên trong năm",
}
OPEN: Row = {
    "order_text": "đ",
    "content": "Tổ chức cuộc thi",
    "lead_text": "UBND cấp huyện (các huyện có điều kiện)",
    "coordinating_text": "Các cơ quan có liên quan",
    "time_text": "Tháng 11/2019",
    "budget_text": "50tr/huyện",
}
ROWS = (FILM, MONTHLY, CONDITIONAL, CONTINUOUS, OPEN)


@dataclass
class PlansWorld(World):
    """The province, its standard groups, a second operator; plans are made by `plan`."""

    second_operator: Person = field(init=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        add_standard_groups(actor=SYSTEM, now=self.now)
        self.second_operator = self.person(
            "Phạm Quốc Bảo", "baopq", at=self.home_affairs, role=RoleCode.PROVINCIAL_OPERATOR
        )

    def draft(
        self,
        *rows: Row,
        number: str = "271/KH-UBND",
        issued_on: date = ISSUED,
        year: int = 2019,
        by: Person | None = None,
        issuer: Agency | None = None,
    ) -> ImportDraft:
        """A draft typed in by hand, ready to be confirmed."""
        actor = self.actor(by or self.operator)
        draft = start_by_hand(
            title=f"Cải cách hành chính năm {year}",
            year=year,
            issuer_id=issuer.pk if issuer else None,
            actor=actor,
            now=GIVEN,
        )
        for name, value in (("number", number), ("issued_on", issued_on.isoformat())):
            edit_header(draft_id=draft.pk, field=name, value=value, actor=actor, now=GIVEN)
        for row in rows:
            add_row(draft_id=draft.pk, values=row, actor=actor, now=GIVEN)
        draft.refresh_from_db()
        return draft

    def plan(
        self, *rows: Row, now: datetime = GIVEN, by: Person | None = None, **header: object
    ) -> Plan:
        """A plan in force with these rows; all of ROWS unless told otherwise."""
        draft = self.draft(*(rows or ROWS), by=by, **header)  # type: ignore[arg-type]
        return confirm_plan(draft_id=draft.pk, actor=self.actor(by or self.operator), now=now)

    def task(self, plan: Plan, letter: str) -> Task:
        """The row with this letter."""
        return plan.tasks.get(order_text=letter)

    def part(
        self, plan: Plan, letter: str, agency: Agency, obligation: Obligation = Obligation.LEAD
    ) -> Assignment:
        """An agency's part in the row with this letter."""
        return Assignment.objects.get(
            task=self.task(plan, letter), agency=agency, obligation=obligation
        )

    def one(
        self,
        plan: Plan,
        letter: str,
        agency: Agency,
        obligation: Obligation = Obligation.LEAD,
        sequence: int = 1,
    ) -> Occurrence:
        """A round of that part."""
        part = self.part(plan, letter, agency, obligation)
        return part.occurrences.get(sequence=sequence)

    def hand_in(
        self, one: Occurrence, on: date | None = None, by: Person | None = None
    ) -> Submission:
        """The reform officer hands in one product."""
        return hand_in_proof(
            occurrence_id=one.pk,
            products=[product()],
            actor=self.actor(by or self.reform_officer),
            now=moment(on) if on else self.now,
        )

    def finish(self, one: Occurrence, on: date) -> Occurrence:
        """Taken up, handed in, approved and accepted on one day."""
        now = moment(on)
        if one.assignment.acknowledged_at is None:
            actor = self.actor(self.reform_officer)
            acknowledge(assignment_id=one.assignment_id, actor=actor, now=now)
        self.hand_in(one, on)
        approve_proof(occurrence_id=one.pk, actor=self.actor(self.head), now=now)
        return accept_proof(occurrence_id=one.pk, actor=self.actor(self.operator), now=now)


def moment(day: date, hour: int = 9) -> datetime:
    """A moment of a day in Vietnam."""
    return datetime.combine(day, time(hour), tzinfo=VIETNAM)


def product(name: str = "Báo cáo", text: str = "Nội dung báo cáo.") -> Product:
    """A product as a small text file."""
    return Product(name, BytesIO(text.encode()), "bao-cao.txt")


def said() -> list[str]:
    """The names of everything announced, in order."""
    return list(Entry.objects.order_by("pk").values_list("event", flat=True))


def told(person: Person) -> list[str]:
    """What a person was told, in order."""
    rows = Notification.objects.filter(to_id=person.pk).order_by("pk")
    return list(rows.values_list("topic", flat=True))
