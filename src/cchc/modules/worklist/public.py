"""What other modules may call of the worklist."""

from cchc.modules.worklist.queries.inbox import count_for, items_for, register_source
from cchc.modules.worklist.rules.items import Urgency, WorkItem, urgency_of

__all__ = ["Urgency", "WorkItem", "count_for", "items_for", "register_source", "urgency_of"]
