"""The review's tabs and the steps of a reading, as the components take them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cchc.modules.plans.queries.review_pages import ProgressPage, ReviewPage
from cchc.ui.parts import ProgressStep, Tab

READ, UNDERSTOOD = 60, 95
"""From which percent on the pages are read, and the rows understood."""


def review_tabs(page: ReviewPage) -> list[Tab]:
    """What to look at: doubtful rows, all rows, targets, duties outside the table, differences."""
    views = [
        ("doubtful", _("Cần xem"), page.doubt_row_count),
        ("all", _("Tất cả"), page.row_count),
        ("targets", _("Chỉ tiêu"), page.target_count),
        ("duties", _("Việc nêu ngoài bảng"), page.duty_count),
    ]
    if page.corrects_plan_id:
        views.append(("difference", _("Thay đổi"), len(page.differences)))
    return [Tab(label, f"?xem={code}", code == page.view, count) for code, label, count in views]


def progress_steps(page: ProgressPage) -> list[ProgressStep]:
    """The steps of a reading: sent, read, understood, ready to look at."""
    bounds = [
        (_("Nhận tệp"), 0),
        (_("Đọc các trang"), READ),
        (_("Hiểu mục, bảng, cơ quan, thời gian, kinh phí"), UNDERSTOOD),
        (_("Sẵn sàng xem lại"), 100),
    ]
    steps, is_running = [], False
    for label, bound in bounds:
        is_done = page.percent >= bound
        state = "done" if is_done else ("waiting" if is_running else "running")
        is_running = is_running or not is_done
        steps.append(ProgressStep(label, "failed" if page.failure_text and not is_done else state))
    return steps
