"""Tasks in prose: a point, then "Đơn vị chủ trì: … Đơn vị phối hợp: … Thời gian: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cchc.officialdocs.document import Reading, Section, Task, TaskOrigin
from cchc.officialdocs.layout import Place
from cchc.officialdocs.understanding.areas import area_of
from cchc.officialdocs.understanding.columns import Column
from cchc.officialdocs.understanding.folding import Folded, folded, tidy
from cchc.officialdocs.understanding.lettering import LabelStyle
from cchc.officialdocs.understanding.outline import PLAIN_RANK, Point, headings_above
from cchc.officialdocs.understanding.tasks import Context, Position, Words, read_task

_WHO = r"(?:(?:co quan|don vi|phong|bo phan|cac don vi)(?:,\s*(?:don vi|co quan|dia phuong))*\s+)?"
_DOING = (
    r"(?:\s*(?:,|va)?\s*(?:tham muu|thuc hien|xay dung|trien khai"
    r"|thuc hien chinh))*\s*(?:\([^)]*\)\s*)?"
)
_TAIL = r"(?:\s+(?:thuc hien|hoan thanh|du kien|trien khai|dau ra|ket thuc|can dat|cu the))*"
_LABELS: tuple[tuple[Column, str], ...] = (
    (Column.COORDINATING, rf"{_WHO}phoi hop{_DOING}"),
    (Column.LEAD, rf"{_WHO}(?:chu tri|dau moi|chiu trach nhiem){_DOING}"),
    (Column.LEAD, r"(?:co quan|don vi)(?:,\s*(?:don vi|co quan))?\s+(?:tham muu|thuc hien)\s*"),
    (Column.TIME, rf"(?:thoi gian|thoi han|tien do|han|lo trinh){_TAIL}\s*"),
    (Column.PRODUCT, rf"(?:san pham|ket qua){_TAIL}\s*"),
    (Column.FUNDING, r"nguon (?:kinh phi|luc)(?:\s+thuc hien)?\s*"),
    (Column.BUDGET, rf"(?:kinh phi|du toan){_TAIL}\s*"),
)
_LABEL = re.compile(
    r"(?:^|(?<=[.;\n+\-–•*])|(?<=[.;,]\s)|(?<=[-–+]\s)|(?<=\())\s*(?:"
    + "|".join(rf"(?P<l{at}>{pattern})" for at, (_, pattern) in enumerate(_LABELS))
    + r"):"
)
_ESSENTIAL = frozenset({Column.LEAD, Column.COORDINATING, Column.TIME})


@dataclass(slots=True)
class _Block:
    """A run of labelled words, and the points above it that say what to do."""

    points: list[Point]
    values: dict[Column, Reading[str]] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    own_text: str = ""


def read_prose_tasks(points: Sequence[Point], context: Context, start: int = 1) -> tuple[Task, ...]:
    """The tasks that labelled lines make; `start` numbers the first for want of a label."""
    blocks = list(_blocks(points))
    return tuple(
        task
        for count, block in enumerate(blocks, start)
        if (task := _task(block, points, context, count)) is not None
    )


def _blocks(points: Sequence[Point]) -> Iterator[_Block]:
    waiting: list[Point] = []
    block: _Block | None = None
    for point in points:
        found = folded(point.text)
        marks = list(_LABEL.finditer(found.plain))
        if not marks:
            if block is not None:
                yield block
                block, waiting = None, []
            waiting = [point] if point.is_heading else [*waiting, point]
            continue
        before = tidy(found.cut(0, marks[0].start())).strip(" -–+•*;,(")
        if block is not None and (before or _column(marks[0]) in block.values):
            yield block
            block, waiting = None, []
        if block is None:
            own = [point] if len(before) > 12 else waiting
            block = _Block(own, own_text=before if len(before) > 12 else "")
        _read_labels(block, point, found, marks)
    if block is not None:
        yield block


def _column(mark: re.Match[str]) -> Column:
    return next(
        column for at, (column, _) in enumerate(_LABELS) if mark.group(f"l{at}") is not None
    )


def _read_labels(
    block: _Block, point: Point, found: Folded, marks: Sequence[re.Match[str]]
) -> None:
    for at, mark in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(found.plain)
        text = tidy(found.cut(mark.end(), end)).strip(" -–+•*;,.()")
        column = _column(mark)
        if column not in block.values:
            block.values[column] = Reading(text, point.place, point.confidence)
    block.places.append(point.place)


def _task(block: _Block, points: Sequence[Point], context: Context, count: int) -> Task | None:
    """The task of a block; None when it names neither who nor when, or no work."""
    if not _ESSENTIAL & set(block.values):
        return None
    content, doubt, main = _content(block)
    if not content or main is None:
        return None
    section, path = _section(points, main)
    label = main.label if main.label and main.label.style is not LabelStyle.DASH else None
    order = label.text if label and not block.own_text else (label.text if label else None)
    own = order or f"#{count}"
    key = f"{section.code}.{own}" if section and section.code and order != section.code else own
    empty = Reading("", main.place)
    values = block.values
    words = Words(
        content=Reading(content, main.place, main.confidence * (0.7 if doubt else 1.0), doubt),
        product=values.get(Column.PRODUCT, empty),
        lead=values.get(Column.LEAD, empty),
        coordinating=values.get(Column.COORDINATING, empty),
        time=values.get(Column.TIME, empty),
        budget=values.get(Column.BUDGET, empty),
        funding=values.get(Column.FUNDING, empty),
        note=empty,
    )
    position = Position(
        key=key,
        order=Reading(order, main.place, 1.0 if order else 0.6),
        section=section,
        origin=TaskOrigin.PROSE,
        section_path=path,
        places=(main.place, *block.places),
    )
    return read_task(words, position, context)


def _content(block: _Block) -> tuple[str, str | None, Point | None]:
    """What to do: the words before the labels, or the points above them."""
    if block.own_text:
        return block.own_text, None, block.points[0]
    labelled = [p for p in block.points if p.label is not None and not p.is_heading]
    chosen = labelled or [p for p in block.points if not p.is_heading] or block.points
    if not chosen:
        return "", None, None
    text = " ".join(point.text for point in chosen)
    doubt = None
    if len(labelled) > 1:
        doubt = "Nhiều gạch đầu dòng dùng chung một phần phân công; đã gộp thành một nhiệm vụ."
    return text, doubt, chosen[0]


def _section(points: Sequence[Point], main: Point) -> tuple[Section | None, tuple[str, ...]]:
    """The heading a task stands under: one that names an area, else the nearest with a label."""
    above = [heading for heading in headings_above(points, main) if heading.rank < PLAIN_RANK]
    path = tuple(heading.text for heading in above)
    for heading in reversed(above):
        if area_of(heading.text):
            return _made(heading), path
    named = [heading for heading in above if heading.label is not None]
    return (_made(named[-1]), path) if named else (None, path)


def _made(heading: Point) -> Section:
    area = area_of(heading.text)
    return Section(
        heading.label.text if heading.label else None,
        heading.text.strip(" .:"),
        area.code if area else None,
        heading.place,
        heading.confidence,
    )
