"""What the plans module lets each role do, and the words for its permissions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.modules.plans.permissions import Permission

TITLE = _("Kế hoạch, nhiệm vụ")

_READING: frozenset[StrEnum] = frozenset({Permission.VIEW, Permission.EXPORT})
_ASSIGNING: frozenset[StrEnum] = frozenset(
    {
        Permission.IMPORT,
        Permission.CONFIRM,
        Permission.MANAGE,
        Permission.ACCEPT_PROOF,
        Permission.DECIDE_EXTENSION,
    }
)
_DOING: frozenset[StrEnum] = frozenset(
    {Permission.ACKNOWLEDGE, Permission.REPORT_PROGRESS, Permission.HAND_IN}
)

GRANTS: Mapping[RoleCode, frozenset[StrEnum]] = {
    RoleCode.PROVINCIAL_OPERATOR: _READING | _ASSIGNING | {Permission.COMMENT},
    RoleCode.OFFICE_OPERATOR: _READING | _ASSIGNING | {Permission.COMMENT},
    RoleCode.REFORM_OFFICER: _READING
    | _ASSIGNING
    | _DOING
    | {Permission.ASK_EXTENSION, Permission.HAND_DOWN, Permission.COMMENT},
    RoleCode.AGENCY_HEAD: _READING
    | _ASSIGNING
    | _DOING
    | {
        Permission.APPROVE_PROOF,
        Permission.ASK_EXTENSION,
        Permission.HAND_DOWN,
        Permission.COMMENT,
    },
    RoleCode.DIVISION_HEAD: _READING | _DOING | {Permission.LEAD_DIVISION, Permission.COMMENT},
    RoleCode.OFFICER: frozenset(
        {
            Permission.VIEW,
            Permission.REPORT_PROGRESS,
            Permission.HAND_IN,
            Permission.COMMENT,
        }
    ),
    RoleCode.PROVINCIAL_LEADER: _READING | {Permission.COMMENT},
    RoleCode.AUDITOR: _READING,
}

WORDS: Mapping[StrEnum, str | Promise] = {
    Permission.VIEW: _("Xem kế hoạch, nhiệm vụ"),
    Permission.EXPORT: _("Xuất kế hoạch, danh sách nhiệm vụ ra tệp"),
    Permission.IMPORT: _("Nhập văn bản giao việc"),
    Permission.CONFIRM: _("Xác nhận kế hoạch và giao việc"),
    Permission.MANAGE: _("Đính chính, thu hồi, tạm dừng; ghi nhận sự kiện, chọn cơ quan"),
    Permission.ACCEPT_PROOF: _("Nghiệm thu, trả lại minh chứng"),
    Permission.DECIDE_EXTENSION: _("Quyết định gia hạn"),
    Permission.ACKNOWLEDGE: _("Tiếp nhận và phân công phần việc"),
    Permission.REPORT_PROGRESS: _("Báo cáo tiến độ"),
    Permission.HAND_IN: _("Nộp minh chứng"),
    Permission.APPROVE_PROOF: _("Duyệt minh chứng của cơ quan mình"),
    Permission.ASK_EXTENSION: _("Xin gia hạn"),
    Permission.HAND_DOWN: _("Giao việc xuống, nghiệm thu việc con, trả lại việc được giao"),
    Permission.LEAD_DIVISION: _("Điều hành việc của phòng mình"),
    Permission.COMMENT: _("Trao đổi về nhiệm vụ"),
}
