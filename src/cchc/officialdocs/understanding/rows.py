"""The rows of a task table: which head a section, which begin a task, which go on with the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cchc.officialdocs.layout import Cell, Place, Row
from cchc.officialdocs.understanding.columns import Column, Columns, is_numbering_row, repeats_head
from cchc.officialdocs.understanding.folding import fold, tidy
from cchc.officialdocs.understanding.lettering import (
    Label,
    LabelStyle,
    follows,
    label_of,
    split_label,
)
from cchc.officialdocs.understanding.writing import is_shouting


@dataclass(frozen=True, slots=True)
class Value:
    """What one column of a row says; `raw` keeps the line breaks."""

    raw: str
    place: Place
    confidence: float = 1.0
    is_covered: bool = False

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return tidy(self.raw)


@dataclass(slots=True)
class TaskRow:
    """A task as its row or rows give it, before its words are read."""

    label: Label | None
    values: dict[Column, Value]
    place: Place
    extra: dict[str, str] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    doubt: str | None = None
    label_text: str | None = None


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A row that heads a section."""

    label: Label | None
    title: str
    place: Place
    confidence: float = 1.0
    values: tuple[tuple[Column, Value], ...] = ()
    """What stands beside the title all the same: a source of money for the whole section."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A row with its cells under their columns."""

    row: Row
    label: Label | None
    label_text: str
    values: dict[Column, Value]
    extra: dict[str, str]
    is_bold: bool
    is_spanned: bool


_NO_SECTION_WORDS = re.compile(r"^(?:tong cong|tong so|tong|cong)[\s:.\d]*$")
_OPEN_END = re.compile(
    r"(?:[,;:–-]|\b(?:va|cua|cho|voi|tai|trong|ve|theo|cap|cac|de|duoc|hoac|tu|den|do))$"
)


def read_rows(rows: Sequence[Row], columns: Columns) -> Iterator[SectionRow | TaskRow]:
    """The sections and tasks of the rows under a head, in order, cut rows joined."""
    seen = [_seen(row, columns) for row in rows if not _is_idle(row, columns)]
    has_labels = _has_labels(seen)
    waiting: TaskRow | None = None
    for at, row in enumerate(seen):
        following = seen[at + 1] if at + 1 < len(seen) else None
        section = _section(row, following, columns, waiting)
        if section is not None:
            if waiting is not None:
                yield waiting
            waiting = None
            yield section
        elif waiting is not None and _goes_on(row, waiting, has_labels):
            _join(waiting, row)
        elif row.values or row.label is not None:
            if waiting is not None:
                yield waiting
            waiting = _task(row, has_labels, is_first=waiting is None)
    if waiting is not None:
        yield waiting


def _is_idle(row: Row, columns: Columns) -> bool:
    """A row that says nothing: empty, the head again, column numbers."""
    if not any(tidy(cell.text) for cell in row.cells):
        return True
    return is_numbering_row(row) or repeats_head(row, columns) or _is_total(row)


def _is_total(row: Row) -> bool:
    """ "Tổng cộng" and numbers: a sum under the tasks."""
    said = [text for cell in row.cells if (text := fold(cell.text))]
    words = [text for text in said if not re.fullmatch(r"[\d.,\s]+(?:[a-z]{1,6})?", text)]
    return bool(words) and all(_NO_SECTION_WORDS.match(text) for text in words)


def _seen(row: Row, columns: Columns) -> _Seen:
    values: dict[Column, Value] = {}
    extra: dict[str, str] = {}
    label_text = ""
    for at, cell in enumerate(row.cells):
        role = columns.roles[at] if at < len(columns.roles) else Column.OTHER
        text = cell.text.strip()
        if role is Column.ORDER:
            label_text = label_text or tidy(text)
        elif text and role is Column.OTHER:
            head = columns.heads[at] if at < len(columns.heads) else ""
            if head:
                extra[head] = tidy(text)
        elif text:
            _put(values, role, cell)
    label = label_of(label_text) if label_text else None
    said = [cell for cell in row.cells if tidy(cell.text) and not cell.is_covered]
    bold = bool(said) and all(cell.is_bold for cell in said if len(tidy(cell.text)) > 3)
    bold = bold and any(cell.is_bold for cell in said)
    return _Seen(row, label, label_text, values, extra, bold, _is_spanned(row))


def _put(values: dict[Column, Value], role: Column, cell: Cell) -> None:
    known = values.get(role)
    value = Value(cell.text, cell.place, cell.confidence, cell.is_covered)
    if known is None:
        values[role] = value
    elif tidy(known.raw) != tidy(cell.text):
        raw = f"{known.raw}\n{cell.text}"
        confidence = min(known.confidence, cell.confidence)
        values[role] = Value(raw, known.place, confidence, known.is_covered and cell.is_covered)


def _is_spanned(row: Row) -> bool:
    """Whether one merged cell fills (nearly) the whole row."""
    widest = max((cell.spans for cell in row.cells), default=1)
    return widest >= max(3, len(row.cells) - 2)


def _has_labels(seen: Sequence[_Seen]) -> bool:
    """Whether the table numbers its rows: else every row with content is a task of its own."""
    with_content = [row for row in seen if Column.CONTENT in row.values or row.label is not None]
    labelled = [row for row in with_content if row.label is not None]
    return len(labelled) * 3 >= len(with_content) and bool(labelled)


def _section(
    row: _Seen, following: _Seen | None, columns: Columns, waiting: TaskRow | None
) -> SectionRow | None:
    """The section that a row heads; None for a task or the rest of one."""
    texts = {tidy(cell.text) for cell in row.row.cells if tidy(cell.text)}
    own: dict[Column, Value] = {
        role: value
        for role, value in row.values.items()
        if role not in (Column.CONTENT, Column.TARGET) and not value.is_covered
    }
    title = _lone_title(row, texts)
    if title is not None:
        label, rest = split_label(title)
        is_sure = row.is_bold or row.is_spanned or label is not None or is_shouting(title)
        if label is not None and label.style is LabelStyle.DASH:
            return None
        in_order = bool(row.label_text) and row.label is None
        if is_sure or in_order:
            return _made(row, label, rest)
        return None
    if row.label is None or Column.CONTENT not in row.values:
        return None
    title = row.values[Column.CONTENT].text
    if row.is_spanned and len(texts) <= 2:
        return _made(row, row.label, title)
    said = set(own) - {Column.FUNDING, Column.BUDGET, Column.NOTE}
    if said or row.extra:
        return None
    if _heads_more(row, following, title):
        return _made(row, row.label, title, own)
    return None


def _lone_title(row: _Seen, texts: set[str]) -> str | None:
    """The only text of a row, when it can be a title."""
    if len(texts) != 1:
        return None
    text = next(iter(texts))
    if len(text) < 4 or len(text) > 300 or label_of(text) is not None:
        return None
    return None if _NO_SECTION_WORDS.match(fold(text)) else text


def _heads_more(row: _Seen, following: _Seen | None, title: str) -> bool:
    """Whether a row of label and words alone heads the rows under it, and is no bare task."""
    label = row.label
    if label is None or label.style is LabelStyle.DASH or _NO_SECTION_WORDS.match(fold(title)):
        return False
    if row.is_bold or is_shouting(title) or label.style in (LabelStyle.ROMAN, LabelStyle.CAPITAL):
        return True
    if following is None or following.label is None:
        return False
    if follows(following.label, label):
        return False
    return following.label.style is not label.style or following.label.ordinal == 1


def _made(
    row: _Seen, label: Label | None, title: str, own: dict[Column, Value] | None = None
) -> SectionRow:
    place = next((cell.place for cell in row.row.cells if tidy(cell.text)), row.row.place)
    confidence = min((cell.confidence for cell in row.row.cells if cell.text), default=1.0)
    beside = tuple((own or {}).items())
    return SectionRow(label, tidy(title).strip(" .:*"), place, confidence, beside)


def _goes_on(row: _Seen, waiting: TaskRow, has_labels: bool) -> bool:
    """Whether a row without a label is the rest of the task before it."""
    if row.label is not None and row.label.style is not LabelStyle.DASH:
        return False
    if row.label is not None:
        return False
    content = row.values.get(Column.CONTENT)
    own = {role: value for role, value in row.values.items() if not value.is_covered}
    if content is None or content.is_covered:
        return True
    if any(_is_fragment(value.text) for value in own.values()):
        return True
    before = waiting.values.get(Column.CONTENT)
    if before is not None and _OPEN_END.search(fold(before.text)):
        return True
    if not has_labels:
        return False
    stands_alone = Column.LEAD in own or Column.BOTH in own or Column.TIME in own
    return not stands_alone


def _is_fragment(text: str) -> bool:
    """A text that begins in the middle of a sentence."""
    return bool(text) and (text[0].islower() or text[0] in ",.;)")


def _join(task: TaskRow, row: _Seen) -> None:
    """Put the rest of a cut row under the same columns of the task."""
    for role, value in row.values.items():
        known = task.values.get(role)
        if known is None or not known.raw:
            task.values[role] = value
        elif not (value.is_covered and value.text == known.text) and value.text != known.text:
            task.values[role] = Value(
                f"{known.raw}\n{value.raw}", known.place, min(known.confidence, value.confidence)
            )
    for head, text in row.extra.items():
        if task.extra.get(head) != text:
            task.extra[head] = tidy(f"{task.extra.get(head, '')} {text}")
    task.places.append(row.row.place)


def _task(row: _Seen, has_labels: bool, *, is_first: bool) -> TaskRow:
    label, label_text, values = row.label, row.label_text or None, dict(row.values)
    doubt = None
    content = values.get(Column.CONTENT)
    if label is None and content is not None:
        found, rest = split_label(content.raw)
        if found is not None and found.style is not LabelStyle.DASH:
            label = found
            values[Column.CONTENT] = Value(rest, content.place, content.confidence)
        elif has_labels and not is_first:
            doubt = "Dòng không có số thứ tự nhưng có cơ quan hoặc thời gian riêng: tách thành nhiệm vụ."
    return TaskRow(
        label, values, row.row.place, dict(row.extra), [row.row.place], doubt, label_text
    )
