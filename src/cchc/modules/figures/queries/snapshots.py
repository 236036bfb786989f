"""Numbers that were kept, and the rows they were counted from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cchc.modules.figures.models import FigureSnapshot
from cchc.modules.figures.permissions import Permission
from cchc.modules.figures.queries.measuring import value_of
from cchc.modules.figures.queries.pages import KeptRow, SnapshotLine, SnapshotPage
from cchc.modules.figures.queries.sources import Asked, figure_of, is_counted, source_of
from cchc.modules.figures.queries.wording import NOTHING_YET, cut_words, made_of, number_words
from cchc.modules.figures.rules.cut import Cut, from_json
from cchc.modules.figures.rules.figure import Figure
from cchc.modules.figures.rules.kinds import FigureKind
from cchc.modules.figures.rules.value import Value
from cchc.platform.access import Actor

_MOST = 200
PAGE_SIZE = 100


def snapshot_lines(*, actor: Actor, code: str = "") -> list[SnapshotLine]:
    """The newest kept numbers that the actor may know of. Raises AccessDenied."""
    actor.require_somewhere(Permission.VIEW)
    kept = FigureSnapshot.objects.visible_to(actor).order_by("-taken_at", "-pk")
    if code:
        kept = kept.filter(code=code)
    return list(_lines(kept.defer("row_ids", "row_amounts", "counted_ids")[:_MOST]))


def snapshot_page(*, snapshot_id: int, page: int, actor: Actor, today: date) -> SnapshotPage:
    """A kept number with a page of its rows. Raises NotVisible."""
    kept = FigureSnapshot.objects.get_visible(actor, pk=snapshot_id)
    figure, cut = figure_of(kept.code), from_json(kept.cut)
    count = len(kept.row_ids)
    page_count = max(-(-count // PAGE_SIZE), 1)
    page = min(max(page, 1), page_count)
    first = (page - 1) * PAGE_SIZE
    ids = kept.row_ids[first : first + PAGE_SIZE]
    rows = _kept_rows(kept, cut, ids, actor, today)
    now = value_of(kept.code, cut, actor=actor, today=today)
    return SnapshotPage(
        line=next(iter(_lines([kept]))),
        made_of=made_of(figure, _value(kept)),
        number_now=number_words(figure, now.amount),
        made_of_now=made_of(figure, now),
        is_rate=figure.kind is FigureKind.RATE,
        has_amounts=bool(figure.amount_title),
        amount_title=str(figure.amount_title),
        rows=rows,
        row_count=count,
        hidden_count=len(ids) - len(rows),
        has_all_rows=kept.has_all_rows,
        page=page,
        page_count=page_count,
    )


def _kept_rows(
    kept: FigureSnapshot, cut: Cut, ids: list[int], actor: Actor, today: date
) -> list[KeptRow]:
    amounts = dict(zip(kept.row_ids, kept.row_amounts, strict=False))
    counted = set(kept.counted_ids)
    found = source_of(kept.code).rows_of(kept.code, ids, Asked(cut, actor, today))
    return [KeptRow(row, amounts.get(row.id), row.id in counted) for row in found]


def _lines(kept: Iterable[FigureSnapshot]) -> Iterable[SnapshotLine]:
    for one in kept:
        figure = figure_of(one.code) if is_counted(one.code) else None
        yield SnapshotLine(
            id=one.pk,
            code=one.code,
            name=str(figure.name) if figure else one.code,
            number=_number(figure, one),
            unit=str(figure.unit) if figure else "",
            cut=cut_words(one.code, from_json(one.cut)) if figure else "",
            taken_at=one.taken_at,
            taken_by=one.taken_by_name,
            reason=one.reason,
            is_whole=one.is_whole,
        )


def _number(figure: Figure | None, kept: FigureSnapshot) -> str:
    if figure is None:
        return NOTHING_YET if kept.amount is None else str(kept.amount)
    return number_words(figure, kept.amount)


def _value(kept: FigureSnapshot) -> Value:
    return Value(kept.amount, kept.numerator, kept.denominator, kept.counted_on, kept.is_estimate)
