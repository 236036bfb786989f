"""`cchc migrate`: the tables of this version."""

from __future__ import annotations

import argparse

from cchc.site.console import Exit, either, say
from cchc.site.starting import start_django, unapplied_migrations


def add(parser: argparse.ArgumentParser) -> None:
    """Whether only to look."""
    parser.add_argument(
        "--check",
        action="store_true",
        help=either("chỉ xem còn bước nào chưa làm", "only say which steps are missing"),
    )


def run(options: argparse.Namespace) -> Exit:
    """Create or upgrade the tables; with --check only say what is missing."""
    start_django()
    missing = unapplied_migrations()
    if options.check:
        for step in missing:
            say(step)
        return Exit.NEEDS_MENDING if missing else Exit.DONE
    migrate()
    say(either("Các bảng dữ liệu đã đúng phiên bản.", "The tables are of this version."))
    return Exit.DONE


def migrate() -> None:
    """Apply what is missing, quietly."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
