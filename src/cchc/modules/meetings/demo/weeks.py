"""Rooms, and the leaders' weeks: one past, one under way and corrected, one being prepared."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from cchc.modules.meetings.demo.cast import Cast, at
from cchc.modules.meetings.models import Entry, WorkWeek
from cchc.modules.meetings.operations.entries import correct_entry, propose_entry
from cchc.modules.meetings.operations.entry_decisions import (
    approve_entry,
    cancel_entry,
    return_entry,
)
from cchc.modules.meetings.operations.publishing import publish_week
from cchc.modules.meetings.operations.rooms import keep_room, name_keeper
from cchc.modules.meetings.rules.fields import EntryFields
from cchc.modules.meetings.rules.kinds import Session

ROOMS = (
    ("Hội trường UBND tỉnh", "Tầng 1, nhà A", 250, "Họp trực tuyến, hai màn chiếu"),
    ("Phòng họp số 1", "Tầng 2, nhà A", 60, "Họp trực tuyến"),
    ("Phòng họp số 2", "Tầng 2, nhà A", 30, "Máy chiếu"),
    ("Phòng khách", "Tầng 1, nhà A", 16, ""),
)
S, C, D = Session.MORNING, Session.AFTERNOON, Session.ALL_DAY

PAST: tuple[tuple[Any, ...], ...] = (
    (7, S, "CT", "Chào cờ, họp giao ban Thường trực UBND tỉnh", "Phòng họp số 1", "7:30", ""),
    (7, C, "PCT", "Nghe báo cáo tiến độ giải ngân vốn đầu tư công quý III",
     "Phòng họp số 2", "14:00", "Sở Kế hoạch và Đầu tư"),
    (8, D, "CT", "Kiểm tra tiến độ các công trình tại huyện Đầm Sen", "", "", "Sở Xây dựng"),
    (9, S, "PCT", "Làm việc với Sở Nội vụ về Chỉ số cải cách hành chính",
     "Phòng họp số 2", "8:00", "Sở Nội vụ"),
    (10, S, "CT", "Tiếp công dân định kỳ tháng 10", "Phòng khách", "8:00", ""),
    (11, C, "PCT", "Họp Ban Chỉ đạo xây dựng Chính quyền điện tử",
     "Phòng họp số 1", "14:00", "Sở Thông tin và Truyền thông"),
)  # fmt: skip
NOW: tuple[tuple[Any, ...], ...] = (
    (14, S, "CT", "Họp giao ban Thường trực UBND tỉnh", "Phòng họp số 1", "7:30", ""),
    (14, C, "PCT", "Làm việc với đoàn công tác của Bộ Nội vụ về sắp xếp đơn vị hành chính",
     "Phòng họp số 1", "14:00", "Sở Nội vụ"),
    (15, S, "CT", "Dự kỳ họp bất thường của HĐND tỉnh", "Hội trường UBND tỉnh", "8:00", ""),
    (15, C, "PCT", "Nghe báo cáo kết quả giải quyết thủ tục hành chính chín tháng",
     "Phòng họp số 2", "14:00", "Sở Tư pháp"),
    (16, S, "PCT", "Kiểm tra Bộ phận một cửa tại thành phố Sen Hồng", "", "8:00", "Sở Nội vụ"),
    (17, S, "CT", "Họp với các sở về dự toán ngân sách năm 2020",
     "Phòng họp số 1", "8:00", "Sở Tài chính"),
    (17, C, "CT", "Tiếp Đại sứ quán Nhật Bản", "Phòng khách", "15:00", "Sở Ngoại vụ"),
    (18, S, "PCT", "Dự lễ phát động thi đua ngành giáo dục",
     "Hội trường UBND tỉnh", "7:30", "Sở Giáo dục và Đào tạo"),
)  # fmt: skip
NEXT: tuple[tuple[Any, ...], ...] = (
    (21, S, "CT", "Họp giao ban Thường trực UBND tỉnh", "Phòng họp số 1", "7:30", ""),
    (22, S, "PCT", "Kiểm tra công tác phòng, chống dịch tả lợn châu Phi", "", "",
     "Sở Nông nghiệp và Phát triển nông thôn"),
    (23, C, "CT", "Đối thoại với doanh nghiệp quý IV", "Hội trường UBND tỉnh", "14:00",
     "Sở Kế hoạch và Đầu tư"),
)  # fmt: skip
ASKED: tuple[tuple[Any, ...], ...] = (
    ("Sở Y tế", 22, S, "PCT", "Dự hội nghị sơ kết công tác y tế chín tháng", "", "8:00", "Sở Y tế"),
    ("Sở Công Thương", 24, S, "CT", "Khai mạc Hội chợ công nghiệp - thương mại", "", "8:00",
     "Sở Công Thương"),
    ("Sở Ngoại vụ", 26, S, "PCT", "Tiễn đoàn công tác nước ngoài", "Phòng khách", "8:00",
     "Sở Ngoại vụ"),
)  # fmt: skip


def make_rooms(cast: Cast) -> dict[str, int]:
    """The rooms of the Office, which keeps the calendar of the province's leaders."""
    now = at(1, 7)
    name_keeper(
        agency_id=cast.committee_id, keeper_id=cast.office_id, actor=cast.secretary, now=now
    )
    return {
        name: keep_room(
            agency_id=cast.office_id,
            name=name,
            place=place,
            seat_count=seats,
            equipment=equipment,
            actor=cast.chief,
            now=now,
        ).pk
        for name, place, seats, equipment in ROOMS
    }


def make_weeks(cast: Cast, rooms: dict[str, int]) -> None:
    """Three weeks as they stand on the morning of 15/10/2019."""
    for rows, now in ((PAST, at(10, 4, 9)), (NOW, at(10, 11, 9))):
        for row in rows:
            _approved(cast, rooms, row, now)
        _publish(cast, rows[0][0], now)
    _correct(cast, rooms)
    for row in NEXT:
        _approved(cast, rooms, row, at(10, 14, 9))
    for name, *asked in ASKED:
        propose_entry(
            agency_id=cast.committee_id,
            fields=_fields(cast, rooms, tuple(asked)),
            accepts_conflicts=True,
            actor=cast.head_of(name),
            now=at(10, 14, 15),
        )
    _return_one(cast)


def _approved(cast: Cast, rooms: dict[str, int], row: tuple[Any, ...], now: datetime) -> Entry:
    entry = propose_entry(
        agency_id=cast.committee_id,
        fields=_fields(cast, rooms, row),
        accepts_conflicts=True,
        actor=cast.secretary,
        now=now,
    )
    return approve_entry(entry_id=entry.pk, accepts_conflicts=True, actor=cast.chief, now=now)


def _publish(cast: Cast, day: int, now: datetime) -> None:
    week = WorkWeek.objects.get(starts_on=date(2019, 10, day))
    publish_week(week_id=week.pk, actor=cast.chief, now=now)


def _correct(cast: Cast, rooms: dict[str, int]) -> None:
    """After publication: a visit moved to the afternoon, a reception off, a meeting added."""
    who: dict[str, Any] = {"actor": cast.chief, "now": at(10, 14, 11)}
    visit = Entry.objects.get(content__startswith="Kiểm tra Bộ phận một cửa")
    moved = (16, C, "PCT", visit.content, "", "14:00", "Sở Nội vụ")
    correct_entry(
        entry_id=visit.pk, fields=_fields(cast, rooms, moved), accepts_conflicts=True, **who
    )
    reception = Entry.objects.get(content__startswith="Tiếp Đại sứ quán")
    cancel_entry(entry_id=reception.pk, reason="Đoàn lùi lịch sang tháng 11", **who)
    added = (18, C, "CT", "Họp khẩn về phòng, chống hạn mặn", "Phòng họp số 2", "14:00", "")
    _approved(cast, rooms, added, at(10, 14, 11))
    _publish(cast, 14, at(10, 14, 11))


def _return_one(cast: Cast) -> None:
    entry = Entry.objects.get(content__startswith="Tiễn đoàn công tác")
    return_entry(
        entry_id=entry.pk,
        reason="Thứ Bảy lãnh đạo không có lịch; đề nghị Sở tiễn đoàn",
        actor=cast.chief,
        now=at(10, 14, 16),
    )


def _fields(cast: Cast, rooms: dict[str, int], row: tuple[Any, ...]) -> EntryFields:
    day, session, leader, content, place, hour, prepared = row
    begins = time.fromisoformat(hour.zfill(5)) if hour else None
    prepared_by = cast.agency(prepared) if prepared else None
    return EntryFields(
        on=date(2019, 10, day),
        session=session,
        content=content,
        leader_ids=(cast.leaders[leader],),
        chair_id=cast.leaders[leader],
        starts_at=begins,
        place="" if place in rooms else place or "tại cơ sở",
        room_id=rooms.get(place),
        prepared_by_id=prepared_by,
        attending_ids=(cast.office_id,),
    )
