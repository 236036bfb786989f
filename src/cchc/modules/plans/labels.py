"""The Vietnamese words for everything that is stored as a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cchc.modules.plans.rules.clock import LineKind
from cchc.modules.plans.rules.difference import RowChange
from cchc.modules.plans.rules.extension import ExtensionProblem
from cchc.modules.plans.rules.kinds import (
    Comparator,
    DraftOrigin,
    DraftState,
    DueChangeKind,
    ExtensionState,
    Freq,
    HandbackState,
    Obligation,
    PlanKind,
    PlanStatus,
    SourceSettlement,
    SubmissionState,
    TimeKind,
    WaitingFor,
)
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.next_action import Step
from cchc.modules.plans.rules.readiness import ObstacleKind, TimeWarning
from cchc.modules.plans.rules.timeliness import Timeliness

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise as Words

PLAN_KINDS: dict[PlanKind, Words] = {
    PlanKind.ANNUAL: _("Kế hoạch năm"),
    PlanKind.MULTI_YEAR: _("Kế hoạch nhiều năm"),
    PlanKind.THEMATIC: _("Kế hoạch chuyên đề"),
    PlanKind.DIRECTIVE: _("Văn bản chỉ đạo"),
}
PLAN_STATUSES: dict[PlanStatus, Words] = {
    PlanStatus.DRAFT: _("Đang chuẩn bị"),
    PlanStatus.CONFIRMED: _("Đang thực hiện"),
    PlanStatus.WITHDRAWN: _("Đã thu hồi"),
}
OBLIGATIONS: dict[Obligation, Words] = {
    Obligation.LEAD: _("chủ trì"),
    Obligation.COORDINATING: _("phối hợp"),
}
STATES: dict[State, Words] = {
    State.WAITING: _("Chờ sự kiện"),
    State.ASSIGNED: _("Chờ tiếp nhận"),
    State.IN_PROGRESS: _("Đang thực hiện"),
    State.SUBMITTED: _("Chờ thủ trưởng duyệt"),
    State.APPROVED: _("Chờ nghiệm thu"),
    State.ACCEPTED: _("Đã nghiệm thu"),
    State.RETURNED: _("Bị trả lại"),
    State.SUSPENDED: _("Tạm dừng"),
    State.WITHDRAWN: _("Đã thu hồi"),
}
TIMELINESS: dict[Timeliness, Words] = {
    Timeliness.NOT_DUE: _("Chưa đến hạn"),
    Timeliness.DUE_SOON: _("Sắp đến hạn"),
    Timeliness.OVERDUE: _("Quá hạn"),
    Timeliness.AWAITING: _("Đã nộp, chờ nghiệm thu"),
    Timeliness.DONE_ON_TIME: _("Hoàn thành đúng hạn"),
    Timeliness.DONE_LATE: _("Hoàn thành quá hạn"),
    Timeliness.WAITING: _("Chờ sự kiện"),
    Timeliness.CONTINUOUS: _("Thường xuyên trong kỳ"),
    Timeliness.NOT_COUNTED: _("Không tính"),
}
TONES: dict[Timeliness, str] = {
    Timeliness.NOT_DUE: "idle",
    Timeliness.DUE_SOON: "soon",
    Timeliness.OVERDUE: "late",
    Timeliness.AWAITING: "info",
    Timeliness.DONE_ON_TIME: "ok",
    Timeliness.DONE_LATE: "soon",
    Timeliness.WAITING: "idle",
    Timeliness.CONTINUOUS: "idle",
    Timeliness.NOT_COUNTED: "idle",
}
"""The colour of a state; never shown without its word."""
TIME_KINDS: dict[TimeKind, Words] = {
    TimeKind.NONE: _("chưa ghi thời gian"),
    TimeKind.PERIOD: _("trong kỳ"),
    TimeKind.DEADLINE: _("có hạn"),
    TimeKind.CONTINUOUS: _("thường xuyên"),
    TimeKind.RECURRING: _("định kỳ"),
    TimeKind.BY_REFERENCE: _("theo văn bản khác"),
    TimeKind.CONDITIONAL: _("khi có sự kiện"),
    TimeKind.FROM: _("từ ngày"),
}
FREQS: dict[Freq, Words] = {
    Freq.DAILY: _("hằng ngày"),
    Freq.WEEKLY: _("hằng tuần"),
    Freq.MONTHLY: _("hằng tháng"),
    Freq.QUARTERLY: _("hằng quý"),
    Freq.SEMIANNUAL: _("6 tháng"),
    Freq.YEARLY: _("hằng năm"),
}
WAITING_FOR: dict[WaitingFor, Words] = {
    WaitingFor.EVENT: _("chờ sự kiện"),
    WaitingFor.REFERENCE: _("chờ văn bản khác quy định thời gian"),
    WaitingFor.DEADLINE: _("chưa có hạn"),
}
SUBMISSION_STATES: dict[SubmissionState, Words] = {
    SubmissionState.HANDED_IN: _("Chờ thủ trưởng duyệt"),
    SubmissionState.APPROVED: _("Chờ nghiệm thu"),
    SubmissionState.ACCEPTED: _("Đã nghiệm thu"),
    SubmissionState.RETURNED_BY_HEAD: _("Thủ trưởng trả lại"),
    SubmissionState.RETURNED: _("Trả lại, yêu cầu bổ sung"),
}
HANDBACK_STATES: dict[HandbackState, Words] = {
    HandbackState.PENDING: _("Chờ cơ quan giao trả lời"),
    HandbackState.INSISTED: _("Giữ nguyên"),
    HandbackState.PASSED_ON: _("Đã chuyển nơi khác"),
    HandbackState.TAKEN_UP: _("Cơ quan đã nhận lại"),
    HandbackState.ENDED: _("Việc đã thu hồi"),
}
STEPS: dict[Step, Words] = {
    Step.SETTLE: _("ghi nhận sự kiện, thời hạn"),
    Step.ACKNOWLEDGE: _("tiếp nhận"),
    Step.ANSWER_HANDBACK: _("trả lời việc bị trả lại"),
    Step.DECIDE_EXTENSION: _("quyết định gia hạn"),
    Step.WAIT_FOR_PARTS: _("hoàn thành việc con"),
    Step.HAND_IN: _("nộp minh chứng"),
    Step.HAND_IN_AGAIN: _("bổ sung, nộp lại minh chứng"),
    Step.APPROVE: _("duyệt minh chứng"),
    Step.ACCEPT: _("nghiệm thu"),
    Step.RESUME: _("cho tiếp tục"),
    Step.NONE: "",
}
EXTENSION_STATES: dict[ExtensionState, Words] = {
    ExtensionState.PENDING: _("Chờ quyết định"),
    ExtensionState.GRANTED: _("Đồng ý"),
    ExtensionState.REFUSED: _("Không đồng ý"),
}
DUE_CHANGES: dict[DueChangeKind, Words] = {
    DueChangeKind.EXTENDED: _("gia hạn"),
    DueChangeKind.RESUMED: _("tiếp tục sau tạm dừng"),
    DueChangeKind.CORRECTED: _("đính chính kế hoạch"),
    DueChangeKind.ABOVE: _("theo hạn việc cấp trên"),
    DueChangeKind.CALENDAR: _("lịch làm việc thay đổi"),
    DueChangeKind.SOURCE: _("văn bản khác đặt hạn mới"),
}
SOURCE_SETTLEMENTS: dict[SourceSettlement, Words] = {
    SourceSettlement.KEPT: _("giữ theo nhiệm vụ đã giao"),
    SourceSettlement.RE_DATED: _("đã lấy hạn mới"),
    SourceSettlement.SEPARATED: _("đã tách thành nhiệm vụ riêng"),
}
DRAFT_STATES: dict[DraftState, Words] = {
    DraftState.QUEUED: _("Chờ đọc"),
    DraftState.READING: _("Đang đọc"),
    DraftState.READY: _("Chờ xác nhận"),
    DraftState.FAILED: _("Không đọc được"),
    DraftState.CONFIRMED: _("Đã xác nhận"),
    DraftState.ABANDONED: _("Đã bỏ"),
}
DRAFT_ORIGINS: dict[DraftOrigin, Words] = {
    DraftOrigin.UPLOAD: _("Tải lên"),
    DraftOrigin.MAIL: _("Thư điện tử"),
    DraftOrigin.BY_HAND: _("Nhập tay"),
}
CLOCK_LINES: dict[LineKind, Words] = {
    LineKind.ASSIGNED: _("Ngày giao"),
    LineKind.WRITTEN: _("Thời gian ghi khi giao"),
    LineKind.TRIGGERED: _("Sự kiện được ghi nhận"),
    LineKind.STARTS: _("Bắt đầu"),
    LineKind.LAST_DAY: _("Ngày cuối cùng còn đúng hạn"),
    LineKind.HOLIDAYS: _("Nghỉ lễ trong kỳ"),
    LineKind.CHANGED: _("Hạn mới"),
    LineKind.EXTENSION_PENDING: _("Đề nghị gia hạn"),
    LineKind.NO_EXTENSION: _("Gia hạn đã duyệt"),
    LineKind.SUBMITTED: _("Ngày nộp minh chứng"),
    LineKind.TODAY: _("Hôm nay"),
    LineKind.WAITS: _("Chưa tính hạn"),
    LineKind.GOES_ON: _("Thực hiện thường xuyên đến"),
    LineKind.DAYS_LEFT: _("Còn lại"),
    LineKind.DAYS_LATE: _("Đã quá"),
    LineKind.STOPPED: _("Đồng hồ dừng"),
}
EXTENSION_PROBLEMS: dict[ExtensionProblem, Words] = {
    ExtensionProblem.NOT_OPEN: _(
        "Phần việc không ở trạng thái đang thực hiện nên không thể xin gia hạn."
    ),
    ExtensionProblem.NO_DEADLINE: _("Phần việc chưa có hạn nên không cần xin gia hạn."),
    ExtensionProblem.ALREADY_PENDING: _("Đã có một đề nghị gia hạn đang chờ quyết định."),
    ExtensionProblem.NOT_LATER: _("Hạn mới phải sau hạn hiện tại."),
    ExtensionProblem.IN_THE_PAST: _("Hạn mới không được ở trong quá khứ."),
    ExtensionProblem.NO_REASON: _("Cần ghi lý do."),
    ExtensionProblem.NOT_PENDING: _("Đề nghị gia hạn này đã được quyết định."),
    ExtensionProblem.AFTER_THE_WORK_ABOVE: _(
        "Hạn của việc con không được sau hạn của việc cấp trên. "
        "Hãy xin gia hạn việc cấp trên trước."
    ),
}
COMPARATORS: dict[str, str] = {
    Comparator.EQUAL: "=",
    Comparator.AT_LEAST: "≥",
    Comparator.MORE_THAN: ">",
    Comparator.AT_MOST: "≤",
    Comparator.LESS_THAN: "<",
}
"""The signs as they are written."""
OBSTACLES: dict[ObstacleKind, Words] = {
    ObstacleKind.NO_NUMBER: _("Chưa có số, ký hiệu văn bản."),
    ObstacleKind.NO_DATE: _("Chưa có ngày ban hành."),
    ObstacleKind.NO_TITLE: _("Chưa có tên văn bản."),
    ObstacleKind.NO_YEAR: _("Chưa rõ năm kế hoạch."),
    ObstacleKind.BAD_PERIOD: _("Kỳ thực hiện chưa hợp lệ: ngày cuối phải sau ngày đầu."),
    ObstacleKind.NOTHING_TO_DO: _("Chưa có nhiệm vụ hay chỉ tiêu nào."),
    ObstacleKind.NO_CONTENT: _("Dòng chưa có nội dung."),
    ObstacleKind.TOO_MANY_ROUNDS: _("Số kỳ lặp lại quá lớn, xin xem lại thời gian."),
    ObstacleKind.BAD_QUANTITY: _("Chỉ tiêu phải là số, ví dụ 90 hoặc 23,5."),
    ObstacleKind.BAD_COMPARATOR: _("Dấu so sánh của chỉ tiêu chưa hợp lệ."),
    ObstacleKind.ARRIVED_BEFORE_ISSUE: _("Ngày đến phải từ ngày ban hành trở đi."),
    ObstacleKind.BAD_TARGET_DATE: _("Mốc thời gian của chỉ tiêu chưa hợp lệ."),
}
TIME_WARNINGS: dict[TimeWarning, Words] = {
    TimeWarning.DUE_BEFORE_ISSUE: _("Hạn trước ngày ban hành."),
    TimeWarning.DUE_RIGHT_AFTER_ISSUE: _("Hạn sát ngày ban hành."),
    TimeWarning.DUE_OUTSIDE_PERIOD: _("Hạn nằm ngoài kỳ của kế hoạch."),
}
ROW_CHANGES: dict[RowChange, Words] = {
    RowChange.SAME: _("Giữ nguyên"),
    RowChange.CHANGED: _("Thay đổi"),
    RowChange.ADDED: _("Thêm mới"),
    RowChange.REMOVED: _("Bỏ"),
}
DRAFT_FIELDS: dict[str, Words] = {
    "document_kind": _("Loại văn bản"),
    "number": _("Số, ký hiệu"),
    "issued_on": _("Ngày ban hành"),
    "title": _("Tên văn bản"),
    "issuing_body": _("Cơ quan ban hành (trên văn bản)"),
    "place": _("Địa danh"),
    "year": _("Năm kế hoạch"),
    "period_starts_on": _("Từ ngày"),
    "period_ends_on": _("Đến ngày"),
    "signer_name": _("Người ký"),
    "signer_position": _("Chức vụ người ký"),
    "signer_authority": _("Quyền hạn ký"),
    "received_on": _("Ngày đến (văn bản của nơi khác)"),
    "code": _("Mã"),
    "order_text": _("Số thứ tự"),
    "content": _("Nội dung"),
    "product": _("Sản phẩm"),
    "lead_text": _("Chủ trì"),
    "coordinating_text": _("Phối hợp"),
    "time_text": _("Thời gian"),
    "budget_text": _("Kinh phí"),
    "funding_source": _("Nguồn kinh phí"),
    "note_text": _("Ghi chú"),
    "text": _("Chỉ tiêu"),
    "quantity": _("Giá trị"),
    "unit": _("Đơn vị tính"),
    "comparator": _("So sánh"),
    "due_on": _("Mốc"),
    "subject": _("Đối tượng"),
}
