"""Vietnamese words for posts, and for refusals about people, posts and roles."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cchc.modules.organisation.rules.accounts import PersonRefused, PersonWhyNot
from cchc.modules.organisation.rules.giving import GiftRefused, WhyNot
from cchc.modules.organisation.rules.kinds import PostKind
from cchc.modules.organisation.rules.people_table import RowError, RowWhyNot
from cchc.modules.organisation.rules.posts import PostRefused, PostWhyNot

Words = str | Promise

POSTS: Mapping[PostKind, Words] = {
    PostKind.HEAD: _("Thủ trưởng cơ quan"),
    PostKind.DEPUTY_HEAD: _("Cấp phó của thủ trưởng"),
    PostKind.DIVISION_HEAD: _("Trưởng phòng"),
    PostKind.DEPUTY_DIVISION_HEAD: _("Phó Trưởng phòng"),
    PostKind.REFORM_OFFICER: _("Công chức đầu mối CCHC"),
    PostKind.OFFICER: _("Công chức, viên chức"),
}

PERSON_REFUSALS: Mapping[PersonWhyNot, Words] = {
    PersonWhyNot.NAME_MISSING: _("Hãy ghi họ và tên."),
    PersonWhyNot.USERNAME_UNFIT: _(
        "Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới."
    ),
    PersonWhyNot.USERNAME_TAKEN: _("Tên đăng nhập này đã có người dùng."),
    PersonWhyNot.EMAIL_TAKEN: _("Thư điện tử này đã thuộc về một tài khoản khác."),
    PersonWhyNot.ONESELF: _("Không tự khóa tài khoản của chính mình."),
    PersonWhyNot.NOT_ACTIVE: _("Tài khoản này đang bị khóa."),
    PersonWhyNot.ALREADY_ACTIVE: _("Tài khoản này đang mở."),
}

POST_REFUSALS: Mapping[PostWhyNot, Words] = {
    PostWhyNot.AGENCY_ENDED: _("Cơ quan này đã thôi hoạt động trước ngày nhận vị trí."),
    PostWhyNot.AGENCY_NOT_YET: _("Cơ quan này chưa thành lập vào ngày nhận vị trí."),
    PostWhyNot.ENDS_BEFORE_IT_BEGINS: _("Ngày thôi giữ sớm hơn ngày nhận vị trí."),
    PostWhyNot.ALREADY_HELD: _("Người này đang giữ đúng vị trí đó tại cơ quan."),
    PostWhyNot.ALREADY_LEFT: _("Vị trí này đã thôi giữ từ trước."),
    PostWhyNot.PERSON_INACTIVE: _("Tài khoản của người này đang bị khóa."),
}

GIFT_REFUSALS: Mapping[WhyNot, Words] = {
    WhyNot.TO_ONESELF: _("Không tự giao vai trò hay ủy quyền cho chính mình."),
    WhyNot.AGENCY_MISSING: _("Vai trò này cần ghi rõ cơ quan."),
    WhyNot.AGENCY_NOT_WANTED: _("Vai trò này áp dụng toàn tỉnh, không gắn với một cơ quan."),
    WhyNot.ENDS_BEFORE_IT_BEGINS: _("Ngày kết thúc sớm hơn ngày bắt đầu."),
    WhyNot.ALREADY_OVER: _("Thời hạn đã qua, vai trò sẽ không có hiệu lực ngày nào."),
    WhyNot.ALREADY_HELD: _("Người này đã có vai trò đó trong khoảng thời gian này."),
    WhyNot.NOT_HELD: _("Chỉ ủy quyền được vai trò mình đang giữ, trong thời gian mình giữ."),
    WhyNot.NOT_DELEGABLE: _("Vai trò này không ủy quyền được; hãy đề nghị giao cho người khác."),
    WhyNot.DELEGATED_ITSELF: _("Vai trò được ủy quyền thì không ủy quyền lại."),
    WhyNot.OUTLIVES_THE_RIGHT: _("Thời hạn ủy quyền dài hơn thời hạn vai trò của anh, chị."),
    WhyNot.TOO_LONG: _("Ủy quyền phải có ngày kết thúc và không quá một năm."),
    WhyNot.NOT_A_COLLEAGUE: _("Chỉ ủy quyền cho người đang công tác trong cơ quan mình."),
    WhyNot.ALREADY_REVOKED: _("Vai trò này đã được thu hồi từ trước."),
    WhyNot.PERSON_INACTIVE: _("Tài khoản của người nhận đang bị khóa."),
    WhyNot.LAST_ADMINISTRATOR: _(
        "Đây là quản trị hệ thống cuối cùng; hãy giao cho người khác trước."
    ),
}

ROW_REFUSALS: Mapping[RowWhyNot, Words] = {
    RowWhyNot.MISSING: _("còn trống"),
    RowWhyNot.AGENCY_UNKNOWN: _("không có cơ quan nào tên này"),
    RowWhyNot.AGENCY_AMBIGUOUS: _("nhiều cơ quan cùng tên, hãy ghi mã hoặc tên đầy đủ"),
    RowWhyNot.DIVISION_UNKNOWN: _("cơ quan không có phòng, đơn vị này"),
    RowWhyNot.POST_UNKNOWN: _("không phải một vị trí trong danh mục"),
    RowWhyNot.ROLE_UNKNOWN: _("không phải một vai trò giao được trong cơ quan"),
    RowWhyNot.DATE_UNREADABLE: _("không đọc được ngày, hãy ghi như 15/10/2019"),
    RowWhyNot.USERNAME_UNFIT: _("chỉ dùng chữ thường không dấu, chữ số, dấu chấm, gạch"),
    RowWhyNot.TAKEN: _("đã có người dùng"),
    RowWhyNot.TWICE: _("trùng với một dòng ở trên"),
    RowWhyNot.NOT_ALLOWED: _("ngoài phạm vi anh, chị được quản lý"),
}


def row_error_words(error: RowError) -> Words:
    """What is wrong with a cell of the table of people."""
    return ROW_REFUSALS[error.why]


def refusal_words(refused: PersonRefused | PostRefused | GiftRefused) -> Words:
    """What the page says when a person, a post or a role was refused."""
    if isinstance(refused, PersonRefused):
        return PERSON_REFUSALS[refused.why]
    if isinstance(refused, PostRefused):
        return POST_REFUSALS[refused.why]
    return GIFT_REFUSALS[refused.why]
