"""What the urging module lets each role do, and the words for its permissions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.modules.urging.permissions import Permission

TITLE = _("Đôn đốc")

_SEEING: frozenset[StrEnum] = frozenset({Permission.VIEW})
_RUNNING: frozenset[StrEnum] = _SEEING | {Permission.MUTE, Permission.MANAGE_LADDERS}
# --- letters
_WRITING: frozenset[StrEnum] = frozenset({Permission.WRITE_LETTERS})
_ANSWERING: frozenset[StrEnum] = frozenset({Permission.ANSWER})

GRANTS: Mapping[RoleCode, frozenset[StrEnum]] = {
    RoleCode.PROVINCIAL_OPERATOR: _RUNNING | _WRITING,
    RoleCode.OFFICE_OPERATOR: _RUNNING | _WRITING,
    RoleCode.REFORM_OFFICER: _SEEING | _ANSWERING,
    RoleCode.AGENCY_HEAD: _SEEING | _ANSWERING,
    RoleCode.PROVINCIAL_LEADER: _SEEING,
    RoleCode.AUDITOR: _SEEING,
}

WORDS: Mapping[StrEnum, str | Promise] = {
    Permission.VIEW: _("Xem việc đôn đốc: ai được nhắc gì, đã nhận hay chưa"),
    Permission.MUTE: _("Tạm ngừng nhắc có thời hạn"),
    Permission.MANAGE_LADDERS: _("Đặt thang đôn đốc"),
    # --- letters
    Permission.WRITE_LETTERS: _("Lập công văn đôn đốc, thông báo tháng, danh mục phiên họp"),
    Permission.ANSWER: _("Trả lời công văn đôn đốc cho cơ quan mình"),
}
