"""What happens to outgoing papers and to registers, for the trail and for higher modules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cchc.platform.events.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutLetter(Event):
    letter_id: int
    subject: str

    def about(self) -> tuple[str, ...]:
        """Shown on the page of the paper."""
        return (f"documents.letter:{self.letter_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDrafted(_AboutLetter):
    """A paper was begun."""

    name: ClassVar[str] = "documents.letter.drafted"
    sentence: ClassVar[str] = "đã lập dự thảo “{subject}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterEdited(_AboutLetter):
    """The text of a draft was changed."""

    name: ClassVar[str] = "documents.letter.edited"
    sentence: ClassVar[str] = "đã sửa dự thảo “{subject}”, bản {version}"

    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WordUploaded(_AboutLetter):
    """An edited Word file was brought back as the version to issue."""

    name: ClassVar[str] = "documents.letter.word_uploaded"
    sentence: ClassVar[str] = "đã gửi bản Word đã sửa “{file_name}” của “{subject}”"

    file_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAttached(_AboutLetter):
    """A file was put to a paper."""

    name: ClassVar[str] = "documents.letter.file_attached"
    sentence: ClassVar[str] = "đã đính kèm “{file_name}” vào “{subject}”"

    file_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSubmitted(_AboutLetter):
    """A draft was laid before who signs."""

    name: ClassVar[str] = "documents.letter.submitted"
    sentence: ClassVar[str] = "đã trình {signer_name} ký “{subject}”"

    signer_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterReturned(_AboutLetter):
    """A draft came back to be mended."""

    name: ClassVar[str] = "documents.letter.returned"
    sentence: ClassVar[str] = "đã trả lại dự thảo “{subject}”: {reason}"

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterIssued(_AboutLetter):
    """A paper was signed, numbered, and entered in the register."""

    name: ClassVar[str] = "documents.letter.issued"
    sentence: ClassVar[str] = "đã phát hành văn bản số {number}: “{subject}”"

    number: str
    agency_id: int
    issued_on: str
    """YYYY-MM-DD."""
    source: str
    """What the paper was made from: "urging.letter:12"; empty for one written by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSent(_AboutLetter):
    """A paper was sent to those who receive it."""

    name: ClassVar[str] = "documents.letter.sent"
    sentence: ClassVar[str] = "đã gửi văn bản số {number} đến {recipient_count} cơ quan"

    number: str
    recipient_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWithdrawn(_AboutLetter):
    """A paper was taken back; its number stays."""

    name: ClassVar[str] = "documents.letter.withdrawn"
    sentence: ClassVar[str] = "đã thu hồi văn bản số {number}: {reason}"

    number: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterAbandoned(_AboutLetter):
    """A draft was given up."""

    name: ClassVar[str] = "documents.letter.abandoned"
    sentence: ClassVar[str] = "đã bỏ dự thảo “{subject}”"

    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutRegister(Event):
    register_id: int
    register_name: str

    def about(self) -> tuple[str, ...]:
        """Shown on the page of the register."""
        return (f"documents.register:{self.register_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterOpened(_AboutRegister):
    """A register was opened for an agency."""

    name: ClassVar[str] = "documents.register.opened"
    sentence: ClassVar[str] = "đã mở {register_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolSet(_AboutRegister):
    """From a day on papers of a kind carry another symbol."""

    name: ClassVar[str] = "documents.register.symbol_set"
    sentence: ClassVar[str] = (
        "đã đặt ký hiệu {symbol} cho {kind_name} từ ngày {since} ở {register_name}"
    )

    kind_name: str
    symbol: str
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersSkipped(_AboutRegister):
    """Numbers were used outside the platform, or will never be; the register says why."""

    name: ClassVar[str] = "documents.register.numbers_skipped"
    sentence: ClassVar[str] = "đã ghi các số {first}–{last} năm {year} ở {register_name}: {reason}"

    year: int
    first: int
    last: int
    reason: str
