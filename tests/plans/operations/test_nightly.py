"""The nightly reckoning and the folder of messages: repeated or killed, they harm nothing."""

from __future__ import annotations

from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.modules.plans.models import DueChange, ImportDraft, Occurrence
from cchc.modules.plans.operations.collect_mail import REFUSED, TAKEN, collect_mail
from cchc.modules.plans.operations.reckon_states import reckon_states
from cchc.modules.plans.operations.reckoning import day_of
from cchc.modules.plans.rules.kinds import DraftOrigin
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.timeliness import Standing, Timeliness, timeliness_of
from cchc.platform.access import SYSTEM
from tests.plans.operations.test_drafts import paper
from tests.plans.world import FILM, MONTHLY, PlansWorld, moment, said


def test_the_passing_of_a_day_makes_work_late_once(world: PlansWorld) -> None:
    plan = world.plan(FILM, MONTHLY)
    assert world.one(plan, "a", world.department).timeliness == Timeliness.NOT_DUE

    near = reckon_states(actor=SYSTEM, now=moment(date(2019, 9, 24)))
    assert near.changed_count > 0
    assert world.one(plan, "a", world.department).timeliness == Timeliness.DUE_SOON
    reckon_states(actor=SYSTEM, now=moment(date(2019, 10, 1)))
    again = reckon_states(actor=SYSTEM, now=moment(date(2019, 10, 1)))

    assert world.one(plan, "a", world.department).timeliness == Timeliness.OVERDUE
    assert again.changed_count == 0


def test_a_clock_moved_back_undoes_what_has_not_happened(world: PlansWorld) -> None:
    plan = world.plan(FILM)
    reckon_states(actor=SYSTEM, now=moment(date(2019, 12, 1)))

    reckon_states(actor=SYSTEM, now=moment(date(2019, 3, 1)))

    assert world.one(plan, "a", world.department).timeliness == Timeliness.NOT_DUE


def test_a_reckoning_leaves_no_history(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)

    reckon_states(actor=SYSTEM, now=moment(date(2019, 12, 1)))

    assert one.events.count() == 1  # type: ignore[attr-defined]


def test_a_deadline_that_is_not_what_the_ledger_says_is_told(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    Occurrence.objects.filter(pk=one.pk).update(
        due_on=date(2019, 11, 30), sorts_on=date(2019, 11, 30)
    )

    found = reckon_states(actor=SYSTEM, now=world.now)

    assert found.off_ledger == (one.pk,)
    assert said()[-1] == "plans.states.checked"
    one.refresh_from_db()
    assert one.due_on == date(2019, 11, 30)  # told, not mended


def test_a_part_without_any_round_is_told(world: PlansWorld) -> None:
    part = world.part(world.plan(FILM), "a", world.department)
    part.occurrences.all().delete()

    assert reckon_states(actor=SYSTEM, now=world.now).without_round == (part.pk,)


days = st.one_of(st.none(), st.dates(date(2019, 9, 1), date(2019, 12, 1)))


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    state=st.sampled_from(sorted(State)),
    due=days,
    submitted=days,
    is_continuous=st.booleans(),
    today=st.dates(date(2019, 9, 1), date(2019, 12, 1)),
)
def test_the_database_reckons_as_the_rule_does(
    world: PlansWorld,
    state: State,
    due: date | None,
    submitted: date | None,
    is_continuous: bool,
    today: date,
) -> None:
    if state in (State.SUBMITTED, State.APPROVED, State.ACCEPTED) and submitted is None:
        submitted = today
    if state is State.WAITING:
        due = None
    one = _only_occurrence(world)
    Occurrence.objects.filter(pk=one.pk).update(
        state=state,
        due_on=due,
        first_due_on=due,
        starts_on=None,
        waits_for="" if due else "EVENT",
        sorts_on=due or date(9999, 12, 31),
        submitted_on=submitted,
        is_continuous=is_continuous,
        accepted_at=world.now if state is State.ACCEPTED else None,
        suspended_from="ASSIGNED" if state is State.SUSPENDED else "",
        suspended_on=today if state is State.SUSPENDED else None,
        timeliness=Timeliness.NOT_COUNTED,
    )
    day = day_of(moment(today))

    reckon_states(actor=SYSTEM, now=moment(today))

    one.refresh_from_db()
    standing = Standing(state, due, is_continuous, submitted)
    assert one.timeliness == timeliness_of(standing, today=day.today, soon_until=day.soon_until)


def _only_occurrence(world: PlansWorld) -> Occurrence:
    found = Occurrence.objects.first()
    if found is None:
        DueChange.objects.all().delete()
        world.plan({**FILM, "coordinating_text": ""})
        found = Occurrence.objects.get()
    return found


def message(folder: Path, name: str, *attachments: tuple[str, bytes]) -> Path:
    """A message in the folder."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "vanthu@senhong.example", "Kế hoạch"
    mail.set_content("Kính gửi")
    for file_name, content in attachments:
        mail.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=file_name
        )
    path = folder / name
    path.write_bytes(mail.as_bytes())
    return path


def test_a_message_begins_a_draft_and_is_put_aside(world: PlansWorld, tmp_path: Path) -> None:
    message(tmp_path, "1.eml", ("ke-hoach.docx", paper().read()))

    (draft_id,) = collect_mail(folder=tmp_path, actor=SYSTEM, now=world.now)

    draft = ImportDraft.objects.get(pk=draft_id)
    assert (draft.origin, draft.issuer_id) == (DraftOrigin.MAIL, world.committee.pk)
    assert (tmp_path / TAKEN / "1.eml").exists()
    assert ImportDraft.objects.visible_to(world.actor(world.operator)).count() == 1
    assert ImportDraft.objects.visible_to(world.actor(world.reform_officer)).count() == 0


def test_a_message_that_was_taken_in_and_not_put_aside_is_not_taken_in_twice(
    world: PlansWorld, tmp_path: Path
) -> None:
    path = message(tmp_path, "1.eml", ("ke-hoach.docx", paper().read()))
    raw = path.read_bytes()
    collect_mail(folder=tmp_path, actor=SYSTEM, now=world.now)
    path.write_bytes(raw)  # as if the worker had died before it could move the message

    assert collect_mail(folder=tmp_path, actor=SYSTEM, now=world.now) == []
    assert ImportDraft.objects.count() == 1


def test_a_message_without_a_paper_says_why_it_was_refused(
    world: PlansWorld, tmp_path: Path
) -> None:
    message(tmp_path, "1.eml")
    message(tmp_path, "2.eml", ("virus.docx", b"MZ\x90\x00"))

    assert collect_mail(folder=tmp_path, actor=SYSTEM, now=world.now) == []

    assert "không có tệp đính kèm" in (tmp_path / REFUSED / "1.eml.txt").read_text("utf-8")
    assert "virus.docx" in (tmp_path / REFUSED / "2.eml.txt").read_text("utf-8")


def test_a_message_of_many_is_taken_in_as_far_as_it_can_be(
    world: PlansWorld, tmp_path: Path
) -> None:
    message(tmp_path, "1.eml", ("a.docx", paper().read()), ("b.docx", b"hong"), ("c.gif", b"x"))

    assert len(collect_mail(folder=tmp_path, actor=SYSTEM, now=world.now)) == 1
    assert "b.docx" in (tmp_path / TAKEN / "1.eml.txt").read_text("utf-8")


def test_a_huge_message_and_a_missing_folder(world: PlansWorld, tmp_path: Path) -> None:
    huge = tmp_path / "1.eml"
    with huge.open("wb") as file:
        file.truncate(61 * 1024 * 1024)

    assert collect_mail(folder=tmp_path, actor=SYSTEM, now=world.now) == []
    assert (tmp_path / REFUSED / "1.eml").exists()
    assert collect_mail(folder=tmp_path / "nothing", actor=SYSTEM, now=world.now) == []


@pytest.mark.parametrize("days_on", [0, 1, 40])
def test_soon_is_five_working_days(world: PlansWorld, days_on: int) -> None:
    day = day_of(moment(date(2019, 10, 15) + timedelta(days=days_on)))

    assert 5 <= (day.soon_until - day.today).days <= 9
