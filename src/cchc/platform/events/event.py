"""The type of an event: pure, so that `events.py` of a module stays pure."""

from __future__ import annotations

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
