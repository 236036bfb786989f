"""Abolishing a whole level of the administration, as the district was on 1/7/2025."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from cchc.modules.organisation.events import TierAbolished
from cchc.modules.organisation.labels.agencies import LEVELS
from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.operations.following import let_people_follow
from cchc.modules.organisation.operations.passing_on import pass_on_open_work
from cchc.modules.organisation.operations.writing_structure import (
    Decision,
    check_no_children,
    children_on,
    end,
    life_of,
    load,
    move_under,
    succeed,
    take_turns,
)
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.kinds import Level, SuccessionKind
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.modules.organisation.rules.structure import Structure
from cchc.modules.organisation.rules.succession import (
    check_heir,
    check_tier,
    heirs_of_tier,
    of_tier,
)
from cchc.platform.access import Actor


@transaction.atomic
def abolish_tier(
    *,
    level: Level,
    heirs: Mapping[int, int | None],
    on: date,
    act: str = "",
    people_follow: bool = True,
    actor: Actor,
    now: datetime,
) -> int:
    """End every agency of a level; the number of those that ended.

    `heirs` names who takes over the open work of each agency, or of what it belongs to (a phòng
    follows its district); None means that the work ends. Agencies of other levels that belonged to
    them belong from then on to whoever stood above. Raises AccessDenied or StructureRefused.
    """
    take_turns()
    actor.require(Permission.MANAGE_AGENCIES, agency_id=None)
    check_tier(level)
    by, structure = Decision(on, act, actor, now), structure_on(on)
    ending = of_tier(structure, level)
    if not ending:
        raise StructureRefused(StructureWhyNot.TOO_FEW)
    heir_of = heirs_of_tier(structure, ending, heirs)
    followers = _load_heirs(heir_of, ending, by)
    for agency_id in ending:
        agency = load(agency_id, actor=actor)
        heir_id = heir_of[agency_id]
        heir = None if heir_id is None else followers[heir_id]
        _free_children(agency, structure, level, by)
        end(agency, on=on)
        check_no_children(agency, on=on)
        succeed(agency, heir, SuccessionKind.TIER_ABOLISHED, by, with_work=True)
        let_people_follow(agency, heir if people_follow else None, by)
    by.announce(_abolished(level, ending, followers, by))
    pass_on_open_work(actor=actor, now=now)
    return len(ending)


def _load_heirs(
    heir_of: Mapping[int, int | None], ending: Collection[int], by: Decision
) -> dict[int, Agency]:
    wanted = sorted({heir_id for heir_id in heir_of.values() if heir_id is not None})
    heirs = {heir_id: load(heir_id, actor=by.actor) for heir_id in wanted}
    for heir_id, heir in heirs.items():
        check_heir(life_of(heir), heir_id=heir_id, ending=ending, on=by.on)
    return heirs


def _free_children(agency: Agency, structure: Structure, level: Level, by: Decision) -> None:
    """Put what lives on under the nearest agency above that does not end."""
    staying = [card.id for card in structure.above(agency.pk) if card.level != level]
    for child in children_on(agency, by.on):
        if not staying:
            raise StructureRefused(StructureWhyNot.CHILDREN_LIVE, (child.name,))
        move_under(child, load(staying[0], actor=by.actor), by)


def _abolished(
    level: Level, ended: Sequence[int], heirs: Iterable[int], by: Decision
) -> TierAbolished:
    return TierAbolished(
        level=str(level),
        level_name=LEVELS[level].lower(),
        ended_ids=tuple(ended),
        ended_count=len(ended),
        heir_ids=tuple(sorted(heirs)),
        on=by.on,
        act=by.act,
    )
