"""Groups of agencies: the list, one with its members on a day, and the forms that change it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cchc.modules.organisation.labels.agencies import refusal
from cchc.modules.organisation.operations.groups import (
    change_group,
    create_group,
    set_group_member,
    unset_group_member,
)
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.group_pages import GroupPage, group_list, group_page
from cchc.modules.organisation.rules.people_table import read_day
from cchc.modules.organisation.rules.refusals import StructureRefused
from cchc.modules.organisation.web.agency_trail import entries_about
from cchc.modules.organisation.web.changing_pages import agencies_to_choose, by
from cchc.modules.organisation.web.forms_groups import GroupForm, MemberForm
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_GET
def groups(request: ActorRequest) -> HttpResponse:
    """Every group with the number of its members on a day."""
    on = read_day(request.GET.get("ngay", "")) or clock.today()
    context = {
        "rows": group_list(on),
        "on": on,
        "may_manage": request.actor.may(Permission.MANAGE_AGENCIES, agency_id=None),
    }
    return render(request, "organisation/groups.html", context)


@signed_in
@require_GET
def group(request: ActorRequest, code: str) -> HttpResponse:
    """One group with its members on a day."""
    on = read_day(request.GET.get("ngay", "")) or clock.today()
    page = group_page(actor=request.actor, code=code, on=on)
    context = {
        "page": page,
        "on": on,
        "today": clock.today(),
        "entries": entries_about(f"organisation.group:{page.id}"),
    }
    return render(request, "organisation/group.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def create(request: ActorRequest) -> HttpResponse:
    """Define a group."""
    request.actor.require(Permission.MANAGE_AGENCIES, agency_id=None)
    form = GroupForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = create_group(form.rule(), **by(request))
        except StructureRefused as refused:
            form.add_error(None, refusal(refused))
        else:
            messages.success(request, _("Đã thêm nhóm cơ quan."))
            return redirect("organisation:group", code=made.code)
    return _form(request, form, _("Thêm nhóm cơ quan"), _("Thêm nhóm"))


@signed_in
@require_http_methods(["GET", "POST"])
def change(request: ActorRequest, code: str) -> HttpResponse:
    """Change a group."""
    request.actor.require(Permission.MANAGE_AGENCIES, agency_id=None)
    page = group_page(actor=request.actor, code=code, on=clock.today())
    form = GroupForm(request.POST or None, initial=_initial(page), keeps_code=True)
    if request.method == "POST" and form.is_valid():
        try:
            change_group(form.rule(code), **by(request))
        except StructureRefused as refused:
            form.add_error(None, refusal(refused))
        else:
            messages.success(request, _("Đã lưu nhóm cơ quan."))
            return redirect("organisation:group", code=code)
    return _form(request, form, _("Sửa nhóm cơ quan"), _("Lưu"), page)


@signed_in
@require_http_methods(["GET", "POST"])
def set_member(request: ActorRequest, code: str) -> HttpResponse:
    """Put an agency into a group, or keep it out, from a day on."""
    request.actor.require(Permission.MANAGE_AGENCIES, agency_id=None)
    page = group_page(actor=request.actor, code=code, on=clock.today())
    form = MemberForm(request.POST or None, agencies=agencies_to_choose(), today=clock.today())
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            set_group_member(
                code=code,
                agency_id=int(data["agency"]),
                is_excluded=data["way"] == "loai",
                on=data["on"],
                until=data["until"],
                **by(request),
            )
        except StructureRefused as refused:
            form.add_error(None, refusal(refused))
        else:
            messages.success(request, _("Đã ghi lựa chọn riêng."))
            return redirect("organisation:group", code=code)
    return _form(request, form, _("Thêm hoặc loại một cơ quan"), _("Ghi lại"), page)


@signed_in
@require_POST
def unset_member(request: ActorRequest, code: str, member_id: int) -> HttpResponse:
    """Let the rule decide about an agency again, from today on."""
    unset_group_member(member_id=member_id, on=clock.today(), **by(request))
    messages.success(request, _("Đã bỏ lựa chọn riêng."))
    return redirect("organisation:group", code=code)


def _form(
    request: ActorRequest,
    form: GroupForm | MemberForm,
    title: str,
    submit: str,
    page: GroupPage | None = None,
) -> HttpResponse:
    context = {"form": form, "title": title, "submit": submit, "page": page}
    status = 422 if form.errors else 200
    return render(request, "organisation/group_form.html", context, status=status)


def _initial(page: GroupPage) -> dict[str, object]:
    return {
        "name": page.name,
        "is_open": page.is_open,
        "kinds": list(page.kinds),
        "levels": list(page.levels),
        "aliases": "\n".join(page.aliases),
    }
