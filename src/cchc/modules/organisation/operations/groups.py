"""Groups of agencies: their rules, and members put in or kept out by hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction

from cchc.modules.organisation.events import (
    GroupChanged,
    GroupCreated,
    GroupMemberSet,
    GroupMemberUnset,
)
from cchc.modules.organisation.models import Agency, AgencyGroup, AgencyGroupMember
from cchc.modules.organisation.operations.writing_structure import load, take_turns
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.rules.groups import STANDARD_GROUPS, GroupRule, check_group
from cchc.modules.organisation.rules.naming import tidy
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.platform.access import Actor, NotVisible
from cchc.platform.events.announcing import announce

ONE_DAY = timedelta(days=1)


@transaction.atomic
def create_group(rule: GroupRule, *, actor: Actor, now: datetime) -> AgencyGroup:
    """Define a group; its rule may be left out when members will be put in by hand.

    Raises AccessDenied or StructureRefused.
    """
    take_turns()
    actor.require(Permission.MANAGE_AGENCIES, agency_id=None)
    code = tidy(rule.code)
    if AgencyGroup.objects.filter(code=code).exists():
        raise StructureRefused(StructureWhyNot.GROUP_CODE_TAKEN, (code,))
    check_group(rule)
    last = AgencyGroup.objects.count()
    group = AgencyGroup(code=code, precedence=last + 1)
    _write(group, rule)
    announce(GroupCreated(group_id=group.pk, group_name=group.name), actor=actor, at=now)
    return group


@transaction.atomic
def change_group(rule: GroupRule, *, actor: Actor, now: datetime) -> AgencyGroup:
    """Change the name, the rule and the other names of the group with this code.

    Raises NotVisible, AccessDenied or StructureRefused.
    """
    take_turns()
    group = _load_group(rule.code)
    actor.require(Permission.MANAGE_AGENCIES, agency_id=None)
    check_group(rule)
    _write(group, rule)
    announce(GroupChanged(group_id=group.pk, group_name=group.name), actor=actor, at=now)
    return group


@transaction.atomic
def add_standard_groups(*, actor: Actor, now: datetime) -> int:
    """Define the groups that reform plans name everywhere, as far as they are missing; how many."""
    known = set(AgencyGroup.objects.values_list("code", flat=True))
    missing = [rule for rule in STANDARD_GROUPS if rule.code not in known]
    for rule in missing:
        create_group(rule, actor=actor, now=now)
    return len(missing)


@transaction.atomic
def set_group_member(
    *,
    code: str,
    agency_id: int,
    is_excluded: bool,
    on: date,
    until: date | None = None,
    actor: Actor,
    now: datetime,
) -> AgencyGroupMember:
    """Put an agency into a group, or keep it out, from a day on.

    Raises NotVisible, AccessDenied or StructureRefused.
    """
    take_turns()
    group, agency = _load_group(code), load(agency_id, actor=actor)
    actor.require(Permission.MANAGE_AGENCIES, agency_id=None)
    _check_member(group, agency, on=on, until=until)
    member = AgencyGroupMember.objects.create(
        group=group,
        agency=agency,
        is_excluded=is_excluded,
        effective_from=on,
        effective_to=until,
    )
    event = GroupMemberSet(
        group_id=group.pk,
        group_name=group.name,
        agency_id=agency_id,
        agency_name=agency.name,
        how="loại" if is_excluded else "thêm",
        is_excluded=is_excluded,
        on=on,
    )
    announce(event, actor=actor, at=now)
    return member


@transaction.atomic
def unset_group_member(*, member_id: int, on: date, actor: Actor, now: datetime) -> None:
    """Let the rule decide about an agency again from a day on.

    An entry that had not begun by then is deleted. Raises NotVisible or AccessDenied.
    """
    take_turns()
    member = (
        AgencyGroupMember.objects.select_related("group", "agency").filter(pk=member_id).first()
    )
    if member is None:
        raise NotVisible
    actor.require(Permission.MANAGE_AGENCIES, agency_id=None)
    if member.effective_from >= on:
        member.delete()
    else:
        member.effective_to = on - ONE_DAY
        member.save(update_fields=["effective_to"])
    event = GroupMemberUnset(
        group_id=member.group_id,
        group_name=member.group.name,
        agency_id=member.agency_id,
        agency_name=member.agency.name,
    )
    announce(event, actor=actor, at=now)


def _load_group(code: str) -> AgencyGroup:
    group = AgencyGroup.objects.select_for_update().filter(code=code).first()
    if group is None:
        raise NotVisible
    return group


def _write(group: AgencyGroup, rule: GroupRule) -> None:
    group.name = tidy(rule.name)
    group.kinds, group.levels = sorted(rule.kinds), sorted(rule.levels)
    group.is_open = rule.is_open
    group.aliases = list(dict.fromkeys(filter(None, map(tidy, rule.aliases))))
    group.save()


def _check_member(group: AgencyGroup, agency: Agency, *, on: date, until: date | None) -> None:
    if group.is_open:
        raise StructureRefused(StructureWhyNot.OPEN_GROUP_WITH_RULE, (group.name,))
    if until is not None and until < on:
        raise StructureRefused(StructureWhyNot.ENDS_BEFORE_IT_BEGINS, (agency.name,))
    entries = AgencyGroupMember.objects.filter(group=group, agency=agency)
    clashing = entries.exclude(effective_to__lt=on)
    if until is not None:
        clashing = clashing.filter(effective_from__lte=until)
    if clashing.exists():
        raise StructureRefused(StructureWhyNot.MEMBER_ALREADY, (agency.name,))
