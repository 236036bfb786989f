"""The year and the period that a document is for, from its title before anything else."""

from __future__ import annotations

import re
from datetime import date

from cchc.officialdocs.document import Period, Reading
from cchc.officialdocs.understanding.dates import FIRST_YEAR, LAST_YEAR, Unit, stretches
from cchc.officialdocs.understanding.folding import fold

_SPAN = re.compile(
    r"\b(?:giai doan|nam|nhiem ky|tu nam|trong)?\s*(?P<first>(?:19|20)\d\d)\s*(?:-|–|—|den nam"
    r"|den)\s*"
    r"(?P<last>(?:19|20)\d\d)(?!\d)"
)
_HORIZON = re.compile(
    r"\b(?:dinh huong|tam nhin)?\s*(?:va\s+)?(?:dinh huong\s+"
    r"|tam nhin\s+)?den\s+(?:het\s+)?(?:nam\s+)?(?:19|20)\d\d"
)
_YEAR = re.compile(r"\bnam\s+(?P<year>(?:19|20)\d\d)(?!\d)")
_ACT = re.compile(
    r"\b\d+(?:/\d{4})?/[a-z][\w-]*(?:\s+ngay\s+[\d/]+)?|\bngay\s+\d{1,2}/\d{1,2}/\d{4}"
)


def horizon_of(
    title: Reading[str | None], issued_on: Reading[date | None], given: int | None
) -> tuple[Reading[int | None], Reading[Period | None]]:
    """The year and period: given by the caller, named by the title, else the year of signing."""
    if given is not None:
        return Reading(given), Reading(_whole(given))
    plain = _ACT.sub(" ", fold(title.value or ""))
    span = _SPAN.search(plain)
    rest = _HORIZON.sub(" ", _SPAN.sub(" ", plain))
    named = list(_YEAR.finditer(rest))
    if named:
        year = int(named[-1].group("year"))
        period = _part_of_year(rest, year) or _whole(year)
        return Reading(year, title.place, title.confidence), Reading(
            period, title.place, title.confidence
        )
    if span is not None:
        first, last = int(span.group("first")), int(span.group("last"))
        if FIRST_YEAR <= first <= last <= LAST_YEAR:
            period = Period(date(first, 1, 1), date(last, 12, 31))
            return Reading(None, title.place), Reading(period, title.place, title.confidence)
    if issued_on.value is not None:
        doubt = "Tên văn bản không nêu năm; lấy năm ký."
        year = issued_on.value.year
        return Reading(year, issued_on.place, 0.5, doubt), Reading(
            _whole(year), issued_on.place, 0.5, doubt
        )
    doubt = "Không thấy năm của văn bản."
    return Reading(None, None, 0.3, doubt), Reading(None, None, 0.3, doubt)


def _part_of_year(plain: str, year: int) -> Period | None:
    """The quarter or half that a title names ("6 tháng cuối năm 2025")."""
    for part in stretches(plain):
        if part.unit in (Unit.HALF, Unit.QUARTER, Unit.MONTH):
            days = part.dates(year)
            return Period(*days) if days else None
    return None


def _whole(year: int) -> Period | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Period(date(year, 1, 1), date(year, 12, 31))
