"""Several processes run as one: started, kept alive, stopped together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from cchc.site.supervising import RESTARTS_ALLOWED, Child, Supervisor

SLEEPER = "import time; time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"


def _child(code: str) -> Child:
    return Child("con", [sys.executable, "-c", code], {})


def _supervise(*children: Child) -> tuple[Supervisor, list[str]]:
    said: list[str] = []
    supervisor = Supervisor(
        list(children),
        complain=said.append,
        tend=lambda: None,
        pause=0.01,
        finishing_seconds=1.0,
    )
    return supervisor, said


def test_all_stop_when_the_supervisor_is_told_to() -> None:
    first, second = _child(SLEEPER), _child(SLEEPER)
    supervisor, said = _supervise(first, second)

    code = supervisor.run(
        is_ready=lambda: True, when_ready=lambda: os.kill(os.getpid(), signal.SIGTERM)
    )

    assert code == 0
    assert first.is_dead()
    assert second.is_dead()
    assert said == []


def test_a_child_that_dies_is_started_again() -> None:
    child = _child(SLEEPER)
    supervisor, said = _supervise(child)
    killed: list[int] = []

    def kill_once() -> bool:
        assert child.process is not None
        if not killed:
            killed.append(child.process.pid)
            child.process.kill()
        return child.process.pid not in killed

    code = supervisor.run(
        is_ready=kill_once, when_ready=lambda: os.kill(os.getpid(), signal.SIGTERM)
    )

    assert code == 0
    assert child.restart_count == 1
    assert len(said) == 1


def test_a_child_that_cannot_live_is_given_up() -> None:
    child = _child("raise SystemExit(7)")
    supervisor, said = _supervise(child)

    code = supervisor.run(is_ready=lambda: False, when_ready=lambda: None)

    assert code == 1
    assert child.restart_count == RESTARTS_ALLOWED + 1
    assert "mã 7" in said[-1]


def test_children_end_when_their_supervisor_is_killed(tmp_path: Path) -> None:
    """No orphan keeps the port or the database after `kill -9`."""
    pid_file = tmp_path / "pid"
    code = (
        "import sys, pathlib; from cchc.site.supervising import Child, Supervisor;"
        f"child = Child('con', [sys.executable, '-c', {SLEEPER!r}], {{}});"
        "supervisor = Supervisor([child], complain=print, tend=lambda: None);"
        "supervisor.run(is_ready=lambda: True, when_ready=lambda:"
        f" pathlib.Path({str(pid_file)!r}).write_text(str(child.process.pid)))"
    )
    supervisor = subprocess.Popen([sys.executable, "-c", code])
    _wait(lambda: pid_file.exists() and pid_file.read_text() != "")
    child = int(pid_file.read_text())

    supervisor.kill()
    supervisor.wait()

    _wait(lambda: not _lives(child))


def test_a_child_that_will_not_stop_is_killed() -> None:
    child = _child(STUBBORN)
    supervisor, _said = _supervise(child)
    child.start()
    time.sleep(0.5)

    supervisor.stop()

    assert child.is_dead()


def _wait(condition: object, seconds: float = 20) -> None:
    ends = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < ends, "did not happen in time"
        time.sleep(0.05)


def _lives(pid: int) -> bool:
    """Whether it runs; a dead child that nobody has asked after does not count."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
