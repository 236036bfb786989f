"""The rows of a task table: which head a section, begin a task, or go on with the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

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
    doubt: str | None = None
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


RANKS = {
    LabelStyle.CAPITAL: 0, LabelStyle.ROMAN: 1, LabelStyle.NUMBER: 2, LabelStyle.DOTTED: 3,
    LabelStyle.LETTER: 4, LabelStyle.DASH: 5,
}  # fmt: skip
"""How deep each style of label stands in a table."""
_UNNUMBERED = "Dòng không có số thứ tự nhưng có cơ quan hoặc thời gian riêng: tách thành nhiệm vụ."
CLEAR = 0.9
"""Letters recognised with this certainty are taken as they are."""
_NO_SECTION_WORDS = re.compile(r"^(?:tong cong|tong so|tong|cong)[\s:.\d]*$")
_OPEN_END = re.compile(
    r"(?:[,;:–-]|\b(?:va|cua|cho|voi|tai|trong|ve|theo|cap|cac|de|duoc|hoac|tu|den|do))$"
)


def read_rows(rows: Sequence[Row], columns: Columns) -> Iterator[SectionRow | TaskRow]:
    """The sections and tasks of the rows under a head, in order, cut rows joined."""
    seen = [_seen(row, columns) for row in rows if not _is_idle(row, columns)]
    seen = [row for row in seen if _says_something(row)]
    has_labels = _has_labels(seen)
    waiting: TaskRow | None = None
    for at, row in enumerate(seen):
        following = seen[at + 1] if at + 1 < len(seen) else None
        section = _section(row, following)
        if section is not None:
            if waiting is not None:
                yield waiting
            waiting = None
            yield section
        elif waiting is not None and _goes_on(row, waiting, has_labels=has_labels):
            _join(waiting, row)
        elif row.values or row.label is not None:
            if waiting is not None:
                yield waiting
            waiting = _task(row, has_labels=has_labels, is_first=waiting is None)
    if waiting is not None:
        yield waiting


def _is_idle(row: Row, columns: Columns) -> bool:
    """A row that says nothing: empty, the head again, column numbers."""
    if not any(letter.isalnum() for cell in row.cells for letter in cell.text):
        return True
    return is_numbering_row(row) or repeats_head(row, columns) or _is_total(row)


def _says_something(row: _Seen) -> bool:
    """False for a row of dots that the paper left out ("3 | … | …")."""
    said = [value.raw for value in row.values.values()] + list(row.extra.values())
    return not said or any(letter.isalnum() for text in said for letter in text)


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
            label_text = label_text or ("" if cell.is_covered else tidy(text))
        elif text and (role is Column.OTHER or (role is Column.BUDGET and role in values)):
            head = columns.heads[at] if at < len(columns.heads) else ""
            if head:
                extra[head] = tidy(text)
        elif text:
            _put(values, role, cell)
    label = label_of(label_text) if label_text else None
    said = [cell for cell in row.cells if tidy(cell.text) and not cell.is_covered]
    bold = bool(said) and all(cell.is_bold for cell in said if len(tidy(cell.text)) > 3)
    bold = bold and any(cell.is_bold for cell in said)
    lone = len({tidy(cell.text) for cell in row.cells if tidy(cell.text)}) == 1
    if lone and said and label is None and _is_spanned(row):
        values = {Column.CONTENT: Value(said[0].text, said[0].place, said[0].confidence)}
        label_text, extra = "", {}
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


def _section(row: _Seen, following: _Seen | None) -> SectionRow | None:
    """The section that a row heads; None for a task or the rest of one."""
    texts = {tidy(cell.text) for cell in row.row.cells if tidy(cell.text)}
    title = _lone_title(row, texts)
    if title is not None and not _is_fragment(title):
        return _lone_section(row, following, title)
    content = row.values.get(Column.CONTENT)
    if row.label is None or content is None:
        return None
    if row.is_spanned and len(texts) <= 2:
        return _made(row, row.label, content.text)
    if row.is_spanned and len(texts) == 3 and _begins_list(row, following):
        return _made(row, row.label, _put_together(row))
    own: dict[Column, Value] = {
        role: value
        for role, value in row.values.items()
        if role is not Column.CONTENT and value.text != content.text
    }
    is_bare = not row.extra and set(own) <= {Column.FUNDING, Column.BUDGET, Column.NOTE}
    if is_bare and _heads_more(row, following, content.text):
        return _made(row, row.label, content.text, own)
    return None


def _put_together(row: _Seen) -> str:
    """A title that a false line of a scan cut in two."""
    texts = dict.fromkeys(tidy(cell.text) for cell in row.row.cells if tidy(cell.text))
    return " ".join(text for text in texts if text != row.label_text)


def _lone_section(row: _Seen, following: _Seen | None, title: str) -> SectionRow | None:
    """The section of a row that holds one text only; None for the rest of a task."""
    label, rest = split_label(title)
    if label is not None and label.style is LabelStyle.DASH:
        return None
    is_sure = row.is_bold or row.is_spanned or label is not None or is_shouting(title)
    in_order = bool(row.label_text) and row.label is None
    if is_sure or in_order or _begins_list(row, following):
        return _made(row, label, rest)
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
    if following.label.style is label.style:
        return following.label.ordinal == 1
    return RANKS[following.label.style] > RANKS[label.style]


def _begins_list(row: _Seen, following: _Seen | None) -> bool:
    """Whether the next row carries the first number or letter of a list: "a)" under a title."""
    if following is None or following.label is None or not row.values:
        return False
    return following.label.ordinal == 1 and following.label.style is not LabelStyle.DASH


def _made(
    row: _Seen, label: Label | None, title: str, own: dict[Column, Value] | None = None
) -> SectionRow:
    place = next((cell.place for cell in row.row.cells if tidy(cell.text)), row.row.place)
    confidence = min((cell.confidence for cell in row.row.cells if cell.text), default=1.0)
    beside = tuple((own or {}).items())
    return SectionRow(label, tidy(title).strip(" .:*"), place, confidence, None, beside)


def _goes_on(row: _Seen, waiting: TaskRow, *, has_labels: bool) -> bool:
    """Whether a row without a label is the rest of the task before it."""
    own = {role: value for role, value in row.values.items() if not value.is_covered}
    stands_alone = any(role in own for role in (Column.LEAD, Column.BOTH, Column.TIME))
    if row.label is not None or row.label_text:
        is_dash = row.label is not None and row.label.style is LabelStyle.DASH
        return is_dash and not stands_alone
    content = row.values.get(Column.CONTENT)
    before = waiting.values.get(Column.CONTENT)
    is_rest = content is None or content.is_covered
    is_cut = any(_is_fragment(value.text) for value in own.values())
    was_open = before is not None and _OPEN_END.search(fold(before.text)) is not None
    return is_rest or is_cut or was_open or (has_labels and not stands_alone)


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


def _task(row: _Seen, *, has_labels: bool, is_first: bool) -> TaskRow:
    label, label_text, values = row.label, row.label_text or None, dict(row.values)
    doubt = None
    content = values.get(Column.CONTENT)
    if label is None and content is not None:
        found, rest = split_label(content.raw)
        if found is not None and found.style is not LabelStyle.DASH:
            label = found
            values[Column.CONTENT] = Value(rest, content.place, content.confidence)
        elif has_labels and not is_first:
            doubt = _UNNUMBERED
    return TaskRow(
        label, values, row.row.place, dict(row.extra), [row.row.place], doubt, label_text
    )


def with_guessed_labels(items: list[SectionRow | TaskRow]) -> list[SectionRow | TaskRow]:
    """The rows with a section's number that could not be read, where its neighbours tell it."""
    places = [at for at, item in enumerate(items) if isinstance(item, SectionRow)]
    labels = [_section_label(items[at]) for at in places]
    numbered = [label for label in labels if label and label.style is LabelStyle.NUMBER]
    if len(numbered) < 2 or len(numbered) * 3 < len(places) * 2:
        return items
    for index, at in enumerate(places):
        label, item = labels[index], items[at]
        earlier = labels[index - 1] if index else None
        before = earlier.ordinal if earlier is not None else 0
        if isinstance(item, TaskRow) or _is_believable(label, before, item.confidence):
            continue
        after = labels[index + 1] if index + 1 < len(places) else None
        if after is None or after.style is not LabelStyle.NUMBER or after.ordinal != before + 2:
            continue
        guessed = Label(LabelStyle.NUMBER, str(before + 1), before + 1)
        labels[index] = guessed
        doubt = "Số mục không đọc được; suy từ mục trước và mục sau."
        items[at] = replace(item, label=guessed, confidence=min(item.confidence, 0.6), doubt=doubt)
    return items


def _is_believable(label: Label | None, before: int, confidence: float) -> bool:
    """Whether a section's number may stand: in its turn, or printed clearly."""
    if label is None or label.style is not LabelStyle.NUMBER:
        return False
    return label.ordinal == before + 1 or confidence >= CLEAR


def _section_label(item: SectionRow | TaskRow) -> Label | None:
    return item.label if isinstance(item, SectionRow) else None
