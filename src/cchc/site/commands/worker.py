"""`cchc worker`: does the jobs that the web put into the queue, and those on a schedule."""

from __future__ import annotations

import argparse

from cchc.site.console import Exit, either
from cchc.site.starting import require_migrated, start_django


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
    from cchc.platform.jobs.worker import run_worker

    run_worker(
        concurrency=options.concurrency or configuration.worker_concurrency,
        queues=options.queue,
        is_once=options.once,
    )
    return Exit.DONE
