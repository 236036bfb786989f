"""What a list of work is narrowed to, from the address and back into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from django.db.models import F, Q

from cchc.modules.plans.models import Occurrence, Task
from cchc.modules.plans.models.occurrence import OccurrenceQuerySet
from cchc.modules.plans.models.tally import TallyQuerySet
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.pages import WorkFilter
from cchc.modules.plans.rules.areas import all_area_codes
from cchc.modules.plans.rules.kinds import Obligation
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.timeliness import DONE, FALLEN_DUE, Timeliness
from cchc.platform.access import Actor
from cchc.platform.text.folding import fold

FIELDS = {
    "year": "nam",
    "plan_id": "ke_hoach",
    "task_id": "nhiem_vu",
    "area": "linh_vuc",
    "agency_id": "co_quan",
    "obligation": "vai",
    "timeliness": "tt",
    "state": "trang_thai",
    "text": "tim",
    "mine": "cua_toi",
    "parts": "viec_con",
    "due_from": "tu",
    "due_until": "den",
    "sort": "xep",
}
"""The field of the filter and its name in the address."""

GROUPS: dict[str, frozenset[Timeliness]] = {
    "fallen_due": FALLEN_DUE,
    "done": DONE,
    "open": frozenset(Timeliness) - DONE - {Timeliness.NOT_COUNTED},
    "open_in_time": frozenset(Timeliness) - FALLEN_DUE - {Timeliness.NOT_COUNTED},
    "pending": frozenset({Timeliness.AWAITING}),
    "counted": frozenset(Timeliness) - {Timeliness.NOT_COUNTED},
}
SORTS = {
    "due": ("sorts_on", "id"),
    "-due": ("-sorts_on", "-id"),
    "agency": ("agency_id", "sorts_on", "id"),
}
_MOST_LETTERS = 200


def from_address(query: Mapping[str, str]) -> WorkFilter:
    """The filter that an address asks for; what makes no sense in it is left out."""
    text = {name: query.get(field, "").strip() for name, field in FIELDS.items()}
    return WorkFilter(
        year=_number(text["year"]),
        plan_id=_number(text["plan_id"]),
        task_id=_number(text["task_id"]),
        area=_one_of(text["area"], all_area_codes()),
        agency_id=_number(text["agency_id"]),
        obligation=_one_of(text["obligation"], tuple(Obligation)),
        timeliness=_one_of(text["timeliness"], (*Timeliness, *GROUPS)),
        state=_one_of(text["state"], tuple(State)),
        text=text["text"][:_MOST_LETTERS],
        mine=text["mine"] not in ("", "0"),
        parts=text["parts"] not in ("", "0"),
        due_from=_day(text["due_from"]),
        due_until=_day(text["due_until"]),
        sort=_one_of(text["sort"], tuple(SORTS)) or "due",
    )


def to_address(wanted: WorkFilter) -> str:
    """The query string of a filter: what figures open."""
    plain = {
        "sort": "" if wanted.sort == "due" else wanted.sort,
        "mine": "1" if wanted.mine else "",
        "parts": "1" if wanted.parts else "",
    }
    pairs = []
    for name, field in FIELDS.items():
        value = plain.get(name, getattr(wanted, name))
        if value:
            pairs.append((field, value.isoformat() if isinstance(value, date) else str(value)))
    return urlencode(pairs)


def is_tallied(wanted: WorkFilter) -> bool:
    """Whether the tallies know everything that the filter asks for."""
    asks_more = wanted.plan_id or wanted.task_id or wanted.text or wanted.parts
    return not (asks_more or wanted.due_from or wanted.due_until)


def narrow_tallies(tallies: TallyQuerySet, wanted: WorkFilter, actor: Actor) -> TallyQuerySet:
    """The tallies of what a filter leaves, when they know everything that it asks for."""
    tallies = tallies.filter(**_exact(wanted))
    return tallies.filter(agency_id__in=own_agencies(actor)) if wanted.mine else tallies


def listed(wanted: WorkFilter, actor: Actor) -> OccurrenceQuerySet:
    """What a list is of: the work of plans as the tallies count it, or what was handed down."""
    if wanted.parts:
        return Occurrence.objects.handed_down().visible_to(actor)
    return Occurrence.objects.listed_for(actor)


def narrow(work: OccurrenceQuerySet, wanted: WorkFilter, actor: Actor) -> OccurrenceQuerySet:
    """The occurrences that a filter leaves, whatever their timeliness and state."""
    work = work.filter(**_exact(wanted))
    if wanted.task_id:
        work = work.filter(task_id=wanted.task_id)
    if wanted.mine:
        work = work.filter(_own(wanted, actor))
    if wanted.due_from:
        work = work.filter(sorts_on__gte=wanted.due_from)
    if wanted.due_until:
        work = work.filter(sorts_on__lte=wanted.due_until)
    for word in fold(wanted.text).split():
        work = work.filter(task_id__in=Task.objects.filter(folded__contains=word).values("pk"))
    return work


def _exact(wanted: WorkFilter) -> dict[str, object]:
    """What must be equal, in occurrences and tallies alike."""
    exact = {
        "year": wanted.year,
        "plan_id": wanted.plan_id,
        "area_code": wanted.area,
        "agency_id": wanted.agency_id,
        "obligation": wanted.obligation,
    }
    return {name: value for name, value in exact.items() if value}


def _own(wanted: WorkFilter, actor: Actor) -> Q:
    """The actor's own: of parts also what they hold themselves, and no other person's work."""
    own = Q(agency_id__in=own_agencies(actor))
    if not wanted.parts:
        return own
    mine = Q(assignment__holder_id=actor.user_id)
    return mine | (own & ~Q(agency_id=F("issuer_id")))


def asked_timelinesses(wanted: WorkFilter) -> frozenset[Timeliness]:
    """How work may stand to be in the list."""
    if not wanted.timeliness:
        return frozenset(Timeliness)
    return GROUPS.get(wanted.timeliness) or frozenset({Timeliness(wanted.timeliness)})


def narrow_standing(work: OccurrenceQuerySet, wanted: WorkFilter) -> OccurrenceQuerySet:
    """Of these, the ones that stand as the filter asks."""
    if wanted.timeliness:
        work = work.filter(timeliness__in=sorted(asked_timelinesses(wanted)))
    if wanted.state:
        work = work.filter(Q(state=wanted.state))
    return work


def own_agencies(actor: Actor) -> frozenset[int]:
    """The agencies in which the actor does work."""
    own = actor.scope_of(Permission.HAND_IN).agencies
    return own | ({actor.agency_id} if actor.agency_id is not None else frozenset())


def without(wanted: WorkFilter, name: str) -> WorkFilter:
    """The filter with one part taken away."""
    return replace(wanted, **{name: getattr(WorkFilter(), name)})


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None


def _one_of(text: str, known: tuple[str, ...]) -> str:
    return text if text in known else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
