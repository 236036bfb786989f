"""Heads and signatures of text files whose two columns only spaces keep apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.officialdocs import OfficialDocument, read
from cchc.officialdocs.sources.spaced_columns import find_spaced_zones

LETTER = """\
     ỦY BAN NHÂN DÂN               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TỈNH SEN HỒNG                     Độc lập - Tự do - Hạnh phúc

     Số: 345/UBND-NC                 Sen Hồng, ngày 02 tháng 6 năm 2023
 V/v đôn đốc thực hiện nhiệm vụ
     cải cách hành chính

                    Kính gửi:
                         - Các sở, ban, ngành tỉnh;
                         - UBND các huyện, thị xã, thành phố.

     Để hoàn thành nhiệm vụ năm 2023, Ủy ban nhân dân tỉnh yêu cầu:
     1. Các sở, ban, ngành tỉnh rà soát nhiệm vụ chậm, báo cáo trước ngày 20/6/2023.
     2. Sở Nội vụ kiểm tra công vụ đột xuất, mỗi quý ít nhất 01 lần.
     3. Sở Tư pháp tham mưu ban hành Bộ chỉ số mới trong tháng 7/2023.

Nơi nhận:                                  TM. ỦY BAN NHÂN DÂN
- Như trên;                                    KT. CHỦ TỊCH
- CT, các PCT UBND tỉnh;                       PHÓ CHỦ TỊCH
- Lưu: VT, NC.


                                              Đào Văn Khải
"""
DIRECTIVE = """\
UBND TỈNH SEN HỒNG                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
CHỦ TỊCH                              Độc lập - Tự do - Hạnh phúc
Số: 07/CT-UBND                    Sen Hồng, ngày 12 tháng 5 năm 2023

CHỈ THỊ
Về việc tăng cường kỷ luật, kỷ cương hành chính

Chủ tịch UBND tỉnh yêu cầu:
1. Sở Nội vụ:
a) Chủ trì kiểm tra công vụ.
b) Tổng hợp, báo cáo trước ngày 30/6/2023.

Nơi nhận:                                    CHỦ TỊCH
- Như trên;
- Lưu: VT, KSTT.                          Nguyễn Thị Giang
"""


@pytest.fixture
def read_words(tmp_path: Path) -> object:
    def reading(words: str) -> OfficialDocument:
        path = tmp_path / "van-ban.txt"
        path.write_text(words, encoding="utf-8")
        return read(path)

    return reading


def test_head_and_signature_of_a_letter_are_told_apart(read_words) -> None:
    letter = read_words(LETTER)
    signer = letter.signer.value

    assert letter.number.value == "345/UBND-NC"
    assert letter.issuing_body.value == "Ủy ban nhân dân tỉnh Sen Hồng"
    assert letter.place.value == "Sen Hồng"
    assert letter.title.value == "Đôn đốc thực hiện nhiệm vụ cải cách hành chính"
    assert (signer.position, signer.name) == ("PHÓ CHỦ TỊCH", "Đào Văn Khải")
    assert [name.value for name in letter.recipients] == [
        *("Như trên", "CT, các PCT UBND tỉnh", "Lưu: VT, NC")
    ]


def test_a_chairman_is_named_with_the_committee(read_words) -> None:
    directive = read_words(DIRECTIVE)

    assert directive.issuing_body.value == "Chủ tịch UBND tỉnh Sen Hồng"
    assert directive.title.value == "Về việc tăng cường kỷ luật, kỷ cương hành chính"
    assert directive.signer.value.name == "Nguyễn Thị Giang"
    assert [name.value for name in directive.recipients] == ["Như trên", "Lưu: VT, KSTT"]
    assert [task.order.value for task in directive.tasks] == ["a", "b"]


def test_a_month_at_the_end_of_a_sentence_and_a_rhythm_in_it_are_times(read_words) -> None:
    times = [task.time.text for task in read_words(LETTER).tasks]

    assert times == ["trước ngày 20/6/2023", "mỗi quý ít nhất 01 lần", "trong tháng 7/2023"]


def test_a_passing_month_is_no_deadline(read_words) -> None:
    words = LETTER.replace("trong tháng 7/2023.", "trong quý II còn chậm, cần khắc phục.")

    assert read_words(words).tasks[2].time.text == ""


@pytest.mark.parametrize(
    "line",
    [
        "Sở Nội vụ     báo cáo     hằng tháng",
        "Một câu văn có     khoảng trống rộng",
        "| Nơi nhận:     | TM. ỦY BAN |",
        "Nơi nhận: Như trên",
    ],
)
def test_wide_spaces_elsewhere_are_no_columns(line: str) -> None:
    assert find_spaced_zones([line, line]) == []
