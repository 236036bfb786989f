"""What this module contributes to measurement, each number explained as an officer would ask.

Sources: the four states and the rate of tasks given by the People's Committee (hoàn thành đúng hạn,
quá hạn; chưa hoàn thành trong hạn, quá hạn; the rate is over what has fallen due).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from cchc.modules.figures.public import Dimension, Figure, FigureKind
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.figures_source import PlansFigures
from cchc.modules.plans.rules.figure_codes import FigureCode

SINCE = date(2019, 1, 1)
STATES, LATENESS = _("Tình hình thực hiện"), _("Mức độ chậm và gia hạn")
TAKING_UP, ENTRY = _("Tiếp nhận việc"), _("Nhập văn bản giao việc")

_ALL = frozenset(Dimension)
_OF_DOCUMENTS = frozenset({Dimension.AGENCY, Dimension.MONTH, Dimension.QUARTER})
_BY_DEADLINE = _(
    "Việc được tính vào năm của văn bản giao; trong năm, tính vào kỳ có hạn hoàn thành."
)
_NOT_COUNTED = _("Việc tạm dừng hoặc đã thu hồi không tính. Việc con giao nội bộ không tính riêng.")
_EACH_PART = _("Mỗi cơ quan, mỗi kỳ hạn là một việc: nhiệm vụ giao mười cơ quan là mười việc.")
_HANDED_IN = _(
    "Ngày hoàn thành là ngày nộp minh chứng được nghiệm thu, không phải ngày nghiệm thu."
)


def _figure(code: FigureCode, **said: Any) -> Figure:
    """A figure of how work stands, unless told otherwise."""
    usual: dict[str, Any] = {
        "group": STATES,
        "unit": _("việc"),
        "kind": FigureKind.COUNT,
        "numerator": said["name"],
        "dimensions": _ALL,
        "permission": Permission.VIEW,
        "row_noun": _("việc"),
        "since": SINCE,
    }
    return Figure(code=code, **{**usual, **said})


FIGURES = (
    _figure(
        FigureCode.GIVEN,
        name=_("Việc đã giao"),
        short_name=_("Đã giao"),
        explanation=(
            _EACH_PART,
            _("Gồm việc đã hoàn thành, đang thực hiện và đang chờ sự kiện."),
            _NOT_COUNTED,
            _BY_DEADLINE,
        ),
    ),
    _figure(
        FigureCode.FALLEN_DUE,
        name=_("Việc đã đến hạn"),
        short_name=_("Đến hạn"),
        explanation=(
            _("Gồm việc đã hoàn thành (đúng hạn hoặc muộn) và việc quá hạn chưa xong."),
            _("Việc còn trong hạn, chờ sự kiện, đã nộp trong hạn chờ nghiệm thu chưa tính."),
            _BY_DEADLINE,
        ),
    ),
    _figure(
        FigureCode.DONE_ON_TIME,
        name=_("Hoàn thành đúng hạn"),
        explanation=(
            _("Đã nghiệm thu, nộp minh chứng không muộn hơn hạn; nộp đúng ngày hạn là đúng hạn."),
            _HANDED_IN,
            _BY_DEADLINE,
        ),
        is_more_better=True,
    ),
    _figure(
        FigureCode.DONE_LATE,
        name=_("Hoàn thành muộn"),
        explanation=(_("Đã nghiệm thu, nhưng nộp minh chứng sau hạn."), _HANDED_IN, _BY_DEADLINE),
        is_more_better=False,
    ),
    _figure(
        FigureCode.OPEN_IN_TIME,
        name=_("Chưa hoàn thành, trong hạn"),
        explanation=(
            _("Gồm việc chưa đến hạn, sắp đến hạn, thường xuyên, chờ sự kiện và đã nộp chờ duyệt."),
            _BY_DEADLINE,
        ),
    ),
    _figure(
        FigureCode.OVERDUE,
        name=_("Quá hạn chưa hoàn thành"),
        short_name=_("Quá hạn"),
        explanation=(
            _("Đã qua ngày hạn mà chưa nộp minh chứng, nộp sau hạn chờ duyệt, hoặc bị trả lại."),
            _("Hạn là hạn đang có hiệu lực: đã gia hạn thì tính theo hạn mới."),
            _BY_DEADLINE,
        ),
        is_more_better=False,
    ),
    _figure(
        FigureCode.ON_TIME_RATE,
        name=_("Tỷ lệ hoàn thành đúng hạn"),
        short_name=_("Đúng hạn (%)"),
        unit="%",
        kind=FigureKind.RATE,
        numerator=_("Việc hoàn thành đúng hạn"),
        denominator=_("Việc đã đến hạn: đã hoàn thành và quá hạn chưa xong"),
        explanation=(
            _("Bằng số việc hoàn thành đúng hạn chia cho số việc đã đến hạn."),
            _("Không chia cho tổng số việc đã giao: việc chưa đến hạn chưa nói lên điều gì."),
            _("Tỷ lệ của nhiều cơ quan tính từ tổng số việc, không lấy trung bình các tỷ lệ."),
            _BY_DEADLINE,
        ),
        decimals=1,
        is_more_better=True,
    ),
    _figure(
        FigureCode.DUE_SOON,
        name=_("Sắp đến hạn"),
        explanation=(_("Còn không quá 5 ngày làm việc là đến hạn."), _BY_DEADLINE),
    ),
    _figure(
        FigureCode.AWAITING,
        name=_("Đã nộp, chờ nghiệm thu"),
        explanation=(_("Nộp trong hạn, cơ quan giao việc chưa quyết định."), _BY_DEADLINE),
    ),
    _figure(
        FigureCode.WAITING,
        name=_("Chờ sự kiện, chưa có hạn"),
        explanation=(
            _("Văn bản ghi “khi có …” hoặc “theo kế hoạch khác”, chưa có ngày cụ thể."),
            _("Chỉ tính khi xem cả năm, vì chưa có ngày nào để tính vào quý, tháng."),
        ),
    ),
    _figure(
        FigureCode.DAYS_LATE,
        group=LATENESS,
        name=_("Số ngày chậm trung bình"),
        unit=_("ngày"),
        kind=FigureKind.MEAN,
        numerator=_("Tổng số ngày sau hạn"),
        denominator=_("Việc hoàn thành muộn và việc quá hạn chưa xong"),
        explanation=(
            _("Việc đã nộp: từ hạn đến ngày nộp. Chưa nộp hoặc bị trả lại: từ hạn đến hôm nay."),
            _("Tính cả ngày nghỉ. Việc đúng hạn không nằm trong mẫu số."),
            _BY_DEADLINE,
        ),
        amount_title=_("Số ngày chậm"),
        decimals=1,
        is_more_better=False,
    ),
    _figure(
        FigureCode.WORKING_DAYS_LATE,
        group=LATENESS,
        name=_("Số ngày làm việc chậm trung bình"),
        short_name=_("Ngày chậm"),
        unit=_("ngày làm việc"),
        kind=FigureKind.MEAN,
        numerator=_("Tổng số ngày làm việc sau hạn"),
        denominator=_("Việc hoàn thành muộn và việc quá hạn chưa xong"),
        explanation=(
            _("Như số ngày chậm trung bình, nhưng bỏ ngày nghỉ theo lịch làm việc của cơ quan."),
            _BY_DEADLINE,
        ),
        amount_title=_("Số ngày làm việc chậm"),
        decimals=1,
        is_more_better=False,
    ),
    _figure(
        FigureCode.EXTENSIONS_ASKED,
        group=LATENESS,
        name=_("Số lần xin gia hạn"),
        short_name=_("Xin gia hạn"),
        unit=_("lần"),
        row_noun=_("lần xin gia hạn"),
        explanation=(
            _("Mỗi lần xin là một lượt, kể cả lần không được đồng ý."),
            _("Trong năm của văn bản giao, tính vào kỳ có ngày xin."),
        ),
        is_more_better=False,
    ),
    _figure(
        FigureCode.EXTENSIONS_GRANTED,
        group=LATENESS,
        name=_("Số lần được gia hạn"),
        unit=_("lần"),
        row_noun=_("lần gia hạn"),
        explanation=(
            _("Các lần xin gia hạn đã được cơ quan giao việc đồng ý."),
            _("Trong năm của văn bản giao, tính vào kỳ có ngày xin."),
        ),
    ),
    _figure(
        FigureCode.RETURNED_PROOFS,
        group=LATENESS,
        name=_("Minh chứng bị trả lại"),
        short_name=_("Bị trả lại"),
        unit=_("lần"),
        row_noun=_("lần trả lại"),
        explanation=(
            _("Số lần cơ quan giao việc trả lại minh chứng. Thủ trưởng tự trả lại thì không tính."),
            _("Trong năm của văn bản giao, tính vào kỳ có ngày trả lại."),
        ),
        is_more_better=False,
    ),
    _figure(
        FigureCode.ACKNOWLEDGED_RATE,
        group=TAKING_UP,
        name=_("Tỷ lệ đã tiếp nhận"),
        short_name=_("Tiếp nhận (%)"),
        unit="%",
        kind=FigureKind.RATE,
        numerator=_("Phần việc đã tiếp nhận"),
        denominator=_("Phần việc đã giao, còn hiệu lực"),
        row_noun=_("phần việc"),
        explanation=(
            _("Mỗi cơ quan trong một nhiệm vụ là một phần việc, dù có nhiều kỳ hạn."),
            _("Trong năm của văn bản giao, tính vào kỳ có ngày giao."),
        ),
        decimals=1,
        is_more_better=True,
    ),
    _figure(
        FigureCode.ACKNOWLEDGE_HOURS,
        group=TAKING_UP,
        name=_("Thời gian tiếp nhận (trung vị)"),
        unit=_("giờ làm việc"),
        kind=FigureKind.MEDIAN,
        numerator=_("Số giờ làm việc từ khi giao đến khi tiếp nhận"),
        denominator=_("Phần việc đã tiếp nhận"),
        row_noun=_("phần việc"),
        explanation=(
            _("Một nửa số phần việc được tiếp nhận nhanh hơn mức này, một nửa chậm hơn."),
            _("Tính từ đầu ngày giao, hoặc từ lúc văn bản được nhập nếu nhập sau ngày giao."),
            _("Chỉ tính giờ làm việc theo lịch chung của tỉnh, để các cơ quan so được với nhau."),
            _("Trung vị của cả tỉnh tính từ từng phần việc, không tính từ trung vị các cơ quan."),
        ),
        amount_title=_("Số giờ làm việc"),
        decimals=1,
        is_more_better=False,
    ),
    _figure(
        FigureCode.ENTERED_SAME_DAY,
        group=ENTRY,
        name=_("Văn bản được nhập ngay trong ngày ban hành"),
        unit="%",
        kind=FigureKind.RATE,
        numerator=_("Văn bản nhập trong ngày ban hành"),
        denominator=_("Văn bản giao việc đã nhập"),
        row_noun=_("văn bản"),
        dimensions=_OF_DOCUMENTS,
        explanation=(
            _("Văn bản tính cho cơ quan ban hành, vào kỳ có ngày ban hành."),
            _("Văn bản của nơi khác tính từ ngày đến. Chỉ tính văn bản chỉ đạo, giao nhiệm vụ."),
        ),
        decimals=1,
        is_more_better=True,
    ),
    _figure(
        FigureCode.ENTRY_DAYS,
        group=ENTRY,
        name=_("Số ngày làm việc từ ban hành đến nhập"),
        unit=_("ngày làm việc"),
        kind=FigureKind.MEAN,
        numerator=_("Tổng số ngày làm việc từ ngày ban hành đến ngày nhập"),
        denominator=_("Văn bản giao việc đã nhập"),
        row_noun=_("văn bản"),
        dimensions=_OF_DOCUMENTS,
        explanation=(
            _("Ngày nhập là ngày văn bản được xác nhận và việc được giao trên phần mềm."),
            _("Văn bản tính cho cơ quan ban hành, vào kỳ có ngày ban hành."),
        ),
        amount_title=_("Số ngày làm việc"),
        decimals=1,
        is_more_better=False,
    ),
)
SOURCE = PlansFigures(FIGURES)
