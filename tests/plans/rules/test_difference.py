"""What a corrected paper says differently."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.plans.rules.difference import ComparedRow, FieldChange, RowChange, compare


def row(row_id: str, code: str, content: str, **fields: str) -> ComparedRow:
    return ComparedRow(row_id, code, content, fields)


OLD = [
    row("1", "1.a", "Xây dựng phim ngắn về cải cách hành chính", time="Quý II/2019"),
    row("2", "1.b", "Tổ chức cuộc thi tìm hiểu pháp luật", time="Quý III/2019"),
    row("3", "2.a", "Rà soát văn bản quy phạm pháp luật", time="Quý III/2019"),
]


def test_the_same_paper_differs_in_nothing() -> None:
    assert {one.change for one in compare(OLD, OLD)} == {RowChange.SAME}


def test_a_changed_time_is_a_change_of_that_row() -> None:
    new = [
        row("t0", "1.a", "Xây dựng phim ngắn về cải cách hành chính", time="Quý III/2019"),
        row("t1", "1.b", "Tổ chức cuộc thi tìm hiểu pháp luật", time="Quý III/2019"),
        row("t2", "2.a", "Rà soát văn bản quy phạm pháp luật", time="Quý III/2019"),
    ]

    first, *others = compare(OLD, new)

    assert first.change is RowChange.CHANGED
    assert first.fields == (FieldChange("time", "Quý II/2019", "Quý III/2019"),)
    assert {one.change for one in others} == {RowChange.SAME}


def test_a_row_is_found_again_by_its_words_when_its_number_moved() -> None:
    new = [
        row("t0", "1.a", "Một việc hoàn toàn mới được thêm vào đầu bảng", time=""),
        row("t1", "1.b", "Xây dựng phim ngắn về cải cách hành chính", time="Quý II/2019"),
        row("t2", "1.c", "Tổ chức cuộc thi tìm hiểu pháp luật", time="Quý III/2019"),
    ]

    added, moved, kept, removed = compare(OLD, new)

    assert (added.change, removed.change) == (RowChange.ADDED, RowChange.REMOVED)
    assert moved.before is not None
    assert moved.before.id == "1"
    assert moved.fields == (FieldChange("code", "1.a", "1.b"),)
    assert kept.before is not None
    assert kept.before.id == "2"
    assert removed.before is not None
    assert removed.before.id == "3"


def test_reworded_under_the_same_number_is_the_same_row() -> None:
    new = [row("t0", "2.a", "Rà soát các văn bản quy phạm pháp luật của tỉnh", time="Quý III/2019")]

    found = compare(OLD, new)

    assert found[0].change is RowChange.CHANGED
    assert found[0].fields[0].name == "content"


rows = st.lists(
    st.tuples(st.sampled_from(["1.a", "1.b", ""]), st.text("abcđ ", max_size=12)), max_size=6
)


@given(rows, rows)
def test_every_row_is_accounted_for_once(
    old: list[tuple[str, str]], new: list[tuple[str, str]]
) -> None:
    before = [row(f"o{i}", code, content) for i, (code, content) in enumerate(old)]
    after = [row(f"n{i}", code, content) for i, (code, content) in enumerate(new)]

    found = compare(before, after)

    assert [one.after.id for one in found if one.after] == [one.id for one in after]
    kept = [one.before.id for one in found if one.before]
    assert sorted(kept) == sorted(one.id for one in before)
