"""Whether the time of reading grows in step with the length of the document."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench.measuring import Measurement
from bench.reading import read_in_a_fresh_process
from cchc.officialdocs.writing import plan_docx
from cchc.officialdocs.writing.paper import PaperRow, PaperSection, PlanPaper

SHORT, LONG = 150, 1200
BOUND_RATIO = 1.3
"""Time for a task of the long document against time for a task of the short one."""


def measure() -> Iterator[Measurement]:
    """A plan of 150 tasks and one eight times as long, as Word and as text."""
    with tempfile.TemporaryDirectory() as name:
        for ending, write in ((".docx", _word), (".txt", _text)):
            seconds = {}
            for count in (SHORT, LONG):
                path = Path(name) / f"{count}{ending}"
                path.write_bytes(write(count))
                said = min(
                    (read_in_a_fresh_process(path) for _ in range(3)), key=lambda s: s["seconds"]
                )
                if said["tasks"] != count:
                    raise AssertionError(f"{path.name}: {said['tasks']} tasks")
                seconds[count] = said["seconds"]
            ratio = (seconds[LONG] / LONG) / (seconds[SHORT] / SHORT)
            note = f"{seconds[SHORT]:.2f} s for {SHORT} tasks, {seconds[LONG]:.2f} s for {LONG}"
            yield Measurement(f"growth of reading {ending}", ratio, "×", BOUND_RATIO, note)


def _word(count: int) -> bytes:
    return plan_docx(_paper(count))


def _text(count: int) -> bytes:
    head = (
        "ỦY BAN NHÂN DÂN\nTỈNH SEN HỒNG\nSố: 9/KH-UBND\nSen Hồng, ngày 05 tháng 12 năm 2018\n"
        "KẾ HOẠCH\nCải cách hành chính năm 2019\n"
        "TT\tNội dung\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\tKinh phí\n"
    )
    rows = (
        "\t".join((r.order, r.content, r.product, r.lead, r.coordinating, r.time, r.budget))
        for section in _paper(count).sections
        for r in section.rows
    )
    return (head + "\n".join(rows) + "\n").encode()


def _paper(count: int) -> PlanPaper:
    return PlanPaper(
        superior="",
        issuer=("ỦY BAN NHÂN DÂN", "TỈNH SEN HỒNG"),
        issuer_name="Ủy ban nhân dân tỉnh Sen Hồng",
        number="9/KH-UBND",
        place="Sen Hồng",
        issued_on=date(2018, 12, 5),
        kind="Kế hoạch",
        title="Cải cách hành chính năm 2019",
        sections=(PaperSection("", "", tuple(_row(n) for n in range(1, count + 1))),),
    )


def _row(number: int) -> PaperRow:
    return PaperRow(
        order=str(number),
        content=f"Rà soát, đơn giản hóa nhóm thủ tục hành chính thứ {number} của các ngành",
        product="Quyết định của Ủy ban nhân dân tỉnh",
        lead="Văn phòng UBND tỉnh" if number % 2 else "Sở Tư pháp",
        coordinating="Các sở, ban, ngành tỉnh; UBND cấp huyện",
        time=("Quý II/2019", "Trước ngày 30/11/2019", "Hằng tháng", "Thường xuyên")[number % 4],
        budget=f"{number % 90 + 10} tr",
    )
