"""Which column of a table holds what, by the words of its head, never by its position."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from cchc.officialdocs.layout import Row, Table
from cchc.officialdocs.understanding.folding import fold, tidy
from cchc.officialdocs.understanding.lettering import label_of


class Column(StrEnum):
    """What a column of a task or target table holds."""

    ORDER = "order"
    CONTENT = "content"
    PRODUCT = "product"
    LEAD = "lead"
    COORDINATING = "coordinating"
    BOTH = "both"
    TIME = "time"
    BUDGET = "budget"
    FUNDING = "funding"
    NOTE = "note"
    TARGET = "target"
    UNIT = "unit"
    QUANTITY = "quantity"
    OTHER = "other"


_ORDER = re.compile(r"^(?:so\s*|s\s*)?(?:tt|stt|thu tu)$|^so thu tu$|^no$")
_KEYWORDS: tuple[tuple[Column, tuple[str, ...]], ...] = (
    (Column.NOTE, ("ghi chu",)),
    (Column.UNIT, ("don vi tinh", "dvt")),
    (
        Column.OTHER,
        (
            "nguoi dung dau", "chiu trach nhiem", "lanh dao phu trach", "nguoi phu trach",
            "lanh dao chi dao", "cap trinh", "cap ban hanh", "phu trach", "can cu",
            "co so phap ly", "tham quyen ban hanh", "co quan trinh", "noi nhan", "muc do",
        ),
    ),
    (Column.COORDINATING, ("phoi hop",)),
    (
        Column.LEAD,
        (
            "chu tri", "dau moi", "co quan thuc hien", "don vi thuc hien", "bo phan thuc hien",
            "phan cong", "trach nhiem thuc hien", "co quan tham muu", "don vi tham muu",
            "co quan duoc giao", "don vi duoc giao", "co quan, don vi", "to chuc thuc hien",
            "co quan xay dung", "co quan soan thao",
        ),
    ),
    (
        Column.TIME,
        (
            "thoi gian", "thoi han", "tien do", "han hoan thanh", "thoi diem", "lo trinh",
            "han cuoi", "ngay hoan thanh", "hoan thanh truoc", "han thuc hien", "moc thoi gian",
            "ky bao cao",
        ),
    ),
    (Column.FUNDING, ("nguon kinh phi", "nguon von", "nguon luc", "nguon ngan sach")),
    (Column.BUDGET, ("kinh phi", "du toan", "so tien", "thanh tien")),
    (
        Column.PRODUCT,
        ("san pham", "ket qua", "dau ra", "hinh thuc van ban", "yeu cau can dat", "minh chung"),
    ),
    (
        Column.CONTENT,
        (
            "noi dung", "nhiem vu", "cong viec", "hoat dong", "giai phap", "ten de an",
            "ten van ban", "danh muc", "ten cong viec", "viec thuc hien", "dau viec",
        ),
    ),
    (Column.TARGET, ("chi tieu", "muc tieu", "tieu chi")),
    (
        Column.QUANTITY,
        ("gia tri", "chi so", "ty le", "so luong", "nam 20", "muc phan dau", "dat", "ke hoach"),
    ),
)  # fmt: skip
_WHOLE_HEADS = frozenset(
    {
        "co quan phu trach", "don vi phu trach", "co quan, don vi phu trach", "thuc hien",
        "co quan", "don vi",
    }
)  # fmt: skip
"""Heads that say who leads only when they say nothing else."""
_FUZZY = tuple(
    (column, word)
    for column, words in _KEYWORDS
    for word in words
    if len(word) >= 7 and column not in (Column.QUANTITY, Column.OTHER)
)
HEAD_ROWS = 4
"""The head of a table is looked for in this many of its first rows."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: role and printed head of each, and where the data begins."""

    roles: tuple[Column, ...]
    heads: tuple[str, ...]
    first_row: int
    head_row: int = 0

    def has(self, *roles: Column) -> bool:
        """Whether any of these columns is there."""
        return any(role in self.roles for role in roles)

    @property
    def is_target_table(self) -> bool:
        """A table of targets: it names "chỉ tiêu" and no task."""
        return Column.TARGET in self.roles and Column.CONTENT not in self.roles


def role_of(head: str) -> Column:
    """What a column holds whose head says this."""
    plain = fold(head).strip(" .:()*")
    if _ORDER.match(plain):
        return Column.ORDER
    if plain in _WHOLE_HEADS:
        return Column.LEAD
    if "phoi hop" in plain and ("chu tri" in plain or "dau moi" in plain):
        return Column.BOTH
    for column, words in _KEYWORDS:
        if any(word in plain for word in words):
            return column
    return _misspelt(plain)


def _misspelt(plain: str) -> Column:
    """The column whose word a head nearly spells, where recognition got letters wrong."""
    if not plain or len(plain) > 80:
        return Column.OTHER
    scored = ((fuzz.partial_ratio(word, plain), column) for column, word in _FUZZY)
    best = max(scored, key=lambda pair: pair[0], default=(0.0, Column.OTHER))
    return best[1] if best[0] >= 86 else Column.OTHER


def columns_of(table: Table) -> Columns | None:
    """The columns of a task or target table; None when its first rows are no such head."""
    for at in range(min(HEAD_ROWS, len(table.rows))):
        heads = [tidy(cell.text) for cell in table.rows[at].cells]
        if not _looks_like_head(heads, table.rows[at]):
            continue
        first = at + 1
        if first < len(table.rows) and _is_second_head(table.rows[first], table.rows[at], heads):
            heads = _joined(heads, table.rows[first])
            first += 1
        roles = _assigned([role_of(head) for head in heads], table, first)
        if not _is_known(roles):
            continue
        while first < len(table.rows) and is_numbering_row(table.rows[first]):
            first += 1
        return Columns(tuple(roles), tuple(heads), first, at)
    return None


def _looks_like_head(heads: Sequence[str], row: Row) -> bool:
    """Short words, at least two of them known, and no order label in front."""
    said = {fold(head) for head in heads if head}
    if len(said) < 2 or any(len(head) > 120 for head in heads):
        return False
    first = row.cells[0].text if row.cells else ""
    if label_of(first) is not None:
        return False
    return _is_known([role_of(head) for head in heads])


def _is_known(roles: Sequence[Column]) -> bool:
    """Whether the columns make a task or a target table; sums and results alone make neither."""
    who_or_when = {Column.LEAD, Column.COORDINATING, Column.BOTH, Column.TIME}
    has_what = Column.CONTENT in roles or Column.TARGET in roles
    if Column.TARGET in roles and Column.CONTENT not in roles:
        return bool(who_or_when & set(roles)) or bool(
            {Column.UNIT, Column.QUANTITY, Column.ORDER} & set(roles)
        )
    return has_what and bool(who_or_when & set(roles))


def _is_second_head(row: Row, above: Row, heads: Sequence[str]) -> bool:
    """Whether a row parts the heads above it: short words under merged or empty heads only."""
    texts = [tidy(cell.text) for cell in row.cells]
    own = [at for at, text in enumerate(texts) if text and (at >= len(heads) or text != heads[at])]
    if len(own) < 2 or any(len(texts[at]) > 60 for at in own):
        return False
    if texts and label_of(texts[0]) is not None:
        return False
    if not all(_is_parted(above, at, heads) for at in own):
        return False
    return any(role_of(texts[at]) is not Column.OTHER for at in own)


def _is_parted(above: Row, at: int, heads: Sequence[str]) -> bool:
    """Whether a head may be parted in the row below: it is empty or spans several columns."""
    if at >= len(above.cells) or not heads[at]:
        return True
    cell = above.cells[at]
    repeats = (at > 0 and heads[at - 1] == heads[at]) or heads[at] == _next_head(heads, at)
    return cell.is_covered or cell.spans > 1 or repeats or not _next_head(heads, at)


def _next_head(heads: Sequence[str], at: int) -> str:
    return heads[at + 1] if at + 1 < len(heads) else "-"


def _joined(heads: Sequence[str], row: Row) -> list[str]:
    joined = []
    for at, head in enumerate(heads):
        below = tidy(row.cells[at].text) if at < len(row.cells) else ""
        joined.append(head if not below or below == head else f"{head} {below}".strip())
    return joined


def _assigned(roles: list[Column], table: Table, first: int) -> list[Column]:
    """The roles with what the heads leave open: an unnamed column of long texts is the content."""
    if Column.CONTENT in roles or Column.TARGET in roles:
        return roles
    if not {Column.LEAD, Column.TIME, Column.BOTH} & set(roles):
        return roles
    free = [at for at, role in enumerate(roles) if role is Column.OTHER]
    rows = table.rows[first : first + 12]
    lengths = {
        at: sum(len(row.cells[at].text) for row in rows if at < len(row.cells)) for at in free
    }
    widest = max(free, key=lambda at: lengths[at], default=None)
    if widest is not None and lengths[widest]:
        roles = [*roles]
        roles[widest] = Column.CONTENT
    return roles


def is_numbering_row(row: Row) -> bool:
    """ "(1) (2) (3)" or "A B 1 2" under a head."""
    texts = [tidy(cell.text).strip("()[]. ") for cell in row.cells]
    said = [text for text in texts if text]
    if len(said) < 2 or len(said) < len(texts) - 1:
        return False
    short = all(len(text) <= 2 or "=" in text for text in said)
    return short and sum(text.isdigit() for text in said) >= len(said) - 2


def repeats_head(row: Row, columns: Columns) -> bool:
    """Whether a row is the head printed again on a new page."""
    texts = [fold(cell.text) for cell in row.cells]
    heads = [fold(head) for head in columns.heads]
    said = [text for text in texts if text]
    if len(said) < 2:
        return False
    same = sum(bool(text) and text in head for text, head in zip(texts, heads, strict=False))
    return same >= max(2, len(said) - 1)
