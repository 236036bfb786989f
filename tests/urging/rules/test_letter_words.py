"""What letters, notices and lists say."""

from __future__ import annotations

from datetime import date

from cchc.modules.urging.labels import LETTER_REFUSALS
from cchc.modules.urging.rules.letter_refusals import LetterWhyNot
from cchc.modules.urging.rules.letters import (
    Source,
    UrgedTask,
    Urging,
    basis,
    letter_appendix,
    letter_blocks,
    letter_recipients,
    list_appendix,
    meeting_blocks,
    notice_blocks,
)
from cchc.officialdocs.writing import BlockKind

PLAN = Source(
    "Kế hoạch",
    "271/KH-UBND",
    date(2018, 12, 6),
    "UBND tỉnh Sen Hồng",
    "Cải cách hành chính năm 2019",
)


def task(agency: str, content: str, late_days: int) -> UrgedTask:
    return UrgedTask(
        agency, content, "271/KH-UBND", date(2019, 9, 30), late_days, date(2019, 11, 5)
    )


TASKS = (
    task("Sở Tư pháp", "Rà soát văn bản", 10),
    task("Sở Tư pháp", "Xây dựng phim ngắn", 31),
    task("Sở Tài chính", "Báo cáo quý III", -2),
)


def urging(*tasks: UrgedTask, is_order: bool = False) -> Urging:
    return Urging(
        "Sở Nội vụ", is_order, date(2019, 10, 14), date(2019, 10, 21), (PLAN,), tasks or TASKS
    )


def test_a_basis_names_the_plan_by_number_day_and_issuer() -> None:
    assert basis(PLAN).text == (
        "Căn cứ Kế hoạch số 271/KH-UBND ngày 06/12/2018 của UBND tỉnh Sen Hồng "
        "về cải cách hành chính năm 2019;"
    )
    about = Source("Chỉ thị", "07/CT-UBND", None, "", "Về tăng cường kỷ luật")
    assert basis(about).text == "Căn cứ Chỉ thị số 07/CT-UBND về tăng cường kỷ luật;"
    assert basis(Source("Công văn", "5/UBND", None, "", "")).text == "Căn cứ Công văn số 5/UBND;"


def test_a_letter_says_how_many_how_long_and_until_when() -> None:
    blocks = letter_blocks(urging())
    text = " ".join(block.line for block in blocks)

    assert blocks[0].kind is BlockKind.BASIS
    assert "còn 02 nhiệm vụ của 01 cơ quan, đơn vị đã quá hạn" in text
    assert "lâu nhất là 31 ngày làm việc" in text
    assert "có 01 nhiệm vụ sắp đến hạn" in text
    assert "gửi Sở Nội vụ chậm nhất ngày 21/10/2019" in text
    assert "Sở Nội vụ đề nghị" in text
    assert "Sở Nội vụ yêu cầu" in " ".join(b.line for b in letter_blocks(urging(is_order=True)))


def test_only_late_or_only_near_tasks_read_well() -> None:
    late = " ".join(block.line for block in letter_blocks(urging(TASKS[0])))
    near = " ".join(block.line for block in letter_blocks(urging(TASKS[2])))

    assert "sắp đến hạn. Để" not in late
    assert "đã quá hạn nhưng" not in near
    assert "không có nhiệm vụ quá hạn" in " ".join(
        block.line
        for block in letter_blocks(
            Urging("Sở Nội vụ", False, date(2019, 10, 14), date(2019, 10, 21), (), ())
        )
    )


def test_the_list_of_a_letter_has_every_task_once() -> None:
    appendix = letter_appendix(urging())

    rows = [row for group in appendix.groups for row in group.rows]
    assert [row[0] for row in rows] == ["1", "2", "3"]
    assert [row[5] for row in rows] == ["10", "31", "chưa quá hạn"]
    assert [group.code for group in appendix.groups] == ["I", "II"]


def test_recipients_name_who_is_above() -> None:
    assert letter_recipients(is_order=False, superior="UBND tỉnh Sen Hồng") == (
        "Như trên",
        "UBND tỉnh Sen Hồng (để báo cáo)",
        "Lưu: VT, CCHC",
    )
    assert letter_recipients(is_order=True, superior="x") == ("Như trên", "Lưu: VT, CCHC")


def test_a_notice_and_a_meeting_list_count_by_agency() -> None:
    late = TASKS[:2]
    notice = [
        block.line
        for block in notice_blocks(late, month_end=date(2019, 9, 30), done_count=4, urged_count=12)
    ]
    meeting = [
        block.line
        for block in meeting_blocks(late, as_of=date(2019, 10, 27), held_on=date(2019, 10, 28))
    ]

    assert "còn 02 nhiệm vụ" in notice[1]
    assert "04 nhiệm vụ quá hạn đã được hoàn thành; 12 lượt" in notice[2]
    assert "1. Sở Tư pháp: 02 nhiệm vụ; lâu nhất 31 ngày làm việc" in notice[4]
    assert meeting[0].startswith("Phục vụ phiên họp thường kỳ ngày 28/10/2019")
    empty = notice_blocks((), month_end=date(2019, 9, 30), done_count=0, urged_count=0)
    assert "còn 00 nhiệm vụ" in empty[1].text
    rows = [row for group in list_appendix(late, title="x").groups for row in group.rows]
    assert [row[5] for row in rows] == ["10", "31"]


def test_long_contents_are_shortened_in_the_text_only() -> None:
    long = task("Sở Tư pháp", "Rà soát " * 40, 3)

    line = meeting_blocks([long], as_of=date(2019, 10, 1), held_on=date(2019, 10, 2))[1].line

    assert len(line) < 200
    assert line.endswith("…).")


def test_every_refusal_has_words() -> None:
    assert set(LETTER_REFUSALS) == set(LetterWhyNot)
