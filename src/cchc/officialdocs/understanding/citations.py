"""Legal acts that a text cites, with kind, number, date and issuer, and where they stand."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from cchc.officialdocs.understanding.dates import day_of
from cchc.officialdocs.understanding.folding import Folded, folded, tidy

KINDS = (
    "Nghị quyết", "Nghị định", "Quyết định", "Thông tư liên tịch", "Thông tư", "Chỉ thị",
    "Kế hoạch", "Công văn", "Công điện", "Thông báo", "Kết luận", "Chương trình hành động",
    "Chương trình", "Hướng dẫn", "Báo cáo", "Tờ trình", "Luật", "Pháp lệnh", "Quy định", "Văn bản",
    "Hiến pháp", "Đề án", "Chiến lược",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Citation:
    """An act as it is cited; `number` is None for a law cited by its name alone."""

    kind: str
    number: str | None
    date: date | None
    issuer: str | None
    text: str
    start: int
    end: int

    @property
    def reference(self) -> str:
        """The short form that lists of bases use: "6459/BNV-CCHC (07/12/2020)"."""
        number = self.number or self.kind
        return f"{number} ({self.date:%d/%m/%Y})" if self.date else number


_KIND_OF = {folded(kind).plain: kind for kind in KINDS}
_KINDS = "|".join(sorted(_KIND_OF, key=len, reverse=True))
_NUMBER = (
    r"\d{1,5}(?:\s?/\s?(?:19|20)\d{2})?\s?/\s?[a-z]{1,10}\d{0,3}(?:-[a-z]{1,14}\d{0,3}){0,4}"
    r"|\d{1,4}\s?-\s?[a-z]{1,6}(?:\s?/\s?[a-z]{1,14}){1,2}"
)
_DAY = (
    r"ngay\s+(?P<d>\d{1,2})\s*(?:/|-|\.|thang)\s*(?P<m>\d{1,2})\s*(?:/|-|\."
    r"|,?\s*nam)\s*(?P<y>\d{4})"
)
_CITED = re.compile(
    rf"(?:\b(?P<kind>{_KINDS})\s+)?(?:\bso\s*:?\s*)?(?<![\w/])(?P<number>{_NUMBER})(?![\w/])"
    rf"(?:\s*,?\s*{_DAY})?"
    r"(?:\s*,?\s*cua\s+(?P<issuer>[^,;.()“”\"]{3,90}))?"
)
_ISSUER_END = re.compile(
    r"\s(?:về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|thực hiện|tại|nhằm|để|triển khai|trong"
    r"|theo|công bố|giao|gửi|có|được|đã|cho|đối với|thay thế|quyết định|trên|đến|và(?=\s+(?:[a-zđ]"
    r"|Nghị|Quyết|Thông tư|Kế hoạch|Chỉ thị|Công văn|Chương trình|Luật)))\b"
)


def find_citations(text: str) -> list[Citation]:
    """The acts that a text cites by number, in order, each once per place."""
    if "/" not in text:
        return []
    found = folded(text)
    return [_citation(found, match) for match in _CITED.finditer(found.plain)]


def _citation(found: Folded, match: re.Match[str]) -> Citation:
    groups = match.groupdict()
    issuer, end = _issuer(found, match)
    start, last = found.span(match.start(), end)
    day = None
    if groups["y"]:
        day = day_of(int(groups["y"]), int(groups["m"]), int(groups["d"]))
    number = re.sub(r"\s+", "", found.cut(*match.span("number")))
    kind = _KIND_OF.get(groups["kind"] or "", "")
    return Citation(kind, number, day, issuer, found.text[start:last], start, last)


def _issuer(found: Folded, match: re.Match[str]) -> tuple[str | None, int]:
    """Who issued the act, up to the word that begins its subject; and where that name ends."""
    if not match.group("issuer"):
        return None, match.end()
    start, end = match.span("issuer")
    name = unicodedata.normalize("NFC", found.cut(start, end))
    stop = _ISSUER_END.search(name)
    if stop and len(name) == end - start:
        end = start + stop.start()
    return tidy(found.cut(start, end)) or None, end
