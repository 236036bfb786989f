"""Events for the tests of the trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from cchc.platform.events.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperMoved(Event):
    """A paper went from desk to desk."""

    name: ClassVar[str] = "tests.paper.moved"
    sentence: ClassVar[str] = "đã chuyển {title} cho {person_name} ({phone}) từ {on}. {reason}"
    personal: ClassVar[frozenset[str]] = frozenset({"phone"})

    paper_id: int
    title: str = "Tờ trình"
    person_name: str = "Lan"
    phone: str = "0912345678"
    on: date = date(2019, 10, 15)
    reason: str = ""

    def about(self) -> tuple[str, ...]:
        return (f"tests.paper:{self.paper_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWeighed(Event):
    """A paper with every kind of field."""

    name: ClassVar[str] = "tests.paper.weighed"
    sentence: ClassVar[str] = "{at} {is_heavy} {names} {grams} {nothing} {unheard}"

    at: datetime
    is_heavy: bool
    names: tuple[str, ...]
    grams: int
    nothing: str | None = None
