"""Restoring a backup into an empty database, and verifying that all of it arrived."""

from __future__ import annotations

import shutil
import tarfile
from dataclasses import dataclass
from pathlib import Path

import psycopg

from cchc.site.backing_up import (
    DUMP,
    FILE_HASHES,
    FILES,
    Manifest,
    sha256_of,
    stored_files,
    table_states,
)
from cchc.site.console import Failure
from cchc.site.postgres_programs import run_program, server_major


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and what differs from the backup (nothing, when all is well)."""

    row_count: int
    table_count: int
    file_count: int
    differences: tuple[str, ...]


def restore(*, folder: Path, database_url: str, files_dir: Path) -> Restored:
    """Bring a backup back; refuses a damaged one, a database with tables, a folder with files."""
    manifest = Manifest.read(folder)
    verify_backup(folder, manifest)
    if files_dir.is_dir() and any(files_dir.iterdir()):
        raise Failure(f"Thư mục tệp {files_dir} phải trống trước khi khôi phục")
    with psycopg.connect(database_url) as connection:
        if table_states(connection):
            raise Failure("Cơ sở dữ liệu phải trống trước khi khôi phục; hãy tạo một cơ sở mới")
        major = server_major(connection)
    run_program(
        "pg_restore", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error",
        "--dbname=", str(folder / DUMP), database_url=database_url, major=major,
    )  # fmt: skip
    _bring_back_files(folder / FILES, files_dir)
    return _compare(folder, manifest, database_url, files_dir)


def verify_backup(folder: Path, manifest: Manifest) -> None:
    """Raise Failure when a part of the backup is missing or was changed since it was written."""
    for name, expected in manifest.sha256.items():
        path = folder / name
        if not path.is_file():
            raise Failure(f"Bản sao lưu thiếu tệp {name}")
        if sha256_of(path) != expected:
            raise Failure(f"Bản sao lưu hỏng: {name} không đúng mã băm")


def _bring_back_files(archive_path: Path, files_dir: Path) -> None:
    """Write the files of the archive below the folder, and nothing outside it.

    Done by hand: the standard library's own filter came with Python 3.11.4 only.
    """
    files_dir.mkdir(parents=True, exist_ok=True)
    root = files_dir.resolve()
    with tarfile.open(archive_path) as archive:
        for member in archive:
            target = (root / member.name).resolve()
            content = archive.extractfile(member) if member.isfile() else None
            if content is None or not target.is_relative_to(root):
                raise Failure(f"Bản sao lưu có mục lạ: {member.name}")
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as stream:
                shutil.copyfileobj(content, stream)


def _compare(folder: Path, manifest: Manifest, database_url: str, files_dir: Path) -> Restored:
    """Count and hash everything again, and say what differs."""
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("analyze")
        with connection.transaction():
            tables = table_states(connection)
    differences = [
        f"{name}: {manifest.tables.get(name)} ≠ {tables.get(name)}"
        for name in sorted(manifest.tables.keys() | tables.keys())
        if manifest.tables.get(name) != tables.get(name)
    ]
    expected = {
        line[66:]: line[:64] for line in (folder / FILE_HASHES).read_text().splitlines() if line
    }
    present = {
        str(path.relative_to(files_dir)): sha256_of(path) for path in stored_files(files_dir)
    }
    differences += [
        f"{name}: tệp khác bản sao lưu"
        for name in sorted(expected.keys() | present.keys())
        if expected.get(name) != present.get(name)
    ]
    return Restored(
        row_count=sum(state.rows for state in tables.values()),
        table_count=len(tables),
        file_count=len(present),
        differences=tuple(differences),
    )
