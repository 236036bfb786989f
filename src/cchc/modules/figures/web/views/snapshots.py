"""Keeping numbers for reports, and reading them again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cchc.modules.figures.operations.freeze import freeze
from cchc.modules.figures.permissions import Permission
from cchc.modules.figures.public import figure_of, value_of
from cchc.modules.figures.queries.snapshots import snapshot_lines, snapshot_page
from cchc.modules.figures.queries.wording import amount_words, cut_words
from cchc.modules.figures.web import asking
from cchc.modules.figures.web.asking import fitted, wanted_of
from cchc.modules.figures.web.forms import FreezeForm
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.ui.lists import address_with

PAGE = "trang"


@signed_in
@require_http_methods(["GET", "POST"])
def keep(request: ActorRequest, code: str) -> HttpResponse:
    """Chốt số liệu: keep the number of the address as it stands, with the reason."""
    request.actor.require_somewhere(Permission.FREEZE)
    now, found = clock.now(), figure_of(code)
    cut, _left_out = fitted(wanted_of(request, clock.today()).cut, found)
    form = FreezeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        kept = freeze(code=code, cut=cut, reason=reason, actor=request.actor, now=now)
        messages.success(request, _("Đã chốt số liệu."))
        return redirect("figures:snapshot", snapshot_id=kept.pk)
    value = value_of(code, cut, actor=request.actor, today=clock.today())
    context = {
        "form": form,
        "code": code,
        "name": found.name,
        "amount": amount_words(found, value.amount),
        "cut": cut_words(code, cut),
        "kept": asking.kept(request.GET),
    }
    return render(request, "figures/keep.html", context, status=422 if form.errors else 200)


@require_safe
@signed_in
def snapshots(request: ActorRequest) -> HttpResponse:
    """The numbers that were kept, newest first."""
    code = request.GET.get("so_lieu", "")
    lines = snapshot_lines(actor=request.actor, code=code)
    return render(request, "figures/snapshots.html", {"lines": lines, "code": code})


@require_safe
@signed_in
def snapshot(request: ActorRequest, snapshot_id: int) -> HttpResponse:
    """One kept number with the rows it was counted from, beside the number of today."""
    asked = request.GET.get(PAGE, "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    page = snapshot_page(
        snapshot_id=snapshot_id, page=number, actor=request.actor, today=clock.today()
    )
    before = address_with(request.GET, {PAGE: page.page - 1}) if page.page > 1 else ""
    after = address_with(request.GET, {PAGE: page.page + 1}) if page.page < page.page_count else ""
    context = {"page": page, "previous_url": before, "next_url": after}
    return render(request, "figures/snapshot.html", context)
