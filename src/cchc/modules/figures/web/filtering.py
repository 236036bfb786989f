"""The filters above a page of figures, and the chips of those in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cchc.modules.figures.public import Asked, Cut, Dimension, figures_for
from cchc.modules.figures.queries.sources import source_of
from cchc.modules.figures.web import asking
from cchc.modules.figures.web.asking import Wanted
from cchc.modules.organisation.public import living_agencies
from cchc.platform.text.writing import date_vi
from cchc.platform.web.request import ActorRequest
from cchc.ui.lists import address_with
from cchc.ui.parts import Chip

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a person may narrow to, each with what is chosen."""

    periods: Choices
    period: str
    agencies: Choices
    agency: str
    levels: Choices
    level: str
    areas: Choices
    area: str
    sources: Choices
    source: str
    obligations: Choices
    obligation: str
    dated: Choices
    dated_by: str
    since: str
    until: str
    undated: str
    chips: list[Chip]


def filters_of(wanted: Wanted, request: ActorRequest, today: date, code: str = "") -> Filters:
    """The filters of a figure, or of the catalogue, with what is chosen in the address."""
    query = request.GET
    cut, actor = wanted.cut, request.actor
    figures = [f for f in figures_for(actor) if not code or f.code == code]
    dimensions = frozenset(d for figure in figures for d in figure.dimensions)
    asked = Asked(Cut(year=cut.year), actor, today)

    def choices(by: Dimension) -> Choices:
        if by not in dimensions or not figures:
            return []
        return source_of(figures[0].code).choices(by, asked)

    return Filters(
        periods=asking.period_choices(wanted.period, today),
        period=wanted.period.code,
        agencies=_agencies(request, today),
        agency=query.get(asking.AGENCY, ""),
        levels=asking.level_choices(),
        level=wanted.level,
        areas=choices(Dimension.AREA),
        area=query.get(asking.AREA, ""),
        sources=choices(Dimension.SOURCE),
        source=query.get(asking.SOURCE, ""),
        obligations=choices(Dimension.OBLIGATION),
        obligation=cut.obligation,
        dated=asking.dated_choices(),
        dated_by=query.get(asking.DATED, ""),
        since=query.get(asking.SINCE, ""),
        until=query.get(asking.UNTIL, ""),
        undated=query.get(asking.UNDATED, ""),
        chips=_chips(request, cut),
    )


def _agencies(request: ActorRequest, today: date) -> Choices:
    """The agencies of the actor's scope, divisions left out of nothing but the long list."""
    permissions = {figure.permission for figure in figures_for(request.actor)}
    scopes = [request.actor.scope_of(permission) for permission in permissions]
    return [
        (str(card.id), card.name)
        for card in living_agencies(today)
        if any(card.id in scope for scope in scopes)
    ]


def _chips(request: ActorRequest, cut: Cut) -> list[Chip]:
    """Days asked for besides the period: they have no field of their own."""
    query, chips = request.GET, []
    if query.get(asking.SINCE) or query.get(asking.UNTIL):
        since = date_vi(cut.since) if cut.since else "…"
        until = date_vi(cut.until) if cut.until else "…"
        away = address_with(query, {asking.SINCE: None, asking.UNTIL: None})
        chips.append(Chip(_("Từ ngày, đến ngày"), f"{since} – {until}", away))
    if cut.is_undated:
        away = address_with(query, {asking.UNDATED: None})
        chips.append(Chip(_("Chỉ việc"), _("chưa có hạn"), away))
    return chips
