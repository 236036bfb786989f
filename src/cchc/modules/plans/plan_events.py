"""What happens to plans and to the drafts they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cchc.platform.events.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutDraft(Event):
    draft_id: int
    title: str

    def about(self) -> tuple[str, ...]:
        """Shown on the review of the draft."""
        return (f"plans.draft:{self.draft_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStarted(_AboutDraft):
    """A document was sent in to be read."""

    name: ClassVar[str] = "plans.draft.started"
    sentence: ClassVar[str] = "đã gửi tài liệu “{title}” để đọc"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRead(_AboutDraft):
    """A document was read; how many rows, how many doubts."""

    name: ClassVar[str] = "plans.draft.read"
    sentence: ClassVar[str] = (
        "đã đọc xong “{title}”: {task_count} nhiệm vụ, {doubt_count} chỗ cần xem lại"
    )

    task_count: int
    doubt_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftShared(_AboutDraft):
    """A draft was shown to somebody."""

    name: ClassVar[str] = "plans.draft.shared"
    sentence: ClassVar[str] = "đã chia sẻ bản nháp “{title}” với {person_names}"

    person_names: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTakenAsCorrection(_AboutDraft):
    """A draft was taken as the corrected paper of the document that has its number already."""

    name: ClassVar[str] = "plans.draft.taken_as_correction"
    sentence: ClassVar[str] = "đã chuyển bản nháp “{title}” thành bản đính chính của {number}"

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAbandoned(_AboutDraft):
    """A draft was given up; the document stays stored."""

    name: ClassVar[str] = "plans.draft.abandoned"
    sentence: ClassVar[str] = "đã bỏ bản nháp “{title}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutPlan(Event):
    plan_id: int
    number: str

    def about(self) -> tuple[str, ...]:
        """Shown on the page of the plan."""
        return (f"plans.plan:{self.plan_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanConfirmed(_AboutPlan):
    """A plan was confirmed and its work given out."""

    name: ClassVar[str] = "plans.plan.confirmed"
    sentence: ClassVar[str] = (
        "đã xác nhận {number} và giao việc: {task_count} nhiệm vụ, {assignment_count} phần việc "
        "của {agency_count} cơ quan"
    )

    title: str
    task_count: int
    assignment_count: int
    occurrence_count: int
    agency_count: int
    draft_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCorrected(_AboutPlan):
    """A corrected paper was taken over into a confirmed plan."""

    name: ClassVar[str] = "plans.plan.corrected"
    sentence: ClassVar[str] = (
        "đã đính chính {number}: sửa {changed_count}, thêm {added_count}, "
        "bỏ {removed_count} nhiệm vụ"
    )

    changed_count: int
    added_count: int
    removed_count: int
    draft_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWithdrawn(_AboutPlan):
    """A plan was taken back with all its open work."""

    name: ClassVar[str] = "plans.plan.withdrawn"
    sentence: ClassVar[str] = "đã thu hồi {number}. Lý do: {reason}"

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetBound(_AboutPlan):
    """A target was bound to the figure that measures it."""

    name: ClassVar[str] = "plans.target.bound"
    sentence: ClassVar[str] = "đã gắn chỉ tiêu {target_number} với số liệu {figure_code}"

    target_number: int
    figure_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLinked(Event):
    """A row was said to carry out a row of the plan above."""

    name: ClassVar[str] = "plans.task.linked"
    sentence: ClassVar[str] = (
        "đã nối nhiệm vụ {code} với nhiệm vụ {above_code} của kế hoạch cấp trên"
    )

    task_id: int
    code: str
    above_task_id: int
    above_code: str

    def about(self) -> tuple[str, ...]:
        """Shown on both tasks."""
        return (f"plans.task:{self.task_id}", f"plans.task:{self.above_task_id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatesChecked(Event):
    """The nightly check found deadlines that are not what their ledger says, or parts undated."""

    name: ClassVar[str] = "plans.states.checked"
    sentence: ClassVar[str] = (
        "đã kiểm tra thời hạn: các kỳ lệch sổ theo dõi {off_ledger}; "
        "các phần việc chưa có kỳ {without_round}"
    )

    off_ledger: tuple[int, ...]
    without_round: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeEntered(Event):
    """A programme of several years was entered."""

    name: ClassVar[str] = "plans.programme.entered"
    sentence: ClassVar[str] = "đã thêm chương trình “{title}”"

    programme_id: int
    title: str

    def about(self) -> tuple[str, ...]:
        """Shown with the programme."""
        return (f"plans.programme:{self.programme_id}",)
