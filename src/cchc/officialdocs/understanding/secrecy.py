"""The degree of secrecy that is stamped on a document: a box under its number, or "Độ mật: …".

Only a mark counts: words that stand alone where a stamp stands. "Bảo vệ bí mật nhà nước" in a title
or in running text is no mark, nor is a column of a table that lists degrees.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from cchc.officialdocs.document import Reading
from cchc.officialdocs.layout import Place
from cchc.officialdocs.understanding.folding import fold
from cchc.officialdocs.understanding.lines import DataTable, Line, Stream

HEAD_LINES = 60
"""A mark in small letters, or beside other words, is looked for in this many lines."""
_HEAD_TABLE_ROWS = 12
_HEAD_TABLE_AFTER = 15
_ROUND_A_STAMP = " \t|[](){}<>_*.:-–—=~'\"“”□▢│┃┌┐└┘─"


class Secrecy(StrEnum):
    """The degrees of state secrets, lowest first; the values are what the stamp says."""

    CONFIDENTIAL = "Mật"
    SECRET = "Tối mật"  # noqa: S105 (a degree, no password)
    TOP_SECRET = "Tuyệt mật"  # noqa: S105 (a degree, no password)


_DEGREES = {
    "mat": Secrecy.CONFIDENTIAL,
    "toimat": Secrecy.SECRET,
    "tuyetmat": Secrecy.TOP_SECRET,
    "c": Secrecy.CONFIDENTIAL,
    "b": Secrecy.SECRET,
    "a": Secrecy.TOP_SECRET,
}
_WRITTEN = frozenset({"mật", "tối mật", "tuyệt mật", "mat", "toi mat", "tuyet mat"})
_STATED = re.compile(r"^\W*(?:do|muc do|cap do|muc) mat\s*[:.]\s*(toi mat|tuyet mat|mat|[abc])\b")
_BESIDE = re.compile(r"(?<!\w)(TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT)(?!\w)")
_NO_MARK_BEFORE = re.compile(r"\b(?:bi|bao|co|tai lieu|van ban|do)\s*$")
_NUMBER = re.compile(r"^\W*so\s*[:.]?\s*[\d.…\s]*[/-]")
_DAY = re.compile(r"\bngay\b.{0,20}\bthang\b.{0,20}\bnam\b")
_SUBJECT = re.compile(r"^\W*v\s*/\s*v\b")
Found = tuple[Secrecy, Place, float]


def secrecy_of(stream: Stream) -> Reading[str | None]:
    """The degree that the document bears; None for an open one. The highest mark counts."""
    found = [*_in_lines(stream), *_in_head_tables(stream)]
    if not found:
        return Reading(None)
    order = list(Secrecy)
    degree, place, confidence = max(found, key=lambda one: order.index(one[0]))
    return Reading(degree.value, place, confidence)


def _in_lines(stream: Stream) -> Iterator[Found]:
    for at, line in enumerate(stream.lines):
        is_head = at < HEAD_LINES
        degree = _stamp(line.text, is_recognised=line.confidence < 1.0, is_head=is_head)
        if degree is None and is_head:
            degree = _stated(line) or _beside(line)
        if degree is not None:
            yield degree, line.place, line.confidence


def _in_head_tables(stream: Stream) -> Iterator[Found]:
    """A letter head drawn as a table that nothing else shows to be one."""
    for table in stream.tables:
        if _is_at_head(table):
            for row in table.table.rows:
                for cell in row.cells:
                    for text in cell.text.split("\n"):
                        degree = _stamp(text, is_recognised=cell.confidence < 1.0, is_head=False)
                        if degree is not None:
                            yield degree, cell.place, cell.confidence


def _is_at_head(table: DataTable) -> bool:
    return table.after < _HEAD_TABLE_AFTER and len(table.table.rows) <= _HEAD_TABLE_ROWS


def _stamp(text: str, *, is_recognised: bool, is_head: bool) -> Secrecy | None:
    """The degree of words that stand alone: in capitals anywhere, in small letters in the head."""
    if len(text) > 40 or re.match(r"^\s*[-–—+•*]\s", text) or text.rstrip().endswith((";", ",")):
        return None
    bare = unicodedata.normalize("NFC", text).strip(_ROUND_A_STAMP)
    letters = re.sub(r"\s+", "", fold(bare))
    if len(letters) < 3 or letters not in _DEGREES:
        return None
    is_loud = bare == bare.upper()
    is_written = " ".join(bare.casefold().split()) in _WRITTEN or " " in bare
    if is_loud and (is_written or is_recognised):
        return _DEGREES[letters]
    is_quiet = is_head and is_written and bare[:1].isupper()
    return _DEGREES[letters] if is_quiet else None


def _stated(line: Line) -> Secrecy | None:
    match = _STATED.match(line.plain)
    return _DEGREES[match.group(1).replace(" ", "")] if match else None


def _beside(line: Line) -> Secrecy | None:
    """A stamp that a reader ran together with the number, the date or the subject beside it."""
    text = unicodedata.normalize("NFC", line.text)
    for match in _BESIDE.finditer(text):
        before, after = fold(text[: match.start()]), fold(text[match.end() :])
        if _NO_MARK_BEFORE.search(before):
            continue
        is_head_line = _NUMBER.match(before) or _DAY.search(before) or _DAY.search(after)
        if is_head_line or (not before and (_SUBJECT.match(after) or _NUMBER.match(after))):
            return _DEGREES[re.sub(r"\s+", "", fold(match.group(1)))]
    return None
