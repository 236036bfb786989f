"""What other modules may call of plans."""

from cchc.modules.plans.operations.acknowledge import acknowledge
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.decide_proof import accept_proof, approve_proof
from cchc.modules.plans.operations.hand_in_proof import Product, hand_in_proof
from cchc.modules.plans.operations.start_with_rows import start_with_rows
from cchc.modules.plans.queries.directives import entry_lateness
from cchc.modules.plans.queries.home import (
    HomeFigure,
    WatchedAgency,
    agencies_to_watch,
    home_figures,
)
from cchc.modules.plans.queries.late_rows import (
    Fate,
    LateRow,
    LateWanted,
    PlanLine,
    fates_of,
    late_rows,
    plan_lines,
    plans_to_urge,
)
from cchc.modules.plans.queries.naming import area_choices, area_name
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
    WorkName,
    part_lines,
    part_to_urge,
    parts_of_task,
    work_lines,
    work_names,
)
from cchc.modules.plans.queries.wording import (
    area_words,
    kinds_of_work,
    obligation_words,
    plan_kind_words,
)
from cchc.modules.plans.rules.entry import EntryLateness
from cchc.modules.plans.rules.refusals import DraftProblem, DraftRefused

__all__ = [
    "OPEN_WORK",
    "DraftProblem",
    "DraftRefused",
    "DraftStanding",
    "EntryLateness",
    "Fate",
    "HomeFigure",
    "LateRow",
    "LateWanted",
    "PartLine",
    "PlanLine",
    "Product",
    "RowState",
    "TaskSection",
    "TrailItem",
    "WatchedAgency",
    "WorkLine",
    "WorkName",
    "accept_proof",
    "acknowledge",
    "agencies_to_watch",
    "approve_proof",
    "area_choices",
    "area_name",
    "area_words",
    "confirm_plan",
    "draft_standing",
    "entry_lateness",
    "fates_of",
    "hand_in_proof",
    "home_figures",
    "kinds_of_work",
    "late_rows",
    "obligation_words",
    "part_lines",
    "part_to_urge",
    "parts_of_task",
    "plan_kind_words",
    "plan_lines",
    "plan_url",
    "plans_to_urge",
    "recent_changes",
    "register_task_section",
    "row_states",
    "start_with_rows",
    "work_lines",
    "work_names",
]
