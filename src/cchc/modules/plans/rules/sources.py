"""When two documents give the same work: how to find it, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rapidfuzz import fuzz, process

from cchc.modules.plans.rules.draft import DraftTask, Mention
from cchc.modules.plans.rules.kinds import TimeKind
from cchc.modules.plans.rules.timing import Timing
from cchc.platform.text.folding import fold

ALIKE = 0.62
"""From this likeness on, a task is offered as the same work."""
SURELY_ALIKE = 0.86
"""From this likeness on, two points of one paper are taken to speak of the same work."""
_SHARED_LEAD = 0.06
_MOST_LETTERS = 600
_AGENCY = "agency:"


class Clash(StrEnum):
    """What two sources of one task say differently."""

    DEADLINE = "DEADLINE"
    LEAD = "LEAD"


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms a document gives work: until when, and who answers for it."""

    due_on: date | None = None
    lead_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """A task that is there already, as it is compared."""

    task_id: int
    folded: str
    lead_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A task that may be the same work, from 0 to 1 alike."""

    task_id: int
    likeness: float
    is_same_lead: bool


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two points of one paper that speak of the same work and say differently who or when."""

    row_id: str
    other_id: str
    other_code: str
    clashes: tuple[Clash, ...]


def clashes_between(first: Terms, second: Terms) -> tuple[Clash, ...]:
    """What the second source says otherwise than the first; silence contradicts nothing.

    A source that names only some of the agencies that lead already does not contradict.
    """
    found = []
    if first.due_on and second.due_on and first.due_on != second.due_on:
        found.append(Clash.DEADLINE)
    if first.lead_ids and second.lead_ids and not second.lead_ids <= first.lead_ids:
        found.append(Clash.LEAD)
    return tuple(found)


def candidates_for(
    content: str, lead_ids: Collection[int], known: Sequence[Known], *, limit: int = 5
) -> list[Candidate]:
    """The tasks most like these words, best first; the same lead counts a little for it."""
    wanted = fold(content)[:_MOST_LETTERS]
    if len(wanted) < 8 or not known:
        return []
    found = process.extract(
        wanted,
        [one.folded[:_MOST_LETTERS] for one in known],
        scorer=fuzz.token_set_ratio,
        processor=None,
        limit=limit * 4,
        score_cutoff=(ALIKE - _SHARED_LEAD) * 100,
    )
    rated = []
    for _, _, index in found:
        one = known[index]
        is_same_lead = bool(one.lead_ids & set(lead_ids))
        likeness = min(1.0, _likeness(wanted, one.folded) + is_same_lead * _SHARED_LEAD)
        if likeness >= ALIKE:
            rated.append(Candidate(one.task_id, round(likeness, 3), is_same_lead))
    rated.sort(key=lambda one: (-one.likeness, one.task_id))
    return rated[:limit]


def contradictions_within(rows: Sequence[DraftTask]) -> list[Contradiction]:
    """The pairs of points that say the same work with another deadline or another lead."""
    folded = [fold(row.text("content"))[:_MOST_LETTERS] for row in rows]
    found = []
    for at, row in enumerate(rows):
        for before in range(at):
            if _is_same_work(folded[at], folded[before]):
                clashes = clashes_between(terms_of(rows[before]), terms_of(row))
                other = rows[before]
                if clashes:
                    found.append(Contradiction(row.id, other.id, other.code, clashes))
    return found


def terms_of(row: DraftTask) -> Terms:
    """On which terms a row of a draft gives its work."""
    return Terms(due_day(row.timing), lead_ids_of(row.leads))


def due_day(timing: Timing) -> date | None:
    """The one day until which work is to be done; None for what comes again, goes on or waits."""
    return timing.due_on if timing.kind in (TimeKind.DEADLINE, TimeKind.PERIOD) else None


def lead_ids_of(mentions: Iterable[Mention]) -> frozenset[int]:
    """The agencies that these mentions name for sure."""
    found: set[int] = set()
    for mention in mentions:
        found |= set(mention.chosen)
        found |= {
            int(code.removeprefix(_AGENCY))
            for code in mention.codes
            if code.startswith(_AGENCY) and not mention.chosen
        }
    return frozenset(found)


def _likeness(wanted: str, other: str) -> float:
    """Shared words weigh, but a short row whose every word stands in a long one is not it."""
    cut = other[:_MOST_LETTERS]
    shared = fuzz.token_set_ratio(wanted, cut)
    whole = fuzz.token_sort_ratio(wanted, cut)
    return float(0.6 * shared + 0.4 * whole) / 100


def _is_same_work(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 12:
        return False
    return bool(fuzz.token_sort_ratio(one, other) >= SURELY_ALIKE * 100)
