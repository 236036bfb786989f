"""What the meetings module lets each role do, and the words for its permissions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cchc.modules.meetings.permissions import Permission
from cchc.modules.organisation.rules.kinds import RoleCode

TITLE = _("Lịch công tác, cuộc họp")

_OFFICE: frozenset[StrEnum] = frozenset(
    {
        Permission.VIEW_CALENDAR,
        Permission.PROPOSE,
        Permission.VIEW,
        Permission.ORGANISE,
        Permission.ANSWER,
    }
)
"""What the people who run an agency's office do."""

GRANTS: Mapping[RoleCode, frozenset[StrEnum]] = {
    RoleCode.SYSTEM_ADMINISTRATOR: frozenset({Permission.SET_UP}),
    RoleCode.OFFICE_OPERATOR: frozenset(
        {
            Permission.VIEW_CALENDAR,
            Permission.PROPOSE,
            Permission.PUBLISH,
            Permission.SET_UP,
            Permission.VIEW,
            Permission.ORGANISE,
            Permission.CONCLUDE,
        }
    ),
    RoleCode.REFORM_OFFICER: _OFFICE,
    RoleCode.AGENCY_HEAD: _OFFICE
    | {Permission.APPROVE, Permission.PUBLISH, Permission.SET_UP, Permission.CONCLUDE},
    RoleCode.DIVISION_HEAD: frozenset(
        {Permission.VIEW_CALENDAR, Permission.PROPOSE, Permission.VIEW, Permission.ANSWER}
    ),
    RoleCode.OFFICER: frozenset({Permission.VIEW}),
    RoleCode.PROVINCIAL_LEADER: frozenset({Permission.VIEW_CALENDAR, Permission.VIEW}),
    RoleCode.AUDITOR: frozenset({Permission.VIEW_CALENDAR, Permission.VIEW}),
}

WORDS: Mapping[StrEnum, str | Promise] = {
    Permission.VIEW_CALENDAR: _("Xem lịch công tác chưa ban hành"),
    Permission.PROPOSE: _("Đề nghị đưa việc vào lịch công tác của lãnh đạo"),
    Permission.APPROVE: _("Duyệt, trả lại, hủy mục lịch công tác"),
    Permission.PUBLISH: _("Ban hành lịch công tác tuần"),
    Permission.SET_UP: _("Quản lý phòng họp và đơn vị giữ lịch"),
    Permission.VIEW: _("Xem cuộc họp mà cơ quan tổ chức hoặc được mời"),
    Permission.ORGANISE: _("Tổ chức họp: chương trình, giấy mời, điểm danh, biên bản"),
    Permission.ANSWER: _("Trả lời giấy mời, gửi tài liệu họp thay cơ quan"),
    Permission.CONCLUDE: _("Chuyển kết luận cuộc họp thành nhiệm vụ"),
}
