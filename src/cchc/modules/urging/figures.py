"""What this module contributes to measurement: how often agencies had to be told."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from cchc.modules.figures.public import Dimension, Figure, FigureKind, register_figure
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.queries.received import measure_received, rows_received

RECEIVED = Figure(
    code="urging.received",
    group=_("Đôn đốc"),
    name=_("Lượt nhắc theo thang đôn đốc"),
    short_name=_("Lượt nhắc"),
    unit=_("lượt"),
    kind=FigureKind.COUNT,
    numerator=_("Lượt nhắc theo thang đôn đốc"),
    explanation=(
        _("Mỗi người được nhắc về một việc ở một bậc là một lượt, tính cho cơ quan thực hiện."),
        _("Tính vào ngày nhắc. Một bản tin gom nhiều lượt vẫn tính từng lượt."),
    ),
    dimensions=frozenset({Dimension.AGENCY, Dimension.MONTH, Dimension.QUARTER}),
    permission=Permission.VIEW,
    row_noun=_("lượt nhắc"),
    is_more_better=False,
    since=date(2019, 1, 1),
)


def contribute() -> None:
    """Called once when the application starts, harmless to repeat."""
    register_figure(RECEIVED, measure=measure_received, rows=rows_received)
