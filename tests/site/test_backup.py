"""A backup is worth what its restoring is worth: both are done for real, on real databases."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.db import connection as django_connection

from cchc.site.backing_up import DUMP, FILES, Manifest, back_up, sha256_of
from cchc.site.console import Failure
from cchc.site.restoring import restore
from tests.site.conftest import server_url

NewDatabase = Callable[[], str]


@pytest.fixture
def filled(new_database: NewDatabase) -> str:
    """A small database with Vietnamese text, money, times and an append-only table."""
    url = new_database()
    with psycopg.connect(url) as connection:
        connection.execute(
            "create extension pg_trgm;"
            "create table task"
            " (id bigserial primary key, content text, vnd numeric, at timestamptz);"
            "create table history (id bigserial primary key, task_id bigint references task);"
            "insert into task (content, vnd, at) select 'Nhiệm vụ ' || n, n * 1000.5,"
            " '2019-10-15 08:00+07'::timestamptz + n * interval '1 hour'"
            " from generate_series(1, 500) n;"
            "insert into history (task_id) select id from task"
        )
    return url


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Stored files, one of them in a folder with Vietnamese letters."""
    folder = tmp_path / "files"
    (folder / "năm 2019").mkdir(parents=True)
    (folder / "a.docx").write_bytes(b"PK" + bytes(range(256)) * 50)
    (folder / "năm 2019" / "minh chứng.pdf").write_bytes(b"%PDF-1.7 ...")
    return folder


def test_what_was_backed_up_comes_back_row_by_row_and_byte_by_byte(
    filled: str, files: Path, new_database: NewDatabase, tmp_path: Path
) -> None:
    folder = back_up(database_url=filled, files_dir=files, to=tmp_path / "backups")
    target = new_database()

    restored = restore(folder=folder, database_url=target, files_dir=tmp_path / "restored")

    assert restored.differences == ()
    assert (restored.table_count, restored.row_count, restored.file_count) == (2, 1000, 2)
    assert (tmp_path / "restored/a.docx").read_bytes() == (files / "a.docx").read_bytes()
    with psycopg.connect(target) as connection:
        assert connection.execute("select nextval('task_id_seq')").fetchone() == (501,)


def test_a_change_while_the_backup_runs_does_not_tear_it(
    filled: str,
    files: Path,
    new_database: NewDatabase,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from cchc.site import backing_up

    dump = backing_up.run_program

    def dump_while_someone_works(*arguments: str, **options: object) -> None:
        with psycopg.connect(filled, autocommit=True) as connection:
            connection.execute("insert into task (content) values ('đến sau')")
        dump(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(backing_up, "run_program", dump_while_someone_works)
    folder = back_up(database_url=filled, files_dir=files, to=tmp_path / "backups")

    restored = restore(folder=folder, database_url=new_database(), files_dir=tmp_path / "restored")

    assert restored.differences == ()
    assert restored.row_count == 1000


def test_a_backup_is_not_restored_over_anything(
    filled: str, files: Path, new_database: NewDatabase, tmp_path: Path
) -> None:
    folder = back_up(database_url=filled, files_dir=files, to=tmp_path / "backups")

    with pytest.raises(Failure, match="phải trống"):
        restore(folder=folder, database_url=filled, files_dir=tmp_path / "restored")
    with pytest.raises(Failure, match="phải trống"):
        restore(folder=folder, database_url=new_database(), files_dir=files)


@pytest.mark.parametrize("name", [DUMP, FILES])
def test_a_damaged_backup_is_refused_before_anything_is_written(
    name: str, filled: str, files: Path, new_database: NewDatabase, tmp_path: Path
) -> None:
    folder = back_up(database_url=filled, files_dir=files, to=tmp_path / "backups")
    with (folder / name).open("r+b") as stream:
        stream.seek(100)
        stream.write(b"damage")
    target = new_database()

    with pytest.raises(Failure, match="hỏng"):
        restore(folder=folder, database_url=target, files_dir=tmp_path / "restored")

    assert not (tmp_path / "restored").exists()
    with psycopg.connect(target) as connection:
        found = connection.execute("select 1 from pg_tables where schemaname = 'public'")
        assert found.fetchone() is None


def test_a_restored_row_that_differs_is_named(
    filled: str,
    files: Path,
    new_database: NewDatabase,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = back_up(database_url=filled, files_dir=files, to=tmp_path / "backups")
    from cchc.site import restoring

    bring_back = restoring.run_program
    target = new_database()

    def bring_back_and_spoil(*arguments: str, **options: object) -> None:
        bring_back(*arguments, **options)  # type: ignore[arg-type]
        with psycopg.connect(target) as connection:
            connection.execute("update task set vnd = vnd + 1 where id = 7")

    monkeypatch.setattr(restoring, "run_program", bring_back_and_spoil)
    restored = restore(folder=folder, database_url=target, files_dir=tmp_path / "restored")

    assert [line.split(":")[0] for line in restored.differences] == ["public.task"]


def test_a_failed_backup_leaves_no_half_folder(files: Path, tmp_path: Path) -> None:
    nowhere = urlunsplit(urlsplit(server_url())._replace(path="/khong_co"))

    with pytest.raises(psycopg.OperationalError):
        back_up(database_url=nowhere, files_dir=files, to=tmp_path / "backups")

    assert list((tmp_path / "backups").iterdir()) == []


def test_only_the_newest_backups_are_kept(filled: str, files: Path, tmp_path: Path) -> None:
    for day in ("20190101", "20190102", "20190103"):
        (tmp_path / "backups" / f"cchc-{day}-000000").mkdir(parents=True)

    newest = back_up(database_url=filled, files_dir=files, to=tmp_path / "backups", keep=2)

    assert sorted(path.name for path in (tmp_path / "backups").iterdir()) == [
        "cchc-20190103-000000",
        newest.name,
    ]


def test_an_archive_writes_nothing_outside_its_folder(
    filled: str, files: Path, new_database: NewDatabase, tmp_path: Path
) -> None:
    folder = back_up(database_url=filled, files_dir=files, to=tmp_path / "backups")
    with tarfile.open(folder / FILES, "a") as archive:
        archive.add(files / "a.docx", arcname="../../outside.docx")
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["sha256"][FILES] = sha256_of(folder / FILES)
    (folder / "manifest.json").write_text(json.dumps(manifest))

    with pytest.raises(Failure, match="mục lạ"):
        restore(folder=folder, database_url=new_database(), files_dir=tmp_path / "a" / "restored")

    assert not (tmp_path / "outside.docx").exists()


@pytest.mark.django_db
def test_the_real_tables_come_back_with_their_triggers(
    new_database: NewDatabase, tmp_path: Path
) -> None:
    name = str(django_connection.settings_dict["NAME"])
    source = urlunsplit(urlsplit(server_url())._replace(path=f"/{name}"))
    folder = back_up(database_url=source, files_dir=tmp_path / "none", to=tmp_path / "backups")
    target = new_database()

    restored = restore(folder=folder, database_url=target, files_dir=tmp_path / "restored")

    assert restored.differences == ()
    assert restored.table_count == len(Manifest.read(folder).tables) > 20
    counting = "select count(*) from pg_trigger where not tgisinternal"
    with psycopg.connect(source) as before, psycopg.connect(target) as after:
        assert before.execute(counting).fetchone() == after.execute(counting).fetchone()
