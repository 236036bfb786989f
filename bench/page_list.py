"""Which pages are measured, as whom."""

from __future__ import annotations

from bench.browsing import Page, Visitor

LOGIN = "dau.moi.tinh"
PASSWORD = "sen-hong-2019"  # noqa: S105 - the password of every person of the demo


async def pages(visitor: Visitor) -> list[Page]:
    """Every page kind; pages of single objects are found through the lists."""
    return [
        Page("Hôm nay", "/"),
        Page("tìm kiếm", "/tim/?q=ke+hoach"),
    ]
