"""The filters of the list of agencies, in its address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from cchc.modules.organisation.labels.agencies import KINDS, LEVELS, word
from cchc.modules.organisation.queries.agency_list import (
    ENDED,
    EVERY,
    WITH_DIVISIONS,
    AgencyFilter,
    TreeRow,
)
from cchc.modules.organisation.queries.choices import Choice
from cchc.modules.organisation.rules.people_table import read_day
from cchc.modules.organisation.web.forms_agencies import kind_choices, level_choices
from cchc.platform import clock
from cchc.platform.text.writing import date_vi
from cchc.ui.lists import chips
from cchc.ui.parts import Chip, Tab


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What the selects of the filter offer."""

    kinds: list[Choice]
    levels: list[Choice]
    states: list[Choice]
    scopes: list[Choice]


@dataclass(frozen=True, slots=True)
class TreeLine:
    """A line of the tree, with the address that opens or closes it; empty when it has no parts."""

    row: TreeRow
    toggle_url: str


def opened_in(request: HttpRequest) -> frozenset[int]:
    """The agencies that are open in the tree."""
    return frozenset(int(e) for e in request.GET.getlist("mo") if e.isascii() and e.isdigit())


def tree_lines(request: HttpRequest, rows: Iterable[TreeRow]) -> list[TreeLine]:
    """The rows with their addresses; the provincial committee stays open."""
    opened = opened_in(request)
    lines = []
    for place, row in enumerate(rows):
        query = request.GET.copy()
        query.setlist("mo", [str(each) for each in sorted(opened ^ {row.id})])
        has_toggle = row.below_count > 0 and place > 0
        url = f"?{query.urlencode()}#cq-{row.id}" if has_toggle else ""
        lines.append(TreeLine(row, url))
    return lines


def filter_of(request: HttpRequest) -> AgencyFilter:
    """The filter that an address asks for; what cannot be read narrows nothing."""
    query = request.GET
    kind, level, state = query.get("loai", ""), query.get("cap", ""), query.get("trang-thai", "")
    return AgencyFilter(
        on=read_day(query.get("ngay", "")) or clock.today(),
        text=query.get("tim", "")[:100],
        kind=kind if word(KINDS, kind) else "",
        level=level if word(LEVELS, level) else "",
        state=state if state in (ENDED, EVERY) else "",
        scope=WITH_DIVISIONS if query.get("pham-vi") == WITH_DIVISIONS else "",
        after=query.get("sau", ""),
        before=query.get("truoc", ""),
    )


def choices() -> FilterChoices:
    """What the list can be narrowed to."""
    return FilterChoices(
        kinds=kind_choices(),
        levels=level_choices(),
        scopes=[(WITH_DIVISIONS, _("Cả phòng, ban bên trong"))],
        states=[(ENDED, _("Đã kết thúc")), (EVERY, _("Tất cả"))],
    )


def shown_chips(request: HttpRequest, wanted: AgencyFilter) -> list[Chip]:
    """A removable chip for each filter in force."""
    shown = {
        "tim": (_("Tìm"), wanted.text),
        "cap": (_("Cấp"), word(LEVELS, wanted.level)),
        "loai": (_("Loại"), word(KINDS, wanted.kind)),
        "pham-vi": (_("Phạm vi"), dict(choices().scopes).get(wanted.scope, "")),
        "trang-thai": (_("Trạng thái"), dict(choices().states).get(wanted.state, "")),
        "ngay": (_("Vào ngày"), date_vi(wanted.on) if wanted.on != clock.today() else ""),
    }
    return chips(request, {name: pair for name, pair in shown.items() if pair[1]})


def views_of(request: HttpRequest) -> list[Tab]:
    """The list and the tree, of the same day."""
    day = request.GET.get("ngay", "")
    suffix = f"?ngay={date_vi(on)}" if (on := read_day(day)) else ""
    places = (
        ("organisation:agencies", _("Danh sách"), "list"),
        ("organisation:agency_tree", _("Theo cây"), "hierarchy-2"),
    )
    return [
        Tab(label, f"{reverse(name)}{suffix}", request.path == reverse(name), icon=icon)
        for name, label, icon in places
    ]
