"""What stands on a page and is not part of the text: page numbers, footnotes, signature stamps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cchc.officialdocs.sources.sheet import Line, Rule, Sheet

_NUMBER = re.compile(r"[-–—\s]*(?:Trang|trang|Page)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*")
_STAMP = re.compile(
    r"(?:Người ký|Ký bởi|Được ký|Thời gian ký|Ngày ký|Giờ ký|Email|E-mail|Cơ quan|Tổ chức|Chức vụ"
    r"|Signature|Signed|Date|Location|Nơi ký|Lý do|Signing)\b.{0,120}"
)
_STAMP_TIME = re.compile(r"\d{1,2}[:h]\d{2}|[+]0?7[:.]?00")
_TOP, _FOOT = 0.11, 0.9


def without_margins(lines: Sequence[Line], sheet: Sheet) -> list[Line]:
    """The lines of the text itself."""
    kept = _without_number(list(lines), sheet)
    kept = _without_stamps(kept)
    return _without_footnotes(kept, sheet)


def _without_number(lines: list[Line], sheet: Sheet) -> list[Line]:
    """Leave out a lone page number at the head or the foot of the page."""
    if lines and lines[0].bottom < _TOP * sheet.height and _NUMBER.fullmatch(lines[0].text):
        lines = lines[1:]
    if lines and lines[-1].top > _FOOT * sheet.height and _NUMBER.fullmatch(lines[-1].text):
        lines = lines[:-1]
    return lines


def _without_stamps(lines: list[Line]) -> list[Line]:
    """Leave out the little block a digital signature prints: who signed, when, by what address."""
    stamped = [line for line in lines if line.size <= 10.5 and _STAMP.fullmatch(line.text)]
    if not any(_STAMP_TIME.search(line.text) for line in stamped):
        return lines
    return [line for line in lines if not any(line is each for each in stamped)]


def _without_footnotes(lines: list[Line], sheet: Sheet) -> list[Line]:
    """Leave out notes below a short rule at the foot of the page, set in smaller letters."""
    size = body_size(lines)
    for at, line in enumerate(lines):
        if line.top < 0.4 * sheet.height or line.size > size - 0.9:
            continue
        raised = line.words[0].text.isdigit() and line.words[0].size < 0.8 * line.size
        below = all(each.size <= size - 0.9 for each in lines[at:])
        if below and (raised or _rule_above(line, sheet)):
            return lines[:at]
    return lines


def _rule_above(line: Line, sheet: Sheet) -> bool:
    return any(_is_note_rule(rule, line, sheet) for rule in sheet.horizontals)


def _is_note_rule(rule: Rule, line: Line, sheet: Sheet) -> bool:
    length = rule.end - rule.start
    return (
        0.15 * sheet.width < length < 0.45 * sheet.width
        and rule.start < 0.25 * sheet.width
        and 0 <= line.top - rule.at < 2.5 * line.size
    )


def body_size(lines: Sequence[Line]) -> float:
    """The letter size most of the text is set in."""
    counted: Counter[float] = Counter()
    for line in lines:
        counted[round(line.size * 2) / 2] += len(line.text)
    return counted.most_common(1)[0][0] if counted else 0.0
