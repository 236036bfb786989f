"""The Vietnamese words for everything that is stored as a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cchc.modules.urging.rules.kinds import Audience, Channel, MuteTarget, Section
from cchc.modules.urging.rules.ladder import LadderWhyNot
from cchc.modules.urging.rules.letter_refusals import LetterWhyNot
from cchc.modules.urging.rules.muting import MuteWhyNot

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# --- ladder, notices, digests, mutes

AUDIENCES: dict[Audience, StrOrPromise] = {
    Audience.HOLDER: _("Người thực hiện"),
    Audience.DIVISION_HEAD: _("Trưởng phòng"),
    Audience.AGENCY_HEAD: _("Thủ trưởng cơ quan"),
    Audience.LEADER: _("Lãnh đạo tỉnh phụ trách"),
}
CHANNELS: dict[Channel, StrOrPromise] = {
    Channel.IN_APP: _("trong hệ thống"),
    Channel.EMAIL: _("thư điện tử"),
    Channel.SMS: _("tin nhắn"),
}
SECTIONS: dict[Section, StrOrPromise] = {
    Section.ESCALATED: _("Báo cáo lên anh, chị"),
    Section.OVERDUE: _("Quá hạn"),
    Section.DUE_TODAY: _("Đến hạn hôm nay"),
    Section.RETURNED: _("Bị trả lại, cần bổ sung"),
    Section.DUE_SOON: _("Sắp đến hạn"),
    Section.NEWLY_GIVEN: _("Mới được giao"),
}
SECTION_COUNTS: dict[Section, StrOrPromise] = {
    Section.ESCALATED: _("{count} việc được báo lên"),
    Section.OVERDUE: _("{count} việc quá hạn"),
    Section.DUE_TODAY: _("{count} việc đến hạn hôm nay"),
    Section.RETURNED: _("{count} việc bị trả lại"),
    Section.DUE_SOON: _("{count} việc sắp đến hạn"),
    Section.NEWLY_GIVEN: _("{count} việc mới giao"),
}
MUTE_TARGETS: dict[MuteTarget, StrOrPromise] = {
    MuteTarget.ASSIGNMENT: _("Một phần việc"),
    MuteTarget.AGENCY: _("Mọi việc của một cơ quan"),
    MuteTarget.PERSON: _("Một người"),
}
LADDER_REFUSALS: dict[LadderWhyNot, StrOrPromise] = {
    LadderWhyNot.NO_STEPS: _("Thang phải có ít nhất một bậc."),
    LadderWhyNot.TOO_MANY_STEPS: _("Thang có quá nhiều bậc; hãy bớt còn 20 bậc."),
    LadderWhyNot.OUT_OF_REACH: _(
        "Bậc {step}: chỉ nhắc được từ 60 ngày làm việc trước hạn đến 250 ngày sau hạn."
    ),
    LadderWhyNot.REPEATS_BEFORE_DEADLINE: _(
        "Bậc {step}: chỉ bậc sau hạn mới nhắc lại được. Hãy để trống ô nhắc lại."
    ),
    LadderWhyNot.NEGATIVE_NUMBER: _(
        "Bậc {step}: số ngày nhắc lại và số ngày chờ xác nhận phải từ 0 đến 30."
    ),
    LadderWhyNot.TWICE_THE_SAME: _(
        "Bậc {step}: đã có bậc cùng ngày cho cùng người nhận. Hãy bỏ một bậc."
    ),
    LadderWhyNot.NOT_IN_APP: _("Bậc {step}: luôn phải nhắc trong hệ thống."),
    LadderWhyNot.NOTHING_AFTER_DEADLINE: _(
        "Phải có ít nhất một bậc sau hạn, để việc quá hạn không bị bỏ quên."
    ),
    LadderWhyNot.NO_NAME: _("Hãy đặt tên cho thang."),
    LadderWhyNot.SAME_WORK_TWICE: _(
        "Đã có một thang cho đúng loại việc này. Hãy sửa thang đó, hoặc chọn loại việc khác."
    ),
    LadderWhyNot.BEGINS_TOO_EARLY: _(
        "Thang mới phải có hiệu lực sau ngày bắt đầu của thang đang dùng và không trước hôm nay."
    ),
    LadderWhyNot.DEFAULT_STAYS: _("Thang mặc định phải luôn có; chỉ sửa được, không bỏ được."),
    LadderWhyNot.ENDED: _("Thang này đã hết hiệu lực. Hãy mở thang đang dùng để sửa."),
}
MUTE_REFUSALS: dict[MuteWhyNot, StrOrPromise] = {
    MuteWhyNot.NO_REASON: _("Cần ghi lý do tạm ngừng nhắc."),
    MuteWhyNot.ENDS_IN_THE_PAST: _("Ngày cuối phải từ hôm nay trở đi."),
    MuteWhyNot.TOO_LONG: _("Chỉ tạm ngừng được tối đa 92 ngày; hết hạn có thể đặt lại."),
    MuteWhyNot.ALREADY_MUTED: _("Đang tạm ngừng nhắc rồi. Hãy bỏ lần tạm ngừng cũ trước."),
    MuteWhyNot.OVER: _("Lần tạm ngừng này đã kết thúc."),
}

# --- letters

LETTER_REFUSALS: dict[LetterWhyNot, StrOrPromise] = {
    LetterWhyNot.NOTHING_CHOSEN: _("Hãy chọn ít nhất một nhiệm vụ để đôn đốc."),
    LetterWhyNot.TOO_MANY: _(
        "Một công văn có tối đa 600 nhiệm vụ. Hãy lọc bớt, lập nhiều công văn."
    ),
    LetterWhyNot.NO_LONGER_LATE: _(
        "Có nhiệm vụ vừa nộp hoặc đổi hạn nên không còn quá hạn. Xem danh sách mới rồi lập lại."
    ),
    LetterWhyNot.ANSWER_IN_THE_PAST: _("Hạn trả lời phải từ ngày chốt danh sách trở đi."),
    LetterWhyNot.FINISH_BEFORE_ANSWER: _("Hạn hoàn thành phải từ hạn trả lời trở đi."),
    LetterWhyNot.AS_OF_IN_THE_FUTURE: _("Ngày chốt danh sách không thể ở tương lai."),
    LetterWhyNot.NO_ANSWER: _("Hãy ghi nguyên nhân, giải pháp."),
    LetterWhyNot.PROMISED_IN_THE_PAST: _("Ngày hẹn hoàn thành phải từ hôm nay trở đi."),
    LetterWhyNot.NOT_OPEN: _("Nhiệm vụ này đã hoàn thành, hoặc công văn đã được thu hồi."),
}
