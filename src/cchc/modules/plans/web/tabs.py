"""The several ways to look at work."""

from __future__ import annotations

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from cchc.platform.web.paging import AFTER, BEFORE
from cchc.ui.parts import Tab


def work_tabs(request: HttpRequest, current: str) -> list[Tab]:
    """List, calendar, timeline, by agency, by area, mine; filters are carried along."""
    kept = request.GET.copy()
    is_parts = request.GET.get("viec_con", "") not in {"", "0"}
    for name in (AFTER, BEFORE, "thang", "cua_toi", "viec_con"):
        kept.pop(name, None)
    is_mine = current == "list" and request.GET.get("cua_toi", "") not in {"", "0"}
    own = kept.copy()
    own["cua_toi"] = "1"
    parts = QueryDict("viec_con=1&cua_toi=1&tt=open")
    ways = [
        ("mine", _("Của cơ quan tôi"), "plans:work", own, "user"),
        ("parts", _("Việc con"), "plans:work", parts, "sitemap"),
        ("list", _("Danh sách"), "plans:work", kept, "list"),
        ("calendar", _("Lịch"), "plans:work_calendar", kept, "calendar"),
        ("timeline", _("Tiến độ"), "plans:work_timeline", kept, "timeline"),
        ("agencies", _("Theo cơ quan"), "plans:work_by_agency", kept, "building"),
        ("areas", _("Theo lĩnh vực"), "plans:work_by_area", kept, "category"),
    ]
    shown = "parts" if is_parts else "mine" if is_mine else current
    return [
        Tab(label, f"{reverse(name)}?{query.urlencode()}", code == shown, icon=icon)
        for code, label, name, query, icon in ways
    ]
