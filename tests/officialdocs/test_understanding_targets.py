"""Targets: which numbers a plan wants to reach, by when, and which numbers are none."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.officialdocs import Target, understand
from tests.officialdocs.building import plan

PLAN = "Cải cách hành chính giai đoạn 2026-2030"


def targets(*lines: str) -> tuple[Target, ...]:
    return understand(plan(PLAN, "I. MỤC TIÊU", "2. Mục tiêu cụ thể", *lines)).targets


@pytest.mark.parametrize(
    ("text", "comparator", "quantity", "unit", "subject"),
    [
        ("100% thủ tục được công khai", "=", 100, "%", "thủ tục"),
        ("Tối thiểu 80% thanh toán trực tuyến", ">=", 80, "%", "thanh toán trực tuyến"),
        ("Mức độ hài lòng đạt từ 90% trở lên", ">=", 90, "%", "Mức độ hài lòng"),
        ("Tỷ lệ giải ngân đạt trên 95% kế hoạch", ">", 95, "%", "Tỷ lệ giải ngân đạt"),
        ("Dân số từ 15 tuổi trở lên có tài khoản đạt ≥ 30%", ">=", 30, "%", "Dân số"),
        ("Tiết kiệm chi thường xuyên từ 10-15%", ">=", 10, "%", "Tiết kiệm chi thường xuyên"),
        ("Tổ chức ít nhất 12 cuộc đối thoại", ">=", 12, "cuộc", "cuộc đối thoại"),
        ("Có 3.000 lượt người được tập huấn", "=", 3000, "lượt", "lượt người"),
        ("Thời gian chờ đợi dưới 15 phút", "<", 15, "phút", "Thời gian chờ đợi"),
        ("Không quá 1,5 ngày xử lý một hồ sơ", "<=", 1.5, "ngày", None),
        ("Chỉ số PAR INDEX xếp trong nhóm 10 tỉnh dẫn đầu", "<=", 10, "hạng", "Chỉ số PAR INDEX"),
    ],
)
def test_a_quantity_is_read_with_its_comparator_and_subject(
    text: str, comparator: str, quantity: float, unit: str, subject: str | None
) -> None:
    (target,) = targets(f"- {text}.")

    assert (target.comparator, target.quantity, target.unit) == (comparator, quantity, unit)
    if subject is not None and unit != "%":
        assert target.subject == subject
    assert target.due == date(2030, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ",
        "Áp dụng TCVN ISO 9001:2015 thay cho phiên bản 9001:2008",
        "Cung cấp dịch vụ công mức độ 3, 4",
        "Phủ sóng 5G với tốc độ 01 Gb/s",
        "Hoàn thành trong năm 2026",
        "Xây dựng nền hành chính chuyên nghiệp, hiện đại (hiện đạt 75%)",
    ],
)
def test_other_numbers_are_no_targets(text: str) -> None:
    assert targets(f"- {text}.") == ()


def test_one_point_may_set_several_targets() -> None:
    found = targets(
        "- Tỷ lệ hài lòng đạt trên 90%; phấn đấu đến năm 2028 đạt 92%, đến năm 2030 đạt 95%."
    )

    assert [(t.comparator, t.quantity, t.due, t.bullet) for t in found] == [
        (">", 90, date(2030, 12, 31), 1),
        ("=", 92, date(2028, 12, 31), 1),
        ("=", 95, date(2030, 12, 31), 1),
    ]


def test_what_is_reached_already_or_another_way_to_the_same_is_no_target_of_its_own() -> None:
    existing = targets("- Hiện có 180 trạm, phấn đấu đạt 200 trạm.")
    alternative = targets("- Chỉ số tăng 5% so với năm trước hoặc nằm trong nhóm 5 đơn vị đầu.")

    assert [t.quantity for t in existing] == [200]
    assert [t.quantity for t in alternative] == [5]


def test_a_day_set_in_a_line_above_serves_the_points_under_it() -> None:
    found = targets(
        "b) Cải cách thủ tục hành chính",
        "- Đến năm 2027:",
        "+ 80% hồ sơ trực tuyến",
        "- Đến năm 2030:",
        "+ 95% hồ sơ trực tuyến",
    )

    assert [(t.quantity, t.due) for t in found] == [
        (80, date(2027, 12, 31)),
        (95, date(2030, 12, 31)),
    ]
    assert {t.area for t in found} == {"thu-tuc-hanh-chinh"}


def test_general_aims_and_tasks_set_no_targets() -> None:
    document = understand(
        plan(
            PLAN,
            "I. MỤC TIÊU",
            "1. Mục tiêu chung",
            "- Phấn đấu hoàn thành 100% kế hoạch.",
            "II. NHIỆM VỤ",
            "- Phấn đấu 70% xã đạt chuẩn.",
        )
    )

    assert document.targets == ()
