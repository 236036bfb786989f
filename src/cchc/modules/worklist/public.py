"""What other modules may call of the worklist."""

from cchc.modules.worklist.queries.agenda import agenda_of, register_agenda
from cchc.modules.worklist.queries.inbox import (
    count_for,
    items_for,
    numbers_waiting,
    register_source,
)
from cchc.modules.worklist.rules.agenda import AgendaItem, AgendaKind
from cchc.modules.worklist.rules.items import Urgency, WorkItem, urgency_of

__all__ = [
    "AgendaItem",
    "AgendaKind",
    "Urgency",
    "WorkItem",
    "agenda_of",
    "count_for",
    "items_for",
    "numbers_waiting",
    "register_agenda",
    "register_source",
    "urgency_of",
]
