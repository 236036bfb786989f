"""What happens to meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from cchc.platform.events.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutMeeting(Event):
    meeting_id: int
    title: str

    def about(self) -> tuple[str, ...]:
        """Shown on the page of the meeting."""
        return (f"meetings.meeting:{self.meeting_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlanned(_AboutMeeting):
    """A meeting is being prepared."""

    name: ClassVar[str] = "meetings.meeting.planned"
    sentence: ClassVar[str] = "đã lập cuộc họp “{title}”, bắt đầu {starts_at}"

    starts_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingChanged(_AboutMeeting):
    """Time, place, agenda or those invited read differently."""

    name: ClassVar[str] = "meetings.meeting.changed"
    sentence: ClassVar[str] = "đã sửa cuộc họp “{title}”: {changed}"

    changed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationsSent(_AboutMeeting):
    """The invitations went out."""

    name: ClassVar[str] = "meetings.meeting.invited"
    sentence: ClassVar[str] = "đã gửi giấy mời họp “{title}” tới {invited_count} thành phần"

    invited_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationAnswered(_AboutMeeting):
    """Somebody said whether they come."""

    name: ClassVar[str] = "meetings.invitation.answered"
    sentence: ClassVar[str] = "{who} trả lời giấy mời “{title}”: {answer}"
    personal: ClassVar[frozenset[str]] = frozenset({"who"})

    who: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHandedIn(_AboutMeeting):
    """A paper was added to a meeting."""

    name: ClassVar[str] = "meetings.paper.handed_in"
    sentence: ClassVar[str] = "đã gửi tài liệu “{paper}” cho cuộc họp “{title}”"

    paper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTakenOut(_AboutMeeting):
    """A paper was taken out of a meeting."""

    name: ClassVar[str] = "meetings.paper.taken_out"
    sentence: ClassVar[str] = "đã rút tài liệu “{paper}” khỏi cuộc họp “{title}”"

    paper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHeld(_AboutMeeting):
    """The meeting took place; how many came."""

    name: ClassVar[str] = "meetings.meeting.held"
    sentence: ClassVar[str] = (
        "đã ghi nhận cuộc họp “{title}”: {present_count} có mặt, {absent_count} vắng"
    )

    present_count: int
    absent_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesKept(_AboutMeeting):
    """The minutes were written down."""

    name: ClassVar[str] = "meetings.meeting.minutes_kept"
    sentence: ClassVar[str] = "đã ghi biên bản cuộc họp “{title}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionKept(_AboutMeeting):
    """A conclusion was written down, changed or left out."""

    name: ClassVar[str] = "meetings.conclusion.kept"
    sentence: ClassVar[str] = "đã {did} kết luận {position} của cuộc họp “{title}”"

    did: str
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionsHandedOver(_AboutMeeting):
    """The conclusions became a draft that gives work once it is confirmed."""

    name: ClassVar[str] = "meetings.meeting.concluded"
    sentence: ClassVar[str] = (
        "đã chuyển {conclusion_count} kết luận của cuộc họp “{title}” thành dự thảo giao việc "
        "{number}"
    )

    number: str
    conclusion_count: int
    draft_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionsBecameWork(_AboutMeeting):
    """The draft was confirmed: each conclusion is a task now."""

    name: ClassVar[str] = "meetings.meeting.gave_work"
    sentence: ClassVar[str] = "kết luận của cuộc họp “{title}” đã được giao việc theo {number}"

    number: str
    plan_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPostponed(_AboutMeeting):
    """The meeting was put off."""

    name: ClassVar[str] = "meetings.meeting.postponed"
    sentence: ClassVar[str] = "đã hoãn cuộc họp “{title}”. Lý do: {reason}"

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSetAgain(_AboutMeeting):
    """A meeting that was put off has a new time."""

    name: ClassVar[str] = "meetings.meeting.set_again"
    sentence: ClassVar[str] = "đã định lại thời gian cuộc họp “{title}”: {starts_at}"

    starts_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCancelled(_AboutMeeting):
    """The meeting does not take place."""

    name: ClassVar[str] = "meetings.meeting.cancelled"
    sentence: ClassVar[str] = "đã hủy cuộc họp “{title}”. Lý do: {reason}"

    reason: str
