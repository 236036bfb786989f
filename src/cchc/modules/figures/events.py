"""What happens to figures, for the trail and for higher modules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cchc.platform.events.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFrozen(Event):
    """A number was kept as it stood, for a report."""

    name: ClassVar[str] = "figures.figure.frozen"
    sentence: ClassVar[str] = "đã chốt số liệu “{figure_name}”: {amount}. Lý do: {reason}"

    snapshot_id: int
    code: str
    figure_name: str
    amount: str
    reason: str

    def about(self) -> tuple[str, ...]:
        """Shown with the figure and with what was kept."""
        return (f"figures.figure:{self.code}", f"figures.snapshot:{self.snapshot_id}")
