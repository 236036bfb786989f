"""A stamped degree of secrecy is found wherever a stamp stands, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.officialdocs import OfficialDocument, read, to_json
from cchc.officialdocs.layout import Cell, Layout, Medium, Paragraph, Place, Row, Table
from cchc.officialdocs.reader import understand

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH SEN HỒNG\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 12/UBND-NC\n"
BODY = (
    "\nV/v bảo vệ bí mật nhà nước\n\nSen Hồng, ngày 02 tháng 5 năm 2019\n\n"
    "Kính gửi: Sở Nội vụ.\n\n1. Sở Nội vụ rà soát danh mục tài liệu mật, báo cáo trước 30/6/2019.\n"
)


def of_text(tmp_path: Path, text: str) -> OfficialDocument:
    path = tmp_path / "van-ban.txt"
    path.write_text(text, encoding="utf-8")
    return read(path)


@pytest.mark.parametrize(
    ("stamp", "degree"),
    [
        ("MẬT", "Mật"),
        ("TỐI MẬT", "Tối mật"),
        ("TUYỆT MẬT", "Tuyệt mật"),
        ("[ MẬT ]", "Mật"),
        ("M Ậ T", "Mật"),
        ("| TỐI  MẬT |", "Tối mật"),
        ("Mật", "Mật"),
        ("Độ mật: Mật", "Mật"),
        ("Độ mật: Tối mật", "Tối mật"),
        ("Mức độ mật: TUYỆT MẬT", "Tuyệt mật"),
        ("Độ mật: A", "Tuyệt mật"),
        ("TOI MAT", "Tối mật"),
    ],
)
def test_a_stamp_under_the_number_is_a_degree(tmp_path: Path, stamp: str, degree: str) -> None:
    document = of_text(tmp_path, HEAD + f"\n{stamp}\n" + BODY)

    assert document.secrecy.value == degree
    assert to_json(document)["secrecy"] == degree


@pytest.mark.parametrize("line", ["Số: 12/UBND-NC   MẬT", "MẬT Sen Hồng, ngày 02 tháng 5 năm 2019"])
def test_a_stamp_run_together_with_its_neighbour_counts(tmp_path: Path, line: str) -> None:
    assert of_text(tmp_path, HEAD.replace("Số: 12/UBND-NC", line) + BODY).secrecy.value == "Mật"


@pytest.mark.parametrize(
    "words",
    [
        "V/v tăng cường công tác BẢO VỆ BÍ MẬT nhà nước",
        "KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "Phân loại: mật, tối mật, tuyệt mật;",
        "- Mật",
        "Mật;",
        "Độ mật: Không",
        "Độ mật: Thường",
        "1. Sở Nội vụ quản lý tài liệu MẬT theo quy định.",
        "BẢO MẬT",
        "Mật độ dân số",
        "A",
    ],
)
def test_words_about_secrets_are_no_stamp(tmp_path: Path, words: str) -> None:
    assert of_text(tmp_path, f"{HEAD}\n{words}\n{BODY}").secrecy.value is None


def test_a_stamp_on_an_appendix_counts_but_small_letters_there_do_not(tmp_path: Path) -> None:
    filling = "\n".join(f"Đoạn thứ {number} của văn bản." for number in range(80))

    assert of_text(tmp_path, HEAD + BODY + filling + "\n\nMẬT\n").secrecy.value == "Mật"
    assert of_text(tmp_path, HEAD + BODY + filling + "\n\nMật\n").secrecy.value is None


def table(*rows: tuple[str, ...]) -> Table:
    here = Place(table=1)
    return Table(tuple(Row(tuple(Cell(c, here) for c in row), here) for row in rows), here)


def paragraph(text: str, confidence: float = 1.0) -> Paragraph:
    return Paragraph(text, Place(page=1, paragraph=1), confidence=confidence)


def test_a_box_in_the_letter_head_counts_and_a_list_of_degrees_does_not() -> None:
    box = Layout(
        Medium.WORD,
        (
            table(
                ("UBND TỈNH\nMẬT", "Ngày 02 tháng 5 năm 2019"),
            ),
        ),
    )
    columns = table(("TT", "Tên tài liệu", "Độ mật"), ("1", "Phương án A", "Mật"))
    listed = Layout(Medium.WORD, (paragraph("DANH MỤC TÀI LIỆU"), columns))

    assert understand(box).secrecy.value == "Mật"
    assert understand(listed).secrecy.value is None


def test_letters_that_recognition_spoilt_still_refuse() -> None:
    spoilt = Layout(Medium.SCAN, (paragraph("Số: 12/UBND-NC", 0.9), paragraph("MẠT", 0.5)))
    typed = Layout(Medium.TEXT, (paragraph("Số: 12/UBND-NC"), paragraph("MẠT")))

    assert understand(spoilt).secrecy.value == "Mật"
    assert understand(typed).secrecy.value is None


@given(st.lists(st.text(max_size=60), max_size=20))
def test_any_text_has_a_degree_or_none(lines: list[str]) -> None:
    layout = Layout(Medium.TEXT, tuple(paragraph(line) for line in lines))

    assert understand(layout).secrecy.value in {None, "Mật", "Tối mật", "Tuyệt mật"}
