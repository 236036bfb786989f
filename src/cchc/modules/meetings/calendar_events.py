"""What happens to the work calendar of leaders, to rooms, and to feed addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from cchc.platform.events.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutEntry(Event):
    entry_id: int
    week_id: int
    on: date
    content: str

    def about(self) -> tuple[str, ...]:
        """Shown on the entry and on its week."""
        return (f"meetings.entry:{self.entry_id}", f"meetings.week:{self.week_id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryProposed(_AboutEntry):
    """An office asked for an entry in the work calendar."""

    name: ClassVar[str] = "meetings.entry.proposed"
    sentence: ClassVar[str] = "đã đề nghị đưa vào lịch công tác ngày {on}: “{content}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryApproved(_AboutEntry):
    """An entry was approved, perhaps knowing what it meets with."""

    name: ClassVar[str] = "meetings.entry.approved"
    sentence: ClassVar[str] = "đã duyệt lịch ngày {on}: “{content}”{known}"

    known: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryReturned(_AboutEntry):
    """An entry was sent back to whoever proposed it."""

    name: ClassVar[str] = "meetings.entry.returned"
    sentence: ClassVar[str] = "đã trả lại đề nghị ngày {on}: “{content}”. Lý do: {reason}"

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCorrected(_AboutEntry):
    """An entry reads differently now."""

    name: ClassVar[str] = "meetings.entry.corrected"
    sentence: ClassVar[str] = "đã điều chỉnh lịch ngày {on}: “{content}” ({changed})"

    changed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCancelled(_AboutEntry):
    """An entry does not take place."""

    name: ClassVar[str] = "meetings.entry.cancelled"
    sentence: ClassVar[str] = "đã hủy lịch ngày {on}: “{content}”. Lý do: {reason}"

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPublished(Event):
    """A week was published, as version 1 or as a corrected one."""

    name: ClassVar[str] = "meetings.week.published"
    sentence: ClassVar[str] = (
        "đã ban hành lịch công tác tuần từ {starts_on}, lần {version}: {entry_count} mục"
    )

    week_id: int
    starts_on: date
    version: int
    entry_count: int

    def about(self) -> tuple[str, ...]:
        """Shown on the week."""
        return (f"meetings.week:{self.week_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomKept(Event):
    """A room was entered in the list or changed."""

    name: ClassVar[str] = "meetings.room.kept"
    sentence: ClassVar[str] = "đã ghi phòng họp “{room_name}” vào danh mục"

    room_id: int
    room_name: str

    def about(self) -> tuple[str, ...]:
        """Shown with the room."""
        return (f"meetings.room:{self.room_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeeperNamed(Event):
    """An agency was named to keep the calendar of another one's leaders."""

    name: ClassVar[str] = "meetings.calendar.keeper_named"
    sentence: ClassVar[str] = "đã giao {keeper_name} quản lý lịch công tác của {agency_name}"

    agency_id: int
    agency_name: str
    keeper_id: int
    keeper_name: str

    def about(self) -> tuple[str, ...]:
        """Shown with the agency."""
        return (f"organisation.agency:{self.agency_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedAddressGiven(Event):
    """A person made a secret address for their calendar, which ends any earlier one."""

    name: ClassVar[str] = "meetings.feed.given"
    sentence: ClassVar[str] = "đã tạo địa chỉ lịch iCal riêng, các địa chỉ cũ hết hiệu lực"

    person_id: int

    def about(self) -> tuple[str, ...]:
        """Shown with the person."""
        return (f"organisation.person:{self.person_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedAddressRevoked(Event):
    """A person ended the secret address of their calendar."""

    name: ClassVar[str] = "meetings.feed.revoked"
    sentence: ClassVar[str] = "đã thu hồi địa chỉ lịch iCal riêng"

    person_id: int

    def about(self) -> tuple[str, ...]:
        """Shown with the person."""
        return (f"organisation.person:{self.person_id}",)
