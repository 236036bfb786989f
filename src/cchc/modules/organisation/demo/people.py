"""The people of the demo province: in every role of every agency, deterministic by a seed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from random import Random

from django.conf import settings

from cchc.modules.organisation.demo.names import Names
from cchc.modules.organisation.demo.staff import (
    Seat,
    late_seats,
    named_seats,
    seats_of,
    suffix_of,
)
from cchc.modules.organisation.models import Agency, Person, RoleAssignment
from cchc.modules.organisation.operations.delegations import delegate_role
from cchc.modules.organisation.operations.people import Details, FirstPost
from cchc.modules.organisation.operations.people_in_bulk import NewPerson, RoleToGive, bring_in
from cchc.modules.organisation.queries.actors import actor_of
from cchc.modules.organisation.queries.quick_people import quick_people
from cchc.modules.organisation.rules.kinds import AgencyKind, Level, PostKind, RoleCode
from cchc.modules.organisation.rules.names import free_username
from cchc.platform import clock
from cchc.platform.access import SYSTEM

SEED = 2019
FIRST_DAY = date(2014, 3, 1)
DAYS_OF_ARRIVAL = 1500
DOMAIN = "senhong.example"
"""Mail to the invented people goes nowhere."""
AWAY = "Sở Tư pháp"
"""Its head is away in the week of the demo; the deputy acts on the head's behalf."""


def build(now: datetime) -> None:
    """Bring everybody in with one hashed password; nothing happens when somebody is there."""
    if Person.objects.exists():
        return
    people = list(_people(now.date()))
    bring_in(
        people=people,
        source="dữ liệu trình diễn",
        password=settings.CCHC_DEMO_PASSWORD,
        is_temporary=False,
        actor=SYSTEM,
        now=now,
    )
    _delegate(now)


def sign_in_lines() -> list[str]:
    """Whom one may sign in as, for `cchc demo`: role, name, user name; the password is the same."""
    roles = quick_people(on=clock.today())
    usernames = dict(
        Person.objects.filter(
            pk__in=[person.id for role in roles for person in role.people[:1]]
        ).values_list("pk", "username")
    )
    lines = [
        f"{role.name}: {role.people[0].full_name} – {usernames[role.people[0].id]}"
        for role in roles
    ]
    return [*lines, f"Mật khẩu chung: {settings.CCHC_DEMO_PASSWORD}"]


def _people(today: date) -> Iterator[NewPerson]:
    random = Random(SEED)  # noqa: S311 - invented people, not secrets
    names = Names(random)
    agencies = list(Agency.objects.living_on(today).select_related("parent").in_order())
    seats = list(_seats(agencies))
    for seat in seats:
        if seat.full_name:
            names.reserve(seat.full_name)
    by_id = {agency.pk: agency for agency in agencies}
    taken: set[str] = set()
    for seat in seats:
        yield _person(seat, by_id[seat.agency_id], names, taken)


def _seats(agencies: list[Agency]) -> Iterator[Seat]:
    """The named people first, then every agency in its order."""
    yield from named_seats({agency.name: agency for agency in agencies})
    divisions: dict[int | None, list[Agency]] = defaultdict(list)
    for agency in agencies:
        if agency.kind == AgencyKind.DIVISION:
            divisions[agency.parent_id].append(agency)
    for agency in _staffed(agencies):
        yield from seats_of(agency, divisions[agency.pk])
    yield from late_seats({agency.name: agency for agency in agencies})


def _staffed(agencies: Iterable[Agency]) -> Iterator[Agency]:
    """Agencies with a seal of their own; the provincial committee has its leaders by name."""
    for agency in agencies:
        is_committee = agency.level == Level.PROVINCE and (
            agency.kind == AgencyKind.PEOPLES_COMMITTEE
        )
        outside = (AgencyKind.DIVISION, AgencyKind.PARTY_OR_MASS_BODY)
        if not is_committee and agency.kind not in outside:
            yield agency


def _person(seat: Seat, agency: Agency, names: Names, taken: set[str]) -> NewPerson:
    if seat.full_name:
        full_name, address = seat.full_name, seat.form_of_address
    else:
        full_name, address = names.draw()
    home = agency.parent if agency.kind == AgencyKind.DIVISION and agency.parent else agency
    username = free_username(full_name, suffix=suffix_of(home), taken=taken)
    taken.add(username)
    arrived = FIRST_DAY + timedelta(days=names.random.randrange(DAYS_OF_ARRIVAL))
    role = (
        (RoleToGive(seat.role, seat.role_agency_id, seat.with_sub_agencies),) if seat.role else ()
    )
    return NewPerson(
        Details(
            full_name=full_name,
            username=username,
            email=f"{username}@{DOMAIN}",
            form_of_address=address,
        ),
        FirstPost(
            agency_id=seat.agency_id,
            kind=seat.kind,
            title=seat.title,
            held_from=max(arrived, agency.effective_from),
        ),
        role,
    )


def _delegate(now: datetime) -> None:
    """The head of one department is away this week, and delegated to the deputy."""
    own = RoleAssignment.objects.get(role=RoleCode.AGENCY_HEAD, agency__name=AWAY)
    deputy = Person.objects.get(posts__agency__name=AWAY, posts__kind=PostKind.DEPUTY_HEAD)
    today = now.date()
    delegate_role(
        assignment_id=own.pk,
        to_person_id=deputy.pk,
        valid_from=today - timedelta(days=1),
        valid_until=today + timedelta(days=4),
        reason="Giám đốc tham gia đoàn kiểm tra của Bộ Tư pháp",
        actor=actor_of(own.person_id, today),
        now=now,
    )
