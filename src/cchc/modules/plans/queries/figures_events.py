"""Figures of what happened to work: more time asked for and granted, proofs returned."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db.models import Count, Q

from cchc.modules.figures.public import Asked, BySums, Dimension, count
from cchc.modules.plans.models import Extension, Submission
from cchc.modules.plans.queries.figures_cutting import Columns, grouped
from cchc.modules.plans.rules.figure_codes import FigureCode
from cchc.modules.plans.rules.kinds import ExtensionState, SubmissionState


def _columns(day: str) -> Columns:
    """What happened to a piece of work is cut by the work, and dated by its own day."""
    return Columns(
        agency="occurrence__agency_id",
        day=day,
        year="occurrence__year",
        area="occurrence__area_code",
        source="occurrence__plan_id",
        obligation="occurrence__obligation",
        issuer="occurrence__issuer_id",
        is_part="occurrence__is_part",
        has_moments=True,
    )


ASKED_ON = _columns("asked_at")
RETURNED_ON = _columns("decided_at")
RETURNED = Q(state=SubmissionState.RETURNED)
"""By whoever assigned; what the agency's own head sends back is its own affair."""
GRANTED = Q(state=ExtensionState.GRANTED)


def measure_extensions(
    codes: Collection[str], asked: Asked, by: Dimension | None
) -> Mapping[str, BySums]:
    """How often more time was asked for, and how often it was granted: one query."""
    rows = grouped(
        Extension.objects.all(),
        ASKED_ON,
        asked,
        by,
        asked_number=Count("pk"),
        granted_number=Count("pk", filter=GRANTED),
    )
    names = {
        FigureCode.EXTENSIONS_ASKED: "asked_number",
        FigureCode.EXTENSIONS_GRANTED: "granted_number",
    }
    return {
        code: {key: count(row[names[FigureCode(code)]]) for key, row in rows.items()}
        for code in codes
    }


def measure_returned(
    codes: Collection[str], asked: Asked, by: Dimension | None
) -> Mapping[str, BySums]:
    """How often whoever assigned sent a proof back: one query."""
    returned = Submission.objects.filter(RETURNED)
    rows = grouped(returned, RETURNED_ON, asked, by, number=Count("pk"))
    sums = {key: count(row["number"]) for key, row in rows.items()}
    return dict.fromkeys(codes, sums)
