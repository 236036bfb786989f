"""Tables of plans."""

from cchc.modules.plans.models.assignment import Assignment
from cchc.modules.plans.models.comment import Comment
from cchc.modules.plans.models.deadline import DueChange, Extension, Trigger
from cchc.modules.plans.models.draft import DraftShare, ImportDraft
from cchc.modules.plans.models.handback import Handback
from cchc.modules.plans.models.occurrence import Occurrence
from cchc.modules.plans.models.plan import Plan, PlanSection, Programme, Target
from cchc.modules.plans.models.proof import Proof, Submission
from cchc.modules.plans.models.source import TaskSource
from cchc.modules.plans.models.tally import Tally
from cchc.modules.plans.models.task import Task, TaskParty

__all__ = [
    "Assignment",
    "Comment",
    "DraftShare",
    "DueChange",
    "Extension",
    "Handback",
    "ImportDraft",
    "Occurrence",
    "Plan",
    "PlanSection",
    "Programme",
    "Proof",
    "Submission",
    "Tally",
    "Target",
    "Task",
    "TaskParty",
    "TaskSource",
    "Trigger",
]
