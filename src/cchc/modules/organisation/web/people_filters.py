"""The filters of the list of people, in its address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.choices import Choice, agency_choices, all_roles
from cchc.modules.organisation.queries.people_list import LOCKED, WITHOUT_ROLE, PeopleFilter
from cchc.platform.access import Actor
from cchc.ui.lists import chips
from cchc.ui.parts import Chip


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What the selects of the filter offer."""

    agencies: list[Choice]
    roles: list[Choice]
    states: list[Choice]


def filter_of(request: HttpRequest) -> PeopleFilter:
    """The filter that an address asks for; what cannot be read narrows nothing."""
    agency = request.GET.get("co-quan", "")
    role = request.GET.get("vai-tro", "")
    return PeopleFilter(
        text=request.GET.get("tim", "")[:100],
        agency_id=int(agency) if agency.isascii() and agency.isdigit() else None,
        role=role if role in dict(all_roles()) else "",
        state=request.GET.get("trang-thai", ""),
        after=request.GET.get("sau", ""),
        before=request.GET.get("truoc", ""),
    )


def choices_of(actor: Actor, on: date) -> FilterChoices:
    """What the actor may narrow the list to."""
    return FilterChoices(
        agencies=agency_choices(actor.scope_of(Permission.VIEW_PEOPLE), on, is_short=True),
        roles=all_roles(),
        states=[(WITHOUT_ROLE, _("Chưa có vai trò")), (LOCKED, _("Đã khóa"))],
    )


def shown_chips(request: HttpRequest, wanted: PeopleFilter, choices: FilterChoices) -> list[Chip]:
    """A removable chip for each filter in force."""
    agency = dict(choices.agencies).get(str(wanted.agency_id), _("cơ quan đã chọn"))
    shown = {
        "tim": (_("Tìm"), wanted.text),
        "co-quan": (_("Cơ quan"), agency),
        "vai-tro": (_("Vai trò"), dict(choices.roles).get(wanted.role, "")),
        "trang-thai": (_("Trạng thái"), dict(choices.states).get(wanted.state, "")),
    }
    return chips(request, {name: pair for name, pair in shown.items() if pair[1]})
