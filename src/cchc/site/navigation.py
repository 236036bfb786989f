"""The navigation of the whole product, composed from the modules."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cchc.modules.dashboards.permissions import Permission as Dashboards
from cchc.modules.documents.permissions import Permission as Documents
from cchc.modules.figures.permissions import Permission as Figures
from cchc.modules.organisation.permissions import Permission as Organisation
from cchc.modules.plans.permissions import Permission as Plans
from cchc.modules.urging.permissions import Permission as Urging
from cchc.modules.worklist import public as worklist
from cchc.platform import clock
from cchc.platform.access import Actor
from cchc.ui.navigation import NavigationGroup, NavigationItem

SEE_SAMPLES = Organisation.MOVE_CLOCK
"""Who may see the sample page of components on a real installation: administrators."""


def waiting(actor: Actor) -> int:
    """How many things wait for this person."""
    return worklist.count_for(actor, clock.today())


GROUPS = [
    NavigationGroup(
        "",
        [NavigationItem(_("Hôm nay"), "home", "home", count=waiting, is_urgent=True)],
        code="today",
    ),
    NavigationGroup(
        _("Kế hoạch và chỉ đạo"),
        [
            NavigationItem(_("Nhiệm vụ"), "list-check", "plans:work", Plans.VIEW),
            NavigationItem(_("Kế hoạch"), "file-text", "plans:plans", Plans.VIEW),
            NavigationItem(
                _("Văn bản giao việc"), "file-description", "plans:directives", Plans.VIEW
            ),
            NavigationItem(_("Văn bản đi"), "send", "documents:letters", Documents.VIEW),
            NavigationItem(_("Toàn cảnh"), "layout-dashboard", "plans:board", Plans.VIEW),
            NavigationItem(_("Số liệu"), "chart-bar", "figures:catalogue", Figures.VIEW),
            NavigationItem(
                _("Trách nhiệm"), "user-check", "dashboards:heads", Dashboards.VIEW_HEADS
            ),
        ],
        code="plans",
    ),
    NavigationGroup(
        _("Lịch và cuộc họp"),
        [
            NavigationItem(_("Lịch"), "calendar", "meetings:calendar"),
            NavigationItem(_("Lịch công tác"), "calendar-event", "meetings:week"),
            NavigationItem(_("Cuộc họp"), "users-group", "meetings:meetings"),
        ],
        code="meetings",
    ),
    NavigationGroup(
        _("Đôn đốc"),
        [
            NavigationItem(_("Bản tin của tôi"), "bell", "urging:digests"),
            NavigationItem(_("Lời nhắc"), "bell-ringing", "urging:notices", Urging.VIEW),
            NavigationItem(_("Thang đôn đốc"), "list-details", "urging:ladders", Urging.VIEW),
            NavigationItem(_("Tạm ngừng nhắc"), "bell-off", "urging:mutes", Urging.VIEW),
            NavigationItem(_("Công văn đôn đốc"), "mail-forward", "urging:waves", Urging.VIEW),
            NavigationItem(_("Hiệu quả đôn đốc"), "chart-line", "urging:effect", Urging.VIEW),
        ],
        code="urging",
    ),
    NavigationGroup(
        _("Tổ chức"),
        [
            NavigationItem(
                _("Cơ quan"), "sitemap", "organisation:agencies", Organisation.VIEW_AGENCIES
            ),
            NavigationItem(
                _("Phân công phụ trách"),
                "user-star",
                "organisation:portfolios",
                Organisation.VIEW_AGENCIES,
            ),
            NavigationItem(
                _("Người dùng"), "users-group", "organisation:people", Organisation.VIEW_PEOPLE
            ),
            NavigationItem(
                _("Vai trò"), "shield-check", "organisation:role_matrix", Organisation.ASSIGN_ROLES
            ),
            NavigationItem(
                _("Nhóm cơ quan"), "category", "organisation:groups", Organisation.MANAGE_AGENCIES
            ),
            NavigationItem(
                _("Lịch làm việc"),
                "calendar-time",
                "organisation:calendar",
                Organisation.VIEW_AGENCIES,
            ),
        ],
        code="organisation",
    ),
    NavigationGroup(
        _("Hệ thống"),
        [
            NavigationItem(_("Nhật ký"), "history", "organisation:trail", Organisation.VIEW_TRAIL),
            NavigationItem(
                _("Đồng hồ trình diễn"), "clock", "organisation:clock", Organisation.MOVE_CLOCK
            ),
        ],
        code="system",
    ),
]
