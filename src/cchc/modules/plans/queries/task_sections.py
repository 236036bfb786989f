"""What higher modules show on the page of a task: each brings a template and what fills it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cchc.platform.access import Actor


@dataclass(frozen=True, slots=True)
class TaskSection:
    """A section of the page: its template gets `section` and nothing else that matters."""

    template: str
    page: object


Build = Callable[[Actor, int, date], TaskSection | None]
"""Who reads, which task, on which day; None: nothing to show. The reader may see the task."""

_builders: dict[str, Build] = {}


def register_task_section(name: str, build: Build) -> None:
    """Let a module add to the page of a task; called in `apps.ready`, harmless to repeat."""
    _builders[name] = build


def sections_of(task_id: int, *, actor: Actor, today: date) -> list[TaskSection]:
    """What the modules show about a task, in the order in which they were started."""
    built = (build(actor, task_id, today) for build in _builders.values())
    return [section for section in built if section is not None]
