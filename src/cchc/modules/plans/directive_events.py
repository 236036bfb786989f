"""What happens to documents that give work point by point, and to the sources of tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cchc.platform.events.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretRefused(Event):
    """A paper bore a degree of secrecy; nothing of it was kept, and nothing of it is said here."""

    name: ClassVar[str] = "plans.draft.refused_for_secrecy"
    sentence: ClassVar[str] = "đã từ chối một tài liệu có dấu độ mật; không lưu lại gì"

    draft_id: int

    def about(self) -> tuple[str, ...]:
        """Shown on the draft of which nothing is left."""
        return (f"plans.draft:{self.draft_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerChosen(Event):
    """Somebody said in whose name a draft gives work."""

    name: ClassVar[str] = "plans.draft.issuer_chosen"
    sentence: ClassVar[str] = "đã chọn cơ quan giao việc của bản nháp “{title}”: {agency_name}"

    draft_id: int
    title: str
    agency_id: int
    agency_name: str

    def about(self) -> tuple[str, ...]:
        """Shown on the review of the draft."""
        return (f"plans.draft:{self.draft_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutSource(Event):
    task_id: int
    plan_id: int
    code: str
    number: str
    """The document, as "Công văn 526/VP-HCTC"."""
    place: str

    def about(self) -> tuple[str, ...]:
        """Shown on the task and on the document."""
        return (f"plans.task:{self.task_id}", f"plans.plan:{self.plan_id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAdded(_AboutSource):
    """A document was said to give work that a task already is."""

    name: ClassVar[str] = "plans.source.added"
    sentence: ClassVar[str] = "đã gắn {number} ({place}) làm nguồn của nhiệm vụ {code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRemoved(_AboutSource):
    """A document is no longer taken for a source of a task."""

    name: ClassVar[str] = "plans.source.removed"
    sentence: ClassVar[str] = "đã gỡ {number} ({place}) khỏi nhiệm vụ {code}. Lý do: {reason}"

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSettled(_AboutSource):
    """Where two sources said differently, somebody decided which holds."""

    name: ClassVar[str] = "plans.source.settled"
    sentence: ClassVar[str] = (
        "đã xử lý chỗ khác nhau giữa nhiệm vụ {code} và {number} ({place}): {decision}"
    )

    decision: str
    reason: str = ""
