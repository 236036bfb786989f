"""What the scripts say, translated with the page."""

from __future__ import annotations

from django.utils.translation import gettext as _


def script_words() -> dict[str, str]:
    """The words of the scripts by their names; {…} is filled in by the script."""
    return {
        "signedOut": _(
            "Phiên làm việc đã hết hoặc chưa được giao quyền. Hãy tải lại trang để đăng nhập."
        ),
        "tooFast": _("Thao tác quá nhanh. Hãy chờ một phút rồi thử lại."),
        "failed": _(
            "Máy chủ chưa làm được việc này. Nội dung trên trang vẫn còn, hãy thử lại sau ít phút."
        ),
        "offline": _(
            "Mất kết nối tới máy chủ. Nội dung trên trang vẫn còn; hãy kiểm tra mạng rồi thử lại."
        ),
        "draftFound": _("Có bản đang soạn dở trên máy này, lưu lúc {at}."),
        "draftTake": _("Lấy lại bản đang soạn"),
        "draftDrop": _("Bỏ bản đó"),
        "pickDate": _("Chọn ngày"),
        "pickerWords": _("Gõ để tìm, không cần dấu"),
        "pickerIn": _("Tìm trong: {label}"),
        "pickerNone": _("Không có lựa chọn nào khớp"),
        "drop": _("Bỏ {name}"),
        "showPassword": _("Hiện mật khẩu"),
        "saving": _("Đang lưu…"),
        "saved": _("Đã lưu lúc {at}"),
        "notSaved": _("Chưa lưu được, hãy sửa hoặc thử lại"),
        "do": _("Làm"),
    }
