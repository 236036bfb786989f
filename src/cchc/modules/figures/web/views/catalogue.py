"""The catalogue of figures, and one figure with its tables."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cchc.modules.figures.permissions import Permission
from cchc.modules.figures.public import Dimension, figure_of
from cchc.modules.figures.queries.figure_pages import catalogue_page, figure_page
from cchc.modules.figures.queries.tables import table_by
from cchc.modules.figures.queries.wording import cut_words
from cchc.modules.figures.web import asking, exports
from cchc.modules.figures.web.asking import fitted, wanted_of
from cchc.modules.figures.web.charts import chart_of
from cchc.modules.figures.web.filtering import filters_of
from cchc.modules.figures.web.tables import dimension_tabs, table_rows
from cchc.platform import clock
from cchc.platform.exports import xlsx_response
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@require_safe
@signed_in
def catalogue(request: ActorRequest) -> HttpResponse:
    """Số liệu: every figure with its number of the period chosen."""
    today = clock.today()
    wanted = wanted_of(request, today)
    page = catalogue_page(cut=wanted.cut, actor=request.actor, today=today)
    context = {
        "page": page,
        "period": wanted.period,
        "filters": filters_of(wanted, request, today),
        "kept": asking.kept(request.GET),
    }
    return render(request, "figures/catalogue.html", context)


@require_safe
@signed_in
def catalogue_export(request: ActorRequest) -> HttpResponseBase:
    """The catalogue with its numbers, as Excel."""
    request.actor.require_somewhere(Permission.EXPORT)
    today = clock.today()
    wanted = wanted_of(request, today)
    page = catalogue_page(cut=wanted.cut, actor=request.actor, today=today)
    rows = [(group, line) for group, lines in page.groups for line in lines]
    title = _("Số liệu {period}").format(period=wanted.period.label)
    return xlsx_response(
        name="so-lieu", title=title, columns=exports.catalogue_columns(), rows=rows
    )


@require_safe
@signed_in
def figure(request: ActorRequest, code: str) -> HttpResponse:
    """One figure: what it is, what it is made of, by time and by one dimension."""
    today = clock.today()
    wanted = wanted_of(request, today)
    cut, left_out = fitted(wanted.cut, figure_of(code))
    by = asking.dimension_of(request)
    page = figure_page(code=code, cut=cut, by=by, actor=request.actor, today=today)
    context = {
        "page": page,
        "left_out": left_out,
        "filters": filters_of(wanted, request, today, code),
        "kept": asking.kept(request.GET),
        "tabs": dimension_tabs(request, page),
        "rows": table_rows(request, code, page.table),
        "period_rows": table_rows(request, code, page.periods),
        "chart": chart_of(page, page.table) if page.table else None,
        "period_chart": chart_of(page, page.periods) if page.periods else None,
    }
    return render(request, "figures/figure.html", context)


@require_safe
@signed_in
def figure_export(request: ActorRequest, code: str) -> HttpResponseBase:
    """A figure by a dimension, as Excel."""
    request.actor.require_somewhere(Permission.EXPORT)
    today, found = clock.today(), figure_of(code)
    cut, _left_out = fitted(wanted_of(request, today).cut, found)
    by = asking.dimension_of(request) or Dimension.AGENCY
    table = table_by(found, cut, by, actor=request.actor, today=today)
    return xlsx_response(
        name=f"so-lieu-{code.replace('.', '-')}",
        title=str(found.name),
        columns=exports.table_columns(found, table.title),
        rows=table.lines,
        notes=[cut_words(code, cut)],
    )
