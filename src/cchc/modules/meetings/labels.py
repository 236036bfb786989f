"""The Vietnamese words for everything that is stored as a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cchc.modules.meetings.rules.kinds import (
    Answer,
    EntryState,
    Mark,
    MeetingKind,
    Presence,
    Session,
)
from cchc.modules.meetings.rules.lifecycle import MeetingState
from cchc.modules.meetings.rules.refusals import Problem
from cchc.modules.worklist.public import AgendaKind

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SESSIONS: dict[Session, StrOrPromise] = {
    Session.MORNING: _("Sáng"),
    Session.AFTERNOON: _("Chiều"),
    Session.ALL_DAY: _("Cả ngày"),
}
ENTRY_STATES: dict[EntryState, StrOrPromise] = {
    EntryState.PROPOSED: _("Chờ duyệt"),
    EntryState.APPROVED: _("Đã duyệt"),
    EntryState.RETURNED: _("Trả lại"),
    EntryState.CANCELLED: _("Đã hủy"),
}
ENTRY_TONES: dict[EntryState, str] = {
    EntryState.PROPOSED: "wait",
    EntryState.APPROVED: "ok",
    EntryState.RETURNED: "soon",
    EntryState.CANCELLED: "idle",
}
MARKS: dict[Mark, StrOrPromise] = {
    Mark.NONE: "",
    Mark.ADDED: _("bổ sung"),
    Mark.CHANGED: _("điều chỉnh"),
    Mark.CANCELLED: _("hoãn, hủy"),
}
MEETING_KINDS: dict[MeetingKind, StrOrPromise] = {
    MeetingKind.REGULAR_SESSION: _("Phiên họp thường kỳ"),
    MeetingKind.TOPIC: _("Họp chuyên đề"),
    MeetingKind.BRIEFING: _("Giao ban"),
    MeetingKind.WORKING: _("Làm việc"),
    MeetingKind.CONFERENCE: _("Hội nghị"),
}
MEETING_STATES: dict[MeetingState, StrOrPromise] = {
    MeetingState.PLANNED: _("Đang chuẩn bị"),
    MeetingState.INVITED: _("Đã mời họp"),
    MeetingState.POSTPONED: _("Tạm hoãn"),
    MeetingState.HELD: _("Đã họp, chờ kết luận"),
    MeetingState.CONCLUDED: _("Đã kết luận"),
    MeetingState.CANCELLED: _("Đã hủy"),
}
MEETING_TONES: dict[MeetingState, str] = {
    MeetingState.PLANNED: "idle",
    MeetingState.INVITED: "wait",
    MeetingState.POSTPONED: "soon",
    MeetingState.HELD: "soon",
    MeetingState.CONCLUDED: "ok",
    MeetingState.CANCELLED: "idle",
}
ANSWERS: dict[Answer, StrOrPromise] = {
    Answer.PENDING: _("Chưa trả lời"),
    Answer.ACCEPTED: _("Sẽ dự"),
    Answer.DELEGATED: _("Cử người dự thay"),
    Answer.DECLINED: _("Xin vắng"),
}
ANSWER_TONES: dict[Answer, str] = {
    Answer.PENDING: "idle",
    Answer.ACCEPTED: "ok",
    Answer.DELEGATED: "wait",
    Answer.DECLINED: "soon",
}
PRESENCES: dict[Presence, StrOrPromise] = {
    Presence.UNKNOWN: _("Chưa điểm danh"),
    Presence.PRESENT: _("Có mặt"),
    Presence.ABSENT_EXCUSED: _("Vắng có lý do"),
    Presence.ABSENT: _("Vắng không lý do"),
}
AGENDA_KINDS: dict[AgendaKind, StrOrPromise] = {
    AgendaKind.DEADLINE: _("Hạn nhiệm vụ"),
    AgendaKind.REPORT: _("Hạn báo cáo"),
    AgendaKind.INSPECTION: _("Kiểm tra"),
    AgendaKind.MEETING: _("Cuộc họp"),
    AgendaKind.LEADER: _("Lịch lãnh đạo"),
}
AGENDA_TONES: dict[AgendaKind, str] = {
    AgendaKind.DEADLINE: "idle",
    AgendaKind.REPORT: "soon",
    AgendaKind.INSPECTION: "soon",
    AgendaKind.MEETING: "wait",
    AgendaKind.LEADER: "gold",
}
PROBLEMS: dict[Problem, StrOrPromise] = {
    Problem.NO_REASON: _("Hãy ghi lý do để người liên quan biết."),
    Problem.NO_LEADER: _("Hãy chọn ít nhất một lãnh đạo dự."),
    Problem.NOT_A_LEADER: _("Có người không thuộc lịch này. Hãy chọn lại lãnh đạo dự."),
    Problem.ENDS_BEFORE_IT_BEGINS: _("Giờ kết thúc phải sau giờ bắt đầu."),
    Problem.IN_THE_PAST: _("Thời gian này đã qua. Hãy chọn ngày, giờ còn ở phía trước."),
    Problem.ROOM_TAKEN: _(
        "Phòng họp đã có nơi khác đăng ký trong giờ này. Hãy chọn phòng khác, đổi giờ, hoặc "
        "bỏ chọn phòng và ghi địa điểm."
    ),
    Problem.ROOM_CLOSED: _("Phòng họp này đang ngừng sử dụng. Hãy chọn phòng khác."),
    Problem.UNKNOWN_ROOM: _("Phòng họp không còn trong danh mục. Hãy chọn lại."),
    Problem.NOTHING_TO_PUBLISH: _("Tuần này chưa có mục nào được duyệt để ban hành."),
    Problem.STILL_WAITING: _(
        "Còn mục đang chờ duyệt. Duyệt hoặc trả lại các mục đó, hoặc đánh dấu “Ban hành những mục "
        "đã duyệt”."
    ),
    Problem.NOTHING_NEW: _("Lịch đã ban hành và không có gì thay đổi từ đó."),
    Problem.NOBODY_INVITED: _("Chưa có thành phần mời. Hãy chọn cơ quan hoặc người cần mời."),
    Problem.UNKNOWN_AGENCY: _("Có cơ quan không còn hoạt động vào ngày họp. Hãy chọn lại."),
    Problem.UNKNOWN_PERSON: _("Có người không tồn tại. Hãy chọn lại."),
    Problem.NO_DELEGATE: _("Hãy ghi họ tên, chức vụ người dự thay."),
    Problem.TOO_LATE_TO_ANSWER: _("Cuộc họp đã qua hoặc không còn tổ chức nên không trả lời được."),
    Problem.NOT_YET_BEGUN: _("Chưa đến giờ họp nên chưa ghi nhận được."),
    Problem.NO_CONCLUSIONS: _("Chưa có kết luận giao việc nào. Hãy ghi ít nhất một kết luận."),
    Problem.ALREADY_HANDED_OVER: _("Kết luận đã được chuyển thành nhiệm vụ."),
    Problem.DUE_BEFORE_MEETING: _("Hạn hoàn thành phải từ ngày họp trở đi."),
    Problem.NAME_TAKEN: _("Cơ quan đã có phòng họp cùng tên. Hãy đặt tên khác."),
    Problem.CLOSED: _("Cuộc họp đã kết thúc hoặc đã hủy nên không sửa được nữa."),
}
