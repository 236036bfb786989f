"""Groups, special days and hours, and what is made of them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from cchc.modules.organisation.models import AgencyGroup, AgencyHours, SpecialDay
from cchc.modules.organisation.operations.calendars import (
    remove_special_day,
    set_hours,
    set_special_days,
)
from cchc.modules.organisation.operations.groups import (
    add_standard_groups,
    change_group,
    create_group,
    set_group_member,
    unset_group_member,
)
from cchc.modules.organisation.queries.calendars import working_calendar
from cchc.modules.organisation.queries.groups import (
    NoSuchGroup,
    expand_all,
    expand_group,
    groups,
)
from cchc.modules.organisation.rules.groups import STANDARD_GROUPS, GroupRule
from cchc.modules.organisation.rules.hours import Opening
from cchc.modules.organisation.rules.kinds import AgencyKind, Level, SpecialDayKind
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.platform.access import AccessDenied, Actor, NotVisible
from cchc.platform.audit.models import Entry
from cchc.platform.calendar import is_working_day
from cchc.platform.clock import VIETNAM
from tests.organisation.agencies.stories import LAST_OF_FEBRUARY, MARCH
from tests.worlds import TODAY, World

W = StructureWhyNot
PRESS = GroupRule(
    "BAO_CHI",
    " Báo  chí ",
    frozenset({AgencyKind.PRESS}),
    frozenset({Level.PROVINCE}),
    aliases=("Báo, đài", "Báo, đài", " "),
)


# --- groups ---


def test_the_standard_groups_are_defined_once(world: World, operator: Actor) -> None:
    assert add_standard_groups(actor=operator, now=world.now) == len(STANDARD_GROUPS)
    assert add_standard_groups(actor=operator, now=world.now) == 0
    assert [each.code for each in groups()] == [rule.code for rule in STANDARD_GROUPS]


def test_a_group_is_defined_and_changed(world: World, operator: Actor) -> None:
    group = create_group(PRESS, actor=operator, now=world.now)
    assert (group.name, group.aliases) == ("Báo chí", ["Báo, đài"])

    changed = GroupRule("BAO_CHI", "Báo chí tỉnh", is_open=True)
    change_group(changed, actor=operator, now=world.now)
    group.refresh_from_db()
    assert (group.name, group.is_open, group.kinds) == ("Báo chí tỉnh", True, [])
    assert expand_group("BAO_CHI", TODAY) == []


def test_a_code_is_used_once_and_must_exist_to_be_changed(world: World, operator: Actor) -> None:
    create_group(PRESS, actor=operator, now=world.now)

    with pytest.raises(StructureRefused) as refused:
        create_group(PRESS, actor=operator, now=world.now)
    assert refused.value.why is W.GROUP_CODE_TAKEN
    with pytest.raises(NotVisible):
        change_group(GroupRule("KHAC", "Khác"), actor=operator, now=world.now)
    with pytest.raises(NoSuchGroup):
        expand_group("KHAC", TODAY)


def test_only_who_manages_agencies_everywhere_manages_groups(world: World) -> None:
    with pytest.raises(AccessDenied):
        create_group(PRESS, actor=world.actor(world.head), now=world.now)


@pytest.fixture
def departments(world: World, operator: Actor) -> AgencyGroup:
    """The group of the departments."""
    rule = next(rule for rule in STANDARD_GROUPS if rule.code == "SO_NGANH")
    return create_group(rule, actor=operator, now=world.now)


def names(code: str, on: date) -> list[str]:
    return [card.name for card in expand_group(code, on)]


def test_a_group_has_the_members_of_the_day(
    world: World, operator: Actor, departments: AgencyGroup
) -> None:
    set_group_member(
        code="SO_NGANH",
        agency_id=world.department.pk,
        is_excluded=True,
        on=MARCH,
        actor=operator,
        now=world.now,
    )
    set_group_member(
        code="SO_NGANH",
        agency_id=world.district.pk,
        is_excluded=False,
        on=MARCH,
        until=MARCH,
        actor=operator,
        now=world.now,
    )

    assert names("SO_NGANH", LAST_OF_FEBRUARY) == ["Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính"]
    assert names("SO_NGANH", MARCH) == ["Sở Nội vụ", "Sở Tài chính", "UBND huyện Đầm Sen"]
    assert names("SO_NGANH", date(2020, 3, 2)) == ["Sở Nội vụ", "Sở Tài chính"]
    assert [card.name for card in expand_all(MARCH)["SO_NGANH"]] == names("SO_NGANH", MARCH)


def test_an_entry_ends_or_is_deleted_when_it_had_not_begun(
    world: World, operator: Actor, departments: AgencyGroup
) -> None:
    member = set_group_member(
        code="SO_NGANH",
        agency_id=world.department.pk,
        is_excluded=True,
        on=date(2019, 1, 1),
        actor=operator,
        now=world.now,
    )
    unset_group_member(member_id=member.pk, on=MARCH, actor=operator, now=world.now)
    assert "Sở Tư pháp" not in names("SO_NGANH", LAST_OF_FEBRUARY)
    assert "Sở Tư pháp" in names("SO_NGANH", MARCH)

    unset_group_member(member_id=member.pk, on=date(2019, 1, 1), actor=operator, now=world.now)
    assert "Sở Tư pháp" in names("SO_NGANH", LAST_OF_FEBRUARY)
    with pytest.raises(NotVisible):
        unset_group_member(member_id=member.pk, on=MARCH, actor=operator, now=world.now)


def test_entries_of_one_agency_do_not_overlap(
    world: World, operator: Actor, departments: AgencyGroup
) -> None:
    def put(on: date, until: date | None = None) -> StructureWhyNot | None:
        try:
            set_group_member(
                code="SO_NGANH",
                agency_id=world.department.pk,
                is_excluded=True,
                on=on,
                until=until,
                actor=operator,
                now=world.now,
            )
        except StructureRefused as refused:
            return refused.why
        return None

    assert put(MARCH) is None
    assert put(date(2021, 1, 1)) is W.MEMBER_ALREADY
    assert put(date(2019, 1, 1), until=MARCH) is W.MEMBER_ALREADY
    assert put(date(2019, 1, 1), until=date(2018, 1, 1)) is W.ENDS_BEFORE_IT_BEGINS
    assert put(date(2019, 1, 1), until=LAST_OF_FEBRUARY) is None


def test_an_open_group_has_no_members_of_its_own(world: World, operator: Actor) -> None:
    create_group(GroupRule("MO", "Nhóm mở", is_open=True), actor=operator, now=world.now)

    with pytest.raises(StructureRefused) as refused:
        set_group_member(
            code="MO",
            agency_id=world.department.pk,
            is_excluded=False,
            on=MARCH,
            actor=operator,
            now=world.now,
        )

    assert refused.value.why is W.OPEN_GROUP_WITH_RULE


# --- special days ---


def close(
    world: World,
    actor: Actor,
    first: date,
    last: date | None = None,
    *,
    at: int | None = None,
    kind: SpecialDayKind = SpecialDayKind.CLOSED,
    reason: str = "Lụt",
) -> list[SpecialDay]:
    return set_special_days(
        first=first,
        last=last,
        kind=kind,
        reason=reason,
        agency_id=at,
        actor=actor,
        now=world.now,
    )


MONDAY, TUESDAY = date(2019, 10, 21), date(2019, 10, 22)


def test_a_closure_of_one_agency_closes_what_belongs_to_it(world: World, operator: Actor) -> None:
    close(world, operator, MONDAY, TUESDAY, at=world.department.pk)

    assert not is_working_day(working_calendar(world.division.pk), MONDAY)
    assert not is_working_day(working_calendar(world.department.pk), TUESDAY)
    assert is_working_day(working_calendar(world.other_department.pk), MONDAY)
    assert is_working_day(working_calendar(None), MONDAY)


def test_the_nearest_decision_about_a_day_counts(world: World, operator: Actor) -> None:
    close(world, operator, MONDAY)
    close(world, operator, MONDAY, at=world.department.pk, kind=SpecialDayKind.WORKING)

    assert not is_working_day(working_calendar(None), MONDAY)
    assert is_working_day(working_calendar(world.division.pk), MONDAY)


def test_a_day_taken_back_follows_the_rule_and_the_version_says_so(
    world: World, operator: Actor
) -> None:
    before = working_calendar(None).version
    (day,) = close(world, operator, MONDAY)
    assert working_calendar(None).version != before

    remove_special_day(special_day_id=day.pk, actor=operator, now=world.now)
    assert working_calendar(None).version == before
    with pytest.raises(NotVisible):
        remove_special_day(special_day_id=day.pk, actor=operator, now=world.now)
    assert list(Entry.objects.order_by("pk").values_list("event", flat=True)) == [
        "organisation.calendar.day_set",
        "organisation.calendar.day_removed",
    ]


@pytest.mark.parametrize(
    ("first", "last", "reason", "why"),
    [
        (MONDAY, None, " ", W.REASON_EMPTY),
        (TUESDAY, MONDAY, "Lụt", W.DAYS_BACKWARDS),
        (MONDAY, date(2020, 10, 21), "Lụt", W.DAYS_BACKWARDS),
        (date(2019, 10, 17), MONDAY, "Lụt", W.DAY_ALREADY_SPECIAL),
    ],
)
def test_a_closure_that_cannot_be(
    world: World,
    operator: Actor,
    first: date,
    last: date | None,
    reason: str,
    why: StructureWhyNot,
) -> None:
    close(world, operator, date(2019, 10, 18))

    with pytest.raises(StructureRefused) as refused:
        close(world, operator, first, last, reason=reason)

    assert refused.value.why is why


def test_calendars_are_managed_by_who_may(world: World, operator: Actor) -> None:
    (day,) = close(world, operator, MONDAY)
    stranger = world.actor(world.stranger)

    with pytest.raises(AccessDenied):
        close(world, stranger, TUESDAY)
    with pytest.raises(AccessDenied):
        remove_special_day(special_day_id=day.pk, actor=stranger, now=world.now)
    with pytest.raises(NotVisible):
        close(world, operator, TUESDAY, at=0)


# --- hours ---


def opening(weekday: int, opens: int, closes: int) -> Opening:
    return Opening(weekday, time(opens), time(closes))


def keep(
    world: World,
    actor: Actor,
    *openings: Opening,
    since: date = TODAY,
    at: int | None = None,
    now: datetime | None = None,
) -> None:
    set_hours(
        week={index: [each] for index, each in enumerate(openings)},
        effective_from=since,
        agency_id=at,
        actor=actor,
        now=now or world.now,
    )


SATURDAY = date(2019, 10, 19)


def test_hours_of_one_agency_hold_for_what_belongs_to_it_from_their_day_on(
    world: World, operator: Actor
) -> None:
    keep(world, operator, opening(5, 7, 11), since=TODAY, at=world.department.pk)

    mine = working_calendar(world.division.pk)
    assert is_working_day(mine, SATURDAY)
    assert not is_working_day(mine, MONDAY)
    assert is_working_day(mine, date(2019, 10, 14))
    assert not is_working_day(working_calendar(None), SATURDAY)


def test_new_hours_end_the_old_ones_and_replace_those_to_come(
    world: World, operator: Actor
) -> None:
    keep(world, operator, opening(0, 7, 11), since=date(2018, 1, 1))
    keep(world, operator, opening(1, 7, 11), since=date(2019, 12, 1))
    keep(world, operator, opening(2, 7, 11), since=date(2019, 11, 1))

    rows = AgencyHours.objects.order_by("effective_from")
    assert [(row.weekday, row.effective_to) for row in rows] == [
        (0, date(2019, 10, 31)),
        (2, None),
    ]
    last = Entry.objects.latest("pk").data
    assert last["hours"] == "Thứ tư 07:00–11:00"


def test_hours_of_the_past_are_not_changed(world: World, operator: Actor) -> None:
    keep(world, operator, opening(0, 7, 11), since=date(2018, 1, 1))

    with pytest.raises(StructureRefused) as refused:
        keep(world, operator, opening(1, 7, 11), since=date(2019, 1, 1))

    assert refused.value.why is W.HOURS_IN_THE_PAST


def test_an_agency_may_go_back_to_the_hours_above_it(world: World, operator: Actor) -> None:
    keep(world, operator, opening(5, 7, 11), at=world.department.pk)
    keep(
        world,
        operator,
        since=date(2020, 1, 1),
        at=world.department.pk,
        now=datetime(2019, 12, 1, tzinfo=VIETNAM),
    )

    mine = working_calendar(world.department.pk)
    assert is_working_day(mine, date(2019, 12, 28))
    assert not is_working_day(mine, date(2020, 1, 4))
    assert is_working_day(mine, date(2020, 1, 6))
    with pytest.raises(StructureRefused) as refused:
        keep(world, operator)
    assert refused.value.why is W.NO_WORKING_HOURS
