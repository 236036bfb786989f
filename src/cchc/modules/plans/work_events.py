"""What happens to the work that plans give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from cchc.platform.events.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutTask(Event):
    task_id: int
    plan_id: int
    code: str

    def about(self) -> tuple[str, ...]:
        """Shown on the page of the task."""
        return (f"plans.task:{self.task_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutWork(_AboutTask):
    """One agency's part; `label` names the round of recurring work, empty otherwise."""

    assignment_id: int
    agency_id: int
    agency_name: str

    def about(self) -> tuple[str, ...]:
        """Shown on the page of the task and on that of the part."""
        return (f"plans.task:{self.task_id}", f"plans.assignment:{self.assignment_id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutOccurrence(_AboutWork):
    occurrence_id: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkAcknowledged(_AboutWork):
    """An agency acknowledged its part."""

    name: ClassVar[str] = "plans.work.acknowledged"
    sentence: ClassVar[str] = "đã tiếp nhận phần việc của {agency_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderNamed(_AboutWork):
    """A person was named who holds the work in the agency."""

    name: ClassVar[str] = "plans.work.holder_named"
    sentence: ClassVar[str] = "đã phân công {holder_name} thực hiện phần việc của {agency_name}"

    holder_id: int
    holder_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReported(_AboutWork):
    """An agency said how its work goes."""

    name: ClassVar[str] = "plans.work.progress_reported"
    sentence: ClassVar[str] = "đã báo cáo tiến độ của {agency_name}: {note}"

    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofHandedIn(_AboutOccurrence):
    """Products were handed in as proof."""

    name: ClassVar[str] = "plans.proof.handed_in"
    sentence: ClassVar[str] = "đã nộp minh chứng của {agency_name} (lần {round_number}): {products}"

    submission_id: int
    round_number: int
    products: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofApproved(_AboutOccurrence):
    """The agency's head approved what was handed in."""

    name: ClassVar[str] = "plans.proof.approved"
    sentence: ClassVar[str] = "đã duyệt minh chứng của {agency_name}, gửi cơ quan giao nghiệm thu"

    submission_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofReturned(_AboutOccurrence):
    """What was handed in was returned, with the reason."""

    name: ClassVar[str] = "plans.proof.returned"
    sentence: ClassVar[str] = "đã trả lại minh chứng của {agency_name}. Lý do: {reason}"

    submission_id: int
    reason: str
    is_by_head: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofAccepted(_AboutOccurrence):
    """What was handed in was accepted: the occurrence is done."""

    name: ClassVar[str] = "plans.proof.accepted"
    sentence: ClassVar[str] = "đã nghiệm thu phần việc của {agency_name}"

    submission_id: int
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionAsked(_AboutOccurrence):
    """More time was asked for."""

    name: ClassVar[str] = "plans.extension.asked"
    sentence: ClassVar[str] = "đã xin gia hạn phần việc của {agency_name} đến {wanted_on}: {reason}"

    extension_id: int
    wanted_on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineExtended(_AboutOccurrence):
    """More time was granted; the first deadline is kept."""

    name: ClassVar[str] = "plans.extension.granted"
    sentence: ClassVar[str] = "đã đồng ý gia hạn cho {agency_name} từ {from_due_on} đến {to_due_on}"

    extension_id: int
    from_due_on: date
    to_due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionRefused(_AboutOccurrence):
    """More time was refused."""

    name: ClassVar[str] = "plans.extension.refused"
    sentence: ClassVar[str] = "đã không đồng ý gia hạn cho {agency_name}. Lý do: {reason}"

    extension_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerRecorded(_AboutTask):
    """The event a task waited for has come."""

    name: ClassVar[str] = "plans.task.triggered"
    sentence: ClassVar[str] = (
        "đã ghi nhận sự kiện ngày {happened_on} ({document}), hạn thực hiện {due_on}"
    )

    trigger_id: int
    happened_on: date
    due_on: date
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceBound(_AboutTask):
    """The document that sets a task's time was named."""

    name: ClassVar[str] = "plans.task.reference_bound"
    sentence: ClassVar[str] = "đã gắn văn bản {document}, hạn thực hiện {due_on}"

    trigger_id: int
    due_on: date
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersChosen(_AboutTask):
    """Somebody said who is meant by an open or conditional group."""

    name: ClassVar[str] = "plans.task.members_chosen"
    sentence: ClassVar[str] = "đã xác định “{party}” gồm {agency_names}"

    party: str
    agency_names: str
    agency_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskWithdrawn(_AboutTask):
    """A row of the plan was taken back with its open work."""

    name: ClassVar[str] = "plans.task.withdrawn"
    sentence: ClassVar[str] = "đã thu hồi nhiệm vụ {code}. Lý do: {reason}"

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkSuspended(_AboutOccurrence):
    """The clock of an occurrence was stopped."""

    name: ClassVar[str] = "plans.work.suspended"
    sentence: ClassVar[str] = "đã tạm dừng phần việc của {agency_name}. Lý do: {reason}"

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkResumed(_AboutOccurrence):
    """The clock of an occurrence goes on."""

    name: ClassVar[str] = "plans.work.resumed"
    sentence: ClassVar[str] = "đã cho tiếp tục phần việc của {agency_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPassedOn(_AboutWork):
    """Open work passed from an agency to its successor, with its clock."""

    name: ClassVar[str] = "plans.work.passed_on"
    sentence: ClassVar[str] = "đã chuyển phần việc của {from_agency_name} sang {agency_name}"

    from_agency_id: int
    from_agency_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCommented(_AboutTask):
    """Somebody said something on the task."""

    name: ClassVar[str] = "plans.task.commented"
    sentence: ClassVar[str] = "đã trao đổi: {excerpt}"

    comment_id: int
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _InThread(_AboutWork):
    """Told inside a thread only: on the page of the part, and on the thread as a whole."""

    thread_id: int

    def about(self) -> tuple[str, ...]:
        """Never on the page of a row of the plan, which others read too."""
        return (f"plans.thread:{self.thread_id}", f"plans.assignment:{self.assignment_id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartGiven(_InThread):
    """A part of the work was handed down."""

    name: ClassVar[str] = "plans.part.given"
    sentence: ClassVar[str] = "đã giao {receiver_name} việc “{content}”, hạn {due}"

    receiver_name: str
    content: str
    due: str
    above_id: int
    """The occurrence it is a part of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRecalled(_InThread):
    """A part that had been handed down was taken back."""

    name: ClassVar[str] = "plans.part.recalled"
    sentence: ClassVar[str] = "đã thu hồi việc “{content}” giao {agency_name}. Lý do: {reason}"

    content: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineFollowed(_InThread):
    """The deadline of a part was shortened with that of the work above it."""

    name: ClassVar[str] = "plans.part.due_followed"
    sentence: ClassVar[str] = (
        "hạn việc của {agency_name} đổi từ {from_due_on} sang {to_due_on} theo việc cấp trên"
    )

    occurrence_id: int
    from_due_on: date
    to_due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMovedUp(_InThread):
    """After a merger a part hangs on the work above the one it was given from."""

    name: ClassVar[str] = "plans.part.moved_up"
    sentence: ClassVar[str] = (
        "việc của {agency_name} nối lên việc cấp trên sau khi sáp nhập cơ quan"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkHandedBack(_AboutWork):
    """An agency says that the work is not for it."""

    name: ClassVar[str] = "plans.work.handed_back"
    sentence: ClassVar[str] = "đã trả lại việc giao {agency_name}. Lý do: {reason}"

    handback_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandbackRefused(_AboutWork):
    """Whoever gave the work says that it stays where it is."""

    name: ClassVar[str] = "plans.work.insisted"
    sentence: ClassVar[str] = "đã giữ nguyên việc giao {agency_name}. Lý do: {reason}"

    handback_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRedirected(_AboutWork):
    """Whoever gave the work gave it to another one instead; the clock goes on."""

    name: ClassVar[str] = "plans.work.redirected"
    sentence: ClassVar[str] = (
        "đã chuyển việc của {from_name} sang {receiver_name}, giữ nguyên hạn. Lý do: {reason}"
    )

    from_agency_id: int
    from_name: str
    receiver_name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineReckonedAnew(_AboutOccurrence):
    """The calendar changed, and the deadline that was given in working days with it."""

    name: ClassVar[str] = "plans.work.due_reckoned_anew"
    sentence: ClassVar[str] = (
        "hạn của {agency_name} đổi từ {from_due_on} sang {to_due_on} do lịch làm việc thay đổi"
        " ({days} ngày làm việc kể từ {counted_from})"
    )

    from_due_on: date
    to_due_on: date
    days: int
    counted_from: date
