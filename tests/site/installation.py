"""A whole installation of its own for a test: folder, PostgreSQL, web processes, workers.

For tests that kill things: nothing here is shared with another test run. Use it through the fixture
`installation` of `tests/site/conftest.py`; a module whose jobs or imports must survive being killed
writes its tests with it too.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from cchc.site import embedded

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 120.0


def wait_until(condition: Callable[[], object], *, seconds: float = PATIENCE_SECONDS) -> None:
    """Wait for something that other processes do; fail when it does not happen."""
    ends = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < ends, "did not happen in time"
        time.sleep(0.05)


@dataclass
class Running:
    """A process of the installation."""

    process: subprocess.Popen[bytes]
    log: Path

    def kill(self) -> None:
        """End it without a chance to finish anything, its children too."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int:
        """Ask it to finish; the value is how it ended."""
        self.process.terminate()
        return self.process.wait(PATIENCE_SECONDS)

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self.process.poll() is None


@dataclass
class Installation:
    """One database, any number of processes."""

    folder: Path
    started: list[Running] = field(default_factory=list)

    @classmethod
    def new(cls) -> Installation:
        """An empty installation with its tables, in a folder that other accounts may enter."""
        folder = Path(tempfile.mkdtemp(prefix="cchc-installation-"))
        folder.chmod(0o711)
        made = cls(folder)
        embedded.use(folder)
        made.run("migrate")
        return made

    @property
    def environment(self) -> dict[str, str]:
        """The configuration of every process."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("CCHC_", "DJANGO_"))}
        kept.pop("DATABASE_URL", None)
        return kept | {
            "CCHC_DEMO": "1",
            "CCHC_LOCAL_DIR": str(self.folder),
            "CCHC_SECRET_KEY": "installation" * 5,
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        }

    @property
    def database_url(self) -> str:
        """The address of the database."""
        return embedded.place(self.folder).url()

    def ask(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Ask the database, on a connection of one's own."""
        with psycopg.connect(self.database_url, autocommit=True) as connection:
            cursor = connection.execute(query.encode(), values or None)
            return cursor.fetchall() if cursor.description else []

    def run(self, *arguments: str) -> str:
        """Run a command of `cchc` to its end; answers what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "cchc", *arguments],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self, *arguments: str) -> Running:
        """Start a process that keeps running: `python ARGUMENTS`."""
        log = self.folder / f"process-{len(self.started)}.log"
        with log.open("wb") as stream:
            process = subprocess.Popen(
                [sys.executable, *arguments],
                env=self.environment,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        running = Running(process, log)
        self.started.append(running)
        return running

    def start_web(self) -> tuple[Running, str]:
        """Start a web server; answers it and its address once it is ready."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        address = f"http://127.0.0.1:{port}"
        running = self.start("-m", "cchc", "serve", "--listen", f"127.0.0.1:{port}")
        wait_until(lambda: not running.is_alive or status_of(f"{address}/-/ready") == 200)
        assert running.is_alive, running.log.read_text()
        return running, address

    def kill_database(self) -> None:
        """End PostgreSQL as a power cut would."""
        pid = (embedded.place(self.folder).data / "postmaster.pid").read_text().split("\n")[0]
        os.kill(int(pid), signal.SIGKILL)
        wait_until(lambda: not embedded.is_running(embedded.place(self.folder)))

    def revive_database(self) -> None:
        """Start PostgreSQL again; it recovers what was committed."""
        embedded.revive(self.folder)

    def close(self) -> None:
        """End everything and remove the folder."""
        for running in self.started:
            if running.is_alive:
                running.kill()
        embedded.leave(self.folder)
        embedded.stop(embedded.place(self.folder))
        shutil.rmtree(self.folder, ignore_errors=True)


def status_of(address: str) -> int:
    """The status of an answer; 0 when nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0
