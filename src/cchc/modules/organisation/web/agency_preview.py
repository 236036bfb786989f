"""What an import of agencies would do, row by row, in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cchc.modules.organisation.labels.agencies import refusal
from cchc.modules.organisation.operations.agency_import import Action, Imported, ImportLine
from cchc.modules.organisation.rules.agency_table import (
    AgencyTableRefused,
    CellRefused,
    RowWhyNot,
)
from cchc.modules.organisation.rules.heir_table import HeirsRefused, HeirWhyNot
from cchc.modules.organisation.rules.refusals import StructureRefused

SHOWN = 200


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A row of the table and what becomes of it."""

    line: int
    name: str
    parent_name: str
    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The rows, wrong ones first, and how many there are of each."""

    lines: tuple[PreviewLine, ...]
    is_sound: bool
    new_count: int
    changed_count: int
    same_count: int
    wrong_count: int
    hidden_count: int


def preview_of(imported: Imported, *, shown: int = SHOWN) -> Preview:
    """The import in words; at most so many rows, the wrong ones first."""
    ordered = sorted(imported.lines, key=lambda line: (line.action is not Action.WRONG, line.line))
    return Preview(
        lines=tuple(_line(line) for line in ordered[:shown]),
        is_sound=imported.is_sound,
        new_count=imported.count(Action.NEW),
        changed_count=imported.count(Action.CHANGED),
        same_count=imported.count(Action.SAME),
        wrong_count=imported.count(Action.WRONG),
        hidden_count=max(0, len(ordered) - shown),
    )


def unreadable() -> str:
    """Why a file that is no spreadsheet cannot be used."""
    return _("Không đọc được tệp này. Hãy lưu lại thành .xlsx, dưới 5 MB.")


def table_refusal(refused: AgencyTableRefused) -> str:
    """Why the table as a whole cannot be used."""
    if refused.missing:
        names = ", ".join(f"“{column}”" for column in refused.missing)
        return _("Hàng tiêu đề cần có các cột %(names)s.") % {"names": names}
    if refused.is_too_long:
        return _("Tệp có hơn 5.000 dòng. Hãy chia thành nhiều tệp.")
    return _("Tệp chưa có dòng nào dưới hàng tiêu đề.")


def heir_refusal(refused: HeirsRefused) -> str:
    """Why the table of heirs cannot be used."""
    sentences = {
        HeirWhyNot.NO_HEADINGS: _("Tệp không đúng mẫu. Hãy tải bảng mẫu và ghi vào đó."),
        HeirWhyNot.ENDING_UNKNOWN: _("Dòng {line}: “{value}” không thuộc cấp kết thúc."),
        HeirWhyNot.HEIR_UNKNOWN: _("Dòng {line}: không tìm thấy cơ quan kế thừa “{value}”."),
        HeirWhyNot.HEIR_AMBIGUOUS: _(
            "Dòng {line}: có nhiều cơ quan tên “{value}”; hãy ghi mã định danh."
        ),
    }
    return sentences[refused.why].format(line=refused.line, value=refused.value)


def _line(line: ImportLine) -> PreviewLine:
    words = {
        Action.NEW: (_("thêm mới"), "ok"),
        Action.CHANGED: (_("cập nhật"), "soon"),
        Action.SAME: (_("không đổi"), "idle"),
        Action.WRONG: ("", "late"),
    }
    said, tone = words[line.action]
    if isinstance(line.refused, StructureRefused):
        said = refusal(line.refused)
    elif isinstance(line.refused, CellRefused):
        said = _cell(line.refused)
    return PreviewLine(line.line, line.name, line.parent_name, said, tone)


def _cell(refused: CellRefused) -> str:
    sentences = {
        RowWhyNot.MISSING: _("Thiếu “{column}”."),
        RowWhyNot.KIND_UNKNOWN: _("Không có loại cơ quan “{value}”."),
        RowWhyNot.LEVEL_UNKNOWN: _("Không có cấp “{value}”."),
        RowWhyNot.PARENT_UNKNOWN: _(
            "Không tìm thấy cơ quan cấp trên “{value}”; cơ quan đó phải có sẵn hoặc ở dòng trên."
        ),
        RowWhyNot.PARENT_AMBIGUOUS: _("Có nhiều cơ quan tên “{value}”; hãy ghi mã định danh."),
        RowWhyNot.PARENT_DIFFERS: _(
            "Cơ quan này đang trực thuộc nơi khác. Hãy dùng “Chuyển cơ quan cấp trên”."
        ),
        RowWhyNot.DATE_UNREADABLE: _("Không đọc được ngày “{value}”."),
        RowWhyNot.NUMBER_UNREADABLE: _("Thứ tự phải là số: “{value}”."),
        RowWhyNot.TWICE: _("Cơ quan này đã có ở dòng trên."),
    }
    return sentences[refused.why].format(column=refused.column, value=refused.value)
