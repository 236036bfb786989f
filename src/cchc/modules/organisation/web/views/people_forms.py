"""Opening and changing accounts."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cchc.modules.organisation.labels.people import refusal_words
from cchc.modules.organisation.operations.accounts import (
    deactivate_person,
    fresh_password,
    reactivate_person,
    set_temporary_password,
)
from cchc.modules.organisation.operations.people import Details, change_person
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.choices import agency_choices
from cchc.modules.organisation.queries.managing import require_may_manage_person
from cchc.modules.organisation.queries.person_page import PersonPage, person_page
from cchc.modules.organisation.rules.accounts import PersonRefused
from cchc.modules.organisation.rules.giving import GiftRefused
from cchc.modules.organisation.rules.posts import PostRefused
from cchc.modules.organisation.web.creating import create_from
from cchc.modules.organisation.web.forms_people import DetailsForm, NewPersonForm, ReasonForm
from cchc.modules.organisation.web.new_passwords import NEW_PASSWORD
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def create(request: ActorRequest) -> HttpResponse:
    """Open an account; the temporary password is shown once, on the person's page."""
    request.actor.require_somewhere(Permission.MANAGE_PEOPLE)
    today = clock.today()
    agencies = agency_choices(request.actor.scope_of(Permission.MANAGE_PEOPLE), today)
    form = NewPersonForm(request.POST or None, agencies=agencies, today=today)
    if request.method == "POST" and form.is_valid():
        password = fresh_password()
        try:
            person = create_from(form, password, actor=request.actor, now=clock.now())
        except (PersonRefused, PostRefused, GiftRefused) as refused:
            form.add_error(None, str(refusal_words(refused)))
        else:
            request.session[NEW_PASSWORD] = [person.pk, password]
            return redirect("organisation:person", person_id=person.pk)
    return _form(request, form, _("Thêm người dùng"), _("Tạo tài khoản"), draft="nguoi-dung")


@signed_in
@require_http_methods(["GET", "POST"])
def change(request: ActorRequest, person_id: int) -> HttpResponse:
    """Change who a person is and how they sign in."""
    page = _managed(request, person_id)
    form = DetailsForm(request.POST or None, initial=_initial(page))
    if request.method == "POST" and form.is_valid():
        try:
            change_person(
                person_id=person_id,
                details=Details(**form.cleaned_data),
                actor=request.actor,
                now=clock.now(),
            )
        except PersonRefused as refused:
            form.add_error(None, str(refusal_words(refused)))
        else:
            messages.success(request, _("Đã lưu thông tin."))
            return redirect("organisation:person", person_id=person_id)
    return _form(request, form, _("Sửa thông tin"), _("Lưu"), person=page)


@signed_in
@require_http_methods(["GET", "POST"])
def lock(request: ActorRequest, person_id: int) -> HttpResponse:
    """Lock an account, with the reason."""
    page = _managed(request, person_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            deactivate_person(
                person_id=person_id, **form.cleaned_data, actor=request.actor, now=clock.now()
            )
        except (PersonRefused, GiftRefused) as refused:
            form.add_error(None, str(refusal_words(refused)))
        else:
            messages.success(request, _("Đã khóa tài khoản và thu hồi mọi vai trò."))
            return redirect("organisation:person", person_id=person_id)
    return _form(request, form, _("Khóa tài khoản"), _("Khóa tài khoản"), person=page)


@signed_in
@require_POST
def reopen(request: ActorRequest, person_id: int) -> HttpResponse:
    """Open a locked account again."""
    try:
        reactivate_person(person_id=person_id, actor=request.actor, now=clock.now())
    except PersonRefused as refused:
        messages.error(request, str(refusal_words(refused)))
    else:
        messages.success(request, _("Đã mở lại tài khoản. Hãy giao lại vai trò nếu cần."))
    return redirect("organisation:person", person_id=person_id)


@signed_in
@require_POST
def password(request: ActorRequest, person_id: int) -> HttpResponse:
    """Give a temporary password, shown once on the person's page."""
    fresh = fresh_password()
    set_temporary_password(
        person_id=person_id, password=fresh, actor=request.actor, now=clock.now()
    )
    request.session[NEW_PASSWORD] = [person_id, fresh]
    return redirect("organisation:person", person_id=person_id)


def _managed(request: ActorRequest, person_id: int) -> PersonPage:
    """The person's page for somebody who may change it; 404 and 403 before any form is shown."""
    today = clock.today()
    require_may_manage_person(person_id, actor=request.actor, on=today)
    return person_page(actor=request.actor, person_id=person_id, on=today)


def _initial(page: PersonPage) -> dict[str, str]:
    return {
        "full_name": page.full_name,
        "form_of_address": page.form_of_address,
        "email": page.email,
        "phone": page.phone,
        "username": page.username,
    }


def _form(
    request: ActorRequest,
    form: Any,
    title: str,
    submit: str,
    *,
    person: PersonPage | None = None,
    draft: str = "",
) -> HttpResponse:
    context = {"form": form, "title": title, "submit": submit, "person": person, "draft": draft}
    status = 422 if form.errors else 200
    return render(request, "organisation/person_form.html", context, status=status)
