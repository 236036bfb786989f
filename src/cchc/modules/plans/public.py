"""What other modules may call of plans."""

from cchc.modules.plans.operations.start_with_rows import start_with_rows
from cchc.modules.plans.queries.home import (
    HomeFigure,
    WatchedAgency,
    agencies_to_watch,
    home_figures,
)
from cchc.modules.plans.queries.pages import TrailItem
from cchc.modules.plans.queries.row_states import (
    DraftStanding,
    RowState,
    draft_standing,
    plan_url,
    row_states,
)
from cchc.modules.plans.queries.task_sections import TaskSection, register_task_section
from cchc.modules.plans.queries.trail import recent_changes
from cchc.modules.plans.queries.urging_rows import (
    OPEN_WORK,
    PartLine,
    WorkLine,
    part_lines,
    part_to_urge,
    parts_of_task,
    work_lines,
)
from cchc.modules.plans.queries.wording import (
    area_words,
    kinds_of_work,
    obligation_words,
    plan_kind_words,
)
from cchc.modules.plans.rules.refusals import DraftProblem, DraftRefused

__all__ = [
    "OPEN_WORK",
    "DraftProblem",
    "DraftRefused",
    "DraftStanding",
    "HomeFigure",
    "PartLine",
    "RowState",
    "TaskSection",
    "TrailItem",
    "WatchedAgency",
    "WorkLine",
    "agencies_to_watch",
    "area_words",
    "draft_standing",
    "home_figures",
    "kinds_of_work",
    "obligation_words",
    "part_lines",
    "part_to_urge",
    "parts_of_task",
    "plan_kind_words",
    "plan_url",
    "recent_changes",
    "register_task_section",
    "row_states",
    "start_with_rows",
    "work_lines",
]
