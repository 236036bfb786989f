"""The catalogue of roles, and what the modules let each of them do.

The catalogue is code; each module adds its own permissions to it with `register_grants`, called in
`apps.ready`, so that the lowest module names no permission of a higher one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.modules.organisation.rules.reach import Gift, weight_of

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Role:
    """A role as people read of it."""

    code: RoleCode
    name: Words
    description: Words


@dataclass(frozen=True, slots=True)
class ModuleGrants:
    """What one module lets the roles do, with the words for its permissions."""

    module: str
    title: Words
    grants: Mapping[RoleCode, frozenset[StrEnum]]
    to_everyone: frozenset[StrEnum] = frozenset()
    words: Mapping[StrEnum, Words] = field(default_factory=dict)


CATALOGUE: Mapping[RoleCode, Role] = {
    role.code: role
    for role in (
        Role(
            RoleCode.SYSTEM_ADMINISTRATOR,
            _("Quản trị hệ thống"),
            _("Quản lý cơ quan, người dùng, vai trò, lịch làm việc; không xử lý nghiệp vụ."),
        ),
        Role(
            RoleCode.PROVINCIAL_OPERATOR,
            _("Đầu mối CCHC của tỉnh (Sở Nội vụ)"),
            _("Nhập kế hoạch, giao việc, theo dõi và chấp nhận kết quả của mọi cơ quan."),
        ),
        Role(
            RoleCode.OFFICE_OPERATOR,
            _("Đầu mối của Văn phòng UBND tỉnh"),
            _("Theo dõi văn bản chỉ đạo, đôn đốc và kiểm soát thủ tục hành chính."),
        ),
        Role(
            RoleCode.REFORM_OFFICER,
            _("Công chức đầu mối CCHC của cơ quan"),
            _("Tiếp nhận, phân công, báo cáo tiến độ và nộp minh chứng thay cơ quan mình."),
        ),
        Role(
            RoleCode.AGENCY_HEAD,
            _("Thủ trưởng cơ quan"),
            _("Duyệt kết quả, ký báo cáo và chịu trách nhiệm về công việc của cơ quan mình."),
        ),
        Role(
            RoleCode.DIVISION_HEAD,
            _("Trưởng phòng"),
            _("Phân công và soát xét công việc trong phòng mình."),
        ),
        Role(
            RoleCode.OFFICER,
            _("Công chức, viên chức"),
            _("Thực hiện việc được giao, cập nhật tiến độ và nộp sản phẩm."),
        ),
        Role(
            RoleCode.PROVINCIAL_LEADER,
            _("Lãnh đạo tỉnh"),
            _("Xem toàn bộ số liệu và công việc của tỉnh, cho ý kiến chỉ đạo."),
        ),
        Role(
            RoleCode.AUDITOR,
            _("Kiểm tra, giám sát"),
            _("Xem toàn bộ dữ liệu và nhật ký hệ thống, không sửa được gì."),
        ),
        Role(
            RoleCode.TRAINER,
            _("Người hướng dẫn (bản trình diễn)"),
            _("Chuyển đồng hồ của bản trình diễn để tập huấn."),
        ),
    )
}
"""The roles in the order of the matrix page."""

NEEDED_TO_GIVE: Mapping[Gift, Permission] = {
    Gift.STAFF: Permission.ASSIGN_ROLES,
    Gift.KEY: Permission.ASSIGN_KEY_ROLES,
    Gift.PROVINCE: Permission.ASSIGN_PROVINCE_ROLES,
}

_modules: dict[str, ModuleGrants] = {}


def register_grants(
    module: str,
    grants: Mapping[RoleCode, frozenset[StrEnum]],
    *,
    to_everyone: frozenset[StrEnum] = frozenset(),
    title: Words = "",
    words: Mapping[StrEnum, Words] | None = None,
) -> None:
    """Add what a module lets the roles do; called in the module's `apps.ready`, harmless to repeat.

    `to_everyone` holds everywhere for every signed-in person. `title` and `words` (one sentence a
    permission) are for the matrix page.
    """
    _modules[module] = ModuleGrants(module, title or module, grants, to_everyone, words or {})
    permissions_of.cache_clear()
    permissions_of_everyone.cache_clear()


def modules_in_matrix() -> tuple[ModuleGrants, ...]:
    """What every module registered, in the order in which the modules were started."""
    return tuple(_modules.values())


@cache
def permissions_of(role: RoleCode) -> frozenset[str]:
    """Everything that a role allows, over all modules."""
    return frozenset(
        str(permission)
        for registered in _modules.values()
        for permission in registered.grants.get(role, frozenset())
    )


@cache
def permissions_of_everyone() -> frozenset[str]:
    """What every signed-in person may do everywhere."""
    return frozenset(str(p) for registered in _modules.values() for p in registered.to_everyone)


def permission_to_give(role: RoleCode) -> Permission:
    """The permission that somebody needs to give this role, or to manage who holds it."""
    return NEEDED_TO_GIVE[weight_of(role)]
