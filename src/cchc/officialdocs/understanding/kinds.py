"""The kinds of official documents, and the line on the paper that names the kind."""

from __future__ import annotations

import re

from cchc.officialdocs.understanding.folding import fold
from cchc.officialdocs.understanding.lines import Line
from cchc.officialdocs.understanding.writing import is_shouting

KINDS = (
    "Kế hoạch", "Quyết định", "Chỉ thị", "Báo cáo", "Thông báo", "Chương trình",
    "Chương trình hành động", "Tờ trình", "Nghị quyết", "Nghị định", "Thông tư", "Hướng dẫn",
    "Đề án", "Phương án", "Công điện", "Kết luận", "Giấy mời", "Biên bản", "Quy chế", "Quy định",
    "Dự án", "Hợp đồng", "Phiếu trình", "Công văn", "Lịch", "Quy hoạch", "Chiến lược",
    "Giấy ủy quyền", "Thông cáo",
)  # fmt: skip
LETTER = "Công văn"
"""A document without a kind of its own: "V/v …"."""
DECISION = "Quyết định"
PLANS = frozenset(
    {"Kế hoạch", "Chương trình", "Chương trình hành động", "Đề án", "Phương án", "Nghị quyết"}
)
REPORTS = frozenset({"Báo cáo"})
DIRECTIVES = frozenset({"Chỉ thị", "Công văn", "Công điện", "Kết luận", "Thông báo", "Hướng dẫn"})

_BY_PLAIN = {fold(kind): kind for kind in KINDS}
_OF_SYMBOL = {
    "kh": "Kế hoạch", "qd": "Quyết định", "ct": "Chỉ thị", "bc": "Báo cáo", "tb": "Thông báo",
    "ctr": "Chương trình", "cthd": "Chương trình hành động", "ttr": "Tờ trình", "nq": "Nghị quyết",
    "hd": "Hướng dẫn", "da": "Đề án", "pa": "Phương án", "cd": "Công điện", "kl": "Kết luận",
    "tt": "Thông tư", "nd": "Nghị định", "gm": "Giấy mời", "bb": "Biên bản", "qc": "Quy chế",
}  # fmt: skip


def kind_line(line: Line) -> str | None:
    """The kind that a line names standing alone ("KẾ HOẠCH"); None for any other line.

    "QUYẾT ĐỊNH:" with its colon enacts, and names no kind.
    """
    if len(line.text) > 60 or line.text.rstrip().endswith((":", ";")):
        return None
    plain = line.plain.strip(" .*_-–")
    kind = _BY_PLAIN.get(plain)
    if kind is not None:
        return kind if is_shouting(line.text) or line.is_bold or line.is_centered else None
    spaced = plain.replace(" ", "")
    return (
        next((k for p, k in _BY_PLAIN.items() if p.replace(" ", "") == spaced), None)
        if (is_shouting(line.text))
        else None
    )


def kind_and_rest(line: Line) -> tuple[str, str] | None:
    """A title printed in one line with its kind: "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2025"."""
    if not (is_shouting(line.text) or (line.is_bold and line.is_centered)):
        return None
    plain = line.plain
    for start in sorted(_BY_PLAIN, key=len, reverse=True):
        if plain.startswith(start + " ") and 12 < len(plain) < 300:
            words = len(start.split(" "))
            rest = " ".join(line.text.split(" ")[words:])
            return (_BY_PLAIN[start], rest) if len(rest.split(" ")) >= 3 else None
    return None


def kind_of_symbol(symbol: str) -> str | None:
    """The kind a symbol names: "KH-UBND" is a plan; "02-KH/BCĐTW" too; "VP-HCTC" is a letter."""
    for part in re.split(r"[-/]", fold(symbol)):
        if part in _OF_SYMBOL:
            return _OF_SYMBOL[part]
    return LETTER if symbol else None
