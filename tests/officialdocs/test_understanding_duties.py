"""Letters, conclusions and decisions give duties; each with its agency and its time."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.officialdocs import OfficialDocument, read
from cchc.officialdocs.understanding.times import TimeKind

TOP = """ỦY BAN NHÂN DÂN
TỈNH SEN HỒNG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: {number}

Sen Hồng, ngày 03 tháng 6 năm 2019

"""
DECISION = (
    TOP.format(number="815/QĐ-UBND")
    + """QUYẾT ĐỊNH

Về việc giao nhiệm vụ cải cách hành chính sáu tháng cuối năm 2019

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

QUYẾT ĐỊNH:

Điều 1. Giao nhiệm vụ cho các cơ quan, đơn vị như sau:

1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính lập kế hoạch thi, hoàn thành trước ngày 30/8/2019.

2. Sở Tài chính bố trí kinh phí, xong trong tháng 7/2019.

Điều 2. Giao Sở Y tế công khai thời gian khám bệnh, hoàn thành trước ngày 15/9/2019.

Điều 3. Quyết định này có hiệu lực kể từ ngày ký.

Điều 4. Chánh Văn phòng UBND tỉnh, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.

CHỦ TỊCH

Trần Hữu Nghĩa
"""
)
CONCLUSION = (
    TOP.format(number="52/TB-UBND")
    + """THÔNG BÁO

Kết luận của Chủ tịch UBND tỉnh tại phiên họp tháng 5 năm 2019

Sau khi nghe báo cáo, Chủ tịch UBND tỉnh kết luận:

1. Về thủ tục hành chính:

- Giao Sở Tư pháp rà soát thủ tục, báo cáo trước ngày 30/7/2019.

- Giao Sở Xây dựng cắt giảm thời gian cấp phép.

2. Sở Nội vụ theo dõi, định kỳ hàng quý báo cáo UBND tỉnh.

CHỦ TỊCH

Trần Hữu Nghĩa
"""
)


def of_text(tmp_path: Path, text: str) -> OfficialDocument:
    path = tmp_path / "van-ban.txt"
    path.write_text(text, encoding="utf-8")
    return read(path)


def leads(document: OfficialDocument) -> list[tuple[str, str]]:
    return [(task.key, task.lead[0].name) for task in document.tasks]


def test_the_articles_of_a_decision_give_duties_and_its_formalities_none(tmp_path: Path) -> None:
    document = of_text(tmp_path, DECISION)

    assert document.doc_type.value == "Quyết định"
    assert leads(document) == [("1.1", "Sở Nội vụ"), ("1.2", "Sở Tài chính"), ("2", "Sở Y tế")]
    assert [task.time.kind for task in document.tasks] == [TimeKind.DEADLINE] * 3


def test_a_decision_that_only_approves_gives_no_duty(tmp_path: Path) -> None:
    text = DECISION.split("Điều 1.")[0] + (
        "Điều 1. Phê duyệt Quy chế làm việc của Ban Chỉ đạo.\n\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.\n\nCHỦ TỊCH\n\nTrần Hữu Nghĩa\n"
    )

    assert of_text(tmp_path, text).tasks == ()


def test_dashes_that_each_give_work_are_duties_of_their_own(tmp_path: Path) -> None:
    document = of_text(tmp_path, CONCLUSION)

    assert [lead for _, lead in leads(document)] == ["Sở Tư pháp", "Sở Xây dựng", "Sở Nội vụ"]
    assert document.tasks[2].time.kind is TimeKind.RECURRING


def test_the_degree_and_the_twelve_duties_of_the_letter_of_quang_tri(shared_inputs: Path) -> None:
    for path in sorted(shared_inputs.glob("526-*2022.*")):
        document = read(path)

        assert [task.order.value for task in document.tasks] == [str(n) for n in range(1, 13)]
        assert document.secrecy.value is None
        assert document.tasks[11].time_text.value == "Định kỳ quý, 6 tháng và năm"


@pytest.mark.parametrize("text", ["Định kỳ xem xét.", "Không định kỳ.", "định kỳ 6 tháng"])
def test_only_a_rhythm_makes_a_duty_come_again(tmp_path: Path, text: str) -> None:
    document = of_text(tmp_path, CONCLUSION.replace("định kỳ hàng quý báo cáo UBND tỉnh", text))

    is_recurring = document.tasks[2].time.kind is TimeKind.RECURRING
    assert is_recurring is text.endswith("6 tháng")
