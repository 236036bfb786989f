"""Merging, splitting and dissolving agencies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from cchc.modules.organisation.events import AgenciesMerged, AgencyDissolved, AgencySplit
from cchc.modules.organisation.labels.agencies import NOBODY_FOLLOWS
from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.operations.following import let_people_follow
from cchc.modules.organisation.operations.passing_on import pass_on_open_work
from cchc.modules.organisation.operations.writing_structure import (
    Decision,
    check_no_children,
    children_on,
    end,
    found,
    life_of,
    load,
    move_under,
    succeed,
    take_turns,
)
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.agencies import all_links
from cchc.modules.organisation.rules.kinds import SuccessionKind
from cchc.modules.organisation.rules.placing import NewAgency
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.modules.organisation.rules.succession import check_heir, check_no_circle
from cchc.platform.access import Actor


@dataclass(frozen=True, slots=True)
class Follow:
    """What goes along to the heir besides the open work."""

    children: bool = False
    people: bool = True


@transaction.atomic
def merge_agencies(
    *,
    agency_ids: Sequence[int],
    heir: int | NewAgency,
    on: date,
    act: str = "",
    follow: Follow = Follow(),
    actor: Actor,
    now: datetime,
) -> Agency:
    """Merge agencies into one that lives already (it may be one of them) or is founded for it.

    Their open work goes to it. What belongs to them must have ended or been moved, unless it
    follows too. Raises NotVisible, AccessDenied or StructureRefused.
    """
    take_turns()
    by = Decision(on, act, actor, now)
    is_new = isinstance(heir, NewAgency)
    ending = [_load_own(each, by) for each in dict.fromkeys(agency_ids) if each != heir]
    if len(ending) < (2 if is_new else 1):
        raise StructureRefused(StructureWhyNot.TOO_FEW)
    for agency in ending:
        end(agency, on=on)  # first, so that a new heir may bear the name of one of them
    follower = _heir(heir, ending, by)
    for agency in ending:
        _pass_into(agency, follower, SuccessionKind.MERGED, by, follow)
    by.announce(_merged(ending, follower, by))
    pass_on_open_work(actor=actor, now=now)
    return follower


@transaction.atomic
def divide_agency(
    *,
    agency_id: int,
    parts: Sequence[NewAgency],
    heir: int,
    on: date,
    act: str = "",
    follow: Follow = Follow(),
    actor: Actor,
    now: datetime,
) -> list[Agency]:
    """Divide an agency (chia) into two parts or more; it ends.

    `heir` is the place in `parts` of the one to which the open work goes. Raises NotVisible,
    AccessDenied or StructureRefused.
    """
    take_turns()
    by = Decision(on, act, actor, now)
    agency = _load_own(agency_id, by)
    if len(parts) < 2 or not 0 <= heir < len(parts):
        raise StructureRefused(StructureWhyNot.TOO_FEW, (agency.name,))
    end(agency, on=on)
    founded = [found(part, by) for part in parts]
    _pass_into(agency, founded[heir], SuccessionKind.SPLIT, by, follow)
    for part in founded:
        if part is not founded[heir]:
            succeed(agency, part, SuccessionKind.SPLIT, by, with_work=False)
    by.announce(_split(agency, founded, founded[heir], by))
    pass_on_open_work(actor=actor, now=now)
    return founded


@transaction.atomic
def separate_from_agency(
    *,
    agency_id: int,
    parts: Sequence[NewAgency],
    on: date,
    act: str = "",
    actor: Actor,
    now: datetime,
) -> list[Agency]:
    """Let parts of an agency go their own way (tách); it lives on and keeps its work and people.

    Raises NotVisible, AccessDenied or StructureRefused.
    """
    take_turns()
    by = Decision(on, act, actor, now)
    agency = _load_own(agency_id, by)
    if not parts:
        raise StructureRefused(StructureWhyNot.TOO_FEW, (agency.name,))
    if not life_of(agency).covers(on):
        raise StructureRefused(StructureWhyNot.NOT_LIVING, (agency.name,))
    founded = [found(part, by) for part in parts]
    for part in founded:
        succeed(agency, part, SuccessionKind.SEPARATED, by, with_work=False)
    by.announce(_split(agency, founded, agency, by))
    return founded


@transaction.atomic
def dissolve_agency(
    *,
    agency_id: int,
    heir_id: int | None,
    ends_without_heir: bool = False,
    on: date,
    act: str = "",
    follow: Follow = Follow(people=False),
    actor: Actor,
    now: datetime,
) -> Agency:
    """Dissolve an agency; its open work goes to the heir, or ends with it when that is said.

    Raises NotVisible, AccessDenied or StructureRefused.
    """
    take_turns()
    by = Decision(on, act, actor, now)
    agency = _load_own(agency_id, by)
    if heir_id is None and not ends_without_heir:
        raise StructureRefused(StructureWhyNot.HEIR_MISSING, (agency.name,))
    end(agency, on=on)
    heir = None if heir_id is None else _heir(heir_id, [agency], by)
    _pass_into(agency, heir, SuccessionKind.DISSOLVED, by, follow)
    event = AgencyDissolved(
        agency_id=agency_id,
        agency_name=agency.name,
        heir_id=heir_id,
        heir_name=heir.name if heir else NOBODY_FOLLOWS,
        on=on,
        act=act,
    )
    by.announce(event)
    pass_on_open_work(actor=actor, now=now)
    return agency


def _load_own(agency_id: int, by: Decision) -> Agency:
    agency = load(agency_id, actor=by.actor)
    by.actor.require(Permission.MANAGE_AGENCIES, agency_id=agency_id)
    return agency


def _heir(heir: int | NewAgency, ending: Sequence[Agency], by: Decision) -> Agency:
    """The agency that follows: checked when it lives already, founded when it is new."""
    if isinstance(heir, NewAgency):
        return found(heir, by)
    agency = _load_own(heir, by)
    check_heir(life_of(agency), heir_id=heir, ending=[each.pk for each in ending], on=by.on)
    links = all_links()
    for each in ending:
        check_no_circle(links, source=each.pk, to=heir, name=agency.name)
    return agency


def _pass_into(
    agency: Agency, heir: Agency | None, kind: SuccessionKind, by: Decision, follow: Follow
) -> None:
    """Let what belongs to an ended agency, and its people, go along when that is wished.

    Raises StructureRefused when something that belongs to it would live on without it.
    """
    if follow.children and heir is not None:
        for child in children_on(agency, by.on):
            _take_along(child, heir, by, follow)
    check_no_children(agency, on=by.on)
    succeed(agency, heir, kind, by, with_work=True)
    let_people_follow(agency, heir if follow.people else None, by)


def _take_along(child: Agency, heir: Agency, by: Decision, follow: Follow) -> None:
    """Put a part of an ended agency under its heir, or merge it into the one of its name there.

    Every sở has a Văn phòng and a Thanh tra; after a merger there is one of each.
    """
    twin = heir.children.filter(sort_key=child.sort_key, effective_to=None).first()
    if twin is None:
        move_under(child, heir, by)
        return
    end(child, on=by.on)
    _pass_into(child, twin, SuccessionKind.MERGED, by, follow)
    by.announce(_merged([child], twin, by))


def _merged(ended: Sequence[Agency], heir: Agency, by: Decision) -> AgenciesMerged:
    return AgenciesMerged(
        ended_ids=tuple(agency.pk for agency in ended),
        ended_names=_names(ended),
        heir_id=heir.pk,
        heir_name=heir.name,
        on=by.on,
        act=by.act,
    )


def _split(agency: Agency, parts: Sequence[Agency], heir: Agency, by: Decision) -> AgencySplit:
    return AgencySplit(
        agency_id=agency.pk,
        agency_name=agency.name,
        how="tách" if heir is agency else "chia",
        part_ids=tuple(part.pk for part in parts),
        part_names=_names(parts),
        heir_id=heir.pk,
        lives_on=heir is agency,
        on=by.on,
        act=by.act,
    )


def _names(agencies: Sequence[Agency]) -> str:
    return ", ".join(agency.name for agency in agencies)
