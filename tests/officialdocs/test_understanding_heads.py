"""The heads of whole documents: kind, number, day, issuer, place, title, year, signer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cchc.officialdocs import read, understand
from tests.officialdocs.building import line, paper

PAPERS = Path(__file__).parent / "papers"

HEADS = {
    "quyet-dinh-kem-ke-hoach.txt": (
        "Kế hoạch", "0412/QĐ-UBND", date(2025, 12, 22), "Ủy ban nhân dân tỉnh Sen Hồng", "Sen Hồng",
        "Cải cách hành chính tỉnh Sen Hồng năm 2026", 2026, "Lê Thị Hoài Thương",
    ),
    "ke-hoach-so-xuong-dong.txt": (
        "Kế hoạch", "3335/KH-UBND", date(2025, 12, 1), "Ủy ban nhân dân tỉnh Sen Hồng", "Sen Hồng",
        "Triển khai chuyển đổi số trong cơ quan nhà nước năm 2025", 2025, "Phan Quốc Bảo",
    ),
    "bang-danh-dau.md": (
        "Kế hoạch", "47/KH-UBND", date(2025, 1, 20), "Ủy ban nhân dân huyện Sen Trắng", "Sen Trắng",
        "Cải cách hành chính huyện Sen Trắng năm 2025", 2025, "Đỗ Mạnh Cường",
    ),
    "bang-khong-muc.txt": (
        "Kế hoạch", "88/KH-UBND", date(2025, 9, 15), "Ủy ban nhân dân tỉnh Nghệ An", "Vinh",
        "Thực hiện Chương trình phát triển dịch vụ công trực tuyến trên địa bàn tỉnh Nghệ An"
        " giai đoạn 2026-2030", None, "Võ Trọng Hải",
    ),
    "bang-chu-hoa.txt": (
        "Chương trình", "34/CTr-UBND", date(2026, 2, 3), "Ủy ban nhân dân thành phố Đà Nẵng",
        "Đà Nẵng",
        "Hỗ trợ doanh nghiệp đổi mới sáng tạo năm 2026 và định hướng đến năm 2030", 2026,
        "Nguyễn Thị Minh Khai",
    ),
    "quyet-dinh-bo.txt": (
        "Kế hoạch", "1205/QĐ-BNV", date(2025, 11, 5), "Bộ Nội vụ", "Hà Nội",
        "Phân cấp, phân quyền của Bộ Nội vụ", 2025, "Trần Văn Minh",
    ),
    "nhiem-vu-van-xuoi.txt": (
        "Kế hoạch", "159/KH-UBND", date(2025, 3, 10), "Ủy ban nhân dân tỉnh Sen Hồng", "Sen Hồng",
        "Nâng cao chỉ số cải cách hành chính tỉnh Sen Hồng năm 2025", 2025, "Ngô Gia Tự",
    ),
    "chi-thi.txt": (
        "Chỉ thị", "012/CT-UBND", date(2025, 7, 8), "Ủy ban nhân dân tỉnh Sen Hồng", "Sen Hồng",
        "Về việc tăng cường kỷ luật, kỷ cương hành chính trong vận hành chính quyền địa phương"
        " 02 cấp", 2025, "Hoàng Hoa Thám",
    ),
    "cong-van-don-doc.txt": (
        "Công văn", "1780/SNV-CCHC", date(2024, 11, 4), "Sở Nội vụ", "Sen Hồng",
        "Khắc phục hạn chế sau kiểm tra cải cách hành chính năm 2024", 2024, "Bùi Xuân Phái",
    ),
    "chi-tieu-bang.txt": (
        "Kế hoạch", "77/KH-UBND", date(2024, 1, 12), "Ủy ban nhân dân tỉnh Sen Hồng", "Sen Hồng",
        "Cải thiện Chỉ số hài lòng (SIPAS) tỉnh Sen Hồng năm 2024", 2024, "Trịnh Công Sơn",
    ),
    "ban-nhap.txt": (
        "Kế hoạch", None, None, "Ủy ban nhân dân tỉnh Sen Hồng", "Sen Hồng",
        "Tuyên truyền cải cách hành chính 6 tháng cuối năm 2027", 2027, None,
    ),
    "nhieu-bang.txt": (
        "Kế hoạch", "305/KH-UBND", date(2022, 12, 28), "Ủy ban nhân dân tỉnh Sen Hồng", "Sen Hồng",
        "Cải cách hành chính nhà nước tỉnh Sen Hồng năm 2023", 2023, "Mai Thúc Loan",
    ),
    "trang-mang.md": (
        "Kế hoạch", "123/KH-UBND", date(2025, 2, 1), "Ủy ban nhân dân tỉnh Sen Hồng", "Sen Hồng",
        "Cải cách hành chính tỉnh Sen Hồng năm 2025", 2025, "Nguyễn Văn An",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_the_head_of_every_paper_is_read(name: str) -> None:
    document = read(PAPERS / name)
    signer = document.signer.value

    assert (
        document.doc_type.value,
        document.number.value,
        document.issued_on.value,
        document.issuing_body.value,
        document.place.value,
        document.title.value,
        document.year.value,
        signer.name if signer else None,
    ) == HEADS[name]


def test_every_paper_in_the_folder_has_an_expectation() -> None:
    assert {path.name for path in PAPERS.iterdir()} == set(HEADS)


def test_a_plan_kept_apart_from_its_decision_takes_number_and_day_from_the_line_that_names_it() -> (
    None
):
    document = understand(
        paper(
            "KẾ HOẠCH",
            line("Cải cách hành chính năm 2026", bold=True),
            "(Ban hành kèm theo Quyết định số 33/QĐ-UBND ngày 09/01/2026 của UBND tỉnh Sen Hồng)",
            "I. MỤC TIÊU",
        )
    )

    assert document.number.value == "33/QĐ-UBND"
    assert document.issued_on.value == date(2026, 1, 9)
    assert document.number.doubt
    assert document.issuing_body.value == "Ủy ban nhân dân tỉnh Sen Hồng"
    assert document.enclosing is not None


def test_the_issuer_is_not_taken_from_the_place_while_the_text_names_another() -> None:
    document = understand(
        paper(
            "Số: 9/KH-UBND",
            "Hồng An, ngày 02 tháng 3 năm 2026",
            "KẾ HOẠCH",
            line("Tuyên truyền năm 2026 trên địa bàn tỉnh Sen Hồng", bold=True),
        )
    )

    assert document.place.value == "Hồng An"
    assert document.issuing_body.value == "Ủy ban nhân dân tỉnh Sen Hồng"
    assert document.issuing_body.confidence < 1
    assert document.issuing_body.doubt


def test_a_caller_may_say_the_year() -> None:
    document = understand(paper("KẾ HOẠCH", line("Kiểm tra công vụ", bold=True)), year=2031)

    assert document.year.value == 2031
    assert document.period.value is not None
    assert document.period.value.last == date(2031, 12, 31)


@pytest.mark.parametrize(
    "number", ["Số: /KH-UBND", "Số: .../KH-UBND", "Số:      /KH-UBND", "Số: ……/KH-UBND"]
)
def test_an_empty_number_is_none_in_every_way_of_leaving_it_empty(number: str) -> None:
    document = understand(paper(number, "Sen Hồng, ngày    tháng    năm 2026", "KẾ HOẠCH", "Thử"))

    assert document.number.value is document.issued_on.value is None
    assert document.symbol.value == "KH-UBND"
