"""What the home page shows of plans: four figures that open, and agencies that need attention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from cchc.modules.organisation.public import agency_cards
from cchc.modules.plans import links
from cchc.modules.plans.models import Tally
from cchc.modules.plans.queries.counting import counts_kept
from cchc.modules.plans.rules.counts import Counts, sum_counts
from cchc.platform.access import Actor
from cchc.platform.text.writing import number_vi, percent_vi

QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class HomeFigure:
    """A figure of the home page; `url` opens the rows it is counted from."""

    label: str
    value: str
    unit: str
    url: str
    note: str = ""
    direction: str = ""
    """`up`, `down`, or empty without a comparison."""
    change: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class WatchedAgency:
    """An agency with late or near work."""

    name: str
    overdue: int
    due_soon: int
    url: str

    @property
    def weight(self) -> int:
        """What its bar shows: late work, or near work where none is late."""
        return self.overdue or self.due_soon


def home_figures(actor: Actor, today: date) -> list[HomeFigure]:
    """How this year's work of the actor stands: rate, late, near, waiting for a decision."""
    by_quarter = _counts_by_quarter(actor, today.year)
    all_year = sum_counts(by_quarter.values())
    quarter = (today.month + 2) // 3
    year = {"nam": today.year}
    return [
        _rate_figure(by_quarter, all_year, quarter, links.work(**year, tt="fallen_due")),
        HomeFigure(
            label=_("Nhiệm vụ quá hạn"),
            value=number_vi(all_year.overdue),
            unit=_("việc"),
            url=links.work(**year, tt="OVERDUE"),
            note=_("chưa hoàn thành, đã qua hạn"),
        ),
        HomeFigure(
            label=_("Sắp đến hạn"),
            value=number_vi(all_year.due_soon),
            unit=_("việc"),
            url=links.work(**year, tt="DUE_SOON"),
            note=_("trong 5 ngày làm việc tới"),
        ),
        HomeFigure(
            label=_("Đã nộp, chờ nghiệm thu"),
            value=number_vi(all_year.awaiting),
            unit=_("việc"),
            url=links.work(**year, tt="AWAITING"),
            note=_("nộp trong hạn, chưa có quyết định"),
        ),
    ]


def agencies_to_watch(actor: Actor, today: date, *, limit: int) -> list[WatchedAgency]:
    """The agencies with most late work first, then those with most near work; of several only."""
    counts = _counts_by(actor, today.year, "agency_id")
    troubled = [(pk, number) for pk, number in counts.items() if number.overdue or number.due_soon]
    troubled.sort(key=lambda pair: (-pair[1].overdue, -pair[1].due_soon, pair[0]))
    found = troubled[:limit]
    cards = agency_cards([pk for pk, _number in found])
    return [
        WatchedAgency(
            name=cards[pk].name,
            overdue=number.overdue,
            due_soon=number.due_soon,
            url=links.work(
                nam=today.year,
                co_quan=pk,
                tt="OVERDUE" if number.overdue else "DUE_SOON",
            ),
        )
        for pk, number in found
        if pk in cards
    ]


def _counts_by_quarter(actor: Actor, year: int) -> dict[int, Counts]:
    """Counts by the quarter of the deadline; 0 for work without one. One query."""
    return _counts_by(actor, year, "quarter")


def _counts_by(actor: Actor, year: int, name: str) -> dict[int, Counts]:
    return counts_kept(
        ("home", actor, year),
        lambda: Tally.objects.visible_to(actor).by_quarter().filter(year=year),
        name,
    )


def _rate_figure(
    by_quarter: dict[int, Counts], all_year: Counts, quarter: int, url: str
) -> HomeFigure:
    now = by_quarter.get(quarter, Counts()).rate
    before = by_quarter.get(quarter - 1, Counts()).rate
    direction, change, tone = _change(now, before)
    note = _("của việc đã đến hạn trong năm")
    if change:
        note = _("quý này so với quý %s") % QUARTERS[quarter - 2]
    return HomeFigure(
        label=_("Nhiệm vụ đến hạn hoàn thành đúng hạn"),
        value="" if all_year.rate is None else percent_vi(all_year.rate).removesuffix(" %"),
        unit="%",
        url=url,
        note=note,
        direction=direction,
        change=change,
        tone=tone,
    )


def _change(now: Decimal | None, before: Decimal | None) -> tuple[str, str, str]:
    if now is None or before is None or now == before:
        return "", "", ""
    words = _("%s điểm") % number_vi(abs(now - before), decimals=1)
    return ("up", words, "ok") if now > before else ("down", words, "late")
