"""Phân công phụ trách: which leader of the province is in charge of which agencies."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cchc.modules.organisation.labels.portfolios import PORTFOLIO_REFUSALS
from cchc.modules.organisation.operations.portfolios import end_portfolio, put_in_charge
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.agencies import agency_cards
from cchc.modules.organisation.queries.portfolios import (
    ChargeRow,
    LeaderRow,
    agencies_to_charge,
    leaders_on,
    portfolio_page,
)
from cchc.modules.organisation.rules.portfolios import PortfolioRefused
from cchc.modules.organisation.web.forms_portfolios import EndPortfolioForm, PortfolioForm
from cchc.platform import clock
from cchc.platform.exports import Column, xlsx_response
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@require_safe
@signed_in
def portfolios(request: ActorRequest) -> HttpResponse:
    """Who is in charge of what today, and what nobody is in charge of."""
    page = portfolio_page(actor=request.actor, on=clock.today())
    return render(request, "organisation/portfolios.html", {"page": page})


@require_safe
@signed_in
def portfolios_export(request: ActorRequest) -> HttpResponseBase:
    """The same, as Excel."""
    page = portfolio_page(actor=request.actor, on=clock.today())
    rows = [(leader, charge) for leader in page.leaders for charge in leader.charges]
    columns: list[Column[tuple[LeaderRow, ChargeRow]]] = [
        Column(_("Lãnh đạo"), lambda row: row[0].full_name, width=26),
        Column(_("Chức vụ"), lambda row: row[0].title, width=28),
        Column(_("Cơ quan"), lambda row: row[1].agency_name, width=44),
        Column(_("Từ ngày"), lambda row: row[1].effective_from, kind="date", width=12),
        Column(_("Đến ngày"), lambda row: row[1].effective_to, kind="date", width=12),
        Column(_("Căn cứ"), lambda row: row[1].act, width=40),
    ]
    return xlsx_response(
        name="phan-cong-phu-trach", title=_("Phân công phụ trách"), columns=columns, rows=rows
    )


@require_http_methods(["GET", "POST"])
@signed_in
def charge(request: ActorRequest) -> HttpResponse:
    """Put a leader in charge of agencies from a day on."""
    request.actor.require(Permission.MANAGE_PORTFOLIOS, agency_id=None)
    today = clock.today()
    form = PortfolioForm(
        request.POST or None,
        leaders=leaders_on(today),
        offered=agencies_to_charge(today),
        today=today,
    )
    if request.method == "POST" and form.is_valid() and _charged(request, form):
        return redirect("organisation:portfolios")
    status = 422 if form.errors else 200
    return render(request, "organisation/portfolio_form.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
@signed_in
def end_charge(request: ActorRequest, portfolio_id: int) -> HttpResponse:
    """Let a charge end after a day."""
    request.actor.require(Permission.MANAGE_PORTFOLIOS, agency_id=None)
    today = clock.today()
    leaders = portfolio_page(actor=request.actor, on=today).leaders
    found = next(
        ((row, one) for row in leaders for one in row.charges if one.portfolio_id == portfolio_id),
        None,
    )
    if found is None:
        raise Http404
    form = EndPortfolioForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid() and _ended(request, form, portfolio_id):
        return redirect("organisation:portfolios")
    context = {"form": form, "leader": found[0], "charge": found[1]}
    status = 422 if form.errors else 200
    return render(request, "organisation/portfolio_end.html", context, status=status)


def _charged(request: ActorRequest, form: PortfolioForm) -> bool:
    data = form.cleaned_data
    try:
        made = put_in_charge(
            leader_id=int(data["leader"]),
            agency_ids=[int(pk) for pk in data["agencies"]],
            effective_from=data["effective_from"],
            act=data["act"],
            actor=request.actor,
            now=clock.now(),
        )
    except PortfolioRefused as refused:
        form.add_error(None, _words(refused))
        return False
    messages.success(request, _("Đã phân công phụ trách %(n)d cơ quan.") % {"n": len(made)})
    return True


def _ended(request: ActorRequest, form: EndPortfolioForm, portfolio_id: int) -> bool:
    try:
        end_portfolio(
            portfolio_id=portfolio_id,
            on=form.cleaned_data["on"],
            actor=request.actor,
            now=clock.now(),
        )
    except PortfolioRefused as refused:
        form.add_error(None, _words(refused))
        return False
    messages.success(request, _("Đã ghi ngày thôi phụ trách."))
    return True


def _words(refused: PortfolioRefused) -> str:
    names = ", ".join(card.name for card in agency_cards(refused.agency_ids).values())
    return str(PORTFOLIO_REFUSALS[refused.why]).format(names=names)
