"""What a page says when an operation refuses: what happened and what to do."""

from __future__ import annotations

from collections.abc import Container

from django.utils.translation import gettext as _

from cchc.modules.plans.labels import EXTENSION_PROBLEMS, STATES
from cchc.modules.plans.rules.extension import ExtensionNotAllowed, ExtensionProblem
from cchc.modules.plans.rules.handing import HandingRefused
from cchc.modules.plans.rules.lifecycle import TransitionNotAllowed
from cchc.modules.plans.rules.proving import ProofProblem, ProofRefused
from cchc.modules.plans.rules.refusals import (
    DraftProblem,
    DraftRefused,
    WorkProblem,
    WorkRefused,
)
from cchc.modules.plans.web.handing_words import FIELDS as HANDING_FIELDS
from cchc.modules.plans.web.handing_words import handing_words
from cchc.platform.storage.refusals import RefusedFile

REFUSALS = (
    ExtensionNotAllowed,
    HandingRefused,
    ProofRefused,
    RefusedFile,
    TransitionNotAllowed,
    WorkRefused,
)
"""What operations on work raise when the state, the day or the papers do not allow it."""
_EXTENSION_FIELDS = {
    ExtensionProblem.NO_REASON: ("reason",),
    ExtensionProblem.NOT_LATER: ("wanted_on", "granted_on"),
    ExtensionProblem.IN_THE_PAST: ("wanted_on", "granted_on"),
}
_PROOF_FIELDS = {
    ProofProblem.NO_FILE_OR_LINK: ("file",),
    ProofProblem.NO_PRODUCT_NAME: ("product",),
    ProofProblem.NO_REASON: ("reason",),
}
_WORK_FIELDS = {
    WorkProblem.NO_REASON: ("reason",),
    WorkProblem.DUE_BEFORE_EVENT: ("due_on",),
    WorkProblem.EVENT_IN_THE_FUTURE: ("happened_on",),
    WorkProblem.NO_MEMBERS: ("agencies",),
    WorkProblem.UNKNOWN_AGENCY: ("agencies",),
    WorkProblem.NOT_A_COLLEAGUE: ("person",),
    WorkProblem.ALREADY_A_SOURCE: ("document",),
    WorkProblem.OWN_DOCUMENT: ("document",),
    WorkProblem.NOT_IN_FORCE: ("document",),
}


def refusal_words(refused: Exception) -> str:
    """The refusal as a sentence."""
    match refused:
        case TransitionNotAllowed():
            state = STATES[refused.current]
            return _("Phần việc đang ở trạng thái “{state}” nên không làm được bước này.").format(
                state=state
            )
        case ExtensionNotAllowed():
            return str(EXTENSION_PROBLEMS[refused.problem])
        case HandingRefused():
            return handing_words(refused)
        case ProofRefused():
            return _proof_words()[refused.problem]
        case WorkRefused():
            return _work_words()[refused.problem]
        case RefusedFile():
            return str(refused.message)
    raise refused


def refused_field(refused: Exception, fields: Container[str]) -> str | None:
    """The field among these to which the refusal belongs; None when it is about the whole."""
    named: tuple[str, ...] = ()
    match refused:
        case RefusedFile():
            named = ("file",)
        case ExtensionNotAllowed():
            named = _EXTENSION_FIELDS.get(refused.problem, ())
        case HandingRefused():
            named = HANDING_FIELDS.get(refused.problem, ())
        case ProofRefused():
            named = _PROOF_FIELDS.get(refused.problem, ())
        case WorkRefused():
            named = _WORK_FIELDS.get(refused.problem, ())
    return next((name for name in named if name in fields), None)


def draft_refusal_words(refused: DraftRefused) -> str:
    """Why a draft cannot be worked on or confirmed so, and what to do."""
    words = {
        DraftProblem.NOT_READY: _("Bản nháp chưa đọc xong. Đợi đọc xong rồi làm lại."),
        DraftProblem.ALREADY_CONFIRMED: _("Bản nháp này đã được xác nhận và giao việc."),
        DraftProblem.ABANDONED: _("Bản nháp này đã bỏ."),
        DraftProblem.UNKNOWN_ROW: _("Dòng này không còn trong bản nháp. Tải lại trang."),
        DraftProblem.UNKNOWN_FIELD: _("Mục này không sửa được."),
        DraftProblem.BAD_VALUE: _("Giá trị chưa đúng dạng."),
        DraftProblem.NOTHING_TO_UNDO: _("Không còn chỗ sửa nào để hoàn tác."),
        DraftProblem.DUPLICATE_NUMBER: _(
            "Đã có văn bản cùng số, cùng năm của cơ quan này: xem mục “Trùng số văn bản” "
            "để chọn coi là bản đính chính hoặc sửa số."
        ),
        DraftProblem.INCOMPLETE: _("Còn thiếu thông tin bắt buộc: xem mục “Cần bổ sung”."),
        DraftProblem.NOT_A_CORRECTION: _("Bản nháp này không phải bản đính chính."),
        DraftProblem.CHANGED_MEANWHILE: _("Kế hoạch vừa thay đổi. Xem lại chỗ khác rồi xác nhận."),
        DraftProblem.UNKNOWN_PERSON: _("Có người không tồn tại. Hãy chọn lại."),
        DraftProblem.DUE_BEFORE_ISSUE: _("Hạn chung phải từ ngày ban hành trở đi."),
        DraftProblem.NOTHING_TO_DATE: _("Không còn nhiệm vụ nào thiếu hạn hoặc hạn trước ngày ký."),
        DraftProblem.AGENCY_ENDED: _(
            "Không giao việc được cho cơ quan đã thôi hoạt động: {names}. Chọn “Chuyển cho cơ quan "
            "kế thừa” hoặc chọn cơ quan khác ở dòng đó."
        ).format(names=refused.detail),
        DraftProblem.NO_HEIR: _(
            "Không cơ quan nào trong văn bản có cơ quan kế thừa. Mở từng dòng để chọn cơ quan khác."
        ),
        DraftProblem.SAME_TASK_GONE: _(
            "Nhiệm vụ được gắn ở điểm {code} không còn hiệu lực, không thuộc thẩm quyền của "
            "anh/chị hoặc đã gắn văn bản này. Mở dòng đó, chọn lại “Cùng việc với”."
        ).format(code=refused.detail),
    }
    return words[refused.problem]


def _proof_words() -> dict[ProofProblem, str]:
    return {
        ProofProblem.NOTHING_HANDED_IN: _("Hãy đính kèm ít nhất một sản phẩm."),
        ProofProblem.NO_FILE_OR_LINK: _("Mỗi sản phẩm cần một tệp hoặc một đường dẫn."),
        ProofProblem.NO_PRODUCT_NAME: _("Hãy ghi tên sản phẩm."),
        ProofProblem.NO_REASON: _("Hãy ghi lý do trả lại để cơ quan biết cần bổ sung gì."),
        ProofProblem.OWN_WORK: _(
            "Người đã nộp hoặc duyệt minh chứng không được tự nghiệm thu. Nhờ người khác làm."
        ),
    }


def _work_words() -> dict[WorkProblem, str]:
    return {
        WorkProblem.ALREADY_ACKNOWLEDGED: _("Phần việc này đã được tiếp nhận."),
        WorkProblem.ENDED: _("Phần việc này không còn hiệu lực."),
        WorkProblem.NO_REASON: _("Hãy ghi lý do."),
        WorkProblem.NOTHING_SAID: _("Hãy ghi nội dung."),
        WorkProblem.DUE_BEFORE_EVENT: _("Hạn phải sau ngày xảy ra sự kiện."),
        WorkProblem.EVENT_IN_THE_FUTURE: _("Ngày của sự kiện không thể ở tương lai."),
        WorkProblem.NOBODY_CONCERNED: _("Không có cơ quan nào đang chờ sự kiện này."),
        WorkProblem.NO_MEMBERS: _("Hãy chọn ít nhất một cơ quan."),
        WorkProblem.UNKNOWN_AGENCY: _("Có cơ quan không còn tồn tại vào ngày này. Hãy chọn lại."),
        WorkProblem.ALREADY_SETTLED: _("Việc này đã được giải quyết trước đó."),
        WorkProblem.ALREADY_WITHDRAWN: _("Nhiệm vụ đã được thu hồi."),
        WorkProblem.NOT_ABOVE: _("Chỉ nối được với nhiệm vụ của kế hoạch cấp trên."),
        WorkProblem.NOT_A_COLLEAGUE: _("Người này không làm việc trong cơ quan."),
        WorkProblem.ALREADY_A_SOURCE: _("Văn bản này, ở điểm này, đã là nguồn của nhiệm vụ."),
        WorkProblem.OWN_DOCUMENT: _("Nhiệm vụ vốn được giao tại chính văn bản này."),
        WorkProblem.NO_OTHER_DEADLINE: _("Văn bản này không đặt hạn khác với hạn của nhiệm vụ."),
        WorkProblem.NOT_IN_FORCE: _("Văn bản đã thu hồi. Chọn văn bản còn hiệu lực."),
    }
