"""The table of heads and the sheet of one: own days only, open to rows, in the official form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from io import BytesIO

import pdfplumber
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cchc.modules.dashboards.queries.head_pages import PeriodAsked
from cchc.modules.dashboards.queries.head_sheet import head_sheet
from cchc.modules.dashboards.queries.heads import heads_page
from cchc.modules.figures.public import Cut, value_of
from cchc.modules.organisation.models import Person, Post
from cchc.modules.organisation.public import PostKind
from cchc.modules.plans.models import Plan
from cchc.modules.plans.operations.reckon_states import reckon_states
from cchc.platform.access import SYSTEM, AccessDenied, NotVisible
from tests.figures.lives import live
from tests.plans.world import PlansWorld

YEAR = PeriodAsked("Năm 2019", "2019", 2019, date(2019, 1, 1), date(2019, 12, 31))
CHANGED_ON = date(2019, 4, 1)


@pytest.fixture
def world(db: None) -> PlansWorld:
    """The small province, before any plan."""
    return PlansWorld()


@pytest.fixture
def lived(world: PlansWorld) -> Plan:
    """A generated year; the head of Sở Tư pháp changed on the first of April."""
    plan = live(world)
    reckon_states(actor=SYSTEM, now=world.now)
    return plan


def change_head(world: PlansWorld) -> Person:
    """The head's post passes to the deputy in the middle of the year."""
    Post.objects.filter(person=world.head, kind=PostKind.HEAD).update(held_until=date(2019, 3, 31))
    Post.objects.create(
        person=world.deputy,
        agency=world.department,
        kind=PostKind.HEAD,
        title="Giám đốc",
        is_main=False,
        held_from=CHANGED_ON,
    )
    return world.deputy


def test_the_table_has_the_numbers_of_the_agency(world: PlansWorld, lived: Plan) -> None:
    actor = world.actor(world.operator)
    page = heads_page(period=YEAR, actor=actor, today=world.today)

    row = next(row for row in page.rows if row.agency_id == world.department.pk)
    assert row.head.full_name == world.head.full_name
    cut = Cut(year=2019, agency_ids=frozenset({world.department.pk}))
    for figure in page.figures:
        own = value_of(figure.code, cut, actor=actor, today=world.today)
        assert row.amount(figure.code) in (own.amount, None)
        if own.denominator:
            assert row.values[figure.code] == own


def test_two_heads_share_the_work_by_the_days_of_their_office(
    world: PlansWorld, lived: Plan
) -> None:
    before = heads_page(period=YEAR, actor=world.actor(world.leader), today=world.today)
    whole = next(row for row in before.rows if row.agency_id == world.department.pk)
    deputy = change_head(world)

    page = heads_page(period=YEAR, actor=world.actor(world.leader), today=world.today)
    first, second = (row for row in page.rows if row.agency_id == world.department.pk)
    assert (first.head.full_name, second.head.full_name) == (
        world.head.full_name,
        deputy.full_name,
    )
    for code in ("plans.fallen_due", "plans.overdue"):
        shared = (first.amount(code) or 0) + (second.amount(code) or 0)
        assert shared == whole.amount(code)


def test_the_sheet_of_a_head_who_took_over_says_what_was_found(
    world: PlansWorld, lived: Plan
) -> None:
    deputy = change_head(world)
    actor = world.actor(world.head)
    agency_id = world.department.pk

    late = head_sheet(agency_id=agency_id, period=YEAR, actor=actor, today=world.today)
    assert late.head.person_id == deputy.pk
    assert late.days_words == "từ 01/04/2019 đến 31/12/2019"
    before = Cut(year=2019, agency_ids=frozenset({agency_id}), until=date(2019, 3, 31))
    found = value_of("plans.overdue", before, actor=actor, today=world.today)
    assert late.inherited_count == found.amount
    early = head_sheet(
        agency_id=agency_id,
        period=YEAR,
        actor=actor,
        today=world.today,
        person_id=world.head.pk,
    )
    assert early.head.person_id == world.head.pk
    assert early.inherited_count == 0


def test_the_sheet_stands_beside_its_group_and_its_quarters(world: PlansWorld, lived: Plan) -> None:
    sheet = head_sheet(
        agency_id=world.department.pk,
        period=YEAR,
        actor=world.actor(world.head),
        today=world.today,
    )

    assert sheet.group_size == 3
    lines = {line.figure.code: line for line in sheet.lines}
    assert lines["plans.given"].middle
    assert [line.name for line in sheet.history][:3] == [
        "Quý I/2019",
        "Quý II/2019",
        "Quý III/2019",
    ]
    assert sheet.history[0].head_names == world.head.full_name


def test_who_may_not_know_of_an_agency_sees_no_sheet(world: PlansWorld, lived: Plan) -> None:
    asked = {"agency_id": world.department.pk, "period": YEAR, "today": world.today}
    for person in (world.stranger, world.nobody_special, world.administrator):
        with pytest.raises(NotVisible):
            head_sheet(actor=world.actor(person), **asked)  # type: ignore[arg-type]
    with pytest.raises(NotVisible):
        head_sheet(agency_id=0, period=YEAR, actor=world.actor(world.leader), today=world.today)
    with pytest.raises(AccessDenied):
        heads_page(period=YEAR, actor=world.actor(world.administrator), today=world.today)
    own = heads_page(period=YEAR, actor=world.actor(world.officer), today=world.today)
    assert {row.agency_id for row in own.rows} == {world.department.pk}


def test_the_table_sorts_by_any_number(world: PlansWorld, lived: Plan) -> None:
    actor = world.actor(world.operator)
    for sort in ("plans.overdue", "-plans.overdue", "nonsense"):
        page = heads_page(period=YEAR, actor=actor, today=world.today, sort=sort)
        amounts = [row.amount("plans.overdue") for row in page.rows]
        known = [amount for amount in amounts if amount is not None]
        if sort != "nonsense":
            assert known == sorted(known, reverse=sort.startswith("-"))


def test_pages_and_paper_through_the_web(
    world: PlansWorld, lived: Plan, clock_stands_at: Callable[..., None]
) -> None:
    clock_stands_at(world.today, time(9))
    change_head(world)
    client = Client()
    client.force_login(world.operator)

    with CaptureQueriesContext(connection) as queries:
        table = client.get("/trach-nhiem/", {"ky": "2019", "xep": "-plans.overdue"})
    assert table.status_code == 200
    assert len(queries) <= 45
    assert "Nguyễn Hữu Đức" in table.content.decode()
    sheet = client.get(f"/trach-nhiem/{world.department.pk}/", {"ky": "2019"})
    text = sheet.content.decode()
    assert "Cao Thị Yến" in text
    assert "/so-lieu/plans.overdue/chi-tiet/?ky=2019&amp;co_quan=" in text
    assert client.get("/trach-nhiem/xuat.xlsx").status_code == 200
    paper = client.get(f"/trach-nhiem/{world.department.pk}/phieu.pdf", {"ky": "2019-Q3"})
    assert paper["Content-Type"] == "application/pdf"
    with pdfplumber.open(BytesIO(paper.content)) as pdf:
        printed = "\n".join(page.extract_text() for page in pdf.pages)
    assert "PHIẾU TRÁCH NHIỆM NGƯỜI ĐỨNG ĐẦU" in printed
    assert "Cao Thị Yến" in printed
    assert "Quý III/2019" in printed
