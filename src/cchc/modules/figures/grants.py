"""What the figures module lets each role do, and the words for its permissions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cchc.modules.figures.permissions import Permission
from cchc.modules.organisation.rules.kinds import RoleCode

TITLE = _("Số liệu")

_READING: frozenset[StrEnum] = frozenset({Permission.VIEW, Permission.EXPORT})
_ALL: frozenset[StrEnum] = _READING | {Permission.FREEZE}

GRANTS: Mapping[RoleCode, frozenset[StrEnum]] = {
    RoleCode.PROVINCIAL_OPERATOR: _ALL,
    RoleCode.OFFICE_OPERATOR: _ALL,
    RoleCode.REFORM_OFFICER: _ALL,
    RoleCode.AGENCY_HEAD: _ALL,
    RoleCode.DIVISION_HEAD: _READING,
    RoleCode.OFFICER: frozenset({Permission.VIEW}),
    RoleCode.PROVINCIAL_LEADER: _READING,
    RoleCode.AUDITOR: _READING,
}

WORDS: Mapping[StrEnum, str | Promise] = {
    Permission.VIEW: _("Xem danh mục số liệu"),
    Permission.EXPORT: _("Xuất số liệu ra tệp"),
    Permission.FREEZE: _("Chốt số liệu để dùng trong báo cáo"),
}
