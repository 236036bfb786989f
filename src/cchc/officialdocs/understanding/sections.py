"""The sections of a document whose tasks stand in the text, or that has none."""

from __future__ import annotations

from collections.abc import Sequence

from cchc.officialdocs.document import Section, Task
from cchc.officialdocs.understanding.areas import area_of
from cchc.officialdocs.understanding.lettering import LabelStyle
from cchc.officialdocs.understanding.outline import Point, headings_above


def sections_of(points: Sequence[Point], tasks: Sequence[Task]) -> tuple[Section, ...]:
    """The headings that tasks name, in their order; without tasks those under "Nhiệm vụ"."""
    if tasks:
        codes = dict.fromkeys(
            (task.section_code, task.section.value) for task in tasks if task.section.value
        )
        return tuple(
            section for section in _headings(points) if (section.code, section.title) in codes
        )
    return tuple(
        _made(point)
        for point in points
        if point.is_heading
        and point.label is not None
        and point.label.style in (LabelStyle.NUMBER, LabelStyle.DOTTED)
        and any("nhiem vu" in heading.plain for heading in headings_above(points, point))
    )


def _headings(points: Sequence[Point]) -> list[Section]:
    return [_made(point) for point in points if point.label is not None]


def _made(point: Point) -> Section:
    area = area_of(point.text)
    code = point.label.text if point.label else None
    title = point.text.strip(" .:")
    return Section(code, title, area.code if area else None, point.place, point.confidence)
