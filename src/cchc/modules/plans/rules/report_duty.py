"""Which work is a report to be sent: calendars show report dates apart from other deadlines."""

from __future__ import annotations

from cchc.platform.text.folding import fold

_BEGINS = ("bao cao", "gui bao cao", "tong hop bao cao", "xay dung bao cao", "lap bao cao")


def is_report(content: str, product: str) -> bool:
    """Whether a row asks for a report: its product is one, or its words begin by asking for one."""
    return fold(product).strip().startswith("bao cao") or fold(content).strip().startswith(_BEGINS)
