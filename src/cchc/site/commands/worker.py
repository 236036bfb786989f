"""`cchc worker`: does the jobs that the web put into the queue, and those on a schedule."""

from __future__ import annotations

import argparse

from cchc.site.console import Exit, either
from cchc.site.starting import require_migrated, start_django

FINISHING_SECONDS = 60


def add(parser: argparse.ArgumentParser) -> None:
    """How many jobs at once, and of which queues."""
    parser.add_argument(
        "--concurrency",
        type=int,
        help=either(
            "số công việc làm cùng lúc (CCHC_WORKER_CONCURRENCY)",
            "jobs done at the same time (CCHC_WORKER_CONCURRENCY)",
        ),
    )
    parser.add_argument(
        "--queue",
        action="append",
        help=either(
            "chỉ nhận hàng đợi này (lặp lại được)", "take this queue only (may be repeated)"
        ),
    )
    parser.add_argument(
        "--once",
        action="store_true",
        help=either("dừng khi hàng đợi đã hết việc", "stop when the queue is empty"),
    )


def run(options: argparse.Namespace) -> Exit:
    """Work until stopped; jobs in hand are finished first, within a minute."""
    configuration = start_django()
    require_migrated()
    from procrastinate.contrib.django import app

    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector):
        app.run_worker(
            name="cchc",
            queues=options.queue,
            concurrency=options.concurrency or configuration.worker_concurrency,
            wait=not options.once,
            shutdown_graceful_timeout=FINISHING_SECONDS,
        )
    return Exit.DONE
