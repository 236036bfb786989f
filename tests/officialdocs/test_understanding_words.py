"""Labels, cited acts, areas, places and years: the small readers on which the others stand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.officialdocs.document import Period, Reading
from cchc.officialdocs.understanding.areas import area_of, areas, new_number
from cchc.officialdocs.understanding.citations import find_citations
from cchc.officialdocs.understanding.columns import Column, role_of
from cchc.officialdocs.understanding.folding import fold, folded, settle_tones, tidy
from cchc.officialdocs.understanding.horizon import horizon_of
from cchc.officialdocs.understanding.lettering import (
    LETTERS,
    LabelStyle,
    follows,
    label_of,
    next_letter,
    split_label,
)
from cchc.officialdocs.understanding.places import committee_in, jurisdiction_in
from cchc.officialdocs.understanding.writing import is_name, quiet


def test_points_are_lettered_in_vietnamese_order() -> None:
    assert LETTERS.startswith("abcdđeghiklm")
    assert not set("fjwz") & set(LETTERS)
    assert next_letter("đ") == "e"
    assert next_letter("e") == "g"


@pytest.mark.parametrize(
    ("text", "style", "label"),
    [
        ("a)", LabelStyle.LETTER, "a"),
        ("đ)", LabelStyle.LETTER, "đ"),
        ("1.", LabelStyle.NUMBER, "1"),
        ("01", LabelStyle.NUMBER, "1"),
        ("IV", LabelStyle.ROMAN, "IV"),
        ("1.2.", LabelStyle.DOTTED, "1.2"),
        ("I.1", LabelStyle.DOTTED, "I.1"),
        ("B", LabelStyle.CAPITAL, "B"),
        ("(3)", LabelStyle.NUMBER, "3"),
        ("-", LabelStyle.DASH, "-"),
        ("1,", LabelStyle.NUMBER, "1"),
    ],
)
def test_an_order_cell_holds_a_label(text: str, style: LabelStyle, label: str) -> None:
    found = label_of(text)

    assert found is not None
    assert (found.style, found.text) == (style, label)


@pytest.mark.parametrize("text", ["", "f)", "Sở Nội vụ", "1/2", "abc", "…"])
def test_other_words_are_no_label(text: str) -> None:
    assert label_of(text) is None


def test_e_may_follow_d_where_an_office_leaves_out_the_stroked_letter() -> None:
    d, e, g = label_of("d)"), label_of("e)"), label_of("g)")
    assert d is not None
    assert e is not None
    assert g is not None

    assert follows(e, d)
    assert follows(g, e)
    assert not follows(g, d)


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("1. Sở Nội vụ", "1", "Sở Nội vụ"),
        ("a) Rà soát", "a", "Rà soát"),
        ("II. NHIỆM VỤ", "II", "NHIỆM VỤ"),
        ("- 100% hồ sơ", "-", "100% hồ sơ"),
        ("3.1. Cải cách", "3.1", "Cải cách"),
    ],
)
def test_a_line_is_parted_from_its_label(text: str, label: str, rest: str) -> None:
    found, remaining = split_label(text)

    assert found is not None
    assert (found.text, remaining) == (label, rest)


@pytest.mark.parametrize("text", ["1.500 tỷ đồng", "3/2021/NQ-CP", "Sở Nội vụ", "100% hồ sơ"])
def test_a_number_that_begins_a_sentence_is_no_label(text: str) -> None:
    assert split_label(text) == (None, text)


@given(st.text(max_size=80))
def test_parting_a_label_loses_no_words(text: str) -> None:
    label, rest = split_label(text)

    assert fold(text).endswith(fold(rest))
    assert label is not None or rest == text


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_a_folded_span_leads_back_to_the_letters_it_came_from(text: str, a: int, b: int) -> None:
    found = folded(text)
    start, end = sorted((min(a, len(found.plain)), min(b, len(found.plain))))

    first, last = found.span(start, end)

    assert 0 <= first <= last <= len(text)
    assert len(found.origins) == len(found.plain) + 1


@given(st.text(max_size=120))
def test_tidying_twice_is_tidying_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert fold(fold(text)) == fold(text)
    assert settle_tones(settle_tones(text)) == settle_tones(text)


def test_tone_marks_may_stand_on_either_vowel() -> None:
    assert settle_tones("hoà, uỷ, Uỷ") == "hòa, ủy, Ủy"
    assert fold("Uỷ ban") == fold("Ủy ban")


@pytest.mark.parametrize(
    ("text", "kind", "number", "day", "issuer"),
    [
        (
            "Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình",
            "Nghị quyết", "76/NQ-CP", date(2021, 7, 15), "Chính phủ",
        ),
        (
            "theo Quyết định số 101/QĐ-BKHCN ngày 20/01/2019 của Bộ Khoa học và Công nghệ về"
            " công bố Mô hình",
            "Quyết định", "101/QĐ-BKHCN", date(2019, 1, 20), "Bộ Khoa học và Công nghệ",
        ),
        ("Kế hoạch số 02-KH/BCĐTW", "Kế hoạch", "02-KH/BCĐTW", None, None),
        ("Quyết định số 135/2006/QĐ-UBND", "Quyết định", "135/2006/QĐ-UBND", None, None),
        ("Quyết định 1389/QĐ-UBND-HC", "Quyết định", "1389/QĐ-UBND-HC", None, None),
        ("Thông tư số 90/2018/TT-BTC ngày 31/02/2018", "Thông tư", "90/2018/TT-BTC", None, None),
    ],
)  # fmt: skip
def test_a_cited_act_is_found_with_what_it_says(
    text: str, kind: str, number: str, day: date | None, issuer: str | None
) -> None:
    (citation,) = find_citations(text)

    assert (citation.kind, citation.number, citation.date, citation.issuer) == (
        kind, number, day, issuer,
    )  # fmt: skip
    assert text[citation.start : citation.end] == citation.text


@given(st.text(alphabet="0123456789/-QĐUBNDKHốngày tháng năm của Bộ,.;", max_size=200))
def test_citations_stand_where_they_say(text: str) -> None:
    for citation in find_citations(text):
        assert text[citation.start : citation.end] == citation.text


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ("Số TT", Column.ORDER), ("STT", Column.ORDER), ("Nội dung/nhiệm vụ", Column.CONTENT),
        ("NHIỆM VỤ VÀ GIẢI PHÁP", Column.CONTENT), ("Tên nhiệm vụ", Column.CONTENT),
        ("Hoạt động", Column.CONTENT), ("Sản phẩm dự kiến", Column.PRODUCT),
        ("Kết quả thực hiện", Column.PRODUCT), ("Sản phẩm đầu ra", Column.PRODUCT),
        ("CHỦ TRÌ", Column.LEAD), ("Cơ quan, đơn vị chủ trì", Column.LEAD),
        ("Đầu mối", Column.LEAD),
        ("Đơn vị thực hiện", Column.LEAD), ("Cơ quan phối hợp", Column.COORDINATING),
        ("Cơ quan chủ trì, phối hợp", Column.BOTH), ("Thời hạn hoàn thành", Column.TIME),
        ("Thời gian dự kiến hoàn thành", Column.TIME), ("Tiến độ", Column.TIME),
        ("Kinh phí dự kiến", Column.BUDGET), ("Dự toán", Column.BUDGET),
        ("Nguồn kinh phí", Column.FUNDING), ("Ghi chú", Column.NOTE),
        ("Người đứng đầu chịu trách nhiệm", Column.OTHER), ("Chỉ tiêu", Column.TARGET),
        ("Đơn vị tính", Column.UNIT), ("Thời gìan thực hlện", Column.TIME), ("", Column.OTHER),
    ],
)  # fmt: skip
def test_a_column_is_known_by_the_words_of_its_head(head: str, column: Column) -> None:
    assert role_of(head) is column


@pytest.mark.parametrize(
    ("heading", "old", "new"),
    [
        ("Công tác thông tin, tuyên truyền", 1, 1),
        ("CẢI CÁCH THỂ CHẾ", 2, 2),
        ("Cải cách thủ tục hành chính", 3, 3),
        ("Cải cách tổ chức bộ máy hành chính nhà nước", 4, 4),
        ("Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức", 5, 5),
        ("Cải cách chế độ công vụ", 5, 5),
        ("Cải cách tài chính công", 6, 6),
        ("Hiện đại hóa hành chính", 7, 7),
        ("Xây dựng và phát triển Chính quyền điện tử, Chính quyền số", 7, 7),
        ("Công tác chỉ đạo, điều hành cải cách hành chính", 8, 1),
    ],
)
def test_the_eight_areas_of_before_are_mapped_to_the_seven_of_now(
    heading: str, old: int, new: int
) -> None:
    area = area_of(heading)

    assert area is not None
    assert (area.old, area.new) == (old, new)
    assert new_number(old) == new


def test_each_area_of_both_lists_is_there() -> None:
    assert {area.old for area in areas()} == set(range(1, 9))
    assert {area.new for area in areas()} == set(range(1, 8))
    assert area_of("Khen thưởng") is None


@pytest.mark.parametrize(
    ("title", "year", "first", "last"),
    [
        ("Cải cách hành chính tỉnh Sen Hồng năm 2019", 2019, "2019-01-01", "2019-12-31"),
        ("Cải cách hành chính giai đoạn 2021 - 2030", None, "2021-01-01", "2030-12-31"),
        (
            "Cải cách hành chính giai đoạn 2021-2025, định hướng đến năm 2030",
            None, "2021-01-01", "2025-12-31",
        ),
        (
            "Thực hiện Chương trình giai đoạn 2021-2030 trong năm 2024",
            2024, "2024-01-01", "2024-12-31",
        ),
        ("Tuyên truyền 6 tháng cuối năm 2025", 2025, "2025-07-01", "2025-12-31"),
        ("Công tác quý I năm 2025", 2025, "2025-01-01", "2025-03-31"),
    ],
)  # fmt: skip
def test_the_year_is_that_of_the_title(title: str, year: int | None, first: str, last: str) -> None:
    got, period = horizon_of(Reading(title), Reading(date(2018, 12, 6)), None)

    assert got.value == year
    assert period.value == Period(date.fromisoformat(first), date.fromisoformat(last))


def test_without_a_year_in_the_title_the_year_of_signing_serves_with_a_doubt() -> None:
    year, _ = horizon_of(Reading("Kiểm tra công vụ"), Reading(date(2024, 2, 1)), None)

    assert year.value == 2024
    assert year.doubt


def test_without_any_year_none_is_made_up() -> None:
    year, period = horizon_of(Reading("Kiểm tra công vụ"), Reading(None), None)

    assert year.value is period.value is None
    assert year.doubt


def test_capitals_become_ordinary_writing_with_names_kept() -> None:
    assert (
        quiet("CẢI CÁCH HÀNH CHÍNH TỈNH SEN HỒNG NĂM 2026")
        == "Cải cách hành chính tỉnh Sen Hồng năm 2026"
    )
    assert quiet("VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP") == (
        "Văn phòng Ủy ban nhân dân tỉnh Đồng Tháp"
    )
    assert quiet("Đã viết thường") == "Đã viết thường"


@pytest.mark.parametrize("name", ["Nguyễn Văn An", "Lê Thị Hoài Thương", "Y Bih"])
def test_a_name_is_two_to_six_words_with_capitals(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("text", ["Nơi nhận", "Sở", "ngày 15", "Điều 3", "Lưu: VT"])
def test_other_lines_are_no_names(text: str) -> None:
    assert not is_name(text)


def test_a_place_is_what_follows_its_level() -> None:
    assert str(jurisdiction_in("trên địa bàn tỉnh Bà Rịa - Vũng Tàu năm 2024")) == (
        "tỉnh Bà Rịa - Vũng Tàu"
    )
    assert str(committee_in("UBND huyện Sen Trắng ban hành")) == "huyện Sen Trắng"
    assert jurisdiction_in("Ủy ban nhân dân Tỉnh đã ban hành") is None
