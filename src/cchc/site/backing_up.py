"""A backup: the database at one moment, the files, and a manifest by which both are verified.

    cchc-20191015-213000/
        manifest.json     version, moment, rows and fingerprint of each table, hashes of the rest
        database.dump     pg_dump, custom format
        files.tar         the stored files
        files.sha256      a line a file, as `sha256sum -c` reads it

The database is dumped and counted in one snapshot. The files are copied after it: they are only
ever added, so every file that the dump speaks of is among them.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tarfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from cchc import __version__
from cchc.platform.clock.reading import real_now
from cchc.site.console import Failure
from cchc.site.postgres_programs import run_program, server_major

DUMP, FILES, FILE_HASHES, MANIFEST = "database.dump", "files.tar", "files.sha256", "manifest.json"
CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class TableState:
    """How many rows a table has, and a number that changes when any value in it does."""

    rows: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds, and how to know that it is whole."""

    version: str
    at: str
    server_major: int
    tables: dict[str, TableState]
    file_count: int
    file_bytes: int
    sha256: dict[str, str]

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """The manifest of a backup; a folder without one is no backup."""
        try:
            data = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            tables = {name: TableState(**state) for name, state in data.pop("tables").items()}
            return cls(tables=tables, **data)
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise Failure(f"{folder} không phải là bản sao lưu: {error}") from error


def back_up(*, database_url: str, files_dir: Path, to: Path, keep: int | None = None) -> Path:
    """Write a new backup into the folder `to`; with `keep` older ones beyond that number go."""
    to.mkdir(parents=True, exist_ok=True)
    name = f"cchc-{real_now():%Y%m%d-%H%M%S}"
    part = to / f".{name}.part"
    part.mkdir(mode=0o700)
    try:
        _write(part, database_url, files_dir)
        part.rename(to / name)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    if keep is not None:
        for old in sorted(to.glob("cchc-*-*"))[:-keep]:
            shutil.rmtree(old)
    return to / name


def table_states(connection: psycopg.Connection) -> dict[str, TableState]:
    """Rows and fingerprint of every table, as this connection's snapshot sees them."""
    connection.execute("set local timezone = 'UTC'")
    names = connection.execute(
        "select schemaname, tablename from pg_tables "
        "where schemaname not in ('pg_catalog', 'information_schema') order by 1, 2"
    ).fetchall()
    states = {}
    for schema, table in names:
        query = sql.SQL(
            "select count(*), coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)"
            " from {} t"
        ).format(sql.Identifier(schema, table))
        rows, fingerprint = connection.execute(query).fetchone() or (0, 0)
        states[f"{schema}.{table}"] = TableState(rows, f"{int(fingerprint):x}")
    return states


def sha256_of(path: Path) -> str:
    """The hash of a file of any size."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def stored_files(files_dir: Path) -> Iterator[Path]:
    """Every stored file, in a steady order."""
    return (path for path in sorted(files_dir.rglob("*")) if path.is_file())


def _write(part: Path, database_url: str, files_dir: Path) -> None:
    with psycopg.connect(database_url) as connection:
        connection.execute("set transaction isolation level repeatable read, read only")
        snapshot = (connection.execute("select pg_export_snapshot()").fetchone() or ("",))[0]
        major = server_major(connection)
        run_program(
            "pg_dump", "--format=custom", "--no-owner", "--no-privileges",
            f"--snapshot={snapshot}", f"--file={part / DUMP}",
            database_url=database_url, major=major,
        )  # fmt: skip
        tables = table_states(connection)
    count, size = _copy_files(part, files_dir)
    manifest = Manifest(
        version=__version__,
        at=real_now().isoformat(),
        server_major=major,
        tables=tables,
        file_count=count,
        file_bytes=size,
        sha256={name: sha256_of(part / name) for name in (DUMP, FILES, FILE_HASHES)},
    )
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1)
    (part / MANIFEST).write_text(text, encoding="utf-8")


def _copy_files(part: Path, files_dir: Path) -> tuple[int, int]:
    """Put the stored files into one archive and their hashes beside it; count them."""
    count = size = 0
    with tarfile.open(part / FILES, "w") as archive, (part / FILE_HASHES).open("w") as hashes:
        for path in stored_files(files_dir):
            name = path.relative_to(files_dir)
            archive.add(path, arcname=str(name))
            hashes.write(f"{sha256_of(path)}  {name}\n")
            count, size = count + 1, size + path.stat().st_size
    return count, size
