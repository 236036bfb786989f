"""The week's paper: head, days, signature, as the office prints it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cchc.modules.meetings.labels import SESSIONS
from cchc.modules.meetings.queries.naming import day_name
from cchc.modules.meetings.queries.pages.week import WeekDay, WeekPage
from cchc.modules.meetings.queries.week_page import week_page
from cchc.modules.meetings.queries.week_paper import WeekRow
from cchc.modules.meetings.rules.kinds import Session
from cchc.modules.organisation.public import AgencyKind, agency_cards, heads_of, province_committee
from cchc.officialdocs.writing.paper import Signature
from cchc.officialdocs.writing.week import PaperDay, WeekLine, WeekPaper, WeekPart
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam
from cchc.platform.text.writing import date_vi

_COMMITTEE = "Ủy ban nhân dân"
_UNITS = ("tỉnh ", "thành phố ", "huyện ", "thị xã ", "quận ", "xã ", "phường ", "thị trấn ")


def printed_week(
    *, actor: Actor, today: date, agency_id: int | None = None, on: date | None = None
) -> WeekPaper:
    """The week as it prints: what the reader may see of it. Raises NotVisible."""
    page = week_page(actor=actor, today=today, agency_id=agency_id, on=on)
    committee = province_committee(today)
    cards = agency_cards([page.agency_id, committee.id])
    card = cards[page.agency_id]
    name = card.name.replace("UBND", _COMMITTEE)
    is_committee = card.kind is AgencyKind.PEOPLES_COMMITTEE
    above = "" if is_committee else committee.name.replace("UBND", _COMMITTEE)
    published_on = in_vietnam(page.published_at).date() if page.published_at else None
    return WeekPaper(
        superior=above.upper(),
        issuer=_in_capitals(name),
        place=_place(name if is_committee else above),
        issued_on=published_on,
        of_whom=f"LÃNH ĐẠO {name.upper()}",
        starts_on=page.starts_on,
        ends_on=page.days[-1].on,
        days=tuple(_day(day) for day in page.days),
        adjusted=max(0, page.version - 1),
        signature=_signature(page, today, is_committee=is_committee),
        recipients=(f"Lãnh đạo {card.name}", "Các cơ quan, đơn vị có liên quan", "Lưu: VT"),
    )


def _day(day: WeekDay) -> PaperDay:
    halves = ((Session.MORNING, day.morning), (Session.AFTERNOON, day.afternoon))
    parts = tuple(
        WeekPart(str(SESSIONS[half]), _lines(rows))
        for half, rows in halves
        if rows or not (day.closed or day.on.weekday() >= 5)
    )
    empty = (WeekPart("", ()),)
    label = f"{day_name(day.on)}\n{date_vi(day.on)}"
    return PaperDay(label=label, closed=day.closed, parts=parts or empty)


def _lines(rows: Sequence[WeekRow]) -> tuple[WeekLine, ...]:
    return tuple(
        WeekLine(
            time=row.hours or (row.session_label if row.session == Session.ALL_DAY else ""),
            content="\n".join(part for part in (row.content, row.note) if part),
            leaders=_leaders(row),
            attending=_attending(row),
            place=row.place,
            mark=row.mark_label,
            is_struck_out=row.is_struck_out,
        )
        for row in rows
    )


def _leaders(row: WeekRow) -> str:
    chaired = f"Chủ trì: {row.chair}" if row.chair and row.chair != row.leaders else ""
    return "\n".join(part for part in (row.leaders, chaired) if part)


def _attending(row: WeekRow) -> str:
    prepared = f"Chuẩn bị: {row.prepared_by}" if row.prepared_by else ""
    return "\n".join(part for part in (row.attending, prepared) if part)


def _signature(page: WeekPage, today: date, *, is_committee: bool) -> Signature:
    """By order of the head where another agency keeps the calendar; else the head."""
    head = next(iter(heads_of(page.keeper_id, today)), None)
    title = head.title.upper() if head else ""
    if page.keeper_id == page.agency_id:
        return Signature((), title, head.full_name if head else "")
    order = "TL. CHỦ TỊCH" if is_committee else "TL. THỦ TRƯỞNG"
    return Signature((order,), title, head.full_name if head else "")


def _in_capitals(name: str) -> tuple[str, ...]:
    """ỦY BAN NHÂN DÂN / TỈNH SEN HỒNG; other names stand on one line."""
    if name.startswith(_COMMITTEE):
        return _COMMITTEE.upper(), name.removeprefix(_COMMITTEE).strip().upper()
    return (name.upper(),)


def _place(committee: str) -> str:
    words = committee.removeprefix(_COMMITTEE).strip()
    for unit in _UNITS:
        words = words.removeprefix(unit)
    return words
