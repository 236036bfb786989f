"""What the dashboards module lets each role read, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cchc.modules.dashboards.permissions import Permission
from cchc.modules.organisation.rules.kinds import RoleCode

TITLE = _("Trang tổng hợp")
_HEADS: frozenset[StrEnum] = frozenset({Permission.VIEW_HEADS})

GRANTS: Mapping[RoleCode, frozenset[StrEnum]] = dict.fromkeys(
    (
        RoleCode.PROVINCIAL_OPERATOR,
        RoleCode.OFFICE_OPERATOR,
        RoleCode.REFORM_OFFICER,
        RoleCode.AGENCY_HEAD,
        RoleCode.DIVISION_HEAD,
        RoleCode.OFFICER,
        RoleCode.PROVINCIAL_LEADER,
        RoleCode.AUDITOR,
    ),
    _HEADS,
)
WORDS: Mapping[StrEnum, str | Promise] = {
    Permission.VIEW_HEADS: _("Xem phiếu trách nhiệm của người đứng đầu"),
}
