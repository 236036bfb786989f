"""Late tasks as they are reported upwards: at the end of a month, and before a regular meeting."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from cchc.modules.documents.public import issuer_of
from cchc.modules.organisation.public import province_committee
from cchc.modules.plans.public import LateRow, LateWanted, late_rows
from cchc.modules.urging.models import UrgedItem
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.rules.letters import (
    MEETING_SUBJECT,
    NOTICE_SUBJECT,
    UrgedTask,
    list_appendix,
    meeting_blocks,
    notice_blocks,
)
from cchc.officialdocs.writing import Appendix, Block, Letter
from cchc.platform.access import Actor
from cchc.platform.text.writing import date_vi


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """How many late tasks an agency has, and the longest."""

    agency_id: int
    name: str
    count: int
    longest: int


@dataclass(frozen=True, slots=True)
class LateList:
    """A list of late tasks with the words that go with it."""

    subject: str
    as_of: date
    rows: list[LateRow]
    agencies: list[AgencyLine]
    blocks: tuple[Block, ...]
    appendix: Appendix
    done_count: int
    urged_count: int

    @property
    def agency_ids(self) -> list[int]:
        """The agencies with late tasks."""
        return [line.agency_id for line in self.agencies]


def month_list(*, year: int, month: int, actor: Actor, today: date) -> LateList:
    """What was late at the end of a month (today, while the month goes on). Raises AccessDenied."""
    actor.require_somewhere(Permission.VIEW)
    first = date(year, month, 1)
    end = min(date(year, month, monthrange(year, month)[1]), today)
    rows = _late_after(end, actor)
    tasks = _tasks(rows)
    done = UrgedItem.objects.visible_to(actor).filter(fulfilled_on__range=(first, end))
    urged = UrgedItem.objects.visible_to(actor).live()
    counts = (
        done.values("occurrence_id").distinct().count(),
        urged.filter(urging__issued_on__range=(first, end)).count(),
    )
    subject = NOTICE_SUBJECT.format(month=month, year=year)
    return LateList(
        subject=subject,
        as_of=end,
        rows=rows,
        agencies=_agencies(rows),
        blocks=notice_blocks(tasks, month_end=end, done_count=counts[0], urged_count=counts[1]),
        appendix=list_appendix(tasks, title="Danh mục nhiệm vụ quá hạn"),
        done_count=counts[0],
        urged_count=counts[1],
    )


def meeting_list(*, held_on: date, actor: Actor, today: date) -> LateList:
    """The list read out at a regular meeting: as of the day before it. Raises AccessDenied."""
    actor.require_somewhere(Permission.VIEW)
    end = min(held_on - timedelta(days=1), today)
    rows = _late_after(end, actor)
    tasks = _tasks(rows)
    return LateList(
        subject=MEETING_SUBJECT.format(day=date_vi(held_on)),
        as_of=end,
        rows=rows,
        agencies=_agencies(rows),
        blocks=meeting_blocks(tasks, as_of=end, held_on=held_on),
        appendix=list_appendix(tasks, title="Danh mục nhiệm vụ quá hạn"),
        done_count=0,
        urged_count=0,
    )


def list_paper(found: LateList, *, issuer_id: int, kind: str, symbol: str) -> Letter:
    """The list as a paper to print, before it is a registered document."""
    issuer = issuer_of(issuer_id, found.as_of)
    return Letter(
        superior=issuer.superior,
        issuer=issuer.lines,
        issuer_name=issuer.name,
        number=None,
        symbol=symbol,
        place=issuer.place,
        issued_on=None,
        kind=kind,
        title=found.subject,
        blocks=found.blocks,
        appendices=(found.appendix,) if found.rows else (),
        recipients=("Chủ tịch, các Phó Chủ tịch UBND tỉnh", "Lưu: VT, CCHC"),
    )


def _late_after(end: date, actor: Actor) -> list[LateRow]:
    """What the province gave and was late when a day had ended."""
    given_by = frozenset({province_committee(end).id})
    wanted = LateWanted(on=end + timedelta(days=1), issuer_ids=given_by)
    return late_rows(wanted, actor=actor)


def _tasks(rows: list[LateRow]) -> list[UrgedTask]:
    return [
        UrgedTask(
            agency=row.agency_name,
            content=row.content,
            source=row.plan_number,
            due_on=row.due_on,
            late_days=row.late_days,
            requested_on=row.due_on,
            note=f"gia hạn {row.extension_count}" if row.extension_count else "",
        )
        for row in rows
    ]


def _agencies(rows: list[LateRow]) -> list[AgencyLine]:
    own: dict[int, list[LateRow]] = {}
    for row in rows:
        own.setdefault(row.agency_id, []).append(row)
    return [
        AgencyLine(pk, found[0].agency_name, len(found), max(row.late_days for row in found))
        for pk, found in own.items()
    ]
