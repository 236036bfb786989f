"""Groups inside the issuer, common deadlines, heirs, and how late a document was entered."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.plans.rules.directive import (
    NO_DUTIES,
    as_directive,
    needs_deadline,
    with_deadline,
    with_heirs,
)
from cchc.modules.plans.rules.draft import Cell, Draft, DraftTarget, DraftTask, Mention
from cchc.modules.plans.rules.entry import EntryLateness, entry_days, lateness_of
from cchc.modules.plans.rules.inner_groups import (
    NOWHERE,
    InnerBody,
    inside_of,
    meant_inside,
    spread_all,
    spread_inside,
)
from cchc.modules.plans.rules.kinds import TimeKind
from cchc.modules.plans.rules.readiness import Frame
from cchc.modules.plans.rules.secrecy import refuse_secret
from cchc.modules.plans.rules.timing import UNTIMED, Timing
from cchc.officialdocs.errors import SecretDocument
from cchc.platform.calendar import vietnamese_calendar

OFFICE = inside_of(
    ("Văn phòng UBND tỉnh", "VPUBND", ""),
    (
        InnerBody(1, "Phòng Nội chính", is_unit=False),
        InnerBody(2, "Phòng Tổng hợp", is_unit=False),
        InnerBody(3, "Ban Tiếp công dân tỉnh", is_unit=False),
        InnerBody(4, "Trung tâm Tin học", is_unit=True),
    ),
)
CALENDAR = vietnamese_calendar()
FRAME = Frame(date(2019, 3, 4), 2019, date(2019, 1, 1), date(2019, 12, 31))


@pytest.mark.parametrize(
    ("text", "ids", "is_sure"),
    [
        ("Các phòng, ban, trung tâm", (1, 2, 3, 4), True),
        ("các phòng, ban, trung tâm thuộc Văn phòng UBND tỉnh", (1, 2, 3, 4), True),
        ("Lãnh đạo các phòng, ban, trung tâm trực thuộc", (1, 2, 3, 4), True),
        ("Các phòng", (1, 2), True),
        ("Các phòng, ban", (1, 2, 3), True),
        ("Các phòng ban thuộc cơ quan", (1, 2, 3), True),
        ("Các phòng chuyên môn", (1, 2), False),
        ("Các trung tâm", (4,), True),
        ("Các đơn vị sự nghiệp thuộc Văn phòng UBND tỉnh", (4,), True),
        ("Các đơn vị", (1, 2, 3, 4), False),
        ("Mỗi tập thể, cá nhân trong Văn phòng", (1, 2, 3, 4), False),
        ("Các phòng thuộc Văn phòng UBND tỉnh Sen Hồng", (1, 2), True),
    ],
)
def test_groups_inside_the_office_are_its_own_bodies(
    text: str, ids: tuple[int, ...], is_sure: bool
) -> None:
    assert meant_inside(text, OFFICE) == (ids, is_sure)


@pytest.mark.parametrize(
    "text",
    [
        "Các phòng thuộc Sở Nội vụ",
        "Phòng Nội chính",
        "Văn phòng",
        "Thanh tra",
        "Ban",
        "Các sở, ban, ngành tỉnh",
        "UBND cấp huyện",
        "Các cơ quan có liên quan",
        "",
    ],
)
def test_other_words_mean_nobody_inside(text: str) -> None:
    assert meant_inside(text, OFFICE) is None


@given(st.text(max_size=60))
def test_any_words_mean_bodies_of_the_office_or_nobody(text: str) -> None:
    meant = meant_inside(text, OFFICE)
    assert meant is None or set(meant[0]) <= {1, 2, 3, 4}
    assert meant_inside(text, NOWHERE) is None


def test_only_open_words_are_spread_and_choices_stay() -> None:
    named = Mention("Phòng Nội chính", ("agency:1",))
    chosen = Mention("Các phòng", (), chosen=(2,), is_chosen=True)
    group = Mention("Các đơn vị sự nghiệp", ("group:DON_VI_SU_NGHIEP",))
    addressed = Mention("Các phòng", doubt="… các cơ quan nhận văn bản.")
    task = DraftTask("t", leads=(named, chosen, group, addressed))
    spread = spread_inside(task, OFFICE)

    assert spread.leads[:2] == (named, chosen)
    assert spread.leads[2].codes == ("agency:4",)
    assert spread.leads[3].codes == ("agency:1", "agency:2")
    assert spread.leads[3].doubt == addressed.doubt
    assert spread_all([task], NOWHERE) == (task,)


def test_a_directive_keeps_its_arrival_and_says_when_it_gives_nothing() -> None:
    draft = Draft(targets=(DraftTarget("m1"),))
    made = as_directive(draft, date(2019, 3, 5))

    assert made.head("received_on") == "2019-03-05"
    assert made.targets == ()
    assert made.doubts == (NO_DUTIES,)
    assert as_directive(Draft(tasks=(DraftTask("t"),)), None).doubts == ()


@pytest.mark.parametrize(
    ("task", "needs"),
    [
        (DraftTask("t", timing=UNTIMED), True),
        (DraftTask("t", timing=UNTIMED, same_as=5), False),
        (DraftTask("t", timing=Timing(TimeKind.DEADLINE, due_on=date(2019, 3, 3))), True),
        (DraftTask("t", timing=Timing(TimeKind.DEADLINE, due_on=date(2019, 3, 4))), False),
        (DraftTask("t", timing=Timing(TimeKind.CONTINUOUS)), False),
    ],
)
def test_a_common_deadline_is_for_rows_without_one(task: DraftTask, needs: bool) -> None:
    assert needs_deadline(task, FRAME) is needs
    dated = with_deadline(task, date(2019, 4, 1))
    assert dated.timing.due_on == date(2019, 4, 1)
    assert dated.text("time_text") == "Chậm nhất ngày 01/04/2019"
    assert dated.cells["time_text"].is_edited


def test_heirs_take_the_place_of_agencies_that_ended() -> None:
    ended = Mention("A, B", ("agency:1", "agency:2", "group:X"), doubt="cũ")
    members = Mention("nhóm", ("group:X",), chosen=(1, 3))
    other = DraftTask("u", leads=(Mention("C", ("agency:9",)),))
    task = DraftTask("t", leads=(ended,), coordinators=(members,))
    (changed,) = with_heirs([task, other], {1: (2, 5)})

    assert changed.leads[0].codes == ("agency:2", "agency:5", "group:X")
    assert changed.leads[0].doubt == ""
    assert changed.coordinators[0].chosen == (2, 5, 3)


@given(st.dates(date(2019, 1, 1), date(2019, 12, 1)), st.integers(0, 20))
def test_later_entry_is_never_less_late(issued_on: date, days: int) -> None:
    def late(on: date) -> int:
        return entry_days(CALENDAR, issued_on=issued_on, received_on=None, entered_on=on)

    on = issued_on + timedelta(days=days)
    assert 0 <= late(on) <= days
    assert late(on) <= late(on + timedelta(days=1))
    assert late(issued_on - timedelta(days=3)) == 0


def test_lateness_is_counted_from_the_arrival_of_a_document_of_others() -> None:
    late = entry_days(
        CALENDAR,
        issued_on=date(2019, 3, 4),
        received_on=date(2019, 3, 8),
        entered_on=date(2019, 3, 12),
    )
    assert late == 2


def test_lateness_together() -> None:
    found = lateness_of([0, 0, 3, 2])

    assert found == EntryLateness(4, 2, 5)
    assert (found.mean_days, found.same_day_share) == (Decimal("1.2"), Decimal("50.0"))
    assert (lateness_of([]).mean_days, lateness_of([]).same_day_share) == (None, None)


def test_only_a_degree_refuses() -> None:
    refuse_secret(None)
    refuse_secret("")
    with pytest.raises(SecretDocument) as refused:
        refuse_secret("Mật")
    assert refused.value.code == "secrecy"
    assert "Mật" in refused.value.message_vi


def test_cells_of_a_dated_row_keep_their_place() -> None:
    task = DraftTask("t", cells={"time_text": Cell("", place="p3", doubts=("?",))})

    assert with_deadline(task, date(2019, 4, 1)).cells["time_text"].place == "p3"
