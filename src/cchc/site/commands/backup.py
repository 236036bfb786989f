"""`cchc backup`: database and files into one folder that can be verified."""

from __future__ import annotations

import argparse
from pathlib import Path

from cchc.site import database
from cchc.site.console import Exit, Failure, add_json, either, say, say_json
from cchc.site.starting import start_django


def add(parser: argparse.ArgumentParser) -> None:
    """Where to, and how many to keep."""
    parser.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar=either("THƯ-MỤC", "FOLDER"),
        help=either("nơi đặt bản sao lưu", "where the backup goes"),
    )
    parser.add_argument(
        "--keep",
        type=int,
        metavar="N",
        help=either("chỉ giữ N bản mới nhất", "keep the newest N only"),
    )
    add_json(parser)


def run(options: argparse.Namespace) -> Exit:
    """Write the backup and say where it lies."""
    from cchc.site.backing_up import Manifest, back_up

    if options.keep is not None and options.keep < 1:
        raise Failure(either("--keep phải từ 1 trở lên", "--keep must be at least 1"))
    configuration = start_django()
    folder = back_up(
        database_url=database.database_url(configuration),
        files_dir=configuration.stored_files_dir,
        to=options.to,
        keep=options.keep,
    )
    manifest = Manifest.read(folder)
    rows = sum(state.rows for state in manifest.tables.values())
    if options.json:
        facts = {"folder": folder, "rows": rows, "files": manifest.file_count}
        say_json({**facts, "tables": len(manifest.tables), "bytes": manifest.file_bytes})
    else:
        say(either(f"Đã sao lưu vào {folder}", f"Backed up to {folder}"))
        say(
            either(
                f"{len(manifest.tables)} bảng, {rows} dòng, {manifest.file_count} tệp",
                f"{len(manifest.tables)} tables, {rows} rows, {manifest.file_count} files",
            )
        )
    return Exit.DONE
