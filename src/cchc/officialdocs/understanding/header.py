"""The head of a document: number and symbol, place and date, kind and title.

A draft that was not issued has no number and no date; both stay empty. Nothing is taken from the
body: an act cited there is never the document's own number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc.officialdocs.document import Reading
from cchc.officialdocs.understanding.citations import Citation, find_citations
from cchc.officialdocs.understanding.dates import day_of
from cchc.officialdocs.understanding.folding import fold, folded, tidy
from cchc.officialdocs.understanding.kinds import (
    DECISION,
    LETTER,
    kind_and_rest,
    kind_line,
    kind_of_symbol,
)
from cchc.officialdocs.understanding.lettering import LabelStyle, split_label
from cchc.officialdocs.understanding.lines import Line
from cchc.officialdocs.understanding.writing import is_shouting

HEAD_LINES = 60
"""The head of a document is looked for in this many lines."""


@dataclass(frozen=True, slots=True)
class Part:
    """A document or the plan attached to it: its kind, title, and where each stands."""

    kind: str
    title: Reading[str | None]
    at: int
    """Index of the line that names the kind."""
    body_at: int
    """Index of the first line after the title."""


@dataclass(frozen=True, slots=True)
class NumberLine:
    """What the line "Số: …" says; the number is None on a draft."""

    number: Reading[str | None]
    symbol: Reading[str | None]
    at: int


@dataclass(frozen=True, slots=True)
class DateLine:
    """What the line of place and date says."""

    place: Reading[str | None]
    day: Reading[date | None]
    at: int


_NUMBER = re.compile(
    r"^\W*so\s*[:.;]?\s*(?P<number>[\d\s]*?)\s*(?P<blank>[.…_x]*)\s*"
    r"(?P<symbol>(?:/\s?(?:19|20)\d\d\s?)?[/\-]\s?[a-z][\w]*(?:\s?[\-/&.]\s?[a-z][\w]*)*)"
)
_DRAFT_NUMBER = re.compile(r"^\W*so\s*[:.;]\s*[.…_\s]*$")
_DATE = re.compile(
    r"(?P<place>[^,\d]{2,60}?)\s*,?\s*ngay\s*(?P<d>[\d\s.…_]*?)\s*(?:thang\s*(?P<m>[\d\s.…_]*?)\s*"
    r"nam\s*(?P<y>\d{4}|\d{0,3}[.…_\s]*)|/\s*(?P<m2>\d{1,2})\s*/\s*(?P<y2>\d{4}))"
)
_SUBJECT = re.compile(r"^\W*v\s*/\s*v\s*:?\s*")
_ATTACHED = re.compile(r"^\W*\(?\s*(?:ban hanh\s+)?kem theo\b")
_BODY_START = re.compile(
    r"^(?:can cu|thuc hien|theo|nham|de|thi hanh|trien khai|kinh gui|xet|tren co so|phat huy"
    r"|nam|trong"
    r"|tiep tuc|cong tac|ngay)\b"
)
_NO_TITLE = re.compile(r"^(?:can cu|kinh gui|noi nhan|so\s*:|dieu\s)")
_POINTS = frozenset({LabelStyle.ROMAN, LabelStyle.NUMBER, LabelStyle.DASH})
_TITLE_ENDS = (".", ":", ";", "./.")


def parts_of(lines: Sequence[Line]) -> tuple[Part | None, Part | None]:
    """The document itself, and the plan attached to it when it is a decision that issues one."""
    main = _first_part(lines)
    if main is None or main.kind != DECISION:
        return main, None
    for at in range(main.body_at, len(lines)):
        kind = kind_line(lines[at])
        if kind is None or kind == DECISION:
            continue
        attached = _part(lines, at, kind)
        if attached.title.value is not None:
            return main, attached
    return main, None


def _first_part(lines: Sequence[Line]) -> Part | None:
    for at, line in enumerate(lines[:HEAD_LINES]):
        kind = kind_line(line)
        if kind is not None:
            return _part(lines, at, kind)
        joined = kind_and_rest(line)
        if joined is not None and at < HEAD_LINES // 2:
            rest, body_at = _more_title(lines, at, joined[1])
            title = Reading(rest or None, line.place, line.confidence)
            return Part(joined[0], title, at, body_at)
        if _SUBJECT.match(line.plain):
            return _letter(lines, at)
    return None


def _part(lines: Sequence[Line], at: int, kind: str) -> Part:
    title, body_at = _more_title(lines, at, "")
    place = lines[at + 1].place if at + 1 < len(lines) else None
    confidence = lines[at + 1].confidence if at + 1 < len(lines) else 1.0
    return Part(kind, Reading(title or None, place, confidence), at, body_at)


def _more_title(lines: Sequence[Line], at: int, begun: str) -> tuple[str, int]:
    """The lines under the kind that make up the title, and the line after them."""
    pieces = [begun] if begun else []
    index = at + 1
    while index < len(lines) and len(pieces) < 8:
        if not _is_title(lines, index, first=not pieces):
            break
        pieces.append(lines[index].text)
        index += 1
    title = tidy(" ".join(pieces)).strip(" *_")
    return title.rstrip(" ./-_"), index


def _is_title(lines: Sequence[Line], index: int, *, first: bool) -> bool:
    """Whether a line still belongs to the title: what it looks like, and what it does not begin."""
    line = lines[index]
    plain = line.plain
    label, _ = split_label(line.text)
    is_point = label is not None and label.style in _POINTS
    begins_other = _NO_TITLE.match(plain) or _ATTACHED.match(plain) or kind_line(line) is not None
    is_blank = not any(letter.isalnum() for letter in plain)
    if is_point or begins_other or is_blank or len(line.text) > 400:
        return False
    if first:
        return len(line.text) <= 300 and not line.text.endswith((":", ";"))
    before = lines[index - 1]
    if line.is_italic and not before.is_italic:
        return False
    return _continues_title(before, line)


def _continues_title(before: Line, line: Line) -> bool:
    """Whether a line goes on with the title begun in the line before."""
    if line.text.endswith(_TITLE_ENDS) or before.text.endswith(_TITLE_ENDS) or len(line.text) > 180:
        return False
    if is_shouting(line.text) != is_shouting(before.text):
        return False
    if is_shouting(line.text) and _is_authority(line.plain):
        return False
    if before.is_bold:
        goes_on = re.match(r"^(?:nam|giai doan|tinh|tren|cua|van phong|thanh pho)\b", line.plain)
        return line.is_bold or bool(goes_on)
    if line.is_bold:
        return False
    return not _BODY_START.match(line.plain) or line.text[:1].islower()


def _is_authority(plain: str) -> bool:
    """Whether a line under a decision's title says who decides, and is no part of the title."""
    return bool(
        re.match(
            r"^(?:chu tich|uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|van phong|giam doc|bo truong"
            r"|thu tuong|chinh phu|so |chanh|tinh uy|ban thuong vu|truong ban|tong )",
            plain,
        )
    )


def authority_after(lines: Sequence[Line], part: Part) -> Line | None:
    """The line under a decision's title that says who decides; None when there is none."""
    for line in lines[part.body_at : part.body_at + 4]:
        if is_shouting(line.text) and _is_authority(line.plain):
            return line
        if line.plain.startswith("can cu"):
            break
    return None


def _letter(lines: Sequence[Line], at: int) -> Part:
    """A letter: its subject after "V/v" up to the place line or the addressee."""
    first = lines[at]
    start = _SUBJECT.match(folded(first.text).plain)
    pieces = [first.text[start.end() :] if start else first.text]
    index = at + 1
    while index < len(lines) and index < at + 8:
        line = lines[index]
        stops = re.match(r"^\W*(?:kinh gui|so\s*:|cong hoa|doc lap)", line.plain)
        if stops or _DATE.search(line.plain) or line.column != first.column:
            break
        if first.text.endswith(".") or len(" ".join(pieces)) > 300:
            break
        if not line.text[:1].islower() and len(pieces[-1]) > 70:
            break
        pieces.append(line.text)
        index += 1
    title = tidy(" ".join(pieces)).rstrip(" .;")
    title = title[:1].upper() + title[1:]
    return Part(LETTER, Reading(title or None, first.place, first.confidence), at, index)


def number_line(lines: Sequence[Line]) -> NumberLine | None:
    """The line "Số: …"; None when the head has none."""
    for at, line in enumerate(lines):
        text = line.text
        if _DRAFT_NUMBER.match(fold(text)) and at + 1 < len(lines) and "/" in lines[at + 1].text:
            text = f"{text} {lines[at + 1].text}"
        found = folded(text)
        match = _NUMBER.match(found.plain)
        if match is None or len(text) > 160:
            continue
        digits = re.sub(r"\s+", "", match.group("number"))
        symbol = re.sub(r"\s+", "", found.cut(*match.span("symbol"))).rstrip(".,;")
        bare = re.sub(r"^/(?:19|20)\d\d", "", symbol).lstrip("/-")
        number = f"{digits}{symbol}" if digits else None
        doubt = None if number else "Văn bản chưa có số: bản chưa phát hành hoặc số bị bỏ trống."
        reading = Reading(number, line.place, line.confidence if number else 0.9, doubt)
        return NumberLine(reading, Reading(bare or None, line.place, line.confidence), at)
    return None


def date_line(lines: Sequence[Line]) -> DateLine | None:
    """The line "Sen Hồng, ngày … tháng … năm …"; its day is None where the paper leaves a gap."""
    for at, line in enumerate(lines):
        if len(line.text) > 200 or _ATTACHED.match(line.plain):
            continue
        found = folded(line.text)
        match = _DATE.search(found.plain)
        if match is None or found.plain[match.end() :].strip(" .*_)"):
            continue
        if re.search(r"\bcan cu\b|\bquyet dinh\b", found.plain):
            continue
        place = tidy(found.cut(*match.span("place"))).strip(" ,.*_-–|")
        place = re.split(r"(?:\s{2,}|/[A-ZĐ-]+\s)", place)[-1].strip()
        day = _day(match)
        doubt = None if day else "Văn bản chưa ghi đủ ngày ban hành."
        confidence = line.confidence if day else 0.9
        return DateLine(
            Reading(place or None, line.place, line.confidence),
            Reading(day, line.place, confidence, doubt),
            at,
        )
    return None


def attachment_of(lines: Sequence[Line]) -> Citation | None:
    """The decision that "(Kèm theo Quyết định số …)" under a plan's title names."""
    for line in lines:
        if _ATTACHED.match(line.plain):
            return next(iter(find_citations(line.text)), None)
    return None


def _day(match: re.Match[str]) -> date | None:
    day = re.sub(r"\D", "", match.group("d") or "")
    month = re.sub(r"\D", "", match.group("m") or match.group("m2") or "")
    year = re.sub(r"\D", "", match.group("y") or match.group("y2") or "")
    if not (day and month and len(year) == 4):
        return None
    return day_of(int(year), int(month), int(day))


def kind_reading(
    part: Part | None, symbol: Reading[str | None], line: Line | None
) -> Reading[str | None]:
    """The kind of the document; from its symbol when no line names it."""
    if part is not None:
        confidence = line.confidence if line else 1.0
        return Reading(part.kind, line.place if line else None, confidence)
    kind = kind_of_symbol(symbol.value or "") if symbol.value else None
    if kind is None:
        return Reading(None, None, 0.3, "Không thấy tên loại văn bản.")
    return Reading(kind, symbol.place, 0.6, "Suy từ ký hiệu, văn bản không in tên loại.")
