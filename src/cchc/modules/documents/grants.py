"""What the documents module lets each role do, and the words for its permissions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cchc.modules.documents.permissions import Permission
from cchc.modules.organisation.rules.kinds import RoleCode

TITLE = _("Văn bản đi")

_READING: frozenset[StrEnum] = frozenset({Permission.VIEW, Permission.EXPORT})
_ALL: frozenset[StrEnum] = frozenset(Permission)

GRANTS: Mapping[RoleCode, frozenset[StrEnum]] = {
    RoleCode.PROVINCIAL_OPERATOR: _ALL,
    RoleCode.OFFICE_OPERATOR: _ALL,
    RoleCode.REFORM_OFFICER: _READING | {Permission.DRAFT},
    RoleCode.AGENCY_HEAD: _READING | {Permission.DRAFT, Permission.ISSUE},
    RoleCode.DIVISION_HEAD: _READING,
    RoleCode.PROVINCIAL_LEADER: _READING,
    RoleCode.AUDITOR: _READING,
}

WORDS: Mapping[StrEnum, str | Promise] = {
    Permission.VIEW: _("Xem văn bản đi, sổ đăng ký"),
    Permission.EXPORT: _("Xuất danh sách văn bản ra tệp"),
    Permission.DRAFT: _("Soạn, trình ký văn bản"),
    Permission.ISSUE: _("Cấp số, phát hành, gửi, thu hồi văn bản"),
    Permission.MANAGE_REGISTERS: _("Quản lý sổ đăng ký, ký hiệu"),
}
