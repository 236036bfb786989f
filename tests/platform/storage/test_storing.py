"""Taking files in and keeping them."""

import io
import os
import threading
import time
from datetime import datetime
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from cchc.platform.access import SYSTEM, Actor, NotVisible
from cchc.platform.calendar import VIETNAM
from cchc.platform.storage.contents import contents_on_disk, incoming_on_disk, place_of
from cchc.platform.storage.jobs import sweep_contents
from cchc.platform.storage.models import StoredFile
from cchc.platform.storage.queries import current_files, versions_of
from cchc.platform.storage.reading import allow_reading, id_of_owner, may_read, readable_file
from cchc.platform.storage.refusals import RefusedFile
from cchc.platform.storage.storing import hold_content, open_file, path_of, store
from cchc.platform.storage.sweeping import _remove_when_old, damaged_files, sweep
from tests.platform.storage import samples
from tests.platform.storage.scanners import VIRUS, scanner

NOW = datetime(2019, 10, 15, 9, tzinfo=VIETNAM)
CLERK = Actor(user_id=7, name="Nguyễn Thị Lan")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


def take_in(content: bytes = b"noi dung", name: str = "a.txt", **more):
    more = {"owner": "plans.proof:12", "actor": CLERK, "now": NOW, **more}
    return store(content=io.BytesIO(content), name=name, **more)


@pytest.mark.django_db
def test_a_file_is_registered_with_all_that_is_known_of_it():
    file = take_in(samples.pdf(), "Báo cáo.pdf")

    row = StoredFile.objects.get()
    assert row == file
    assert (row.name, row.content_type, row.version) == ("Báo cáo.pdf", "application/pdf", 1)
    assert (row.created_by_id, row.created_by_name) == (7, "Nguyễn Thị Lan")
    assert row.created_at == NOW
    assert row.size == path_of(row).stat().st_size
    assert row.is_scanned is False
    assert str(row) == "Báo cáo.pdf (v1)"
    with open_file(row) as content:
        assert content.read(5) == b"%PDF-"


@pytest.mark.django_db
def test_the_same_content_is_kept_once():
    first, second = take_in(), take_in(name="b.txt", owner="plans.proof:13")

    assert first.pk != second.pk
    assert path_of(first) == path_of(second)
    assert len(list(contents_on_disk())) == 1
    assert list(incoming_on_disk()) == []


@pytest.mark.django_db
def test_a_content_is_readable_by_us_only_and_not_executable():
    assert path_of(take_in()).stat().st_mode & 0o777 == 0o640


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.txt", "empty"),
        (b"x" * 2001, "a.txt", "too_large"),
        (b"x", "../a.txt", "bad_name"),
        (b"x", "a.pdf", "type_mismatch"),
    ],
)
def test_a_refused_file_leaves_nothing_behind(settings, content, name, code):
    settings.CCHC_MAX_FILE_BYTES = 2000

    with pytest.raises(RefusedFile) as refusal:
        take_in(content, name)

    assert refusal.value.code == code
    assert list(contents_on_disk()) == list(incoming_on_disk()) == []
    assert not StoredFile.objects.exists()


@pytest.mark.django_db
@pytest.mark.enable_socket
def test_a_scanned_file_says_so_and_an_infected_one_stays_out(settings, tmp_path):
    with scanner(tmp_path) as address:
        settings.CCHC_CLAMD_SOCKET = address

        assert take_in().is_scanned is True
        with pytest.raises(RefusedFile):
            take_in(VIRUS)


@pytest.mark.parametrize("owner", ["", "plans", "plans:", ":12", "Plans:1", "a:1;b"])
def test_an_owner_is_written_in_one_way(owner):
    with pytest.raises(ValueError, match="is written like"):
        take_in(owner=owner)


@pytest.mark.django_db
def test_versions_follow_one_another():
    first = take_in(b"1")
    second = take_in(b"2", previous_id=first.pk)
    third = take_in(b"3", previous_id=second.pk)
    other = take_in(b"4")

    assert [card.version for card in versions_of(third.pk)] == [3, 2, 1]
    assert versions_of(third.pk + 99) == []
    found = current_files(["plans.proof:12", "plans.proof:99"])
    assert [card.id for card in found["plans.proof:12"]] == [third.pk, other.pk]
    assert found["plans.proof:99"] == []


@pytest.mark.django_db
def test_a_version_has_one_successor_and_stays_with_its_owner():
    first = take_in(b"1")
    take_in(b"2", previous_id=first.pk)

    with pytest.raises(NotVisible):
        take_in(b"3", previous_id=first.pk)
    with pytest.raises(NotVisible):
        take_in(b"3", previous_id=first.pk, owner="plans.proof:13")


@pytest.mark.django_db
def test_a_registered_file_never_changes():
    file = take_in()

    with pytest.raises(DatabaseError, match="never_changes"), transaction.atomic():
        StoredFile.objects.filter(pk=file.pk).update(name="khác.txt")


@pytest.mark.django_db
def test_nobody_reads_a_file_unless_its_owners_module_says_so():
    file = take_in(owner="unheard.of:12")

    assert may_read(SYSTEM, file) is False
    with pytest.raises(NotVisible):
        readable_file(file.pk, actor=SYSTEM)
    with pytest.raises(NotVisible):
        readable_file(file.pk + 1, actor=SYSTEM)


@pytest.mark.django_db
def test_the_owners_module_decides_who_reads():
    allow_reading("tests.paper", lambda actor, file: actor.user_id == id_of_owner(file))
    file = take_in(owner="tests.paper:7")

    assert readable_file(file.pk, actor=CLERK) == file
    assert may_read(SYSTEM, file) is False


def age(path: Path, days: int = 2) -> Path:
    then = time.time() - days * 24 * 3600
    os.utime(path, (then, then))
    return path


@pytest.mark.django_db
def test_sweeping_removes_old_contents_that_no_row_names(folder, monkeypatch):
    monkeypatch.setattr("cchc.platform.storage.sweeping.BATCH", 2)
    kept = age(path_of(take_in(b"kept")))
    fresh = orphan(b"fresh")
    old = [age(orphan(content)) for content in (b"old", b"older", b"oldest")]
    half = folder / "incoming" / "half"
    half.write_bytes(b"x")
    age(half)

    sweep_contents()
    assert sorted(contents_on_disk()) == sorted([kept, fresh])
    assert not any(path.exists() for path in (*old, half))
    assert sweep() == 0


def orphan(content: bytes) -> Path:
    """A content whose operation was undone."""
    with transaction.atomic():
        path = path_of(take_in(content))
        transaction.set_rollback(True)
    return path


def test_two_sweepers_do_not_trip_over_one_another(folder):
    assert _remove_when_old(folder / "gone", time.time()) == 0


@pytest.mark.django_db(transaction=True)
def test_sweeping_leaves_alone_what_is_being_taken_in():
    path = age(orphan(b"again"))
    is_held, may_go = threading.Event(), threading.Event()

    def take_in_slowly() -> None:
        try:
            with transaction.atomic():
                hold_content(path.name)
                is_held.set()
                may_go.wait(10)
        finally:
            connection.close()

    thread = threading.Thread(target=take_in_slowly)
    thread.start()
    try:
        assert is_held.wait(10)
        assert sweep() == 0
        assert path.exists()
    finally:
        may_go.set()
        thread.join()
    assert sweep() == 1


@pytest.mark.django_db
def test_missing_and_changed_contents_are_reported():
    whole, missing, cut, changed = (take_in(text) for text in (b"aaa", b"bbb", b"ccc", b"ddd"))
    place_of(missing.sha256).unlink()
    place_of(cut.sha256).write_bytes(b"c")
    place_of(changed.sha256).write_bytes(b"xxx")

    assert [(d.file_id, d.what) for d in damaged_files()] == [
        (missing.pk, "MISSING"),
        (cut.pk, "CHANGED"),
    ]
    assert [d.file_id for d in damaged_files(is_deep=True)] == [missing.pk, cut.pk, changed.pk]
    assert whole.pk not in {d.file_id for d in damaged_files(is_deep=True)}
