"""What every operation on agencies shares: one at a time, rows loaded and written alike.

These functions run inside an operation's transaction, after it has taken its turn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from django.db import connection
from django.db.models import Max

from cchc.modules.organisation.events import AgencyFounded, AgencyMoved
from cchc.modules.organisation.models import Agency, AgencyAlias, PastState, Succession
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.version import forget_versions
from cchc.modules.organisation.rules.kinds import AliasKind, ChangeKind, Level, SuccessionKind
from cchc.modules.organisation.rules.naming import usual_aliases
from cchc.modules.organisation.rules.placing import Life, NewAgency, check_parent, tidied
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.modules.organisation.rules.succession import check_change, check_end
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce
from cchc.platform.events.event import Event
from cchc.platform.text.folding import fold
from cchc.platform.text.sorting import sort_key

ONE_DAY = timedelta(days=1)
_STRUCTURE_LOCK = 0x0CC0


@dataclass(frozen=True, slots=True)
class Decision:
    """What one act decides: from which day, by which paper, entered by whom and when."""

    on: date
    act: str
    actor: Actor
    now: datetime

    def announce(self, event: Event) -> None:
        """Say that something happened by this decision."""
        announce(event, actor=self.actor, at=self.now)


def take_turns() -> None:
    """Let operations on agencies, groups and calendars wait for one another until they commit."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_STRUCTURE_LOCK])
    forget_versions()


def load(agency_id: int, *, actor: Actor) -> Agency:
    """The agency, locked; NotVisible when this actor cannot know of it."""
    return Agency.objects.select_for_update(of=("self",)).get_visible(actor, pk=agency_id)


def life_of(agency: Agency) -> Life:
    """From when to when it lives."""
    return Life(agency.name, agency.effective_from, agency.effective_to, Level(agency.level))


def current_since(agency: Agency) -> date:
    """The first day of the present name and parent."""
    latest = agency.past_states.aggregate(latest=Max("effective_to"))["latest"]
    return latest + ONE_DAY if latest else agency.effective_from


def children_on(agency: Agency, day: date) -> list[Agency]:
    """What belongs to it and lives on this day."""
    return list(agency.children.living_on(day).in_order())


def found(new: NewAgency, by: Decision, aliases: Iterable[str] = ()) -> Agency:
    """Write a new agency with its usual other names, and announce it.

    Raises AccessDenied or StructureRefused.
    """
    by.actor.require(Permission.MANAGE_AGENCIES, agency_id=new.parent_id)
    agency = insert(new, on=by.on, act=by.act, aliases=aliases)
    by.announce(AgencyFounded(agency_id=agency.pk, agency_name=agency.name, on=by.on, act=by.act))
    return agency


def insert(new: NewAgency, *, on: date, act: str, aliases: Iterable[str] = ()) -> Agency:
    """Write a new agency with its usual other names. Raises StructureRefused."""
    new = tidied(new)
    parent = None
    if new.parent_id is not None:
        parent = Agency.objects.filter(pk=new.parent_id).first()
        if parent is None:
            raise StructureRefused(StructureWhyNot.PARENT_NOT_LIVING, (new.name,))
    check_parent(life_of(parent) if parent else None, name=new.name, level=new.level, on=on)
    agency = Agency(**asdict(new), effective_from=on, act=act, sort_key=sort_key(new.name))
    check_free(agency)
    agency.folded = _search_text(agency, aliases)
    agency.save(force_insert=True)
    add_aliases(agency, dict.fromkeys(aliases, AliasKind.ALIAS) | dict(usual_aliases(new.name)))
    return agency


def check_free(agency: Agency) -> None:
    """Refuse a name (under the same parent) or a code that another agency without an end has."""
    others = Agency.objects.exclude(pk=agency.pk).filter(effective_to=None)
    if others.filter(parent_id=agency.parent_id, sort_key=agency.sort_key).exists():
        raise StructureRefused(StructureWhyNot.NAME_TAKEN, (agency.name,))
    if agency.code and others.filter(code=agency.code).exists():
        raise StructureRefused(StructureWhyNot.CODE_TAKEN, (agency.code,))
    if agency.former_code and others.filter(former_code=agency.former_code).exists():
        raise StructureRefused(StructureWhyNot.CODE_TAKEN, (agency.former_code,))


def add_aliases(agency: Agency, names: dict[str, AliasKind]) -> None:
    """Note other names; those already noted are passed over. The search text follows."""
    AgencyAlias.objects.bulk_create(
        [
            AgencyAlias(agency=agency, name=name, kind=kind, folded=fold(name))
            for name, kind in names.items()
            if name != agency.name
        ],
        ignore_conflicts=True,
    )
    refresh_search(agency)


def refresh_search(agency: Agency) -> None:
    """Bring the search text up to date with names, aliases and codes."""
    names = AgencyAlias.objects.filter(agency=agency).order_by("pk").values_list("name", flat=True)
    folded = _search_text(agency, names)
    if folded != agency.folded:
        agency.folded = folded
        agency.save(update_fields=["folded"])


def keep_past(agency: Agency, change: ChangeKind, by: Decision) -> None:
    """Keep the name and the parent of the period that ends on the day before."""
    since = current_since(agency)
    check_change(life_of(agency), current_since=since, on=by.on)
    if by.on == since:
        return  # a second change on the same day: the period before it is kept already
    PastState.objects.create(
        agency=agency,
        change=change,
        name=agency.name,
        short_name=agency.short_name,
        parent_id=agency.parent_id,
        effective_from=since,
        effective_to=by.on - ONE_DAY,
        act=by.act,
    )


def move_under(agency: Agency, parent: Agency, by: Decision) -> None:
    """Let an agency belong to another parent from this day on, and announce it."""
    former_parent_id = agency.parent_id
    keep_past(agency, ChangeKind.MOVED, by)
    agency.parent = parent
    check_free(agency)
    agency.save(update_fields=["parent"])
    event = AgencyMoved(
        agency_id=agency.pk,
        agency_name=agency.name,
        from_parent_id=former_parent_id,
        to_parent_id=parent.pk,
        parent_name=parent.name,
        on=by.on,
        act=by.act,
    )
    by.announce(event)


def end(agency: Agency, *, on: date) -> None:
    """Write the last day: the one before. Raises StructureRefused."""
    check_end(life_of(agency), current_since=current_since(agency), on=on)
    agency.effective_to = on - ONE_DAY
    agency.save(update_fields=["effective_to"])


def check_no_children(agency: Agency, *, on: date) -> None:
    """Refuse that something which belongs to an ended agency lives on, with the list of it."""
    children = children_on(agency, on)
    if children:
        raise StructureRefused(StructureWhyNot.CHILDREN_LIVE, tuple(c.name for c in children))


def succeed(
    source: Agency, to: Agency | None, kind: SuccessionKind, by: Decision, *, with_work: bool
) -> Succession:
    """Write that one agency passed into another, and whether its open work went along."""
    return Succession.objects.create(
        predecessor=source,
        successor=to,
        kind=kind,
        on=by.on,
        act=by.act,
        inherits_open_work=with_work,
    )


def _search_text(agency: Agency, aliases: Iterable[str]) -> str:
    parts = [agency.name, agency.short_name, *aliases, agency.code, agency.former_code]
    return " | ".join(dict.fromkeys(fold(part) for part in parts if part))
