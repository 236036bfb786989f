"""Ủy quyền của tôi."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cchc.modules.organisation.labels.people import refusal_words
from cchc.modules.organisation.operations.delegations import delegate_role
from cchc.modules.organisation.operations.roles import revoke_role
from cchc.modules.organisation.queries.delegating import delegable_to, delegations_page
from cchc.modules.organisation.rules.giving import GiftRefused
from cchc.modules.organisation.web.forms_people import DelegationForm
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_GET
def delegations(request: ActorRequest) -> HttpResponse:
    """What I may delegate, what I delegated, what was delegated to me."""
    page = delegations_page(actor=request.actor, on=clock.today())
    return render(request, "organisation/delegations.html", {"page": page})


@signed_in
@require_http_methods(["GET", "POST"])
def give(request: ActorRequest, assignment_id: int) -> HttpResponse:
    """Delegate one of one's own roles."""
    today = clock.today()
    page = delegations_page(actor=request.actor, on=today)
    own = next((role for role in page.own if role.assignment_id == assignment_id), None)
    if own is None:
        raise Http404
    people = delegable_to(assignment_id=assignment_id, actor=request.actor, on=today)
    form = DelegationForm(request.POST or None, people=people, today=today)
    if request.method == "POST" and form.is_valid() and _given(request, form, assignment_id):
        return redirect("organisation:delegations")
    context: dict[str, Any] = {"form": form, "own": own, "has_colleagues": bool(people)}
    status = 422 if form.errors else 200
    return render(request, "organisation/delegate.html", context, status=status)


@signed_in
@require_POST
def take_back(request: ActorRequest, assignment_id: int) -> HttpResponse:
    """Take back a delegation before its end."""
    try:
        revoke_role(assignment_id=assignment_id, actor=request.actor, now=clock.now())
    except GiftRefused as refused:
        messages.error(request, str(refusal_words(refused)))
    else:
        messages.success(request, _("Đã thu hồi ủy quyền."))
    return redirect("organisation:delegations")


def _given(request: ActorRequest, form: DelegationForm, assignment_id: int) -> bool:
    data = form.cleaned_data
    try:
        delegation = delegate_role(
            assignment_id=assignment_id,
            to_person_id=int(data["to"]),
            valid_from=data["valid_from"],
            valid_until=data["valid_until"],
            reason=data["reason"],
            actor=request.actor,
            now=clock.now(),
        )
    except GiftRefused as refused:
        form.add_error(None, str(refusal_words(refused)))
        return False
    said = _("Đã ủy quyền cho %(name)s.") % {"name": delegation.person.full_name}
    messages.success(request, said)
    return True
