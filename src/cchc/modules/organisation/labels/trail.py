"""What people read instead of the names of events, when they look for something in the trail."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cchc.platform.audit.sealing import FlawKind

Words = str | Promise

TOPICS: Mapping[str, Words] = {
    "organisation.account.": _("Đăng nhập, mật khẩu, phiên làm việc"),
    "organisation.account.sign_in_failed": _("Nhập sai mật khẩu"),
    "organisation.person.": _("Tài khoản người dùng"),
    "organisation.post.": _("Vị trí công tác"),
    "organisation.role.": _("Vai trò và ủy quyền"),
    "organisation.agency.": _("Cơ quan"),
}
"""Beginnings of names of events in this module; other modules come as wholes."""

FLAWS: Mapping[FlawKind, Words] = {
    FlawKind.ALTERED: _("Nội dung một dòng đã bị sửa sau khi niêm phong."),
    FlawKind.REMOVED: _("Một dòng đã niêm phong không còn nữa."),
    FlawKind.BROKEN_SEAL: _("Danh sách các dòng dưới niêm phong đã bị thay đổi."),
    FlawKind.BROKEN_CHAIN: _("Niêm phong không nối tiếp niêm phong trước nó."),
    FlawKind.LOST_SEAL: _("Một niêm phong đã biết không còn nữa."),
    FlawKind.NEVER_SEALED: _("Một dòng đã cũ mà chưa được niêm phong."),
}
