"""Whatever stands on the paper, understanding it gives a document and never fails."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.officialdocs.document import OfficialDocument
from cchc.officialdocs.layout import Block, Cell, Layout, Medium, Paragraph, Place, Row, Table
from cchc.officialdocs.reader import understand
from cchc.officialdocs.schema import to_json

FRAGMENTS = st.sampled_from(
    [
        "Số: 12/KH-UBND", "KẾ HOẠCH", "QUYẾT ĐỊNH", "I.", "1.", "a)", "- ", "100%", "Sở Nội vụ",
        "Các Sở:", "cấp xã", "UBND cấp huyện", ";", ",", "và", "(", "trước ngày 31/02/2025",
        "Quý IV", "năm 9999", "Nơi nhận:", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "TT", "Nội dung",
        "Chủ trì", "Phối hợp", "Thời gian", "Kinh phí", "50tr/huyện", "V/v",
        "99999999999999999999 tỷ", "Chỉ tiêu", "Kính gửi:", "\n", "\t", "\x00", "\u202e",
        "e\u0301", "ﷺ", "ß", "İ", "①", "hằng tháng", "báo cáo", "Đơn vị chủ trì:",
        "Thời gian thực hiện:", "Ⅳ", "²", "٣", "\u00a0", "Phụ lục", "Điều 1.",
        "(Kèm theo Quyết định số 1/QĐ-UBND)", "ngày tháng năm", "UBND huyện Abc", "Tổng cộng", "…",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(FRAGMENTS, max_size=10).map(" ".join), st.text(max_size=60))
PLACES = st.builds(Place, paragraph=st.integers(1, 99))
PARAGRAPHS = st.builds(
    Paragraph, TEXTS, PLACES, st.booleans(), st.booleans(), st.booleans(), st.floats(0, 1)
)
CELLS = st.builds(
    Cell,
    text=TEXTS,
    place=PLACES,
    is_bold=st.booleans(),
    is_covered=st.booleans(),
    spans=st.integers(0, 9),
    confidence=st.floats(0, 1),
)
ROWS = st.builds(Row, st.lists(CELLS, max_size=6).map(tuple), PLACES)
TABLES = st.builds(Table, st.lists(ROWS, max_size=4).map(tuple), PLACES)
BLOCKS: st.SearchStrategy[Block] = st.one_of(PARAGRAPHS, TABLES)
LAYOUTS = st.builds(Layout, st.sampled_from(Medium), st.lists(BLOCKS, max_size=8).map(tuple))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LAYOUTS, st.one_of(st.none(), st.integers(-5, 99999)))
def test_any_layout_is_understood(layout: Layout, year: int | None) -> None:
    document = understand(layout, year=year)

    assert isinstance(document, OfficialDocument)
    to_json(document)
    keys = [task.key for task in document.tasks]
    assert len(keys) == len(set(keys))


def test_an_empty_layout_is_a_document_that_says_nothing() -> None:
    document = understand(Layout(Medium.TEXT, ()))

    assert document.doc_type.value is document.number.value is document.title.value is None
    assert document.tasks == document.targets == ()
    assert document.warnings


def test_a_cell_as_long_as_a_book_is_read_without_end() -> None:
    long = "Sở Nội vụ, " * 5_000
    rows = [("TT", "Nhiệm vụ", "Chủ trì"), ("1", long, long)]
    cells = [
        Row(
            tuple(Cell(text, Place(row=at, cell=column)) for column, text in enumerate(row, 1)),
            Place(row=at),
        )
        for at, row in enumerate(rows, 1)
    ]

    document = understand(Layout(Medium.EXCEL, (Table(tuple(cells), Place(table=1)),)))

    assert len(document.tasks) == 1
