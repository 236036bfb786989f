"""The columns of the table of tasks, the same in every format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cchc.officialdocs.writing.paper import PaperRow, PlanPaper


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column: its head, its width in millimetres on a landscape page, and what stands in it."""

    title: str
    width: float
    value: Callable[[PaperRow], str]
    is_centered: bool = False


def columns_of(paper: PlanPaper) -> list[PaperColumn]:
    """The columns that this plan needs; a column for sources only where rows name their own."""
    columns = [
        PaperColumn("Số TT", 13, order_text, is_centered=True),
        PaperColumn("Nội dung thực hiện", 68, lambda row: row.content),
        PaperColumn("Sản phẩm", 33, lambda row: row.product),
        PaperColumn("Cơ quan, đơn vị chủ trì", 36, lambda row: row.lead),
        PaperColumn("Cơ quan, đơn vị phối hợp", 36, lambda row: row.coordinating),
        PaperColumn("Thời gian thực hiện", 28, lambda row: row.time),
        PaperColumn("Kinh phí dự kiến", 24, lambda row: row.budget),
    ]
    if paper.has_funding:
        columns.append(PaperColumn("Nguồn kinh phí", 22, lambda row: row.funding))
    return [*columns, PaperColumn("Ghi chú", 19, lambda row: row.note)]


def order_text(row: PaperRow) -> str:
    """The number of a row as it is printed: "a)" for a letter, "1" for a number."""
    return f"{row.order})" if row.order.isalpha() else row.order


def heading_text(code: str) -> str:
    """The number of a heading as it is printed: "1."."""
    return f"{code}." if code and not code.endswith((".", ")")) else code


def appendix_note(paper: PlanPaper) -> str:
    """ "(Kèm theo Kế hoạch số … ngày … của …)"."""
    day = paper.issued_on
    said = f" ngày {day:%d} tháng {day:%m} năm {day.year}" if day else ""
    number = f" số {paper.number}" if paper.number else ""
    return f"(Kèm theo {paper.kind}{number}{said} của {paper.issuer_name})"
