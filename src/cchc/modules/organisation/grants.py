"""What the organisation module lets each role do, and the words for its permissions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.roles import Words
from cchc.modules.organisation.rules.kinds import RoleCode

TITLE = _("Tổ chức, người dùng và phân quyền")

TO_EVERYONE: frozenset[StrEnum] = frozenset({Permission.VIEW_AGENCIES})

GRANTS: Mapping[RoleCode, frozenset[StrEnum]] = {
    RoleCode.SYSTEM_ADMINISTRATOR: frozenset(
        {
            Permission.MANAGE_AGENCIES,
            Permission.VIEW_PEOPLE,
            Permission.MANAGE_PEOPLE,
            Permission.ASSIGN_ROLES,
            Permission.ASSIGN_KEY_ROLES,
            Permission.ASSIGN_PROVINCE_ROLES,
            Permission.MANAGE_CALENDAR,
            Permission.VIEW_TRAIL,
        }
    ),
    RoleCode.PROVINCIAL_OPERATOR: frozenset(
        {
            Permission.MANAGE_AGENCIES,
            Permission.VIEW_PEOPLE,
            Permission.MANAGE_PEOPLE,
            Permission.ASSIGN_ROLES,
            Permission.ASSIGN_KEY_ROLES,
            Permission.DELEGATE,
            Permission.MANAGE_CALENDAR,
            Permission.MANAGE_PORTFOLIOS,
        }
    ),
    RoleCode.OFFICE_OPERATOR: frozenset(
        {Permission.VIEW_PEOPLE, Permission.DELEGATE, Permission.MANAGE_PORTFOLIOS}
    ),
    RoleCode.REFORM_OFFICER: frozenset(
        {
            Permission.VIEW_PEOPLE,
            Permission.MANAGE_PEOPLE,
            Permission.ASSIGN_ROLES,
            Permission.DELEGATE,
        }
    ),
    RoleCode.AGENCY_HEAD: frozenset(
        {
            Permission.VIEW_PEOPLE,
            Permission.MANAGE_PEOPLE,
            Permission.ASSIGN_ROLES,
            Permission.DELEGATE,
        }
    ),
    RoleCode.DIVISION_HEAD: frozenset({Permission.VIEW_PEOPLE, Permission.DELEGATE}),
    RoleCode.OFFICER: frozenset({Permission.VIEW_PEOPLE, Permission.DELEGATE}),
    RoleCode.PROVINCIAL_LEADER: frozenset({Permission.VIEW_PEOPLE, Permission.DELEGATE}),
    RoleCode.AUDITOR: frozenset({Permission.VIEW_PEOPLE, Permission.VIEW_TRAIL}),
    RoleCode.TRAINER: frozenset({Permission.MOVE_CLOCK}),
}

WORDS: Mapping[StrEnum, Words] = {
    Permission.VIEW_AGENCIES: _("Xem danh mục cơ quan"),
    Permission.MANAGE_AGENCIES: _("Thành lập, sáp nhập, giải thể, sửa cơ quan"),
    Permission.VIEW_PEOPLE: _("Xem danh sách người dùng"),
    Permission.MANAGE_PEOPLE: _("Tạo, sửa, khóa tài khoản và vị trí công tác"),
    Permission.ASSIGN_ROLES: _("Giao vai trò trưởng phòng, công chức"),
    Permission.ASSIGN_KEY_ROLES: _("Giao vai trò thủ trưởng, công chức đầu mối"),
    Permission.ASSIGN_PROVINCE_ROLES: _("Giao vai trò toàn tỉnh"),
    Permission.DELEGATE: _("Ủy quyền có thời hạn vai trò của mình"),
    Permission.MANAGE_CALENDAR: _("Quản lý lịch làm việc và ngày nghỉ"),
    Permission.MANAGE_PORTFOLIOS: _("Phân công lãnh đạo tỉnh phụ trách cơ quan"),
    Permission.VIEW_TRAIL: _("Xem nhật ký hệ thống"),
    Permission.MOVE_CLOCK: _("Chuyển đồng hồ của bản trình diễn"),
}
