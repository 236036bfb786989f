"""For which days of a period a head answers: only for those on which the post was theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Term:
    """The days of a period for which somebody answers; None: from its beginning, to its end."""

    since: date | None = None
    until: date | None = None

    @property
    def is_whole(self) -> bool:
        """The whole period, with its work that has no deadline."""
        return self.since is None and self.until is None


WHOLE = Term()


def term_of(
    held_from: date, held_until: date | None, *, starts_on: date, ends_on: date
) -> Term | None:
    """The part of a period that lies in a time of office; None when none does."""
    last = held_until or date.max
    if held_from > ends_on or last < starts_on:
        return None
    return Term(
        since=held_from if held_from > starts_on else None,
        until=held_until if last < ends_on else None,
    )
