"""What happens in urging, for the trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from cchc.platform.events.event import Event

# --- ladder, notices, digests, mutes


@dataclass(frozen=True, slots=True, kw_only=True)
class DayUrged(Event):
    """The urging of a day was done."""

    name: ClassVar[str] = "urging.day.urged"
    sentence: ClassVar[str] = (
        "đã đôn đốc ngày {on}: {notice_count} lượt nhắc, {digest_count} bản tin"
    )

    on: date
    notice_count: int
    digest_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutLadder(Event):
    ladder_id: int
    ladder_name: str

    def about(self) -> tuple[str, ...]:
        """Shown on the page of the ladder."""
        return (f"urging.ladder:{self.ladder_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderSet(_AboutLadder):
    """A ladder, or a new version of one, was set."""

    name: ClassVar[str] = "urging.ladder.set"
    sentence: ClassVar[str] = "đã đặt thang đôn đốc “{ladder_name}” áp dụng từ {effective_from}"

    effective_from: date
    replaces_id: int | None

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of this version and of the one before."""
        before = (self.replaces_id,) if self.replaces_id is not None else ()
        return tuple(f"urging.ladder:{pk}" for pk in (self.ladder_id, *before))


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderEnded(_AboutLadder):
    """A ladder ends; the work it was for goes by the next that covers it."""

    name: ClassVar[str] = "urging.ladder.ended"
    sentence: ClassVar[str] = "đã thôi dùng thang đôn đốc “{ladder_name}” sau {on}"

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestHourSet(Event):
    """The hour at which digests leave was set."""

    name: ClassVar[str] = "urging.digest_hour.set"
    sentence: ClassVar[str] = "đã đặt giờ gửi bản tin đôn đốc: {sends_at}, từ {effective_from}"

    sends_at: str
    effective_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestAcknowledged(Event):
    """A person said to have received their digest and the notices in it."""

    name: ClassVar[str] = "urging.digest.acknowledged"
    sentence: ClassVar[str] = "đã nhận bản tin đôn đốc ngày {on} ({notice_count} lượt nhắc)"

    digest_id: int
    on: date
    notice_count: int
    task_ids: tuple[int, ...]

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of the tasks that the person was urged about."""
        return tuple(f"plans.task:{task_id}" for task_id in self.task_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeAcknowledged(Event):
    """A person said to have received one notice."""

    name: ClassVar[str] = "urging.notice.acknowledged"
    sentence: ClassVar[str] = "đã nhận lời nhắc ngày {on}"

    notice_id: int
    task_id: int
    on: date

    def about(self) -> tuple[str, ...]:
        """Shown on the page of the task."""
        return (f"plans.task:{self.task_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutMute(Event):
    mute_id: int
    target: str
    """The part, the agency or the person in words."""
    task_id: int | None
    agency_id: int | None

    def about(self) -> tuple[str, ...]:
        """Shown on the page of the task or of the agency."""
        task = (f"plans.task:{self.task_id}",) if self.task_id is not None else ()
        agency = (f"organisation.agency:{self.agency_id}",) if self.agency_id is not None else ()
        return (*task, *agency, f"urging.mute:{self.mute_id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgingMuted(_AboutMute):
    """Urging was stopped for a while."""

    name: ClassVar[str] = "urging.mute.begun"
    sentence: ClassVar[str] = "đã tạm ngừng nhắc {target} đến hết {ends_on}. Lý do: {reason}"

    ends_on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgingUnmuted(_AboutMute):
    """Urging goes on before the end of a mute."""

    name: ClassVar[str] = "urging.mute.lifted"
    sentence: ClassVar[str] = "đã cho nhắc lại {target}"


# --- letters


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveBegun(Event):
    """An urging letter was issued: its items remind their agencies from now on."""

    name: ClassVar[str] = "urging.wave.begun"
    sentence: ClassVar[str] = "đã đôn đốc bằng công văn số {number}: {item_count} nhiệm vụ"

    urging_id: int
    number: str
    item_count: int
    task_ids: tuple[int, ...]

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of the wave and of its tasks."""
        tasks = dict.fromkeys(f"plans.task:{task_id}" for task_id in self.task_ids)
        return (f"urging.letter:{self.urging_id}", *tasks)


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgingAnswered(Event):
    """An agency answered an item of a letter."""

    name: ClassVar[str] = "urging.item.answered"
    sentence: ClassVar[str] = (
        "{agency_name} đã trả lời công văn đôn đốc số {number}, hẹn xong ngày {promised_on}"
    )

    urging_id: int
    item_id: int
    task_id: int
    number: str
    agency_name: str
    promised_on: str

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of the wave and of the task."""
        return (f"urging.letter:{self.urging_id}", f"plans.task:{self.task_id}")


__all__ = [
    "DayUrged",
    "DigestAcknowledged",
    "DigestHourSet",
    "LadderEnded",
    "LadderSet",
    "NoticeAcknowledged",
    "UrgingAnswered",
    "UrgingMuted",
    "UrgingUnmuted",
    "WaveBegun",
]
