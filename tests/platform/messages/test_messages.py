"""Telling people, and bringing messages out of the house."""

import threading
from datetime import datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.db import connection, transaction

from cchc.platform.calendar import VIETNAM
from cchc.platform.clock import real_now
from cchc.platform.messages import delivering
from cchc.platform.messages.delivering import WAITS, send_due
from cchc.platform.messages.inbox import inbox, mark_read, unread_count
from cchc.platform.messages.job_names import Job
from cchc.platform.messages.models import Notification, OutboxMessage
from cchc.platform.messages.outbox import dead_letters, outbox_status, send_again
from cchc.platform.messages.sending import notify
from tests.platform.messages.gateways import in_folder
from tests.platform.messages.posts import Unwilling, busy, refused
from tests.waiting import empty_queue, queued_jobs, work_off_jobs

pytestmark = pytest.mark.django_db
NOW = datetime(2019, 10, 15, 9, tzinfo=VIETNAM)


@pytest.fixture(autouse=True)
def always_open(settings):
    """No quiet hours and no days off, whatever day the tests run on."""
    settings.CCHC_QUIET_FROM = settings.CCHC_QUIET_UNTIL
    settings.CCHC_OFFICE_CALENDAR = "tests.platform.messages.offices.always_open"
    settings.CCHC_SITE_URL = "https://cchc.senhong.gov.vn"


@pytest.fixture
def lan():
    return get_user_model().objects.create_user(
        "lan", full_name="Nguyễn Thị Lan", email="lan@tinh.gov.vn", phone="0912345678"
    )


def tell(*to: int, **more) -> None:
    given = {"topic": "tests.told", "title": "Có việc mới", "now": NOW, "link": "/viec/7/"} | more
    notify(to=to, **given)


def make_due() -> None:
    OutboxMessage.objects.update(due_at=real_now() - timedelta(seconds=1))


def test_each_person_is_told_once_and_finds_it_in_the_inbox(lan):
    tell(lan.pk, lan.pk, 99, body="Rà soát thủ tục")

    (line,) = inbox(lan.pk)
    assert (line.title, line.body, line.link, line.at, line.is_read) == (
        "Có việc mới",
        "Rà soát thủ tục",
        "/viec/7/",
        NOW,
        False,
    )
    assert unread_count(lan.pk) == unread_count(99) == 1
    assert queued_jobs() == []
    assert "Có việc mới" in str(Notification.objects.first())


def test_reading_marks_ones_own_only(lan):
    for title in ("một", "hai", "ba"):
        tell(lan.pk, 99, title=title)
    first = inbox(lan.pk)[0]

    assert first.title == "ba"
    assert mark_read(lan.pk, [first.id, inbox(99)[0].id], now=NOW) == 1
    assert (unread_count(lan.pk), unread_count(99)) == (2, 3)
    assert inbox(lan.pk)[0].is_read is True
    assert mark_read(lan.pk, now=NOW) == 2
    assert mark_read(lan.pk, now=NOW) == 0
    assert len(inbox(lan.pk, limit=2)) == 2


def test_telling_belongs_to_the_transaction(lan):
    with transaction.atomic():
        tell(lan.pk, by_email=True)
        transaction.set_rollback(True)

    assert inbox(lan.pk) == []
    assert queued_jobs() == []
    assert not OutboxMessage.objects.exists()


def test_an_email_leaves_once_with_its_link(lan):
    tell(lan.pk, by_email=True, title="Có việc\nmới")
    assert queued_jobs() == [Job.SEND_DUE]
    work_off_jobs()
    send_due()

    (letter,) = mail.outbox
    assert letter.to == ["lan@tinh.gov.vn"]
    assert letter.subject == "[CCHC] Có việc mới"
    assert "https://cchc.senhong.gov.vn/viec/7/" in letter.body
    assert letter.extra_headers["Message-ID"].endswith("@cchc.senhong.gov.vn>")
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    assert OutboxMessage.objects.get().state == "SENT"
    assert outbox_status().waiting_count == 0


def test_nothing_leaves_before_its_time(lan):
    tell(lan.pk, by_email=True)
    OutboxMessage.objects.update(due_at=real_now() + timedelta(minutes=1))

    assert send_due() == 0
    assert mail.outbox == []
    assert outbox_status().waiting_count == 1


def test_quiet_hours_move_the_time(lan, settings):
    settings.CCHC_QUIET_FROM, settings.CCHC_QUIET_UNTIL = _around_now()
    settings.CCHC_OFFICE_CALENDAR = ""
    tell(lan.pk, by_email=True)

    assert send_due() == 0
    assert outbox_status().oldest_due_at > real_now()


def _around_now():
    local = real_now().astimezone(VIETNAM)
    return (local - timedelta(hours=1)).time(), (local + timedelta(hours=1)).time()


def test_a_text_message_leaves_where_there_is_a_gateway(lan, settings, tmp_path):
    _, taken = in_folder(tmp_path)
    settings.CCHC_SMS_DIR = tmp_path
    tell(lan.pk, by_sms=True)
    send_due()

    assert taken() == [("+84912345678", "Có việc mới")]


def test_without_a_gateway_no_text_message_is_kept(lan, settings):
    settings.CCHC_SMS_DIR = None
    tell(lan.pk, by_sms=True)

    assert not OutboxMessage.objects.exists()


def test_a_message_waiting_when_the_gateway_was_taken_away_is_dead(lan, settings, tmp_path):
    settings.CCHC_SMS_DIR = tmp_path
    tell(lan.pk, by_sms=True)
    settings.CCHC_SMS_DIR = None
    send_due()

    assert "chưa được nối" in dead_letters()[0].last_error


@pytest.mark.parametrize(
    ("change", "by", "error"),
    [
        ({"is_active": False}, "by_email", "Tài khoản không còn hoạt động"),
        ({"email": ""}, "by_email", "Tài khoản chưa có địa chỉ thư điện tử"),
        ({"phone": ""}, "by_sms", "Tài khoản chưa có số điện thoại"),
        ({"phone": "123"}, "by_sms", "Số điện thoại không đúng"),
    ],
)
def test_what_cannot_be_delivered_is_dead_at_once(lan, settings, tmp_path, change, by, error):
    settings.CCHC_SMS_DIR = tmp_path
    get_user_model().objects.update(**change)
    tell(lan.pk, **{by: True})
    send_due()

    (letter,) = dead_letters()
    assert (letter.to_id, letter.last_error, letter.attempts) == (lan.pk, error, 1)
    assert outbox_status().dead_count == 1


@pytest.fixture
def unwilling(settings):
    settings.EMAIL_BACKEND = "tests.platform.messages.posts.Unwilling"
    yield Unwilling.errors
    Unwilling.errors.clear()


def test_a_failure_waits_and_is_tried_again(lan, unwilling):
    unwilling += [ConnectionRefusedError("[Errno 111]"), busy(), refused(450), ValueError("lan@")]
    tell(lan.pk, by_email=True)
    errors, waits = [], []
    for _ in range(4):
        make_due()
        assert send_due() == 1
        message = OutboxMessage.objects.get()
        errors.append(message.last_error)
        waits.append(round((message.due_at - real_now()).total_seconds()))
    make_due()
    send_due()

    assert waits == pytest.approx([wait.total_seconds() for wait in WAITS[:4]], abs=5)
    assert errors == [
        "ConnectionRefusedError: [Errno 111]",
        "SMTPDataError 451",
        "SMTPRecipientsRefused",
        "ValueError",
    ]
    assert len(mail.outbox) == 1
    assert OutboxMessage.objects.get().last_error == ""


def test_after_the_last_attempt_a_message_is_dead_and_may_be_revived(lan, unwilling):
    unwilling += [busy() for _ in range(len(WAITS) + 1)]
    tell(lan.pk, by_email=True)
    for _ in range(len(WAITS) + 1):
        make_due()
        assert send_due() == 1
    make_due()
    assert send_due() == 0

    (letter,) = dead_letters()
    assert letter.attempts == len(WAITS) + 1
    assert send_again(letter.id) is True
    assert send_again(letter.id) is False
    assert work_off_jobs() == [Job.SEND_DUE]
    assert len(mail.outbox) == 1
    assert dead_letters() == []


def test_an_address_that_the_server_refuses_for_good_is_dead(lan, unwilling):
    unwilling.append(refused(550))
    tell(lan.pk, by_email=True)
    send_due()

    assert dead_letters()[0].last_error == "Máy chủ thư từ chối địa chỉ nhận"


def test_one_failing_message_does_not_hold_the_others(lan, unwilling):
    unwilling.append(busy())
    tell(lan.pk, by_email=True, title="một")
    tell(lan.pk, by_email=True, title="hai")

    assert send_due() == 2
    assert [letter.subject for letter in mail.outbox] == ["[CCHC] hai"]


def test_a_run_sends_only_so_many(lan, monkeypatch):
    monkeypatch.setattr(delivering, "MOST_AT_ONCE", 2)
    for _ in range(3):
        tell(lan.pk, by_email=True)

    assert send_due() == 2
    assert send_due() == 1


def test_to_nobody_nothing_is_said():
    tell(by_email=True)

    assert not OutboxMessage.objects.exists()
    assert queued_jobs() == []


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_message_once(lan):
    for number in range(12):
        tell(lan.pk, by_email=True, title=str(number))

    def send() -> None:
        try:
            send_due()
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    empty_queue()

    assert sorted(letter.subject for letter in mail.outbox) == sorted(
        f"[CCHC] {number}" for number in range(12)
    )
