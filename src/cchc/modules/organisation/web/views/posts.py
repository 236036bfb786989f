"""Taking up and leaving posts."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cchc.modules.organisation.labels.people import refusal_words
from cchc.modules.organisation.operations.posts import hold_post, leave_post
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.choices import agency_choices
from cchc.modules.organisation.queries.managing import require_may_manage_person
from cchc.modules.organisation.queries.person_page import person_page, post_to_leave
from cchc.modules.organisation.rules.kinds import PostKind
from cchc.modules.organisation.rules.posts import PostRefused
from cchc.modules.organisation.web.forms_people import FurtherPostForm, LeaveForm
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def hold(request: ActorRequest, person_id: int) -> HttpResponse:
    """Let a person take up a post."""
    request.actor.require_somewhere(Permission.MANAGE_PEOPLE)
    today = clock.today()
    page = person_page(actor=request.actor, person_id=person_id, on=today)
    agencies = agency_choices(request.actor.scope_of(Permission.MANAGE_PEOPLE), today)
    form = FurtherPostForm(request.POST or None, agencies=agencies, today=today)
    if request.method == "POST" and form.is_valid() and _held(request, form, person_id):
        return redirect("organisation:person", person_id=person_id)
    context = {"form": form, "person": page, "title": _("Thêm vị trí"), "submit": _("Lưu vị trí")}
    status = 422 if form.errors else 200
    return render(request, "organisation/person_form.html", context, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def leave(request: ActorRequest, post_id: int) -> HttpResponse:
    """Let a person leave a post."""
    today = clock.today()
    post = post_to_leave(actor=request.actor, post_id=post_id)
    require_may_manage_person(post.person_id, actor=request.actor, on=today)
    form = LeaveForm(request.POST or None, initial={"on": today})
    if request.method == "POST" and form.is_valid():
        try:
            leave_post(post_id=post_id, **form.cleaned_data, actor=request.actor, now=clock.now())
        except PostRefused as refused:
            form.add_error(None, str(refusal_words(refused)))
        else:
            messages.success(request, _("Đã ghi nhận thôi giữ vị trí."))
            return redirect("organisation:person", person_id=post.person_id)
    context = {"form": form, "post": post}
    status = 422 if form.errors else 200
    return render(request, "organisation/leave_post.html", context, status=status)


def _held(request: ActorRequest, form: FurtherPostForm, person_id: int) -> bool:
    data = form.cleaned_data
    try:
        hold_post(
            person_id=person_id,
            agency_id=int(data["agency"]),
            kind=PostKind(data["kind"]),
            title=data["title"],
            held_from=data["held_from"],
            held_until=data["held_until"],
            is_main=data["is_main"],
            actor=request.actor,
            now=clock.now(),
        )
    except PostRefused as refused:
        form.add_error(None, str(refusal_words(refused)))
        return False
    messages.success(request, _("Đã lưu vị trí."))
    return True
