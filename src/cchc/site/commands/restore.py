"""`cchc restore`: a backup back into an empty database, then counted and hashed again."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from cchc.site import database
from cchc.site.console import Exit, add_json, complain, either, say, say_json
from cchc.site.starting import start_django


def add(parser: argparse.ArgumentParser) -> None:
    """Which backup."""
    parser.add_argument(
        "folder",
        type=Path,
        metavar=either("BẢN-SAO-LƯU", "BACKUP"),
        help=either("thư mục cchc-… do cchc backup tạo", "a folder cchc-… made by cchc backup"),
    )
    parser.add_argument(
        "--verify-only",
        action="store_true",
        help=either("chỉ kiểm tra bản sao lưu còn nguyên vẹn", "only check that it is whole"),
    )
    add_json(parser)


def run(options: argparse.Namespace) -> Exit:
    """Restore and compare; a difference ends with code 3 and says which tables or files."""
    from cchc.site.backing_up import Manifest
    from cchc.site.restoring import restore, verify_backup

    if options.verify_only:
        verify_backup(options.folder, Manifest.read(options.folder))
        say(either("Bản sao lưu nguyên vẹn.", "The backup is whole."))
        return Exit.DONE
    configuration = start_django()
    restored = restore(
        folder=options.folder,
        database_url=database.database_url(configuration),
        files_dir=configuration.stored_files_dir,
    )
    if options.json:
        say_json(asdict(restored))
    else:
        say(
            either(
                f"Đã khôi phục {restored.table_count} bảng, {restored.row_count} dòng, "
                f"{restored.file_count} tệp.",
                f"Restored {restored.table_count} tables, {restored.row_count} rows, "
                f"{restored.file_count} files.",
            )
        )
    for difference in restored.differences:
        complain(difference)
    if restored.differences:
        return Exit.NEEDS_MENDING
    if not options.json:
        say(either("Số dòng và mã băm khớp hoàn toàn.", "Counts and hashes are all equal."))
    return Exit.DONE
