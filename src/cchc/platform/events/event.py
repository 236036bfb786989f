"""The type of an event: pure, so that `events.py` of a module stays pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, in the past tense: a frozen dataclass with plain fields.

    `name` is `<module>.<thing>.<past verb>`; `sentence` is its Vietnamese line in the trail, with
    the fields in braces; `personal` names the fields with personal data (masked where not needed).
    """

    name: ClassVar[str]
    sentence: ClassVar[str]
    personal: ClassVar[frozenset[str]] = frozenset()

    def about(self) -> tuple[str, ...]:
        """The things on whose pages the event is shown, as `<module>.<thing>:<id>`."""
        return ()


_by_name: dict[str, type[Event]] = {}


def event_named(name: str) -> type[Event] | None:
    """The type of the event with this name; None when no module that is loaded has it."""
    if name not in _by_name:
        _by_name.update((found.name, found) for found in every_event())
    return _by_name.get(name)


def every_event() -> Iterator[type[Event]]:
    """Every type of event that a loaded module declares; their unnamed parents are left out.

    A dataclass with slots is made twice, and only the second one has its slots: that one counts.
    """
    waiting = Event.__subclasses__()
    while waiting:
        found = waiting.pop()
        waiting.extend(found.__subclasses__())
        if "name" in vars(found) and "__slots__" in vars(found):
            yield found
