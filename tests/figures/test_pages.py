"""The catalogue, a figure opened to its rows, numbers kept for reports, targets measured."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from io import BytesIO

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from cchc.modules.figures.models import FigureSnapshot
from cchc.modules.figures.operations.freeze import freeze
from cchc.modules.figures.public import (
    Cut,
    Dimension,
    NotCutSo,
    every_row_of,
    series_of,
    value_of,
)
from cchc.modules.figures.queries.snapshots import snapshot_lines, snapshot_page
from cchc.modules.figures.rules.refusals import FreezeRefused
from cchc.modules.organisation.models import Person
from cchc.modules.plans.models import Occurrence, Plan
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.correct_draft import add_target
from cchc.modules.plans.operations.link_rows import bind_target
from cchc.modules.plans.queries.plan_page import plan_page
from cchc.platform.access import AccessDenied, NotVisible
from tests.plans.world import FILM, GIVEN, PlansWorld, said

YEAR = Cut(year=2019)


@pytest.fixture
def visit(clock_stands_at: Callable[..., None], world: PlansWorld) -> Callable[..., str]:
    """Open a page as somebody; the text of the answer, which must be a page."""
    clock_stands_at(world.today, time(9))

    def open_page(person: Person, address: str, status: int = 200) -> str:
        client = Client()
        client.force_login(person)
        response = client.get(address)
        assert response.status_code == status, (address, response.status_code)
        return response.content.decode()

    return open_page


def rows_of_sheet(person: Person, address: str) -> list[list[object]]:
    client = Client()
    client.force_login(person)
    response = client.get(address)
    assert response.status_code == 200
    content = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()


def test_the_catalogue_opens_down_to_a_task(
    world: PlansWorld, lived: Plan, visit: Callable[..., str]
) -> None:
    actor = world.actor(world.operator)
    overdue = value_of("plans.overdue", YEAR, actor=actor, today=world.today)

    catalogue = visit(world.operator, "/so-lieu/?ky=2019")
    assert f"<b>{overdue.amount}</b>" in catalogue
    assert 'href="/so-lieu/plans.overdue/?ky=2019"' in catalogue
    figure = visit(world.operator, f"/so-lieu/plans.overdue/?ky=2019&co_quan={world.department.pk}")
    assert "Cách tính" in figure
    assert "Sở Tư pháp" in figure
    way = re.search(r'href="(/so-lieu/plans.overdue/chi-tiet/\?[^"]*tu=2019-[^"]*)"', figure)
    assert way is not None
    rows = visit(world.operator, way[1].replace("&amp;", "&"))
    task = re.search(r'href="(/nhiem-vu/\d+/\?ky=\d+)"', rows)
    assert task is not None
    visit(world.operator, task[1])


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?ky=2019-Q3&theo=AREA&vai=LEAD",
        "?ky=moi-nam&theo=SOURCE",
        "?ky=2019&cap=PROVINCE&theo=OBLIGATION&tinh_theo=giao",
        "?ky=2019&linh_vuc=-&khong_han=1",
        "?ky=xx&co_quan=abc&van_ban=-1&theo=nonsense&tu=2019-99-99&phan=x",
    ],
)
def test_every_figure_has_its_page_however_it_is_asked(
    world: PlansWorld, lived: Plan, visit: Callable[..., str], query: str
) -> None:
    for code in (
        "plans.given",
        "plans.on_time_rate",
        "plans.working_days_late",
        "plans.returned_proofs",
        "plans.extensions_asked",
        "plans.acknowledge_hours",
        "plans.acknowledged_rate",
        "plans.entry_days",
    ):
        visit(world.operator, f"/so-lieu/{code}/{query}")
        visit(world.head, f"/so-lieu/{code}/chi-tiet/{query}")
    visit(world.stranger, f"/so-lieu/{query}")


def test_what_a_figure_cannot_be_cut_by_is_said(
    world: PlansWorld, lived: Plan, visit: Callable[..., str]
) -> None:
    page = visit(world.operator, "/so-lieu/plans.entry_days/?ky=2019&linh_vuc=DIGITAL")

    assert "không tách được theo lĩnh vực" in page
    with pytest.raises(NotCutSo):
        value_of(
            "plans.entry_days",
            Cut(area="DIGITAL"),
            actor=world.actor(world.operator),
            today=world.today,
        )
    with pytest.raises(NotCutSo):
        series_of(
            "plans.entry_days",
            YEAR,
            Dimension.AREA,
            actor=world.actor(world.operator),
            today=world.today,
        )


def test_an_unknown_figure_is_not_found(world: PlansWorld, visit: Callable[..., str]) -> None:
    visit(world.operator, "/so-lieu/khong.co/", 404)
    visit(world.operator, "/so-lieu/khong.co/chi-tiet/", 404)


def test_a_page_costs_few_queries(
    world: PlansWorld, lived: Plan, clock_stands_at: Callable[..., None]
) -> None:
    clock_stands_at(world.today, time(9))
    client = Client()
    client.force_login(world.operator)
    bounds = {
        "/so-lieu/": 24,
        "/so-lieu/plans.overdue/": 22,
        "/so-lieu/plans.overdue/chi-tiet/": 22,
    }
    for address, bound in bounds.items():
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        assert len(queries) <= bound, [query["sql"][:90] for query in queries]


def test_exports_hold_what_is_seen(
    world: PlansWorld, lived: Plan, clock_stands_at: Callable[..., None]
) -> None:
    clock_stands_at(world.today, time(9))
    actor = world.actor(world.operator)
    rows = list(every_row_of("plans.given", YEAR, actor=actor, today=world.today))

    sheet = rows_of_sheet(world.operator, "/so-lieu/plans.given/chi-tiet/xuat.xlsx?ky=2019")
    assert len(sheet) >= len(rows)
    assert any("Báo cáo kết quả giải quyết hồ sơ" in str(cell) for row in sheet for cell in row)
    catalogue = rows_of_sheet(world.operator, "/so-lieu/xuat.xlsx?ky=2019")
    assert any("Tỷ lệ hoàn thành đúng hạn" in row for row in catalogue)
    table = rows_of_sheet(world.operator, "/so-lieu/plans.on_time_rate/xuat.xlsx?ky=2019")
    assert any("Sở Tư pháp" in row for row in table)


def test_a_number_that_was_kept_opens_to_its_rows_for_ever(world: PlansWorld, lived: Plan) -> None:
    operator = world.actor(world.operator)
    kept = freeze(
        code="plans.on_time_rate",
        cut=YEAR,
        reason=" Báo cáo quý III ",
        actor=operator,
        now=world.now,
    )
    before = snapshot_page(snapshot_id=kept.pk, page=1, actor=operator, today=world.today)
    Occurrence.objects.filter(timeliness="OVERDUE").update(timeliness="WAITING")

    after = snapshot_page(snapshot_id=kept.pk, page=9, actor=operator, today=world.today)
    assert after.line.number == before.line.number
    assert after.number_now != after.line.number
    assert [row.row.id for row in after.rows] == [row.row.id for row in before.rows]
    assert sum(row.was_counted for row in after.rows) == kept.numerator
    assert (kept.reason, kept.is_whole, len(kept.row_ids)) == (
        "Báo cáo quý III",
        True,
        kept.denominator,
    )
    assert said()[-1] == "figures.figure.frozen"


def test_a_kept_mean_keeps_what_each_row_brought(world: PlansWorld, lived: Plan) -> None:
    head = world.actor(world.head)
    kept = freeze(
        code="plans.working_days_late", cut=YEAR, reason="Giao ban", actor=head, now=world.now
    )
    page = snapshot_page(snapshot_id=kept.pk, page=1, actor=head, today=world.today)

    assert not kept.is_whole
    assert sum(row.amount or 0 for row in page.rows) == kept.numerator
    assert page.has_amounts
    stranger = world.actor(world.stranger)
    assert snapshot_lines(actor=stranger) == []
    with pytest.raises(NotVisible):
        snapshot_page(snapshot_id=kept.pk, page=1, actor=stranger, today=world.today)
    assert [line.id for line in snapshot_lines(actor=head, code=kept.code)] == [kept.pk]


def test_a_kept_number_cannot_be_changed(world: PlansWorld, lived: Plan) -> None:
    kept = freeze(
        code="plans.given",
        cut=YEAR,
        reason="Báo cáo",
        actor=world.actor(world.operator),
        now=world.now,
    )
    for change in (
        lambda: FigureSnapshot.objects.filter(pk=kept.pk).update(amount=0),
        lambda: FigureSnapshot.objects.filter(pk=kept.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_who_may_not_keep_a_number_is_refused_and_so_is_no_reason(
    world: PlansWorld, lived: Plan
) -> None:
    asked = {"code": "plans.given", "cut": YEAR, "now": world.now}
    with pytest.raises(AccessDenied):
        freeze(reason="Báo cáo", actor=world.actor(world.auditor), **asked)  # type: ignore[arg-type]
    with pytest.raises(FreezeRefused):
        freeze(reason="  ", actor=world.actor(world.operator), **asked)  # type: ignore[arg-type]
    client = Client()
    client.force_login(world.operator)
    refused = client.post("/so-lieu/plans.given/chot/?ky=2019", {"reason": " "})
    assert refused.status_code == 422
    done = client.post("/so-lieu/plans.given/chot/?ky=2019", {"reason": "Báo cáo"}, follow=True)
    assert "Đã chốt số liệu" in done.content.decode()
    assert FigureSnapshot.objects.get().cut == {"year": 2019}
    assert client.get("/so-lieu/da-chot/").status_code == 200


def test_too_many_rows_are_not_kept_but_the_number_is(
    world: PlansWorld, lived: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cchc.modules.figures.operations.freeze.MOST_ROWS", 2)
    kept = freeze(
        code="plans.given",
        cut=YEAR,
        reason="Báo cáo",
        actor=world.actor(world.operator),
        now=world.now,
    )

    assert (kept.row_ids, kept.has_all_rows) == ([], False)
    assert kept.denominator > 2


def test_a_target_shows_what_its_figure_measures(
    world: PlansWorld, visit: Callable[..., str]
) -> None:
    draft = world.draft(FILM)
    operator = world.actor(world.operator)
    add_target(draft_id=draft.pk, text="Trên 90% đúng hạn", actor=operator, now=GIVEN)
    plan = confirm_plan(draft_id=draft.pk, actor=operator, now=GIVEN)
    plan.targets.update(quantity=90, comparator=">")
    target = plan.targets.get()
    world.finish(world.one(plan, "a", world.department), date(2019, 9, 1))
    client = Client()
    client.force_login(world.operator)

    assert "gắn số liệu" in visit(world.operator, f"/ke-hoach/{plan.pk}/")
    address = f"/ke-hoach/chi-tieu/{target.pk}/so-lieu/"
    assert client.get(address).status_code == 200
    assert client.post(address, {"figure": "khong.co"}).status_code == 422
    assert client.post(address, {"figure": "plans.on_time_rate"}).status_code == 302
    (row,) = plan_page(plan_id=plan.pk, actor=operator, today=world.today).targets
    assert (row.measured, row.made_of, row.standing) == ("100,0 %", "1 / 1", "đạt")
    assert "Tỷ lệ hoàn thành đúng hạn" in visit(world.operator, f"/ke-hoach/{plan.pk}/")
    assert visit(world.operator, f"/so-lieu/plans.on_time_rate/chi-tiet/?{row.query}")
    bind_target(target_id=target.pk, figure_code="", actor=operator, now=world.now)
    (row,) = plan_page(plan_id=plan.pk, actor=operator, today=world.today).targets
    assert (row.measured, row.figure_name) == ("", "")
