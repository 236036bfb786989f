"""What a corrected paper says differently: rows found again by their code and by their wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from cchc.platform.text.folding import fold

SURE = 92.0
"""Likeness of wording at which two rows are the same whatever their codes."""
LIKELY = 60.0
"""Likeness at which two rows with the same code are the same."""


class RowChange(StrEnum):
    """What became of a row."""

    SAME = "SAME"
    CHANGED = "CHANGED"
    ADDED = "ADDED"
    REMOVED = "REMOVED"


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row as it is compared: an identity of its own, its code on the paper, and its words."""

    id: str
    code: str
    content: str
    fields: Mapping[str, str]
    """Every other field by name, as written."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that reads differently."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowDifference:
    """What became of one row between two readings of the paper."""

    change: RowChange
    before: ComparedRow | None
    after: ComparedRow | None
    fields: tuple[FieldChange, ...] = ()


def compare(before: Sequence[ComparedRow], after: Sequence[ComparedRow]) -> list[RowDifference]:
    """The rows of the new paper in their order, then those that it no longer has."""
    partner = _pair(before, after)
    by_id = {row.id: row for row in before}
    found = [_difference(by_id.get(partner.get(row.id, "")), row) for row in after]
    kept = set(partner.values())
    gone = [RowDifference(RowChange.REMOVED, row, None) for row in before if row.id not in kept]
    return found + gone


def _pair(before: Sequence[ComparedRow], after: Sequence[ComparedRow]) -> dict[str, str]:
    """Which new row is which old row: surest first, each used once."""
    words = {row.id: fold(row.content) for row in before}
    candidates = []
    for new in after:
        wording = fold(new.content)
        for old in before:
            likeness = fuzz.ratio(wording, words[old.id], score_cutoff=LIKELY)
            is_same_code = bool(new.code) and new.code == old.code
            if likeness >= SURE or (is_same_code and likeness >= LIKELY):
                candidates.append((likeness + 10 * is_same_code, new.id, old.id))
    partner: dict[str, str] = {}
    taken: set[str] = set()
    for _, new_id, old_id in sorted(candidates, key=lambda c: -c[0]):
        if new_id not in partner and old_id not in taken:
            partner[new_id] = old_id
            taken.add(old_id)
    return partner


def _difference(before: ComparedRow | None, after: ComparedRow) -> RowDifference:
    if before is None:
        return RowDifference(RowChange.ADDED, None, after)
    old = {"code": before.code, "content": before.content, **before.fields}
    new = {"code": after.code, "content": after.content, **after.fields}
    fields = tuple(
        FieldChange(name, old.get(name, ""), value)
        for name, value in new.items()
        if value != old.get(name, "")
    )
    change = RowChange.CHANGED if fields else RowChange.SAME
    return RowDifference(change, before, after, fields)
