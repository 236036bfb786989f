"""Starting real workers on the database of the test."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

from django.db import connection

ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def worker(*options: str) -> Iterator[subprocess.Popen[bytes]]:
    """A worker, killed at the end if it still lives."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.platform.jobs.worker_process", *options],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": database_url(), "PYTHONPATH": f"{ROOT}/src:{ROOT}"},
        stdout=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def database_url() -> str:
    """The address of the test's database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        name = cursor.fetchone()[0]
    given = connection.settings_dict
    login = f"{quote(given['USER'])}:{quote(given['PASSWORD'])}@" if given["USER"] else ""
    host = given["HOST"]
    if host.startswith("/"):
        return f"postgresql://{login}/{name}?{urlencode({'host': host})}"
    return f"postgresql://{login}{host}:{given['PORT'] or 5432}/{name}"


def wait_until(is_so: Callable[[], object], *, seconds: float = 30) -> None:
    """Wait for something to become true; fails when it does not."""
    ends = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < ends, "it did not happen in time"
        time.sleep(0.05)


def states() -> dict[str, list[str]]:
    """The states of all jobs by name, oldest first."""
    found: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, status::text FROM procrastinate_jobs ORDER BY id")
        for name, status in cursor.fetchall():
            found.setdefault(name, []).append(status)
    return found
