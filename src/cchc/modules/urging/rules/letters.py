"""What an urging letter, a monthly notice and the list of the regular meeting say.

Form: NĐ 30/2020, Appendix I; content: the reports on late tasks that provincial regulations on
given work ask for (QĐ 42/2014/QĐ-TTg and what provinces made of it).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc.officialdocs.writing import (
    Appendix,
    AppendixColumn,
    AppendixGroup,
    Block,
    BlockKind,
    LetterItem,
    items_appendix,
)
from cchc.officialdocs.writing.letter import lower_first, roman
from cchc.platform.text.writing import date_vi, number_vi

SUBJECT = "Đôn đốc thực hiện nhiệm vụ cải cách hành chính chậm tiến độ"
NOTICE_SUBJECT = "Tình hình nhiệm vụ cải cách hành chính chậm tiến độ tháng {month:02d} năm {year}"
MEETING_SUBJECT = "Danh mục nhiệm vụ chậm báo cáo phiên họp thường kỳ ngày {day}"
MOST_ITEMS = 600
"""In one letter; more are to be parted."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document by which the work was given."""

    kind: str
    number: str
    issued_on: date | None
    issuer: str
    title: str


@dataclass(frozen=True, slots=True)
class UrgedTask:
    """One late task of one agency."""

    agency: str
    content: str
    source: str
    due_on: date
    late_days: int
    """Working days past the deadline; negative or nought when it is not late yet."""
    requested_on: date
    note: str = ""

    @property
    def item(self) -> LetterItem:
        """As a row of the letter's list."""
        return LetterItem(
            agency=self.agency,
            content=self.content,
            source=self.source,
            due_on=self.due_on,
            late_days=self.late_days,
            requested_on=self.requested_on,
            note=self.note,
        )


@dataclass(frozen=True, slots=True)
class Urging:
    """Everything a letter is made of."""

    issuer: str
    """As the text names it: "Sở Nội vụ"."""
    is_order: bool
    """Whether the issuer orders (a People's Committee) or asks (its departments)."""
    as_of: date
    answer_by: date
    sources: tuple[Source, ...]
    tasks: tuple[UrgedTask, ...]

    @property
    def agencies(self) -> tuple[str, ...]:
        """Those addressed, in the order of their tasks."""
        return tuple(dict.fromkeys(task.agency for task in self.tasks))


def basis(source: Source) -> Block:
    """ "Căn cứ Kế hoạch số 271/KH-UBND ngày 06/12/2018 của UBND tỉnh về …;"."""
    day = f" ngày {date_vi(source.issued_on)}" if source.issued_on else ""
    issuer = f" của {source.issuer}" if source.issuer else ""
    said = lower_first(source.title)
    title = f" về {said.removeprefix('về ')}" if said else ""
    text = f"Căn cứ {source.kind} số {source.number}{day}{issuer}{title};"
    return Block(BlockKind.BASIS, text)


def letter_blocks(urging: Urging) -> tuple[Block, ...]:
    """The text of an urging letter; a person edits it before it is issued."""
    verb = "yêu cầu" if urging.is_order else "đề nghị"
    stood = f"{_stands(urging)} Để bảo đảm hoàn thành kế hoạch, {urging.issuer} {verb}:"
    answer = (
        "Trả lời bằng văn bản nguyên nhân chậm, giải pháp và thời gian hoàn thành từng nhiệm vụ, "
        f"gửi {urging.issuer} chậm nhất ngày {date_vi(urging.answer_by)}."
    )
    return (
        *(basis(source) for source in urging.sources),
        Block(BlockKind.PARAGRAPH, stood),
        Block(
            BlockKind.ITEM,
            "Thủ trưởng các cơ quan, đơn vị chỉ đạo hoàn thành các nhiệm vụ tại Phụ lục kèm theo, "
            "nộp minh chứng trên hệ thống trong thời hạn ghi tại từng nhiệm vụ.",
            "1.",
        ),
        Block(BlockKind.ITEM, answer, "2."),
        Block(
            BlockKind.ITEM,
            "Rà soát các nhiệm vụ sắp đến hạn, không để phát sinh thêm nhiệm vụ quá hạn.",
            "3.",
        ),
        Block(
            BlockKind.PARAGRAPH,
            f"{urging.issuer} {verb} các cơ quan, đơn vị nghiêm túc thực hiện",
        ),
    )


def _stands(urging: Urging) -> str:
    """How many tasks are late, of how many agencies, how long at most; how many are near."""
    late = [task for task in urging.tasks if task.late_days > 0]
    near = len(urging.tasks) - len(late)
    said = f"Qua theo dõi, tính đến ngày {date_vi(urging.as_of)}"
    parts = []
    if late:
        agencies = len({task.agency for task in late})
        longest = number_vi(max(task.late_days for task in late))
        parts.append(
            f"còn {len(late):02d} nhiệm vụ của {agencies:02d} cơ quan, đơn vị đã quá hạn nhưng "
            f"chưa hoàn thành, lâu nhất là {longest} ngày làm việc"
        )
    if near:
        parts.append(f"có {near:02d} nhiệm vụ sắp đến hạn")
    return f"{said}, {'; '.join(parts) or 'không có nhiệm vụ quá hạn'}."


def letter_appendix(urging: Urging) -> Appendix:
    """The tasks of the letter, agency by agency."""
    return items_appendix([task.item for task in urging.tasks])


def letter_recipients(*, is_order: bool, superior: str) -> tuple[str, ...]:
    """ "Nơi nhận": those addressed, who is above, and the file."""
    above = () if is_order or not superior else (f"{superior} (để báo cáo)",)
    return ("Như trên", *above, "Lưu: VT, CCHC")


_LIST_COLUMNS = (
    AppendixColumn("Số TT", 12, is_centered=True),
    AppendixColumn("Nội dung nhiệm vụ", 108),
    AppendixColumn("Cơ quan thực hiện", 48),
    AppendixColumn("Văn bản giao", 36),
    AppendixColumn("Thời hạn hoàn thành", 26, is_centered=True),
    AppendixColumn("Số ngày quá hạn", 20, is_centered=True),
    AppendixColumn("Ghi chú", 17),
)


def list_appendix(tasks: Sequence[UrgedTask], *, title: str) -> Appendix:
    """Late tasks as they are reported upwards: with the deadline given, no new one."""
    groups: list[AppendixGroup] = []
    number = 0
    agencies = list(dict.fromkeys(task.agency for task in tasks))
    for index, agency in enumerate(agencies, 1):
        own = [task for task in tasks if task.agency == agency]
        rows = tuple(_row(number + place, task) for place, task in enumerate(own, 1))
        number += len(own)
        groups.append(AppendixGroup(f"{agency}: {len(own):02d} nhiệm vụ", rows, roman(index)))
    return Appendix(title, _LIST_COLUMNS, tuple(groups))


def notice_blocks(
    tasks: Sequence[UrgedTask], *, month_end: date, done_count: int, urged_count: int
) -> tuple[Block, ...]:
    """The text of the monthly notice for the chairman."""
    agencies = list(dict.fromkeys(task.agency for task in tasks))
    longest = max((task.late_days for task in tasks), default=0)
    stood = (
        f"Đến hết ngày {date_vi(month_end)}, toàn tỉnh còn {len(tasks):02d} nhiệm vụ cải cách hành "
        f"chính quá hạn chưa hoàn thành của {len(agencies):02d} cơ quan, đơn vị"
    )
    longest_said = f"; quá hạn lâu nhất {number_vi(longest)} ngày làm việc." if tasks else "."
    return (
        Block(BlockKind.HEADING, "Tình hình chung", "I."),
        Block(BlockKind.PARAGRAPH, stood + longest_said),
        Block(
            BlockKind.PARAGRAPH,
            f"Trong tháng, {done_count:02d} nhiệm vụ quá hạn đã được hoàn thành; "
            f"{urged_count:02d} lượt nhiệm vụ được đôn đốc bằng công văn.",
        ),
        Block(BlockKind.HEADING, "Cơ quan, đơn vị còn nhiệm vụ quá hạn", "II."),
        *_by_agency(tasks, agencies),
        Block(BlockKind.HEADING, "Yêu cầu", "III."),
        Block(
            BlockKind.PARAGRAPH,
            "Thủ trưởng các cơ quan, đơn vị có tên tại Phụ lục tập trung chỉ đạo hoàn thành nhiệm "
            "vụ quá hạn và chịu trách nhiệm về tiến độ thực hiện",
        ),
    )


def meeting_blocks(tasks: Sequence[UrgedTask], *, as_of: date, held_on: date) -> tuple[Block, ...]:
    """What is read out at the regular meeting, agency by agency."""
    agencies = list(dict.fromkeys(task.agency for task in tasks))
    opening = (
        f"Phục vụ phiên họp thường kỳ ngày {date_vi(held_on)}, tình hình nhiệm vụ cải cách hành "
        f"chính quá hạn tính đến hết ngày {date_vi(as_of)}: {len(tasks):02d} nhiệm vụ của "
        f"{len(agencies):02d} cơ quan, đơn vị."
    )
    return (Block(BlockKind.PARAGRAPH, opening), *_by_agency(tasks, agencies))


def _by_agency(tasks: Sequence[UrgedTask], agencies: Sequence[str]) -> tuple[Block, ...]:
    """A line an agency: how many, and the longest."""
    blocks = []
    for number, agency in enumerate(agencies, 1):
        own = [task for task in tasks if task.agency == agency]
        longest = max(own, key=lambda task: task.late_days)
        text = (
            f"{agency}: {len(own):02d} nhiệm vụ; lâu nhất {number_vi(longest.late_days)} ngày làm "
            f"việc ({_short(longest.content)})."
        )
        blocks.append(Block(BlockKind.ITEM, text, f"{number}."))
    return tuple(blocks)


def _row(number: int, task: UrgedTask) -> tuple[str, ...]:
    return (
        str(number),
        " ".join(task.content.split()),
        task.agency,
        task.source,
        date_vi(task.due_on),
        number_vi(task.late_days),
        task.note,
    )


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 90 else f"{words[:89].rsplit(' ', 1)[0]}…"
