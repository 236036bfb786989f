"""What a page says when work cannot be handed down, back or on so, and what to do."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cchc.modules.plans.rules.handing import HandingProblem, HandingRefused

FIELDS: dict[HandingProblem, tuple[str, ...]] = {
    HandingProblem.NO_CONTENT: ("content",),
    HandingProblem.NOBODY: ("leads", "agency"),
    HandingProblem.NO_LEAD: ("leads",),
    HandingProblem.AGENCY_AND_PERSON: ("person",),
    HandingProblem.TWICE: ("coordinating",),
    HandingProblem.OWN_AGENCY: ("leads", "agency"),
    HandingProblem.CIRCULAR: ("leads", "agency"),
    HandingProblem.NOT_BELOW: ("leads", "agency"),
    HandingProblem.NOT_A_COLLEAGUE: ("person",),
    HandingProblem.NO_DEADLINE: ("due_on",),
    HandingProblem.IN_THE_PAST: ("due_on",),
    HandingProblem.AFTER_THE_WORK_ABOVE: ("due_on",),
    HandingProblem.ALREADY_BOUND: ("agency",),
    HandingProblem.SAME_AGENCY: ("agency", "person"),
    HandingProblem.UNKNOWN_AGENCY: ("agency",),
}
"""Under which field the sentence stands."""


def handing_words(refused: HandingRefused) -> str:
    """The refusal as a sentence."""
    return {**_giving(), **_standing()}[refused.problem]


def _giving() -> dict[HandingProblem, str]:
    return {
        HandingProblem.NOTHING_TO_GIVE: _("Hãy ghi ít nhất một việc."),
        HandingProblem.NO_CONTENT: _("Hãy ghi nội dung việc."),
        HandingProblem.NOBODY: _("Hãy chọn nơi nhận: một cơ quan, đơn vị, hoặc một người."),
        HandingProblem.NO_LEAD: _("Việc có nơi phối hợp thì phải có nơi chủ trì."),
        HandingProblem.AGENCY_AND_PERSON: _(
            "Chọn cơ quan, đơn vị hoặc chọn người, không chọn cả hai."
        ),
        HandingProblem.TWICE: _("Một cơ quan không thể vừa chủ trì vừa phối hợp cùng một việc."),
        HandingProblem.OWN_AGENCY: _(
            "Không giao việc cho chính cơ quan mình. Hãy chọn người thực hiện."
        ),
        HandingProblem.CIRCULAR: _(
            "Cơ quan này đứng trên trong luồng giao việc nên không thể nhận lại việc. "
            "Nếu việc không thuộc thẩm quyền, hãy dùng “Trả lại giao việc”."
        ),
        HandingProblem.NOT_BELOW: _(
            "Chỉ giao được cho phòng, đơn vị trực thuộc hoặc cấp dưới trực tiếp quản lý."
        ),
        HandingProblem.NOT_A_COLLEAGUE: _("Người này không làm việc trong cơ quan."),
        HandingProblem.NO_DEADLINE: _("Hãy ghi hạn hoặc số ngày làm việc."),
        HandingProblem.IN_THE_PAST: _("Hạn không được ở trong quá khứ."),
        HandingProblem.AFTER_THE_WORK_ABOVE: _(
            "Hạn của việc con không được sau hạn của việc cấp trên."
        ),
        HandingProblem.UNKNOWN_AGENCY: _("Cơ quan không còn tồn tại vào ngày này. Hãy chọn lại."),
    }


def _standing() -> dict[HandingProblem, str]:
    return {
        HandingProblem.NOT_WITH_THE_AGENCY: _(
            "Việc đã nộp minh chứng, đã xong hoặc đang tạm dừng nên không làm được bước này."
        ),
        HandingProblem.PERSONAL: _(
            "Việc này giao cho một người cụ thể. Muốn đổi người, nơi giao dùng “Chuyển nơi khác”."
        ),
        HandingProblem.ALREADY_HANDED_BACK: _("Việc đã được trả lại, đang chờ nơi giao trả lời."),
        HandingProblem.NOT_HANDED_BACK: _("Việc không còn ở trạng thái bị trả lại."),
        HandingProblem.PARTS_OPEN: _(
            "Còn việc con chưa được nghiệm thu. Hãy nghiệm thu hoặc thu hồi các việc con trước."
        ),
        HandingProblem.NOT_A_PART: _("Đây không phải việc con nên không thu hồi bằng cách này."),
        HandingProblem.IS_A_PART: _("Đây là việc con: hãy làm bước này ở nơi đã giao việc."),
        HandingProblem.ALREADY_BOUND: _("Cơ quan này đã có phần việc trong nhiệm vụ."),
        HandingProblem.SAME_AGENCY: _("Việc đang ở nơi này. Hãy chọn nơi khác."),
        HandingProblem.ABOVE_STANDS_STILL: _(
            "Việc cấp trên đang tạm dừng. Khi việc cấp trên tiếp tục, việc này tự tiếp tục."
        ),
    }
