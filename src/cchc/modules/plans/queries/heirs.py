"""Agencies that a draft names and that have ended since: who follows them."""

from __future__ import annotations

from datetime import date

from cchc.modules.organisation.public import lineage, living_agencies
from cchc.modules.plans.rules.draft import Draft, DraftTask

_AGENCY = "agency:"


def heirs_of_ended(reading: Draft, today: date) -> dict[int, tuple[int, ...]]:
    """By agency that no longer lives today: the living agencies that follow it, if any."""
    wanted: set[int] = set()
    for task in reading.tasks:
        if task.same_as is None:
            wanted |= agencies_in(task)
    if not wanted:
        return {}
    living = {card.id for card in living_agencies(today)}
    return {pk: _living_heirs(pk, living) for pk in sorted(wanted - living)}


def agencies_in(task: DraftTask) -> set[int]:
    """The agencies that a row binds for sure."""
    found: set[int] = set()
    for mention in (*task.leads, *task.coordinators):
        if mention.chosen:
            found |= set(mention.chosen)
        else:
            codes = (code for code in mention.codes if code.startswith(_AGENCY))
            found |= {int(code.removeprefix(_AGENCY)) for code in codes}
    return found


def _living_heirs(agency_id: int, living: set[int]) -> tuple[int, ...]:
    later = lineage(agency_id).later
    return tuple(
        dict.fromkeys(link.to for link in later if link.to is not None and link.to in living)
    )
