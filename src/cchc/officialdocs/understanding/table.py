"""Task tables: from the tables of a document to its sections and tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cchc.officialdocs.document import Reading, Section, Task, TaskOrigin
from cchc.officialdocs.layout import Place, Row
from cchc.officialdocs.understanding.areas import area_nearly_named, area_of
from cchc.officialdocs.understanding.columns import Column, Columns, columns_of
from cchc.officialdocs.understanding.folding import fold, tidy
from cchc.officialdocs.understanding.lettering import Label, LabelStyle, follows, split_label
from cchc.officialdocs.understanding.lines import DataTable, Line, Stream
from cchc.officialdocs.understanding.rows import (
    RANKS,
    SectionRow,
    TaskRow,
    Value,
    read_rows,
    with_guessed_labels,
)
from cchc.officialdocs.understanding.tasks import Context, Position, Words, read_task
from cchc.officialdocs.understanding.writing import quiet


@dataclass(frozen=True, slots=True)
class TaskTables:
    """What the task tables of a document hold."""

    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    used: frozenset[int] = frozenset()
    """Indexes of the tables of the stream that were task tables."""


_UNLABELLED_RANK = 2


@dataclass(slots=True)
class _Path:
    """The headings above a row, outermost first."""

    steps: list[tuple[int, Section, Label | None]] = field(default_factory=list)
    funding: Value | None = None
    last: Label | None = None
    """The label of the task before, in the same section."""

    def enter(self, row: SectionRow) -> Section:
        """Go into the section a row heads, leaving those of its rank and below."""
        rank = RANKS[row.label.style] if row.label else _UNLABELLED_RANK
        self.steps = [step for step in self.steps if step[0] < rank]
        title, doubt = quiet(row.title), row.doubt
        area = area_of(title)
        near = area_nearly_named(title) if row.confidence < 1 else None
        if near is not None and near.name != title:
            doubt = f"Chữ nhận dạng là “{title}”; hiểu là tên lĩnh vực."
            title, area = near.name, near
        section = Section(
            row.label.text if row.label else None,
            title,
            area.code if area else None,
            row.place,
            row.confidence,
            doubt,
        )
        self.steps.append((rank, section, row.label))
        self.last = None
        self.funding = dict(row.values).get(Column.FUNDING)
        return section

    def pass_task(self, label: Label | None) -> None:
        """Leave the section whose numbering a task carries on ("2" after the heading "1")."""
        goes_on = label is not None and self.last is not None and follows(label, self.last)
        if label is not None and not goes_on and self.steps:
            heading = self.steps[-1][2]
            if heading is not None and follows(label, heading):
                self.steps.pop()
        if label is not None and label.style is not LabelStyle.DASH:
            self.last = label

    def section(self) -> Section | None:
        """The section a task stands in: the outermost that names an area, else the nearest."""
        for _, section, _ in self.steps:
            if section.area is not None:
                return section
        return self.steps[-1][1] if self.steps else None

    def titles(self) -> tuple[str, ...]:
        """The headings, outermost first."""
        return tuple(section.title for _, section, _ in self.steps)


def read_task_tables(stream: Stream, context: Context) -> TaskTables:
    """The sections and tasks of all task tables, in the order of the paper."""
    sections: list[Section] = []
    tasks: list[Task] = []
    used: set[int] = set()
    groups = _groups(stream)
    for group in groups:
        path = _Path()
        items = with_guessed_labels(list(read_rows(group.rows, group.columns)))
        heading = _heading_before(stream, group)
        if heading is not None and _belongs(heading, items, len(groups)):
            sections.append(path.enter(heading))
        for item in items:
            if isinstance(item, SectionRow):
                sections.append(path.enter(item))
            else:
                tasks.append(_task(item, path, group.columns, len(tasks) + 1, context))
        used |= set(group.indexes)
    return TaskTables(_in_use(sections, tasks), _with_unique_keys(tasks), frozenset(used))


@dataclass(slots=True)
class _Group:
    """A head and all rows under it, over the tables that a page break made of one."""

    columns: Columns
    rows: list[Row]
    indexes: list[int]


def _groups(stream: Stream) -> list[_Group]:
    groups: list[_Group] = []
    for index, data in enumerate(stream.tables):
        columns = columns_of(data.table)
        if columns is None:
            if groups and _is_rest(groups[-1], index, data, stream):
                groups[-1].rows += data.table.rows
                groups[-1].indexes.append(index)
            continue
        if columns.is_target_table or Column.CONTENT not in columns.roles:
            continue
        rows = list(data.table.rows[columns.first_row :])
        last = groups[-1] if groups else None
        if last and _same_head(last.columns, columns) and _stands_next(last, index, data, stream):
            last.rows += rows
            last.indexes.append(index)
        else:
            groups.append(_Group(columns, rows, [index]))
    return groups


def _is_rest(group: _Group, index: int, data: DataTable, stream: Stream) -> bool:
    """A table without a head, as wide as the one before and right after it: its rest."""
    width = max((len(row.cells) for row in data.table.rows), default=0)
    return width == len(group.columns.roles) and _stands_next(group, index, data, stream)


def _stands_next(group: _Group, index: int, data: DataTable, stream: Stream) -> bool:
    """Whether no words but a page number or two stand between a table and the group before it."""
    if group.indexes[-1] != index - 1:
        return False
    before = stream.tables[index - 1].after
    between = stream.lines[before + 1 : data.after + 1]
    return all(len(line.text) <= 4 for line in between)


def _same_head(first: Columns, second: Columns) -> bool:
    return first.roles == second.roles


def _belongs(heading: SectionRow, items: Sequence[SectionRow | TaskRow], count: int) -> bool:
    """Whether the line above a table is the section of its first tasks.

    It is where each of several tables has its own such line, and where the first section row inside
    carries the number after it.
    """
    if not items or isinstance(items[0], SectionRow):
        return False
    inside = next((item for item in items if isinstance(item, SectionRow)), None)
    if inside is None:
        return count > 1
    if inside.label is None or heading.label is None:
        return False
    return follows(inside.label, heading.label)


def _heading_before(stream: Stream, group: _Group) -> SectionRow | None:
    """The labelled line right above a table, or one that names an area."""
    after = stream.tables[group.indexes[0]].after
    if after < 0:
        return None
    line: Line = stream.lines[after]
    label, rest = split_label(line.text)
    is_short = len(line.text) <= 150 and not line.text.endswith((";", "."))
    if not is_short or (label is None and area_of(line.text) is None):
        return None
    if label is not None and label.style is LabelStyle.DASH:
        return None
    return SectionRow(label, tidy(rest).strip(" .:"), line.place, line.confidence)


_UNIT = re.compile(r"\b(?:trieu|ty|ti|nghin|ngan|dong)\b")


def _task(row: TaskRow, path: _Path, columns: Columns, count: int, context: Context) -> Task:
    label = row.label
    path.pass_task(label)
    section = path.section()
    numbered = label is not None and label.style is not LabelStyle.DASH
    order = label.text if label is not None and numbered else None
    key = _key(section.code if section else None, label if numbered else None, count)
    doubt = row.doubt
    if row.label_text and label is None:
        doubt = f"Không đọc được số thứ tự “{row.label_text}”."
    position = Position(
        key=key,
        order=Reading(order, row.place, 1.0 if order else 0.6, doubt),
        section=section,
        origin=TaskOrigin.TABLE,
        section_path=path.titles(),
        extra=_extra(row),
        places=tuple(row.places),
        budget_unit=_budget_unit(columns),
    )
    return read_task(_words(row, path), position, context)


def _key(code: str | None, label: Label | None, count: int) -> str:
    """Section code and label with a full stop between; "1.2" under "1" is whole already."""
    own = label.text if label is not None else f"#{count}"
    if code is None:
        return own
    if label is not None and label.style is LabelStyle.DOTTED and own.startswith(f"{code}."):
        return own
    return f"{code}.{own}"


def _extra(row: TaskRow) -> tuple[tuple[str, str], ...]:
    kept = dict(row.extra)
    for role in (Column.TARGET, Column.UNIT, Column.QUANTITY):
        if role in row.values:
            kept[role.value] = row.values[role].text
    return tuple(kept.items())


def _budget_unit(columns: Columns) -> str | None:
    for role, head in zip(columns.roles, columns.heads, strict=True):
        if role is Column.BUDGET and _UNIT.search(fold(head)):
            return head
    return None


def _words(row: TaskRow, path: _Path) -> Words:
    lead = _reading(row, Column.LEAD)
    if not lead.value and Column.BOTH in row.values:
        lead = _reading(row, Column.BOTH)
    content = _reading(row, Column.CONTENT)
    return Words(
        content=content,
        product=_reading(row, Column.PRODUCT),
        lead=lead,
        coordinating=_reading(row, Column.COORDINATING),
        time=_reading(row, Column.TIME),
        budget=_reading(row, Column.BUDGET),
        funding=_funding(row, path),
        note=_reading(row, Column.NOTE),
    )


def _reading(row: TaskRow, role: Column) -> Reading[str]:
    value = row.values.get(role)
    if value is None:
        return Reading("", row.place)
    doubt = "Chữ nhận dạng không rõ." if value.confidence < 0.6 else None
    return Reading(value.raw.strip(), value.place, value.confidence, doubt)


def _funding(row: TaskRow, path: _Path) -> Reading[str]:
    """The source of money of a row; one merged over its whole section serves it too."""
    own = _reading(row, Column.FUNDING)
    if own.value or path.funding is None:
        return own
    doubt = "Lấy theo ô gộp chung cho cả mục."
    return Reading(path.funding.raw, path.funding.place, 0.8, doubt)


def _in_use(sections: Sequence[Section], tasks: Sequence[Task]) -> tuple[Section, ...]:
    """The sections in order, each once."""
    kept: list[Section] = []
    seen: set[tuple[str | None, str, Place | None]] = set()
    for section in sections:
        mark = (section.code, section.title, section.place)
        if mark not in seen:
            seen.add(mark)
            kept.append(section)
    return tuple(kept)


def _with_unique_keys(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks with a count behind a key that the paper gives twice."""
    return tuple(_unique(tasks))


def _unique(tasks: Sequence[Task]) -> Iterator[Task]:
    counts: dict[str, int] = {}
    for task in tasks:
        counts[task.key] = counts.get(task.key, 0) + 1
        seen = counts[task.key]
        yield task if seen == 1 else replace(task, key=f"{task.key}({seen})")
