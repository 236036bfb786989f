"""A draft: to and from JSON, corrections on top, what keeps it from being confirmed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.plans.rules import editing
from cchc.modules.plans.rules.comparing import draft_rows, plan_row
from cchc.modules.plans.rules.draft import (
    Cell,
    Draft,
    DraftSection,
    DraftTarget,
    DraftTask,
    Mention,
    Money,
    draft_from_json,
    draft_to_json,
    timing_from_json,
    timing_to_json,
)
from cchc.modules.plans.rules.kinds import Freq, TimeKind
from cchc.modules.plans.rules.readiness import (
    Frame,
    Obstacle,
    ObstacleKind,
    TimeWarning,
    frame_of,
    obstacles,
    quantity_of,
    time_warnings,
)
from cchc.modules.plans.rules.rounds import Anchor, Rhythm
from cchc.modules.plans.rules.timing import UNTIMED, Timing

TIMING = Timing(
    TimeKind.RECURRING,
    date(2019, 1, 1),
    date(2019, 12, 31),
    rhythm=Rhythm((Freq.MONTHLY,), 2, 1, (Anchor(day=15),)),
)
FILM = DraftTask(
    id="t0",
    section=0,
    code="1.a",
    cells={"content": Cell("Dựng phim", "t1.r2.c2"), "time_text": Cell("Quý II", doubts=("?",))},
    timing=TIMING,
    money=Money(5_000_000, "mỗi kỳ", 120_000_000, True),
    leads=(Mention("Sở Nội vụ", ("agency:1",)), Mention("ban nào đó", doubt="không rõ")),
)
CUT = DraftTask(id="t1", cells={"content": Cell("ngắn về CCHC"), "product": Cell("Phim")})
DRAFT = Draft(
    header={
        "number": Cell("271/KH-UBND"),
        "issued_on": Cell("2018-12-06"),
        "title": Cell("Cải cách hành chính năm 2019"),
        "year": Cell("2019"),
    },
    sections=(DraftSection("1", "Tuyên truyền", "COMMUNICATION"),),
    tasks=(FILM, CUT),
    duties=(DraftTask(id="r0", cells={"content": Cell("Báo cáo")}),),
    targets=(
        DraftTarget(
            "m0", {"text": Cell("90% hồ sơ"), "quantity": Cell("90"), "comparator": Cell("=")}
        ),
    ),
    doubts=("thiếu trang",),
)


def test_a_draft_can_be_left_and_found_again() -> None:
    plain = json.loads(json.dumps(draft_to_json(DRAFT)))

    assert draft_from_json(plain) == DRAFT


def test_a_time_can_be_left_and_found_again() -> None:
    assert timing_from_json(timing_to_json(TIMING)) == TIMING
    assert timing_from_json({}) is UNTIMED


def test_everything_doubtful_is_counted() -> None:
    assert FILM.doubt_count == 2
    assert DRAFT.doubt_count == 3
    assert DRAFT.targets[0].doubt_count == 0


def test_values_that_nobody_wrote_are_empty() -> None:
    assert DRAFT.head("place") == ""
    assert CUT.text("lead_text") == ""
    assert DRAFT.targets[0].text("unit") == ""
    assert DRAFT.task("t9") is None


def test_a_typed_value_settles_its_doubts() -> None:
    typed = editing.with_cell(FILM, "time_text", "Quý III")

    after = editing.apply_edits(DRAFT, [editing.set_row(typed)])

    assert after.tasks[0].cells["time_text"] == Cell("Quý III", is_edited=True)
    assert after.tasks[1] == CUT


def test_two_rows_cut_by_a_page_become_one() -> None:
    merged = editing.joined(FILM, CUT)

    after = editing.apply_edits(DRAFT, [editing.merge_rows(merged, gone="t1")])

    assert [task.text("content") for task in after.tasks] == ["Dựng phim ngắn về CCHC"]
    assert after.tasks[0].text("product") == "Phim"


def test_rows_come_and_go() -> None:
    new = DraftTask(id=editing.next_row_id(DRAFT, []), is_added=True)
    edits = [
        editing.insert_row(new, after="t0"),
        editing.drop_row("t1"),
        editing.take_over_duty("r0"),
        editing.insert_row(replace(new, id="n1"), after=None),
    ]

    after = editing.apply_edits(DRAFT, edits)

    assert [task.id for task in after.tasks] == ["t0", "n0", "r0", "n1"]
    assert after.duties == ()
    assert editing.next_row_id(after, edits) == "n2"


def test_an_identity_is_never_used_twice_even_after_dropping() -> None:
    edits = [editing.insert_row(DraftTask(id="n0"), after=None), editing.drop_row("n0")]

    assert editing.next_row_id(editing.apply_edits(DRAFT, edits), edits) == "n1"


def test_the_header_the_headings_and_the_targets_can_be_typed() -> None:
    target = DraftTarget("k0", {"text": Cell("100% cơ quan")})
    edits = [
        editing.set_header("place", "Sen Hồng"),
        editing.set_header("year", "2020", [FILM]),
        editing.set_section(0, DraftSection("I", "Truyền thông", "STEERING")),
        editing.set_section(9, DraftSection("II", "Thể chế", "INSTITUTIONS")),
        editing.set_target(target),
        editing.set_target(replace(target, cells={"text": Cell("100% sở")})),
        editing.drop_target("m0"),
        editing.tie_to(above_id=7, programme_id=None),
    ]

    after = editing.apply_edits(DRAFT, edits)

    assert after.head("place") == "Sen Hồng"
    assert after.tasks == (FILM,)
    assert [section.title for section in after.sections] == ["Truyền thông", "Thể chế"]
    assert [(t.id, t.text("text")) for t in after.targets] == [("k0", "100% sở")]
    assert (after.above_id, after.programme_id) == (7, None)


def test_rows_are_compared_by_what_is_written() -> None:
    rows = draft_rows(DRAFT)

    assert (rows[0].id, rows[0].code, rows[0].fields["time_text"]) == ("t0", "1.a", "Quý II")
    columns = {"code": "1.a", "content": "Dựng phim", **rows[0].fields}
    assert plan_row("t0", columns) == rows[0]


def kinds(draft: Draft) -> set[ObstacleKind]:
    return {one.kind for one in obstacles(draft)}


def without(name: str, value: str = "") -> Draft:
    return replace(DRAFT, header={**DRAFT.header, name: Cell(value)})


def test_a_complete_draft_has_no_obstacles() -> None:
    assert obstacles(DRAFT) == []
    assert frame_of(DRAFT) == Frame(date(2018, 12, 6), 2019, date(2019, 1, 1), date(2019, 12, 31))


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        (without("number"), ObstacleKind.NO_NUMBER),
        (without("issued_on", "hôm qua"), ObstacleKind.NO_DATE),
        (without("title", " "), ObstacleKind.NO_TITLE),
        (without("year", "19"), ObstacleKind.NO_YEAR),
        (without("period_ends_on", "2018-01-01"), ObstacleKind.BAD_PERIOD),
        (without("period_ends_on", "2090-01-01"), ObstacleKind.BAD_PERIOD),
        (replace(DRAFT, tasks=(), targets=()), ObstacleKind.NOTHING_TO_DO),
        (replace(DRAFT, tasks=(DraftTask("t0"),)), ObstacleKind.NO_CONTENT),
    ],
)
def test_what_is_missing_is_named(draft: Draft, kind: ObstacleKind) -> None:
    assert kind in kinds(draft)


def test_a_rhythm_beyond_reason_is_an_obstacle() -> None:
    daily = replace(FILM, timing=replace(TIMING, rhythm=Rhythm((Freq.WEEKLY,), times=7)))
    decade = without("period_ends_on", "2030-12-31")

    found = obstacles(
        replace(decade, tasks=(replace(daily, timing=replace(daily.timing, due_on=None)),))
    )

    assert Obstacle(ObstacleKind.TOO_MANY_ROUNDS, "time_text", "t0") in found


def test_a_target_that_is_no_number_is_refused() -> None:
    bad = DraftTarget(
        "m0",
        {
            "quantity": Cell("nhiều"),
            "comparator": Cell("~"),
            "due_on": Cell("cuối năm"),
        },
    )

    assert kinds(replace(DRAFT, targets=(bad,))) == {
        ObstacleKind.NO_CONTENT,
        ObstacleKind.BAD_QUANTITY,
        ObstacleKind.BAD_COMPARATOR,
        ObstacleKind.BAD_TARGET_DATE,
    }


@pytest.mark.parametrize(
    ("text", "quantity"), [("90", "90"), ("23,5", "23.5"), ("-1.5", "-1.5"), (" ", None)]
)
def test_quantities(text: str, quantity: str | None) -> None:
    assert quantity_of(text) == (None if quantity is None else Decimal(quantity))


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1e99", "12 %", "mười"])
def test_what_is_no_quantity(text: str) -> None:
    with pytest.raises(ValueError, match=text.split(maxsplit=1)[0]):
        quantity_of(text)


FRAME = Frame(date(2018, 12, 6), 2019, date(2019, 1, 1), date(2019, 12, 31))


@pytest.mark.parametrize(
    ("due", "warnings"),
    [
        (date(2018, 12, 1), [TimeWarning.DUE_BEFORE_ISSUE, TimeWarning.DUE_OUTSIDE_PERIOD]),
        (date(2018, 12, 10), [TimeWarning.DUE_RIGHT_AFTER_ISSUE, TimeWarning.DUE_OUTSIDE_PERIOD]),
        (date(2020, 1, 5), [TimeWarning.DUE_OUTSIDE_PERIOD]),
        (date(2019, 6, 30), []),
        (None, []),
    ],
)
def test_odd_deadlines_are_pointed_out(due: date | None, warnings: list[TimeWarning]) -> None:
    task = DraftTask("t0", timing=Timing(TimeKind.DEADLINE, due_on=due))

    assert time_warnings(task, FRAME) == warnings
    assert time_warnings(task, Frame(None, None, None, None)) == []
    assert time_warnings(replace(task, timing=Timing(TimeKind.CONTINUOUS, due_on=due)), FRAME) == []


@given(st.lists(st.sampled_from(["set", "insert", "drop", "header", "undo"]), max_size=12))
def test_taking_off_the_last_correction_leaves_what_was_before(acts: list[str]) -> None:
    edits: list[dict[str, object]] = []
    states = [DRAFT]
    for number, act in enumerate(acts):
        if act == "undo":
            if edits:
                edits.pop()
                states.pop()
            assert editing.apply_edits(DRAFT, edits) == states[-1]
            continue
        now = states[-1]
        first = now.tasks[0].id if now.tasks else "none"
        edits.append(
            {
                "set": editing.set_row(DraftTask(id=first, code=str(number))),
                "insert": editing.insert_row(
                    DraftTask(id=editing.next_row_id(now, edits)), after=first
                ),
                "drop": editing.drop_row(first),
                "header": editing.set_header("title", f"Kế hoạch {number}"),
            }[act]
        )
        states.append(editing.apply_edits(now, edits[-1:]))
    assert editing.apply_edits(DRAFT, edits) == states[-1]
