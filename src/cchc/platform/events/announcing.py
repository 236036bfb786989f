"""Announcing: the trail gets its entry, the subscribers their turn, in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import Any, TypeVar

from cchc.platform.access import Actor
from cchc.platform.audit.trail import record
from cchc.platform.events.event import Event

E = TypeVar("E", bound=Event)
Handler = Callable[[Any, Actor, datetime], None]

_subscribers: dict[type[Event], list[Handler]] = defaultdict(list)


def subscribe(event_type: type[E], handler: Callable[[E, Actor, datetime], None]) -> None:
    """Let a higher module hear of an event; called from `apps.py`, and harmless when repeated."""
    if handler not in _subscribers[event_type]:
        _subscribers[event_type].append(handler)


def announce(event: Event, *, actor: Actor, at: datetime) -> None:
    """Write the trail and tell the subscribers; a failing subscriber undoes the operation."""
    record(name=event.name, data=asdict(event), about=event.about(), actor=actor, at=at)
    for handler in _subscribers[type(event)]:
        handler(event, actor, at)
