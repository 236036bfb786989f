"""How often agencies were told by the ladder, and each telling: what the figure counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.db.models import Count

from cchc.modules.figures.public import (
    Asked,
    BySums,
    Cut,
    Dimension,
    FigureRow,
    RowPart,
    count,
    month_key,
    quarter_key,
)
from cchc.modules.urging.models import Notice
from cchc.modules.urging.models.notice import NoticeQuerySet
from cchc.modules.urging.queries.notices import notice_rows


def measure_received(asked: Asked, by: Dimension | None) -> BySums:
    """The tellings of a cut, by agency or by the day they were told: one query."""
    found = _of(asked)
    if by is None:
        return {"": count(found.count())}
    if by is Dimension.AGENCY:
        rows = found.values_list("agency_id").annotate(number=Count("pk")).order_by()
        return {str(agency_id): count(number) for agency_id, number in rows}
    key_of = quarter_key if by is Dimension.QUARTER else month_key
    numbers: Counter[str] = Counter()
    for on, number in found.values_list("on").annotate(number=Count("pk")).order_by():
        numbers[key_of(on)] += number
    return {key: count(number) for key, number in numbers.items()}


def rows_received(asked: Asked, part: RowPart) -> Iterator[FigureRow]:
    """The tellings themselves, the last first; each counts once, so none is left over."""
    if part is RowPart.REST:
        return
    notices = list(_of(asked).order_by("-on", "-id"))
    for row in notice_rows(notices, actor=asked.actor, today=asked.today):
        yield FigureRow(
            id=row.id,
            title=row.task,
            url=row.task_url,
            agency_name=row.agency_name,
            source=f"{row.audience}: {row.person_name}",
            on=row.on,
            status=row.state,
            tone=row.tone,
        )


def _of(asked: Asked) -> NoticeQuerySet:
    cut, found = asked.cut, Notice.objects.visible_to(asked.actor)
    if cut.agency_ids is not None:
        found = found.filter(agency_id__in=cut.agency_ids)
    since, until = _days(cut)
    if since is not None:
        found = found.filter(on__gte=since)
    if until is not None:
        found = found.filter(on__lte=until)
    return found.none() if cut.is_undated else found


def _days(cut: Cut) -> tuple[date | None, date | None]:
    """The days of a cut: a telling belongs to the year in which it was told."""
    if cut.year is None or cut.has_days:
        return cut.since, cut.until
    return date(cut.year, 1, 1), date(cut.year, 12, 31)
