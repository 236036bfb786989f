"""Figures of how work stands: from the tallies where they know the cut, else from the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from django.db.models import Count

from cchc.modules.figures.public import Asked, BySums, Cut, DatedBy, Dimension, share
from cchc.modules.plans.models import Occurrence, Tally
from cchc.modules.plans.models.tally import TallyQuerySet
from cchc.modules.plans.queries.counting import count_by
from cchc.modules.plans.queries.figures_cutting import Columns, keyed, listed, narrowed
from cchc.modules.plans.rules.counts import Counts, counts_of, sum_counts
from cchc.modules.plans.rules.figure_codes import FROM_COUNTS, FigureCode

BY_DEADLINE = Columns(
    agency="agency_id",
    day="due_on",
    year="year",
    area="area_code",
    source="plan_id",
    obligation="obligation",
    issuer="issuer_id",
    is_part="is_part",
)
BY_GIVING = Columns(
    agency="agency_id",
    day="assignment__assigned_on",
    year="year",
    area="area_code",
    source="plan_id",
    obligation="obligation",
    issuer="issuer_id",
    is_part="is_part",
)
_OF_AREA_GRAIN = {Dimension.AGENCY, Dimension.AREA, Dimension.OBLIGATION}
_OF_PLAN_GRAIN = {Dimension.AGENCY, Dimension.SOURCE}


def measure_work(
    codes: Collection[str], asked: Asked, by: Dimension | None
) -> Mapping[str, BySums]:
    """All figures that follow from how work stands, in one query."""
    counts = counts_by_key(asked, by)
    return {
        code: {key: share(*FROM_COUNTS[FigureCode(code)](found)) for key, found in counts.items()}
        for code in codes
    }


def counts_by_key(asked: Asked, by: Dimension | None) -> dict[str, Counts]:
    """How the work of a cut stands, by key; one query."""
    tallies = _tallies(asked, by)
    if tallies is None:
        return _from_rows(asked, by)
    if by is None:
        return {"": sum_counts(count_by(tallies, "grain").values())}
    found = count_by(tallies, BY_DEADLINE.of(by))
    return {str(key): counts for key, counts in found.items()}


def columns_of(cut: Cut) -> Columns:
    """The columns of work in the sense of the cut's day."""
    return BY_GIVING if cut.dated_by is DatedBy.GIVEN else BY_DEADLINE


def _tallies(asked: Asked, by: Dimension | None) -> TallyQuerySet | None:
    """The tallies of exactly this cut; None where they do not know enough."""
    cut = asked.cut
    wanted = cut.asks | ({by} if by else set())
    tallies = Tally.objects.visible_to(asked.actor)
    if wanted <= _OF_AREA_GRAIN:
        known = tallies.by_area()
    elif wanted <= _OF_PLAN_GRAIN and cut.year is None:
        known = tallies.by_plan()
    else:
        return None
    exact = {
        "agency_id__in": cut.agency_ids,
        "year": cut.year,
        "plan_id": cut.source_id,
        "area_code": cut.area,
        "obligation": cut.obligation or None,
    }
    return known.filter(**{name: value for name, value in exact.items() if value is not None})


def _from_rows(asked: Asked, by: Dimension | None) -> dict[str, Counts]:
    columns = columns_of(asked.cut)
    work = narrowed(listed(Occurrence.objects.all(), columns, asked.actor), columns, asked.cut)
    rows = (
        keyed(work, columns, by)
        .values_list("figure_key", "timeliness")
        .annotate(number=Count("pk"))
    )
    numbers: dict[str, dict[str, int]] = defaultdict(dict)
    for key, timeliness, number in rows:
        numbers[key][timeliness] = number
    return {key: counts_of(found) for key, found in numbers.items()}
