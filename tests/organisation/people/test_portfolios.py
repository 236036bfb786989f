"""Leaders of the province in charge of agencies: dated, one at a time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cchc.modules.organisation.models import Person, Portfolio
from cchc.modules.organisation.operations.portfolios import end_portfolio, put_in_charge
from cchc.modules.organisation.public import leader_in_charge
from cchc.modules.organisation.queries.portfolios import portfolio_page
from cchc.modules.organisation.rules.kinds import PostKind, RoleCode
from cchc.modules.organisation.rules.portfolios import PortfolioRefused, PortfolioWhyNot
from cchc.platform.access import AccessDenied, NotVisible
from cchc.platform.audit.models import Entry
from tests.worlds import World

SINCE = date(2019, 9, 1)


@pytest.fixture
def vice(world: World) -> Person:
    return world.person(
        "Đoàn Thị Thu Hiền",
        "hiendtt",
        at=world.committee,
        post=PostKind.DEPUTY_HEAD,
        role=RoleCode.PROVINCIAL_LEADER,
    )


def charge(world: World, leader: Person, *agencies: int, on: date = SINCE) -> list[Portfolio]:
    return put_in_charge(
        leader_id=leader.pk,
        agency_ids=agencies,
        effective_from=on,
        act="Thông báo số 02/TB-UBND",
        actor=world.actor(world.operator),
        now=world.now,
    )


def test_a_leader_is_in_charge_from_the_day_and_of_what_is_below(world: World, vice: Person):
    charge(world, vice, world.department.pk, world.district.pk)

    for agency in (world.department, world.division, world.district, world.communes[0]):
        found = leader_in_charge(agency.pk, SINCE)
        assert found is not None
        assert found.full_name == vice.full_name
    assert leader_in_charge(world.department.pk, SINCE - timedelta(days=1)) is None
    assert leader_in_charge(world.home_affairs.pk, SINCE) is None
    assert Entry.objects.latest("pk").event == "organisation.portfolio.given"


def test_a_new_leader_takes_over_and_the_past_stays(world: World, vice: Person):
    charge(world, vice, world.department.pk)
    charge(world, world.leader, world.department.pk, on=date(2019, 10, 1))

    before = leader_in_charge(world.department.pk, date(2019, 9, 30))
    after = leader_in_charge(world.department.pk, date(2019, 10, 1))
    assert before is not None
    assert after is not None
    assert (before.id, after.id) == (vice.pk, world.leader.pk)


def test_a_charge_ends_after_a_day(world: World, vice: Person):
    row = charge(world, vice, world.department.pk)[0]
    operator = {"actor": world.actor(world.operator), "now": world.now}

    with pytest.raises(PortfolioRefused) as early:
        end_portfolio(portfolio_id=row.pk, on=date(2019, 8, 1), **operator)
    end_portfolio(portfolio_id=row.pk, on=date(2019, 10, 20), **operator)
    with pytest.raises(PortfolioRefused) as again:
        end_portfolio(portfolio_id=row.pk, on=date(2019, 10, 25), **operator)

    assert early.value.why is PortfolioWhyNot.ENDS_BEFORE_IT_BEGINS
    assert again.value.why is PortfolioWhyNot.NOTHING_CHANGES
    assert leader_in_charge(world.department.pk, date(2019, 10, 21)) is None


def test_refusals_of_a_charge(world: World, vice: Person):
    charge(world, vice, world.department.pk)
    tries = [
        (world.head, [world.department.pk], SINCE, PortfolioWhyNot.NOT_A_LEADER),
        (vice, [], SINCE, PortfolioWhyNot.NO_AGENCY),
        (vice, [0], SINCE, PortfolioWhyNot.NOT_LIVING),
        (vice, [world.department.pk], date(2019, 10, 1), PortfolioWhyNot.NOTHING_CHANGES),
        (world.leader, [world.department.pk], date(2019, 8, 1), PortfolioWhyNot.LATER_CHARGE),
    ]
    for leader, agencies, on, why in tries:
        with pytest.raises(PortfolioRefused) as refused:
            charge(world, leader, *agencies, on=on)
        assert refused.value.why is why


def test_only_operators_put_in_charge(world: World, vice: Person):
    by_head = {"actor": world.actor(world.head), "now": world.now}
    row = charge(world, vice, world.department.pk)[0]

    with pytest.raises(AccessDenied):
        put_in_charge(
            leader_id=vice.pk, agency_ids=[world.home_affairs.pk], effective_from=SINCE, **by_head
        )
    with pytest.raises(AccessDenied):
        end_portfolio(portfolio_id=row.pk, on=world.today, **by_head)
    with pytest.raises(NotVisible):
        end_portfolio(
            portfolio_id=0, on=world.today, actor=world.actor(world.operator), now=world.now
        )


def test_the_page_names_leaders_and_what_nobody_has(world: World, vice: Person):
    charge(world, vice, world.department.pk)

    page = portfolio_page(actor=world.actor(world.operator), on=world.today)

    assert [leader.full_name for leader in page.leaders] == [world.leader.full_name, vice.full_name]
    assert [one.agency_name for one in page.leaders[1].charges] == ["Sở Tư pháp"]
    assert "Sở Nội vụ" in {card.name for card in page.unassigned}
    assert page.may_manage
