"""`cchc import-agencies`: the committees of a real province, from the published lists of units."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import date

from cchc.site.console import Exit, Failure, add_json, either, say, say_json
from cchc.site.starting import require_migrated, start_django


def add(parser: argparse.ArgumentParser) -> None:
    """Which province, in how many tiers."""
    parser.add_argument(
        "--province",
        required=True,
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
    add_json(parser)


def run(options: argparse.Namespace) -> Exit:
    """Enter what is not there yet; what is there stays as it is, so the command may be repeated."""
    start_django()
    require_migrated()
    from cchc.modules.organisation.public import (
        ProvinceUnknown,
        StructureRefused,
        import_units,
        structure_refusal,
    )
    from cchc.platform import clock
    from cchc.site.acting import command_line_actor

    try:
        result = import_units(
            province=options.province,
            tiers=options.tiers,
            on=options.on,
            actor=command_line_actor(),
            now=clock.now(),
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
        say_json(asdict(result))
    else:
        say(
            either(
                f"{result.province}: thêm {result.new_count} cơ quan, "
                f"{result.known_count} đã có từ trước.",
                f"{result.province}: {result.new_count} agencies added, "
                f"{result.known_count} were there.",
            )
        )
    return Exit.DONE
