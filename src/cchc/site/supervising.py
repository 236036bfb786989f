"""Running several processes as one: started together, restarted when one dies, stopped together."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

FINISHING_SECONDS = 20.0
RESTARTS_ALLOWED = 5
STEADY_SECONDS = 60.0
PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    """A process that must run, and how often it had to be started again."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path | None = None
    """Where its log lines go; to the terminal when not said."""
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    restart_count: int = 0

    def start(self) -> None:
        """Start it in a group of its own: Ctrl-C reaches the supervisor, which stops all."""
        self.started_at = time.monotonic()
        with self.log.open("ab") if self.log else nullcontext() as log:
            self.process = subprocess.Popen(  # noqa: S603
                self.command,
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_end_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509
            )

    def is_dead(self) -> bool:
        """Whether it has ended."""
        return self.process is None or self.process.poll() is not None


@dataclass
class Supervisor:
    """Keeps the children running until it is told to stop."""

    children: list[Child]
    complain: Callable[[str], None]
    tend: Callable[[], None]
    """Called again and again: looks after what the children need."""
    pause: float = 0.5
    """Seconds before a dead child is started again; longer each time."""
    finishing_seconds: float = FINISHING_SECONDS
    is_stopping: bool = field(default=False, init=False)

    def run(self, *, is_ready: Callable[[], bool], when_ready: Callable[[], None]) -> int:
        """Start all, keep them running, stop all on Ctrl-C or SIGTERM; answer the exit code."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._asked_to_stop)
        was_ready = False
        try:
            for child in self.children:
                child.start()
            while not self.is_stopping:
                if not all(self._keep_alive(child) for child in self.children):
                    return 1
                self.tend()
                if not was_ready and is_ready():
                    was_ready = True
                    when_ready()
                time.sleep(0.2)
            return 0
        finally:
            self.stop()

    def stop(self) -> None:
        """Ask every child to finish, last started first; what does not finish in time is killed."""
        for child in reversed(self.children):
            if child.process is not None and not child.is_dead():
                child.process.terminate()
        ends = time.monotonic() + self.finishing_seconds
        for child in reversed(self.children):
            if child.process is None:
                continue
            try:
                child.process.wait(max(0.1, ends - time.monotonic()))
            except subprocess.TimeoutExpired:
                _kill_group(child.process)

    def _keep_alive(self, child: Child) -> bool:
        """Start a dead child again; False when it dies again and again."""
        if not child.is_dead() or self.is_stopping:
            return True
        if time.monotonic() - child.started_at > STEADY_SECONDS:
            child.restart_count = 0
        child.restart_count += 1
        code = child.process.returncode if child.process else None
        if child.restart_count > RESTARTS_ALLOWED:
            self.complain(f"{child.name}: dừng nhiều lần (mã {code}), không khởi động lại nữa")
            return False
        self.complain(f"{child.name}: bị dừng (mã {code}), đang khởi động lại")
        time.sleep(min(self.pause * child.restart_count, 3.0))
        child.start()
        return True

    def _asked_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.is_stopping = True


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


def _end_with_parent() -> None:
    """Ask Linux to end this child when its supervisor is killed without a chance to stop it."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
