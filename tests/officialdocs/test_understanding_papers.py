"""Whole documents of a made-up province, in the shapes that real ones come in."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from cchc.officialdocs import OfficialDocument, Task, TaskOrigin, read
from cchc.officialdocs.understanding.rhythms import Anchor, Freq
from cchc.officialdocs.understanding.times import TimeKind

PAPERS = Path(__file__).parent / "papers"


@cache
def paper(name: str) -> OfficialDocument:
    return read(PAPERS / name)


def task(document: OfficialDocument, key: str) -> Task:
    return next(task for task in document.tasks if task.key == key)


def lead(task: Task) -> list[str]:
    return [mention.name for mention in task.lead]


def partners(task: Task) -> list[str]:
    return [mention.name for mention in task.coordinating]


def test_a_decision_gives_number_and_signer_and_its_plan_the_title() -> None:
    document = paper("quyet-dinh-kem-ke-hoach.txt")

    assert document.enclosing is not None
    assert document.enclosing.doc_type == "Quyết định"
    assert document.signer.value is not None
    assert document.signer.value.authority == "KT. CHỦ TỊCH"
    assert document.signer.value.position == "PHÓ CHỦ TỊCH"
    assert [c.reference for c in document.basis] == [
        "76/NQ-CP (15/07/2021)",
        "911/TTr-SNV (15/12/2025)",
    ]
    assert [r.value for r in document.recipients] == ["Như Điều 3", "Bộ Nội vụ", "Lưu: VT, NC"]


def test_a_draft_has_no_number_and_no_day_and_says_so() -> None:
    document = paper("ban-nhap.txt")

    assert document.number.value is document.issued_on.value is None
    assert document.symbol.value == "KH-UBND"
    assert document.number.doubt
    assert {"number_unsure", "issued_on_unsure"} <= {w.code for w in document.warnings}
    assert document.period.value is not None
    assert document.period.value.first == date(2027, 7, 1)


def test_targets_are_told_from_other_numbers() -> None:
    targets = paper("quyet-dinh-kem-ke-hoach.txt").targets

    assert [(t.comparator, t.quantity, t.unit, t.bullet) for t in targets] == [
        (">=", 95, "%", 1),
        (">", 80, "%", 1),
        (">=", 15, "thủ tục hành chính", 2),
        (">=", 30, "%", 2),
        ("=", 100, "%", 3),
        ("<=", 30, "phút", 4),
    ]
    assert targets[4].due == date(2026, 6, 30)
    assert targets[0].due == date(2026, 12, 31)


def test_a_comparator_said_once_serves_the_numbers_that_follow() -> None:
    targets = paper("bang-chu-hoa.txt").targets

    assert [(t.comparator, t.quantity, t.unit) for t in targets] == [
        (">=", 100, "doanh nghiệp"),
        (">=", 50, "doanh nghiệp"),
        ("=", 12, "cuộc"),
        ("=", 3000, "lượt"),
    ]


def test_tables_of_targets_are_read_with_and_without_a_column_of_values() -> None:
    document = paper("chi-tieu-bang.txt")

    assert document.tasks == ()
    assert [(t.comparator, t.quantity, t.unit) for t in document.targets] == [
        (">=", 87, "%"),
        ("=", 100, "%"),
        (">=", 60, "%"),
        (">", 45, "%"),
        (">=", 24, "Cuộc"),
        ("=", 85, "%"),
        ("=", 12, "Mô hình"),
    ]
    first = document.targets[0]
    assert [(m.name, m.role) for m in first.lead] == [
        ("Sở Nội vụ", "chủ trì hướng dẫn, tổng hợp"),
        ("Các sở, ban, ngành", "thực hiện"),
    ]


def test_roman_sections_with_numbers_that_run_on() -> None:
    document = paper("quyet-dinh-kem-ke-hoach.txt")

    assert [s.title for s in document.sections] == [
        "Cải cách thể chế",
        "Cải cách thủ tục hành chính",
    ]
    assert [t.key for t in document.tasks] == ["I.1", "I.2", "II.3", "II.4"]
    assert [t.area for t in document.tasks] == ["the-che"] * 2 + ["thu-tuc-hanh-chinh"] * 2
    first = task(document, "I.1")
    assert first.funding_source.value == "Chi thường xuyên hoặc nguồn vốn hợp pháp khác (nếu có)"
    assert partners(first) == ["Các sở, ban, ngành tỉnh", "UBND các xã, phường, đặc khu"]
    assert first.budget.vnd is None
    second = task(document, "I.2")
    assert second.time.kind is TimeKind.RECURRING
    assert second.time.is_continuous
    assert task(document, "II.3").time.kind is TimeKind.CONDITIONAL
    last = task(document, "II.4")
    assert (last.time.due, last.time.stated) == (date(2026, 11, 29), date(2026, 11, 30))


def test_numbers_that_begin_again_in_each_section_and_products_last() -> None:
    document = paper("bang-danh-dau.md")

    assert [t.key for t in document.tasks] == ["I.1", "I.2", "II.1", "II.2", "II.3"]
    assert [t.product.value for t in document.tasks] == [
        "Kế hoạch",
        "Thông báo kết luận",
        "Báo cáo",
        "Báo cáo kết quả",
        "",
    ]
    assert partners(task(document, "I.1")) == ["Văn phòng HĐND và UBND huyện"]
    both = task(document, "I.2")
    assert lead(both) == ["Phòng Nội vụ"]
    assert partners(both)[0] == "Phòng Nội vụ"
    assert both.time.reference == "Kế hoạch riêng"
    yearly = task(document, "II.2").time
    assert (yearly.freq, yearly.anchors, yearly.due) == (
        Freq.YEARLY,
        (Anchor(12),),
        date(2025, 12, 31),
    )


def test_a_table_without_sections_whose_row_a_page_cuts() -> None:
    document = paper("bang-khong-muc.txt")

    assert document.sections == ()
    assert [t.key for t in document.tasks] == ["1", "2", "3", "4"]
    cut = task(document, "2")
    assert cut.content.value == (
        "Kết nối cơ sở dữ liệu quốc gia với hệ thống thông tin giải quyết thủ tục hành chính"
    )
    assert partners(cut) == ["Công an tỉnh", "Thuế tỉnh"]
    assert (cut.time.start, cut.time.due) == (date(2025, 10, 1), date(2026, 6, 30))
    assert task(document, "3").time.open_ended
    assert document.period.value is not None
    assert document.period.value.last == date(2030, 12, 31)


def test_heads_in_capitals_and_two_levels_of_sections() -> None:
    document = paper("bang-chu-hoa.txt")

    assert [s.code for s in document.sections] == ["A", "I", "B"]
    assert [t.order.value for t in document.tasks] == ["1", "2", "1", "2"]
    assert task(document, "A.1").section_path == (
        "Nhóm nhiệm vụ về thể chế",
        "Hoàn thiện chính sách",
    )
    assert any(w.code == "due_outside_period" for w in document.warnings)


def test_a_column_of_responsible_heads_is_kept_apart_from_who_leads() -> None:
    document = paper("quyet-dinh-bo.txt")

    first = task(document, "1")
    assert lead(first) == ["Vụ Chính quyền địa phương"]
    assert partners(first) == ["Vụ Kế hoạch, Tài chính", "Cục Xuất bản, In và Phát hành"]
    assert dict(first.extra) == {"Người đứng đầu chịu trách nhiệm": "Thứ trưởng Phụ trách"}
    assert first.product.value == "Nghị định"
    assert partners(task(document, "2")) == [
        "Cục Tiền lương",
        "Cục Việc làm",
        "Cục Văn thư và Lưu trữ",
    ]


def test_a_missing_separator_is_found_and_doubted() -> None:
    joined = task(paper("ke-hoach-so-xuong-dong.txt"), "I.2")

    assert lead(joined) == ["Sở Khoa học và Công nghệ", "Sở Công Thương"]
    assert any("dấu tách" in doubt.message for doubt in joined.doubts())


def test_a_deadline_close_to_signing_is_said() -> None:
    document = paper("ke-hoach-so-xuong-dong.txt")

    assert [w.message[:3] for w in document.warnings if w.code == "due_close_to_signing"] == [
        "I.1",
        "II.",
    ]


def test_money_in_the_unit_of_its_column_and_for_each() -> None:
    document = paper("ban-nhap.txt")

    assert [t.budget.vnd for t in document.tasks] == [
        60_000_000,
        1_200_000_000,
        5_000_000,
        1_500_000_000,
        5_000_000,
    ]
    assert [t.budget.basis for t in document.tasks] == [
        "trọn gói",
        "trọn gói",
        "mỗi xã",
        "trọn gói",
        "mỗi đội",
    ]
    assert [t.funding_source.value for t in document.tasks] == [
        "NS tỉnh",
        "Ngân sách tỉnh",
        "NS xã",
        None,
        None,
    ]
    assert [s.code for s in document.sections] == ["1", "2"]


def test_several_tables_take_their_sections_from_the_lines_above() -> None:
    document = paper("nhieu-bang.txt")

    assert [s.title for s in document.sections] == [
        "Cải cách thể chế",
        "Cải cách tổ chức bộ máy",
        "Tài chính công",
    ]
    assert [t.key for t in document.tasks] == ["1.1", "1.2", "2.1", "2.2", "3.1"]
    assert lead(task(document, "2.1")) == ["Sở Nội vụ", "Sở Tư pháp", "Sở Y tế"]
    assert task(document, "2.2").time.kind is TimeKind.FROM


def test_tasks_in_prose_with_labels_on_lines_and_in_the_line() -> None:
    document = paper("nhiem-vu-van-xuoi.txt")

    assert [t.origin for t in document.tasks] == [TaskOrigin.PROSE] * 4
    assert [t.section.value for t in document.tasks] == ["Cải cách thể chế"] * 2 + [
        "Cải cách thủ tục hành chính"
    ] * 2
    first, second, third, fourth = document.tasks
    assert first.key == "1.a"
    assert first.content.value.startswith("Rà soát các văn bản quy phạm pháp luật hết hiệu lực")
    assert lead(first) == ["Sở Tư pháp"]
    assert partners(first) == ["Các sở, ban, ngành", "UBND các huyện, thành phố"]
    assert first.time.stated == date(2025, 11, 15)
    assert second.time.kind is TimeKind.BY_REFERENCE
    assert third.content.value == "Đơn giản hóa 20 thủ tục hành chính."
    assert lead(third) == ["Văn phòng UBND tỉnh"]
    assert partners(third) == ["Sở Nội vụ", "Sở Tư pháp"]
    assert third.time.due == date(2025, 9, 30)
    assert third.product.value == "Quyết định phê duyệt phương án"
    assert fourth.budget.vnd == 250_000_000
    assert fourth.time.kind is TimeKind.CONTINUOUS
    assert document.targets == ()


def test_what_the_plan_lays_on_each_agency_is_no_task() -> None:
    document = paper("nhiem-vu-van-xuoi.txt")

    assert [[m.name for m in r.agencies] for r in document.responsibilities] == [
        ["Sở Nội vụ"],
        ["Các sở, ban, ngành"],
    ]


def test_the_duties_of_a_directive_under_the_agencies_that_have_them() -> None:
    document = paper("chi-thi.txt")

    assert [t.key for t in document.tasks] == [
        "1.a", "1.b", "1.c", "1.d", "1.e", "1.g", "2.a", "2.b", "3", "4", "5",
    ]  # fmt: skip
    assert lead(task(document, "1.a")) == ["Các sở", "Các ban, ngành tỉnh", "UBND các xã, phường"]
    assert task(document, "1.b").time.stated == date(2025, 7, 20)
    assert task(document, "1.c").time.kind is TimeKind.NONE
    assert task(document, "1.e").time.due == date(2025, 7, 31)
    assert lead(task(document, "2.a")) == ["Sở Nội vụ"]
    assert partners(task(document, "2.a")) == ["Thanh tra tỉnh"]
    assert lead(task(document, "3")) == ["Văn phòng UBND tỉnh"]
    assert lead(task(document, "4")) == [
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
        "Các tổ chức chính trị - xã hội",
    ]
    assert lead(task(document, "5")) == ["Báo và Phát thanh, Truyền hình tỉnh"]


def test_the_duties_of_an_urging_letter_fall_on_those_it_is_sent_to() -> None:
    document = paper("cong-van-don-doc.txt")
    everyone = ["Các sở, ban, ngành tỉnh", "UBND các huyện, thị xã, thành phố"]

    assert [m.name for m in document.addressees] == everyone
    assert [t.key for t in document.tasks] == ["1", "2", "3", "4"]
    assert lead(task(document, "1")) == everyone
    assert all(m.doubt for m in task(document, "1").lead)
    assert lead(task(document, "2")) == ["Sở Y tế", "Sở Giáo dục và Đào tạo"]
    assert lead(task(document, "3")) == ["UBND các huyện, thị xã, thành phố"]
    assert [t.time.due for t in document.tasks] == [
        date(2024, 11, 19),
        date(2024, 11, 30),
        None,
        date(2024, 12, 10),
    ]
    assert [c.number for c in task(document, "2").citations] == ["1090/QĐ-UBND"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "quyet-dinh-kem-ke-hoach.txt",
            [
                (
                    ["Các sở, ban, ngành tỉnh", "UBND các xã, phường"],
                    Freq.MONTHLY,
                    (Anchor(day=15),),
                ),
                (["Sở Nội vụ"], Freq.MONTHLY, (Anchor(day=20),)),
            ],
        ),
        (
            "ke-hoach-so-xuong-dong.txt",
            [
                (
                    ["Các sở, ban, ngành", "UBND các xã, phường"],
                    Freq.YEARLY,
                    (Anchor(6, 1), Anchor(11, 15)),
                )
            ],
        ),
        ("chi-thi.txt", [(["Văn phòng UBND tỉnh"], Freq.QUARTERLY, ())]),
        (
            "bang-chu-hoa.txt",
            [(["Các đơn vị"], None, ()), (["Sở Khoa học và Công nghệ"], None, ())],
        ),
        ("nhiem-vu-van-xuoi.txt", [(["Các sở, ban, ngành"], None, ())]),
    ],
)
def test_duties_to_report_stand_apart_with_their_rhythm(
    name: str, expected: list[tuple[list[str], Freq | None, tuple[Anchor, ...]]]
) -> None:
    duties = paper(name).report_duties

    assert [(lead(d), d.time.freq, d.time.anchors) for d in duties] == expected
    assert all(d.origin is TaskOrigin.REPORT for d in duties)


@pytest.mark.parametrize("name", sorted(path.name for path in PAPERS.iterdir()))
def test_every_value_of_every_task_has_a_place(name: str) -> None:
    document = paper(name)

    for each in (*document.tasks, *document.report_duties):
        assert each.places
        assert each.content.place is not None
        assert each.lead_text.place is not None
        assert each.time_text.place is not None
    keys = [each.key for each in document.tasks]
    assert len(keys) == len(set(keys))
