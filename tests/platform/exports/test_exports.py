"""Lists as files."""

import io
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from urllib.parse import quote

import pytest
from python_calamine import CalamineWorkbook

from cchc.platform.exports import Column, csv_response, write_csv, write_xlsx, xlsx, xlsx_response
from cchc.platform.exports.columns import LONGEST_TEXT, begins_like_a_formula, plain


@dataclass(frozen=True)
class Line:
    content: str
    count: object = 1811
    rate: object = 23.64
    money: object = 80_000_000
    due_on: object = date(2019, 10, 15)
    at: object = datetime(2019, 10, 15, 2, 30, tzinfo=UTC)


COLUMNS = [
    Column("Nhiệm vụ", lambda line: line.content, width=60),
    Column("Số lượng", lambda line: line.count, kind="number"),
    Column("Tỷ lệ", lambda line: line.rate, kind="percent"),
    Column("Kinh phí", lambda line: line.money, kind="money"),
    Column("Hạn", lambda line: line.due_on, kind="date"),
    Column("Lúc", lambda line: line.at, kind="moment"),
]


def as_rows(content: bytes, sheet: int = 0) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return book.get_sheet_by_index(sheet).to_python(skip_empty_area=False)


def written_xlsx(lines, columns=COLUMNS, **more) -> bytes:
    target = io.BytesIO()
    write_xlsx(target, title="Danh sách nhiệm vụ", columns=columns, rows=lines, **more)
    return target.getvalue()


def test_an_excel_file_has_title_notes_headings_and_typed_cells():
    rows = as_rows(written_xlsx([Line("Rà soát")], notes=["Cơ quan: Sở Nội vụ"]))

    assert rows[0][0] == "Danh sách nhiệm vụ"
    assert rows[1][0] == "Cơ quan: Sở Nội vụ"
    assert str(rows[2][0]).startswith("Xuất lúc ")
    assert rows[4] == [column.title for column in COLUMNS]
    assert rows[5] == [
        "Rà soát",
        1811,
        23.64,
        80_000_000,
        date(2019, 10, 15),
        datetime(2019, 10, 15, 9, 30),
    ]


def test_headings_stay_in_sight_and_numbers_look_vietnamese():
    import zipfile

    content = written_xlsx([Line("a")])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        styles = archive.read("xl/styles.xml").decode()

    assert 'state="frozen"' in sheet
    assert "<autoFilter" in sheet
    assert 'orientation="landscape"' in sheet
    assert "dd/mm/yyyy" in styles
    assert "#,##0&quot; đ&quot;" in styles


def test_totals_close_the_list():
    rows = as_rows(written_xlsx([Line("a")], totals=["Cộng", 1811, None, 80_000_000, None, None]))

    assert rows[-1] == ["Cộng", 1811, "", 80_000_000, "", ""]


def test_an_empty_list_has_its_headings():
    assert as_rows(written_xlsx([]))[-1][0] == "Nhiệm vụ"


def test_a_list_longer_than_a_sheet_goes_on_on_the_next(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 2)
    content = written_xlsx([Line(str(number)) for number in range(5)])

    assert [row[0] for row in as_rows(content, 0)][-2:] == ["0", "1"]
    assert [row[0] for row in as_rows(content, 2)][-1:] == ["4"]


@pytest.mark.parametrize("text", ["=1+1", "+84912", "-2", "@SUM(A1)", "\t=1", "\n=1", "＝1"])
def test_text_that_looks_like_a_formula_stays_text(text):
    assert as_rows(written_xlsx([Line(text)]))[-1][0] == text
    assert f"'{text}" in b"".join(write_csv(columns=COLUMNS[:1], rows=[Line(text)])).decode()
    assert begins_like_a_formula(text)


def test_addresses_do_not_become_links():
    content = written_xlsx([Line("https://evil.example/")])

    assert b"evil" not in content
    assert as_rows(content)[-1][0] == "https://evil.example/"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, None),
        ("", None),
        (True, "Có"),
        (False, "Không"),
        (float("nan"), None),
        (float("inf"), None),
        (Decimal("23.5"), 23.5),
        (10**16, "10000000000000000"),
        (date(2019, 1, 2), date(2019, 1, 2)),
        (Line, str(Line)),
        ("x" * 40_000, "x" * (LONGEST_TEXT - 1) + "…"),
    ],
)
def test_values_become_plain(value, written):
    assert plain(value) == written


def test_a_csv_file_opens_in_vietnamese_excel():
    response = csv_response(
        name="Nhiệm vụ", columns=COLUMNS, rows=[Line('a; "b"'), Line("c", None)]
    )
    content = b"".join(response.streaming_content).decode("utf-8")

    assert content == (
        "\ufeffNhiệm vụ;Số lượng;Tỷ lệ;Kinh phí;Hạn;Lúc\r\n"
        '"a; ""b""";1811;23,64%;80000000;15/10/2019;09:30 15/10/2019\r\n'
        "c;;23,64%;80000000;15/10/2019;09:30 15/10/2019\r\n"
    )
    assert response["Content-Type"] == "text/csv; charset=utf-8"


def test_files_travel_as_attachments_under_their_names():
    for response in (
        xlsx_response(name="Kế hoạch 272", title="x", columns=COLUMNS, rows=[Line("a")]),
        csv_response(name="Kế hoạch 272", columns=COLUMNS, rows=[Line("a")]),
    ):
        assert quote("Kế hoạch 272.") in response["Content-Disposition"]
        assert response["Content-Disposition"].startswith("attachment")
        assert response["Cache-Control"] == "private, no-store"
        assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("largest", [0, 1 << 20])
def test_an_excel_answer_is_a_whole_file_from_disk_or_memory(monkeypatch, largest):
    monkeypatch.setattr(xlsx, "LARGEST_IN_MEMORY", largest)
    response = xlsx_response(name="a", title="x", columns=COLUMNS, rows=[Line("a")])

    assert as_rows(b"".join(response))[-1][0] == "a"
    response.close()


def test_a_failing_row_leaves_no_file_behind():
    def rows() -> Iterator[Line]:
        yield Line("a")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        xlsx_response(name="a", title="x", columns=COLUMNS, rows=rows())


@pytest.mark.slow
def test_a_long_list_takes_little_memory():
    columns = [Column("Số", lambda number: number, kind="number")]
    tracemalloc.start()
    try:
        with open("/dev/null", "r+b") as target:  # noqa: PTH123
            write_xlsx(target, title="x", columns=columns, rows=iter(range(20_000)))
        sent = sum(len(part) for part in write_csv(columns=columns, rows=iter(range(20_000))))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert sent > 100_000
    assert peak < 10 << 20
