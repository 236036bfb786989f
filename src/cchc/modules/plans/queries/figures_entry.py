"""Figures of how late documents that give work are entered: working days from issue to entry.

Every task with a deadline is to be entered right after its document is issued (Quảng Ngãi,
5425/UBND-KGVX); a document counts for the agency that issued it. The days are those kept with the
document when it was entered (`rules.entry`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from cchc.modules.figures.public import Asked, BySums, Dimension, Sums, share
from cchc.modules.plans.models import Plan
from cchc.modules.plans.queries.figures_cutting import Columns, keyed, narrowed
from cchc.modules.plans.rules.figure_codes import FigureCode

ISSUED_ON = Columns(agency="issuer_id", day="issued_on", year="year")
SAME_DAY = Q(entry_days=0)


def measure_entry(
    codes: Collection[str], asked: Asked, by: Dimension | None
) -> Mapping[str, BySums]:
    """Documents entered on the day of issue, and the mean of working days until entry."""
    rows = keyed(entered(asked), ISSUED_ON, by).values("figure_key")
    found = rows.annotate(
        number=Count("pk"), same_day=Count("pk", filter=SAME_DAY), days=Sum("entry_days")
    )
    sums: dict[str, dict[str, Sums]] = {code: {} for code in codes}
    for row in found:
        by_code = {
            FigureCode.ENTERED_SAME_DAY: share(row["same_day"], row["number"]),
            FigureCode.ENTRY_DAYS: Sums(Decimal(row["days"] or 0), row["number"]),
        }
        for code in codes:
            sums[code][row["figure_key"]] = by_code[FigureCode(code)]
    return sums


def entered(asked: Asked) -> QuerySet[Any, Any]:
    """The documents of a cut whose entry was timed, with the days as `figure_amount`."""
    timed = Plan.objects.visible_to(asked.actor).filter(entry_days__isnull=False)
    found: QuerySet[Any, Any] = narrowed(timed, ISSUED_ON, asked.cut)
    timed_rows: QuerySet[Any, Any] = found.annotate(figure_amount=F("entry_days"))
    return timed_rows
