"""The Vietnamese words for everything that is stored as a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cchc.modules.documents.rules.kinds import LetterKind, LetterState
from cchc.modules.documents.rules.refusals import LetterProblem

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise as Words

KINDS: dict[LetterKind, Words] = {
    LetterKind.LETTER: _("Công văn"),
    LetterKind.NOTICE: _("Thông báo"),
    LetterKind.REPORT: _("Báo cáo"),
    LetterKind.PLAN: _("Kế hoạch"),
    LetterKind.DECISION: _("Quyết định"),
}
STATES: dict[LetterState, Words] = {
    LetterState.DRAFT: _("dự thảo"),
    LetterState.SUBMITTED: _("trình ký"),
    LetterState.ISSUED: _("đã phát hành"),
    LetterState.SENT: _("đã gửi"),
    LetterState.WITHDRAWN: _("đã thu hồi"),
    LetterState.ABANDONED: _("đã bỏ"),
}
TONES: dict[LetterState, str] = {
    LetterState.DRAFT: "idle",
    LetterState.SUBMITTED: "wait",
    LetterState.ISSUED: "gold",
    LetterState.SENT: "ok",
    LetterState.WITHDRAWN: "late",
    LetterState.ABANDONED: "idle",
}
PROBLEMS: dict[LetterProblem, Words] = {
    LetterProblem.NOT_EDITABLE: _("Văn bản đã phát hành hoặc đã bỏ nên không sửa được nữa."),
    LetterProblem.CHANGED_MEANWHILE: _(
        "Có người vừa lưu dự thảo này sau khi anh/chị mở trang. Nội dung anh/chị gõ vẫn còn ở đây: "
        "đối chiếu với bản mới rồi lưu lại."
    ),
    LetterProblem.NO_SUBJECT: _("Hãy ghi trích yếu."),
    LetterProblem.NO_TEXT: _("Văn bản chưa có nội dung."),
    LetterProblem.NO_SIGNER: _("Hãy chọn người ký trước khi trình hoặc phát hành."),
    LetterProblem.UNKNOWN_SIGNER: _("Người này không còn thẩm quyền ký vào ngày đó. Hãy chọn lại."),
    LetterProblem.NO_ADDRESSEE: _("Công văn phải có nơi nhận ở mục “Kính gửi”."),
    LetterProblem.ISSUED_IN_THE_FUTURE: _("Ngày ban hành không thể ở tương lai."),
    LetterProblem.ISSUED_BEFORE_THE_LAST: _(
        "Số văn bản phải theo thứ tự ngày: văn bản trước trong sổ ban hành ngày {detail}. "
        "Hãy chọn ngày đó hoặc sau đó."
    ),
    LetterProblem.NO_REASON: _("Hãy ghi lý do."),
    LetterProblem.NOT_A_WORD_FILE: _(
        "Không đọc được tệp Word này, hoặc tệp không có nội dung giữa “Kính gửi” và chữ ký. "
        "Hãy tải bản Word của dự thảo về, sửa và gửi lại tệp đó."
    ),
    LetterProblem.BAD_SYMBOL: _(
        "Ký hiệu chỉ gồm chữ in hoa, chữ số, dấu gạch nối, ví dụ SNV-CCHC."
    ),
    LetterProblem.BAD_NUMBER: _("Số này không lớn hơn số cuối cùng trong sổ ({detail})."),
    LetterProblem.YEAR_HAS_BEGUN: _("Sổ của năm này đã có văn bản nên không đổi được số bắt đầu."),
}
