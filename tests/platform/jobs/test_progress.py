"""Telling how far long work has come."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction

from cchc.platform.clock import real_now
from cchc.platform.jobs.jobs import forget_old_jobs
from cchc.platform.jobs.models import Progress, State
from cchc.platform.jobs.progress import announce_work, progress_of, track, work_of
from cchc.platform.jobs.registry import enqueue
from tests.platform.jobs.stories import Story

KEY = "tests.paper:1"


class Refused(Exception):
    message = "Tệp có mật khẩu."


def move_back(seconds: float, *names: str) -> None:
    row = Progress.objects.get(key=KEY)
    for name in names:
        setattr(row, name, getattr(row, name) - timedelta(seconds=seconds))
    row.save()


@pytest.mark.django_db
def test_announced_work_waits_and_is_found_again_by_who_asked_for_it():
    announce_work(KEY, title="Đọc kế hoạch", person_id=7, link="/nhap/1/")

    (line,) = work_of(7)
    assert line == progress_of(KEY)
    assert (line.state, line.link, line.percent, line.message) == (
        State.WAITING,
        "/nhap/1/",
        None,
        "Đang chờ đến lượt",
    )
    assert work_of(8) == []
    assert progress_of("tests.paper:2") is None


@pytest.mark.django_db
def test_work_tells_its_steps_and_its_end():
    announce_work(KEY, title="Đọc kế hoạch", person_id=7, link="/nhap/1/")
    with track(KEY, title="Đọc kế hoạch", done_message="Đã đọc xong 37 nhiệm vụ") as work:
        work.step("Đang đọc trang", done_count=3, total_count=10)
        running = progress_of(KEY)
    done = progress_of(KEY)

    assert (running.state, running.percent, running.message) == (
        State.RUNNING,
        30,
        "Đang đọc trang",
    )
    assert (done.state, done.percent, done.message) == (
        State.DONE,
        100,
        "Đã đọc xong 37 nhiệm vụ",
    )
    assert done.link == "/nhap/1/"
    assert str(Progress.objects.get()) == f"{KEY}: DONE"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "said"),
    [(Refused(), "Tệp có mật khẩu."), (ZeroDivisionError(), "Hệ thống sẽ tự làm lại")],
)
def test_work_that_fails_says_why_and_the_error_goes_on(error, said):
    with pytest.raises(type(error)), track(KEY, title="x"):
        raise error

    line = progress_of(KEY)
    assert line.state is State.FAILED
    assert said in line.message


@pytest.mark.django_db
def test_work_tried_again_starts_afresh():
    with pytest.raises(Refused), track(KEY, title="x"):
        raise Refused
    with track(KEY, title="x"):
        assert progress_of(KEY).state is State.RUNNING
    assert Progress.objects.get().finished_at is not None


@pytest.mark.django_db
def test_many_small_steps_are_told_now_and_then_but_the_last_always(django_assert_max_num_queries):
    with track(KEY, title="x") as work:
        with django_assert_max_num_queries(5):
            for number in range(1, 1001):
                work.step("Đang đọc dòng", done_count=number, total_count=1000)
        assert progress_of(KEY).percent == 100


@pytest.mark.django_db
def test_the_time_left_follows_the_pace():
    with track(KEY, title="x") as work:
        assert progress_of(KEY).seconds_left is None
        work.step("a", done_count=1, total_count=100)
        move_back(10, "started_at")
        assert progress_of(KEY).seconds_left is None
        work.step("b", done_count=50, total_count=100)
        move_back(10, "started_at")
        assert 9 <= progress_of(KEY).seconds_left <= 11


@pytest.mark.django_db
def test_running_work_that_is_not_heard_of_is_silent():
    with track(KEY, title="x"):
        assert progress_of(KEY).is_silent is False
        move_back(600, "started_at", "updated_at")
        assert progress_of(KEY).is_silent is True


@pytest.mark.django_db(transaction=True)
def test_others_see_the_steps_while_the_transaction_is_open(settings):
    settings.CCHC_PROGRESS_APART = True
    seen = []

    def look() -> None:
        seen.append(progress_of(KEY))
        connection.close()

    with transaction.atomic(), track(KEY, title="x") as work:
        work.step("Đang đọc", done_count=1, total_count=2)
        watcher = threading.Thread(target=look)
        watcher.start()
        watcher.join()
        transaction.set_rollback(True)

    assert seen[0].message == "Đang đọc"
    assert progress_of(KEY).state is State.DONE


@pytest.mark.django_db
def test_old_jobs_and_old_progress_are_forgotten():
    announce_work(KEY, title="x")
    announce_work("tests.paper:2", title="x")
    move_back(31 * 24 * 3600, "updated_at")
    enqueue(Story.WRITE, diary="x", line="waiting")
    for status, days in [("succeeded", 8), ("succeeded", 6), ("failed", 91), ("failed", 8)]:
        _old_job(status, days)
    forget_old_jobs()

    assert [row.key for row in Progress.objects.all()] == ["tests.paper:2"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT status::text FROM procrastinate_jobs ORDER BY id")
        assert [status for (status,) in cursor.fetchall()] == ["todo", "succeeded", "failed"]


def _old_job(status: str, days: int) -> None:
    enqueue(Story.WRITE, diary="x", line=status)
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM procrastinate_jobs")
        job_id = cursor.fetchone()[0]
        cursor.execute("SELECT procrastinate_finish_job_v1(%s, %s, FALSE)", [job_id, status])
        cursor.execute(
            "UPDATE procrastinate_events SET at = %s WHERE job_id = %s",
            [real_now() - timedelta(days=days), job_id],
        )
