"""`cchc import-agencies`: agencies from a spreadsheet, or a real province from published lists."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from cchc.site.console import Exit, Failure, add_json, complain, either, say, say_json
from cchc.site.starting import require_migrated, start_django

if TYPE_CHECKING:
    from cchc.modules.organisation.operations.agency_import import Imported
    from cchc.modules.organisation.rules.agency_table import AgencyRow

T = TypeVar("T")


def add(parser: argparse.ArgumentParser) -> None:
    """Which file, or which province in how many tiers."""
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar=either("TỆP.xlsx", "FILE.xlsx"),
        help=either(
            "bảng cơ quan theo mẫu tải ở trang “Nhập cơ quan”",
            "a table of agencies in the form that the page of the import offers",
        ),
    )
    parser.add_argument(
        "--province",
        metavar=either("TÊN", "NAME"),
        help=either("tên tỉnh, ví dụ “Đồng Tháp”", "name of the province, such as “Đồng Tháp”"),
    )
    parser.add_argument(
        "--tiers",
        type=int,
        choices=(2, 3),
        default=2,
        help=either(
            "3: tỉnh, huyện, xã (trước 1/7/2025); 2: tỉnh, xã (mặc định)",
            "3: province, districts, communes (before 1/7/2025); 2: province, communes (default)",
        ),
    )
    parser.add_argument(
        "--on",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help=either("ngày các cơ quan bắt đầu", "the day on which the agencies begin"),
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help=either("chỉ xem sẽ làm gì, không ghi gì", "only say what would happen, write nothing"),
    )
    add_json(parser)


def run(options: argparse.Namespace) -> Exit:
    """Enter what is not there yet; what is there stays as it is, so the command may be repeated."""
    if (options.file is None) == (options.province is None):
        raise Failure(
            either("Hãy cho một tệp .xlsx, hoặc --province.", "Give one .xlsx file, or --province.")
        )
    if options.file is not None and not options.file.is_file():
        raise Failure(either(f"Không có tệp {options.file}", f"There is no file {options.file}"))
    start_django()
    require_migrated()
    return _from_file(options) if options.file is not None else _from_lists(options)


def _from_file(options: argparse.Namespace) -> Exit:
    """The rows of a spreadsheet: all of them, or none and what is wrong in which row."""
    from cchc.modules.organisation.operations.agency_import import (
        AgencyImportRefused,
        examine_agencies,
        import_agencies,
    )
    from cchc.platform import clock
    from cchc.site.acting import command_line_actor

    rows = _rows(options.file)
    who: dict[str, Any] = {"actor": command_line_actor(), "now": clock.now()}
    on = options.on or clock.today()
    try:
        if options.dry_run:
            imported = examine_agencies(rows=rows, on=on, **who)
        else:
            imported = import_agencies(rows=rows, source=options.file.name, on=on, **who)
    except AgencyImportRefused as refused:
        imported = refused.imported
    _tell(imported, options)
    return Exit.DONE if imported.is_sound else Exit.NEEDS_MENDING


def _rows(file: Path) -> list[AgencyRow]:
    from cchc.modules.organisation.queries.people_sheet import SheetUnreadable, read_sheet
    from cchc.modules.organisation.rules.agency_table import AgencyTableRefused, agency_rows
    from cchc.modules.organisation.web.agency_preview import table_refusal, unreadable

    try:
        return agency_rows(read_sheet(file.read_bytes()))
    except SheetUnreadable:
        raise Failure(unreadable()) from None
    except AgencyTableRefused as refused:
        raise Failure(table_refusal(refused)) from None


def _tell(imported: Imported, options: argparse.Namespace) -> None:
    from cchc.modules.organisation.web.agency_preview import preview_of

    preview = preview_of(imported, shown=len(imported.lines))
    is_written = preview.is_sound and not options.dry_run
    if options.json:
        counts = {
            name: getattr(preview, f"{name}_count") for name in ("new", "changed", "same", "wrong")
        }
        actions = {line.line: line.action for line in imported.lines}
        lines = [{**asdict(one), "action": actions[one.line]} for one in preview.lines]
        say_json({"file": options.file.name, "is_written": is_written, **counts, "lines": lines})
        return
    for line in preview.lines:
        if line.tone == "late":
            complain(
                either(
                    f"Dòng {line.line}, {line.name or '?'}: {line.words}",
                    f"Row {line.line}, {line.name or '?'}: {line.words}",
                )
            )
    say(
        either(
            f"Thêm mới {preview.new_count}, cập nhật {preview.changed_count}, "
            f"không đổi {preview.same_count}, sai {preview.wrong_count} dòng. ",
            f"New {preview.new_count}, changed {preview.changed_count}, "
            f"the same {preview.same_count}, wrong {preview.wrong_count} rows. ",
        )
        + (
            either("Đã ghi.", "Written.")
            if is_written
            else either("Chưa ghi gì.", "Nothing was written.")
        )
    )


def _from_lists(options: argparse.Namespace) -> Exit:
    """The committees of a province as the published lists of units name them."""
    from cchc.modules.organisation.operations.rehearsing import rehearse
    from cchc.modules.organisation.public import (
        ProvinceUnknown,
        StructureRefused,
        import_units,
        structure_refusal,
    )
    from cchc.platform import clock
    from cchc.site.acting import command_line_actor

    do: Callable[[Callable[[], T]], T] = rehearse if options.dry_run else _at_once
    try:
        result = do(
            lambda: import_units(
                province=options.province,
                tiers=options.tiers,
                on=options.on,
                actor=command_line_actor(),
                now=clock.now(),
            )
        )
    except ProvinceUnknown as unknown:
        known = ", ".join(unknown.known)
        raise Failure(
            either(
                f"Không có “{options.province}” trong danh mục {options.tiers} cấp. Có: {known}.",
                f"No “{options.province}” in the list of {options.tiers} tiers, only: {known}.",
            )
        ) from None
    except StructureRefused as refused:
        raise Failure(structure_refusal(refused)) from None
    if options.json:
        say_json({**asdict(result), "is_written": not options.dry_run})
    else:
        _tell_province(result.province, result.new_count, result.known_count)
    return Exit.DONE


def _at_once(do: Callable[[], T]) -> T:
    return do()


def _tell_province(province: str, new: int, known: int) -> None:
    say(
        either(
            f"{province}: thêm {new} cơ quan, {known} đã có từ trước.",
            f"{province}: {new} agencies added, {known} were there.",
        )
    )
