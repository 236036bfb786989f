"""The embedded PostgreSQL starts when needed, stops with its last user, survives being killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from cchc.site import embedded

pytestmark = pytest.mark.slow

USE = (
    "import sys; from pathlib import Path; from cchc.site import embedded;"
    "embedded.use(Path(sys.argv[1])); print('ready', flush=True); sys.stdin.read()"
)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that other accounts may enter, with a name that tempts a shell."""
    path = Path(tempfile.mkdtemp(prefix="cchc it's "))
    path.chmod(0o711)
    yield path
    embedded.stop(embedded.place(path))
    shutil.rmtree(path)


def _user(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", USE, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _leave(process: subprocess.Popen[str]) -> None:
    process.communicate("")
    assert process.returncode == 0


def test_it_starts_with_its_first_user_and_stops_with_its_last(folder: Path) -> None:
    here = embedded.place(folder)
    first, second = _user(folder), _user(folder)

    with psycopg.connect(here.url()) as connection:
        settings = connection.execute(
            "select current_setting('fsync'), current_setting('server_encoding')"
        ).fetchone()
        assert settings == ("on", "UTF8")
        assert connection.execute("select upper('đường')").fetchone() == ("ĐƯỜNG",)
    _leave(first)
    assert embedded.is_running(here)
    _leave(second)
    assert not embedded.is_running(here)


def test_a_killed_user_does_not_keep_it_up(folder: Path) -> None:
    here = embedded.place(folder)
    killed, other = _user(folder), _user(folder)

    killed.kill()
    killed.communicate()
    _leave(other)

    assert not embedded.is_running(here)


def test_what_was_committed_survives_the_death_of_the_server(folder: Path) -> None:
    here = embedded.place(folder)
    user = _user(folder)
    with psycopg.connect(here.url(), autocommit=True) as connection:
        connection.execute("create table kept as select 7 as number")
    pid = int((here.data / "postmaster.pid").read_text().split("\n")[0])
    os.kill(pid, signal.SIGKILL)
    while embedded._command_line(str(pid)):
        pass

    assert embedded.revive(folder)

    with psycopg.connect(here.url()) as connection:
        assert connection.execute("select number from kept").fetchone() == (7,)
    _leave(user)
    assert not embedded.is_running(here)


def test_a_pid_file_of_another_process_is_not_believed(folder: Path) -> None:
    here = embedded.place(folder)
    _leave(_user(folder))
    (here.data / "postmaster.pid").write_text(f"{os.getpid()}\n{here.data}\n0\n5432\n\n\n\nready\n")

    _leave(_user(folder))

    assert not embedded.is_running(here)


def test_a_long_path_gets_a_short_socket(folder: Path) -> None:
    deep = folder / ("thư mục " * 10)

    here = embedded.place(deep)

    assert len(str(here.socket_dir)) < 80 < len(str(here.data))


@pytest.mark.skipif(os.geteuid() != 0, reason="chỉ người quản trị mới gặp")
def test_root_in_a_closed_folder_opens_nothing(tmp_path: Path) -> None:
    closed = tmp_path / "đóng"
    closed.mkdir(mode=0o700)

    here = embedded.place(closed)

    assert here.owner in {"postgres", "nobody"}
    assert not here.home.is_relative_to(tmp_path)
    assert closed.stat().st_mode & 0o777 == 0o700
