"""Killed in the middle, background work loses nothing and repeats nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pytest
from django.conf import settings
from django.db import connection, transaction

from cchc.modules.plans.models import ImportDraft, Occurrence
from cchc.modules.plans.operations.read_draft import read_draft
from cchc.modules.plans.operations.reckon_states import reckon_states
from cchc.modules.plans.operations.start_import import start_import
from cchc.modules.plans.rules.kinds import DraftState
from cchc.modules.plans.rules.timeliness import Timeliness
from cchc.platform.access import SYSTEM
from tests.plans.world import GIVEN, MONTHLY, PlansWorld, said, told
from tests.platform.jobs.workers import ROOT, database_url, wait_until

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@contextmanager
def working(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process at work, killed at the end at the latest."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.plans.killed_process", *arguments],
        cwd=ROOT,
        env={
            **os.environ,
            "DATABASE_URL": database_url(),
            "PYTHONPATH": f"{ROOT}/src:{ROOT}",
            "TEST_MEDIA": str(settings.MEDIA_ROOT),
        },
        stdout=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def waits_for_a_lock() -> bool:
    """Whether somebody else's statement waits for our lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            " AND datname = current_database()"
        )
        return bool(cursor.fetchone()[0])


def test_a_nightly_run_killed_half_way_changes_nothing_and_the_next_one_everything() -> None:
    world = PlansWorld()
    plan = world.plan(MONTHLY)
    before = list(Occurrence.objects.order_by("pk").values_list("timeliness", "reckoned_on"))
    last = world.one(plan, "b", world.department, sequence=9)

    with transaction.atomic():
        Occurrence.objects.select_for_update().get(pk=last.pk)
        with working("nightly"):
            wait_until(waits_for_a_lock)

    after = list(Occurrence.objects.order_by("pk").values_list("timeliness", "reckoned_on"))
    assert after == before
    assert reckon_states(actor=SYSTEM, now=world.now).changed_count > 0
    assert Occurrence.objects.filter(timeliness=Timeliness.OVERDUE).exists()
    assert reckon_states(actor=SYSTEM, now=world.now).changed_count == 0


def test_a_reading_killed_half_way_is_read_once_from_the_beginning() -> None:
    world = PlansWorld()
    draft = start_import(
        content=BytesIO(many_pages(120)),
        name="dai.pdf",
        actor=world.actor(world.operator),
        now=GIVEN,
    )

    with working("read", str(draft.pk)):
        wait_until(lambda: ImportDraft.objects.filter(pk=draft.pk, progress_done__gt=0).exists())

    draft.refresh_from_db()
    assert (draft.state, draft.reading) == (DraftState.READING, {})
    read_draft(draft_id=draft.pk, actor=SYSTEM, now=GIVEN)
    read_draft(draft_id=draft.pk, actor=SYSTEM, now=GIVEN)
    draft.refresh_from_db()
    assert draft.state in (DraftState.READY, DraftState.FAILED)
    assert said().count("plans.draft.read") <= 1
    assert told(world.operator) == ["plans.draft.read"]


def many_pages(count: int) -> bytes:
    """A PDF of so many pages with a few lines of text each."""
    lines = "".join(f"(Dong {n}: noi dung cong viec) Tj 0 -20 Td " for n in range(30))
    page = f"BT /F1 11 Tf 72 780 Td {lines} ET".encode()
    kids = " ".join(f"{5 + n} 0 R" for n in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    objects += [
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R "
        b"/Resources << /Font << /F1 4 0 R >> >> >>"
    ] * count
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return body + head + tail % (len(objects) + 1, len(body))
