"""Order marks that recognition misread are set right by their neighbours, and only then."""

from __future__ import annotations

import pytest

from cchc.officialdocs.sources.grid import Entry
from cchc.officialdocs.sources.misreadings import mended_line
from cchc.officialdocs.sources.order_marks import mend_order_marks
from cchc.officialdocs.sources.sheet import Word


def rows_of(*marks: str) -> list[list[Entry]]:
    """Rows of a table; a mark that begins with § is the heading of a section."""
    rows = [[Entry("STT"), Entry("Nội dung"), Entry("Chủ trì"), Entry("Hạn")]]
    for mark in marks:
        if mark.startswith("§"):
            heading = Entry("Mục", spans=3)
            rows.append([Entry(mark[1:]), heading, *[Entry("Mục", is_covered=True)] * 2])
        else:
            rows.append([Entry(mark), Entry("Việc"), Entry("Sở Nội vụ"), Entry("Quý I")])
    return rows


def mended(*marks: str) -> list[str]:
    rows = rows_of(*marks)
    mend_order_marks(rows)
    return [row[0].text for row in rows[1:]]


@pytest.mark.parametrize(
    ("read", "true"),
    [
        ("§1. 8) b) C) d) §2. a) b)", "§1. a) b) c) d) §2. a) b)"),
        ("a) b) c) d) đ) ©) 8) h) Ù k) l)", "a) b) c) d) đ) e) g) h) i) k) l)"),
        ("a) b) c) d) e) 8) h)", "a) b) c) d) e) g) h)"),
        ("§I 1 2 G 4 s §H 6 V, lộ) 9 §IH 10 11", "§I 1 2 3 4 5 §II 6 7 8 9 §III 10 11"),
        ("1. 2. Z. 4.", "1. 2. 3. 4."),
        ("§1. a) b) c) §2. 4) b) ©)", "§1. a) b) c) §2. a) b) c)"),
        ("§A 1 2 §B 1 2 E", "§A 1 2 §B 1 2 3"),
    ],
)
def test_misread_marks_are_mended(read: str, true: str) -> None:
    assert mended(*read.split()) == [mark.lstrip("§") for mark in true.split()]


@pytest.mark.parametrize(
    "marks",
    [
        "a) b) c) d) đ) e) g)",
        "a) b) c) d) e) g) h)",
        "1 2 3 a) b) 4 5",
        "1 1.1 1.2 2 2.1",
        "§I 1 2 §II 1 2 3",
        "a) c) x)",
    ],
)
def test_marks_that_may_be_meant_stay(marks: str) -> None:
    assert mended(*marks.split()) == [mark.lstrip("§") for mark in marks.split()]


def test_a_lost_mark_is_filled_in_but_not_on_a_row_a_page_cut() -> None:
    rows = rows_of("a)", "b)", "", "d)", "đ)")
    mend_order_marks(rows)
    assert [row[0].text for row in rows[1:]] == ["a)", "b)", "c)", "d)", "đ)"]
    assert rows[3][0].confidence < 0.7

    cut = rows_of("a)", "b)", "", "c)", "d)")
    cut = [
        [Entry(**_with_page(each, 2 if at > 2 else 1)) for each in row]
        for at, row in enumerate(cut)
    ]
    mend_order_marks(cut)
    assert [row[0].text for row in cut[1:]] == ["a)", "b)", "", "c)", "d)"]


def _with_page(entry: Entry, page: int) -> dict[str, object]:
    return {"text": entry.text, "spans": entry.spans, "is_covered": entry.is_covered, "page": page}


def test_a_table_without_an_order_column_is_left_alone() -> None:
    rows = [[Entry("Năm tháng"), Entry("Số")], *[[Entry(mark), Entry("a")] for mark in "1283"]]
    mend_order_marks(rows)

    assert [row[0].text for row in rows] == ["Năm tháng", "1", "2", "8", "3"]


def test_a_misread_head_over_a_column_that_counts_is_mended() -> None:
    rows = [[Entry("SLIT"), Entry("Việc")], *[[Entry(mark), Entry("a")] for mark in "12345"]]
    mend_order_marks(rows)

    assert rows[0][0].text == "STT"


@pytest.mark.parametrize(
    ("read", "true"),
    [
        ("NÑS tỉnh", "NS tỉnh"),
        ("thônø tin", "thông tin"),
        ("ĐƠn vị chủ trì", "Đơn vị chủ trì"),
        ("Các SỞ, ngành", "Các sở, ngành"),
        ("Quý IU2019", "Quý II/2019"),
        ("Quý H/2025", "Quý II/2025"),
        ("Quý IV/2025", "Quý IV/2025"),
        ("S0tr/huyện", "50tr/huyện"),
        ("SởNội vụ", "Sở Nội vụ"),
        ("TM. ỦY BAN", "TM. ỦY BAN"),
        ("Chương VI quy định", "Chương VI quy định"),
    ],
)
def test_known_misreadings_are_mended(read: str, true: str) -> None:
    words = [Word(text, 0, 0, 10, 10, 10, confidence=0.9) for text in read.split()]

    assert " ".join(word.text for word in mended_line(words)) == true
