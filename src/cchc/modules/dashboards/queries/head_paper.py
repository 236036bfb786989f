"""The sheet of a head as an official paper."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from cchc.modules.dashboards.queries.head_pages import HeadSheet
from cchc.modules.organisation.public import NoProvince, province_committee
from cchc.officialdocs.writing.figure_paper import FigurePaper, PaperTable
from cchc.platform.text.writing import date_vi, number_vi

_COMMITTEE = "Ủy ban nhân dân"


def paper_of(page: HeadSheet, *, today: date) -> FigurePaper:
    """The sheet with its numbers, the group's middle, and the quarters."""
    issuer, place = _issuer(today)
    return FigurePaper(
        issuer=issuer,
        place=place,
        made_on=today,
        kind=str(_("PHIẾU TRÁCH NHIỆM NGƯỜI ĐỨNG ĐẦU")),
        title=f"{page.agency_name}, {page.period.label.lower()}",
        facts=tuple(_facts(page, today)),
        tables=(_numbers(page), _quarters(page)),
        notes=tuple(_notes(page)),
        signers=(str(_("NGƯỜI ĐỨNG ĐẦU")), str(_("NGƯỜI LẬP PHIẾU"))),
        signer_names=(page.head.full_name, ""),
    )


def _issuer(today: date) -> tuple[tuple[str, ...], str]:
    try:
        name = province_committee(today).name.replace("UBND", _COMMITTEE)
    except NoProvince:
        return (_COMMITTEE.upper(),), ""
    place = name.removeprefix(_COMMITTEE).strip()
    short = place.removeprefix("tỉnh ").removeprefix("thành phố ")
    return (_COMMITTEE.upper(), place.upper()), short


def _facts(page: HeadSheet, today: date) -> list[tuple[str, str]]:
    head = page.head
    facts = [
        (str(_("Cơ quan")), page.agency_name),
        (str(_("Người đứng đầu")), head.full_name or str(_("chưa ghi nhận"))),
        (str(_("Chức vụ")), head.title),
        (str(_("Thời gian tính")), page.days_words),
        (str(_("Số liệu đến ngày")), date_vi(today)),
    ]
    return [(label, value) for label, value in facts if value]


def _numbers(page: HeadSheet) -> PaperTable:
    group = _("Trung vị nhóm ({size} cơ quan)").format(size=number_vi(page.group_size))
    return PaperTable(
        title=str(_("I. Kết quả thực hiện nhiệm vụ được giao")),
        heads=(
            str(_("TT")),
            str(_("Nội dung")),
            str(_("Đơn vị")),
            str(_("Kết quả")),
            str(_("Tử số / mẫu số")),
            str(group if page.is_compared else _("Trung vị nhóm")),
        ),
        widths=(8, 62, 24, 20, 30, 26),
        rows=tuple(
            (
                str(place),
                str(line.figure.name),
                str(line.figure.unit),
                line.number,
                line.made_of,
                line.middle,
            )
            for place, line in enumerate(page.lines, 1)
        ),
        numbers_from=3,
    )


def _quarters(page: HeadSheet) -> PaperTable:
    figures = page.history_figures
    return PaperTable(
        title=str(_("II. Diễn biến theo quý")),
        heads=(
            str(_("Quý")),
            str(_("Người đứng đầu")),
            *(f"{figure.name} ({figure.unit})" for figure in figures),
        ),
        widths=(28, 44, *(98 // max(len(figures), 1) for _figure in figures)),
        rows=tuple(
            (line.name, line.head_names, *(number for _heading, number in line.numbers))
            for line in page.history
        ),
        numbers_from=2,
    )


def _notes(page: HeadSheet) -> list[str]:
    notes = [
        str(
            _(
                "Tỷ lệ hoàn thành đúng hạn tính trên số việc đã đến hạn. Người đứng đầu chỉ chịu "
                "trách nhiệm về việc có hạn trong thời gian giữ chức."
            )
        )
    ]
    if page.inherited_count:
        said = _(
            "Khi nhận chức, cơ quan đang có {number} việc quá hạn từ trước, không tính ở trên."
        )
        notes.append(str(said.format(number=number_vi(page.inherited_count))))
    return notes
