"""Writing to the trail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cchc.platform.access import Actor
from cchc.platform.audit.models import Entry


def record(
    *, name: str, data: Mapping[str, Any], about: tuple[str, ...], actor: Actor, at: datetime
) -> None:
    """Add one entry, in the caller's transaction."""
    Entry.objects.create(
        at=at,
        actor_id=actor.user_id,
        actor_name=actor.signature[:200],
        event=name,
        about=list(dict.fromkeys(about)),
        data=dict(data),
    )
