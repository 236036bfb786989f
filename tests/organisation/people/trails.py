"""Reading the trail in tests of people."""

from __future__ import annotations

from cchc.platform.audit.models import Entry


def announced(*, since: int = 0) -> list[str]:
    """The names of the announced events, oldest first."""
    return list(Entry.objects.order_by("pk").values_list("event", flat=True))[since:]
