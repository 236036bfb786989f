"""Giving roles, taking them back, and the matrix of what each allows."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cchc.modules.organisation.labels.people import refusal_words
from cchc.modules.organisation.operations.roles import assign_role, revoke_role
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.choices import agency_choices, role_choices, scope_to_give
from cchc.modules.organisation.queries.matrix import matrix as matrix_of
from cchc.modules.organisation.queries.person_page import person_page
from cchc.modules.organisation.rules.giving import GiftRefused
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.modules.organisation.web.forms_people import RoleForm
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_GET
def matrix(request: ActorRequest) -> HttpResponse:
    """Roles across, permissions down, module by module."""
    request.actor.require_somewhere(Permission.VIEW_PEOPLE)
    context = {"matrix": matrix_of(on=clock.today())}
    return render(request, "organisation/matrix.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def assign(request: ActorRequest, person_id: int) -> HttpResponse:
    """Give a person a role."""
    request.actor.require_somewhere(Permission.ASSIGN_ROLES)
    today = clock.today()
    page = person_page(actor=request.actor, person_id=person_id, on=today)
    roles = role_choices(request.actor)
    scope = scope_to_give(request.actor, [RoleCode(code) for code, _name in roles])
    agencies = agency_choices(scope, today)
    form = RoleForm(request.POST or None, roles=roles, agencies=agencies, today=today)
    if request.method == "POST" and form.is_valid() and _given(request, form, person_id):
        return redirect("organisation:person", person_id=person_id)
    context = {
        "form": form,
        "person": page,
        "title": _("Giao vai trò"),
        "submit": _("Giao vai trò"),
    }
    status = 422 if form.errors else 200
    return render(request, "organisation/person_form.html", context, status=status)


@signed_in
@require_POST
def revoke(request: ActorRequest, assignment_id: int) -> HttpResponse:
    """Take a role back."""
    try:
        role = revoke_role(
            assignment_id=assignment_id,
            reason=request.POST.get("reason", ""),
            actor=request.actor,
            now=clock.now(),
        )
    except GiftRefused as refused:
        messages.error(request, str(refusal_words(refused)))
        return redirect("organisation:people")
    messages.success(request, _("Đã thu hồi vai trò."))
    return redirect("organisation:person", person_id=role.person_id)


def _given(request: ActorRequest, form: RoleForm, person_id: int) -> bool:
    data = form.cleaned_data
    try:
        assign_role(
            person_id=person_id,
            role=RoleCode(data["role"]),
            agency_id=int(data["agency"]) if data["agency"] else None,
            with_sub_agencies=data["with_sub_agencies"],
            valid_from=data["valid_from"],
            valid_until=data["valid_until"],
            reason=data["reason"],
            actor=request.actor,
            now=clock.now(),
        )
    except GiftRefused as refused:
        form.add_error(None, str(refusal_words(refused)))
        return False
    messages.success(request, _("Đã giao vai trò."))
    return True
