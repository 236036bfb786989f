"""A change of the trail shows."""

import threading
from datetime import datetime, timedelta

import pgtrigger
import pytest
from django.db import DatabaseError, connection, transaction
from structlog.testing import capture_logs

from cchc.platform.access import SYSTEM
from cchc.platform.audit import sealing
from cchc.platform.audit.jobs import seal, verify_all, verify_recent
from cchc.platform.audit.models import Entry, Seal, SealedEntry
from cchc.platform.audit.sealing import (
    Flaw,
    FlawKind,
    last_seal,
    seal_trail,
    verify_trail,
)
from cchc.platform.audit.trail import record
from cchc.platform.calendar import VIETNAM
from cchc.platform.clock import real_now

pytestmark = pytest.mark.django_db
NOW = datetime(2019, 10, 15, 9, tzinfo=VIETNAM)


def write(count: int = 1) -> None:
    for number in range(count):
        record(name="tests.done", data={"x": number}, about=("a:1",), actor=SYSTEM, at=NOW)


def sealed(*counts: int) -> list[Seal]:
    """A trail with a seal after each so many entries."""
    for count in counts:
        write(count)
        seal()
    return list(Seal.objects.order_by("pk"))


def flaws(**options) -> list[Flaw]:
    return list(verify_trail(**options))


@pytest.mark.parametrize("model", [Entry, Seal, SealedEntry])
def test_what_was_written_is_neither_changed_nor_deleted(model):
    sealed(1)
    row = model.objects.get()

    with pytest.raises(DatabaseError, match="stays"), transaction.atomic():
        row.save()
    with pytest.raises(DatabaseError, match=r"stays|protected"), transaction.atomic():
        row.delete()
    with pytest.raises(DatabaseError, match="stays"), transaction.atomic():
        model.objects.all()._raw_delete(using="default")


def test_a_sealed_trail_has_no_flaws():
    first, second = sealed(2, 3)

    assert flaws() == []
    assert (first.entry_count, second.entry_count) == (2, 3)
    assert second.previous_digest == first.digest
    assert last_seal() == (second.pk, second.digest)
    assert SealedEntry.objects.count() == 5
    assert str(first).endswith(first.digest[:12])
    assert "@" in str(SealedEntry.objects.first())
    assert "tests.done" in str(Entry.objects.first())


def test_nothing_new_makes_no_seal():
    assert seal_trail() == 0
    assert last_seal() is None
    sealed(1)

    assert seal_trail() == 0
    assert Seal.objects.count() == 1


def test_a_long_trail_is_closed_in_parts(monkeypatch):
    monkeypatch.setattr(sealing, "MOST_UNDER_ONE_SEAL", 2)
    write(4)

    assert seal_trail() == 4
    assert [each.entry_count for each in Seal.objects.order_by("pk")] == [2, 2]
    write(1)
    assert seal_trail() == 1
    assert flaws() == []


@pytest.mark.parametrize(
    "change",
    [
        {"actor_name": "Người khác"},
        {"actor_id": 9},
        {"event": "tests.undone"},
        {"data": {"x": 99}},
        {"about": ["a:2"]},
        {"at": NOW + timedelta(seconds=1)},
        {"recorded_at": NOW},
    ],
)
def test_an_altered_entry_shows(change):
    (first,) = sealed(3)
    entry = Entry.objects.order_by("pk")[1]
    with pgtrigger.ignore():
        Entry.objects.filter(pk=entry.pk).update(**change)

    assert flaws() == [Flaw(FlawKind.ALTERED, first.pk, entry.pk)]


def test_a_removed_entry_shows():
    (first,) = sealed(3)
    entry = Entry.objects.order_by("pk")[1]
    entry_id = entry.pk
    with pgtrigger.ignore():
        entry.delete()

    assert flaws() == [Flaw(FlawKind.REMOVED, first.pk, entry_id)]


def test_a_removed_entry_shows_even_with_its_mark():
    (first,) = sealed(3)
    entry_id = Entry.objects.order_by("pk")[1].pk
    with pgtrigger.ignore():
        Entry.objects.filter(pk=entry_id).delete()
        SealedEntry.objects.filter(pk=entry_id).delete()

    assert flaws() == [Flaw(FlawKind.BROKEN_SEAL, first.pk)]


def test_a_rewritten_seal_breaks_the_chain():
    first, second = sealed(1, 1)
    with pgtrigger.ignore():
        Seal.objects.filter(pk=first.pk).update(digest="0" * 64)

    assert flaws() == [
        Flaw(FlawKind.BROKEN_SEAL, first.pk),
        Flaw(FlawKind.BROKEN_CHAIN, second.pk),
    ]
    assert flaws(since_seal=second.pk) == [Flaw(FlawKind.BROKEN_CHAIN, second.pk)]


def test_a_trail_rewritten_as_a_whole_does_not_match_what_was_told_outside():
    anchors = [(each.pk, each.digest) for each in sealed(1, 1)]
    assert flaws(anchors=anchors) == []
    with pgtrigger.ignore():
        SealedEntry.objects.all().delete()
        Seal.objects.all().delete()
        Entry.objects.update(actor_name="Người khác")
    seal_trail()

    assert flaws() == []
    assert flaws(anchors=anchors) == [
        Flaw(FlawKind.LOST_SEAL, anchors[0][0]),
        Flaw(FlawKind.LOST_SEAL, anchors[1][0]),
    ]


def test_every_seal_is_told_to_the_log():
    write()
    with capture_logs() as lines:
        seal_trail()

    (line,) = [line for line in lines if line["event"] == "audit.sealed"]
    assert (line["seal_id"], line["digest"]) == last_seal()


def test_an_entry_slipped_below_a_settled_seal_shows():
    sealed(2)
    with pgtrigger.ignore():
        Seal.objects.update(sealed_at=real_now() - timedelta(days=3))
    write()
    late = Entry.objects.order_by("pk").last()
    with pgtrigger.ignore():
        Entry.objects.filter(pk=late.pk).update(id=1, recorded_at=real_now() - timedelta(days=2))
    seal_trail()

    assert flaws() == [Flaw(FlawKind.NEVER_SEALED, entry_id=1)]


def test_flaws_are_told_to_the_log_each_night_and_each_week():
    sealed(2)
    with pgtrigger.ignore():
        Entry.objects.update(actor_name="x")
    with capture_logs() as lines:
        verify_recent()
        verify_all()

    assert [line["kind"] for line in lines if line["event"] == "audit.flaw"] == ["ALTERED"] * 4
    assert [line["flaw_count"] for line in lines if line["event"] == "audit.verified"] == [2, 2]


def test_an_empty_trail_is_verified_too(monkeypatch):
    verify_recent()
    monkeypatch.setattr("cchc.platform.audit.jobs.MOST_TOLD", 1)
    sealed(2)
    with pgtrigger.ignore():
        Entry.objects.update(actor_name="x")
    with capture_logs() as lines:
        verify_recent()

    assert len([line for line in lines if line["event"] == "audit.flaw"]) == 1


@pytest.mark.django_db(transaction=True)
def test_an_entry_that_commits_late_comes_under_the_next_seal():
    is_written, may_commit = threading.Event(), threading.Event()

    def write_slowly() -> None:
        try:
            with transaction.atomic():
                write()
                is_written.set()
                may_commit.wait(10)
        finally:
            connection.close()

    thread = threading.Thread(target=write_slowly)
    thread.start()
    try:
        assert is_written.wait(10)
        write()
        assert seal_trail() == 1
    finally:
        may_commit.set()
        thread.join()

    late = Entry.objects.order_by("pk").first()
    assert not SealedEntry.objects.filter(pk=late.pk).exists()
    assert seal_trail() == 1
    assert flaws() == []
