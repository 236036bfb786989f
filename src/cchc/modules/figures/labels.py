"""The Vietnamese words for everything that is stored as a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cchc.modules.figures.rules.kinds import DatedBy, Dimension, FigureKind, RowPart

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

KINDS: dict[FigureKind, StrOrPromise] = {
    FigureKind.COUNT: _("số lượng"),
    FigureKind.RATE: _("tỷ lệ"),
    FigureKind.MEAN: _("trung bình"),
    FigureKind.MEDIAN: _("trung vị"),
}
DIMENSIONS: dict[Dimension, StrOrPromise] = {
    Dimension.AGENCY: _("Cơ quan"),
    Dimension.AREA: _("Lĩnh vực"),
    Dimension.SOURCE: _("Văn bản"),
    Dimension.OBLIGATION: _("Vai"),
    Dimension.QUARTER: _("Quý"),
    Dimension.MONTH: _("Tháng"),
}
DATED_BY: dict[DatedBy, StrOrPromise] = {
    DatedBy.DUE: _("hạn trong kỳ"),
    DatedBy.GIVEN: _("giao trong kỳ"),
}
PARTS: dict[RowPart, StrOrPromise] = {
    RowPart.ALL: _("Tất cả (mẫu số)"),
    RowPart.COUNTED: _("Được tính (tử số)"),
    RowPart.REST: _("Còn lại"),
}
