"""Several processes work side by side on one database; a killed one loses and repeats nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.site.installation import Installation, Running, status_of, wait_until
from tests.site.probe_worker import TABLE, Probe

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("processes")]


@pytest.fixture(scope="module")
def shared() -> Iterator[Installation]:
    """One installation for the tests of this file; each clears what it needs."""
    made = Installation.new()
    made.ask(TABLE)
    yield made
    made.close()


@pytest.fixture
def place(shared: Installation) -> Iterator[Installation]:
    """The installation with an empty queue, and no process left over from another test."""
    shared.ask("truncate probe")
    shared.ask("truncate procrastinate_jobs cascade")
    yield shared
    for running in shared.started:
        if running.is_alive:
            running.kill()


def _worker(place: Installation) -> Running:
    return place.start("-m", "tests.site.probe_worker")


def _enqueue(place: Installation, *jobs: tuple[Probe, dict[str, object]]) -> None:
    done = place.start("-m", "tests.site.probe_worker", json.dumps(jobs))
    assert done.process.wait(60) == 0, done.log.read_text()


def _all_done(place: Installation, count: int) -> bool:
    return _counted(place, "count(*) filter (where status = 'succeeded')") == count


def _counted(place: Installation, what: str) -> object:
    """A number over the jobs of the test; scheduled ones of the product are among them."""
    query = "from procrastinate_jobs where task_name like 'tests.%'"
    return place.ask(f"select {what} {query}")[0][0]


def test_two_web_processes_serve_one_province(place: Installation) -> None:
    first, one = place.start_web()
    second, other = place.start_web()

    assert status_of(f"{one}/-/health") == status_of(f"{other}/-/health") == 200
    assert first.stop() == 0
    assert status_of(f"{other}/-/ready") == 200
    assert second.stop() == 0


def test_two_workers_share_the_queue_and_do_each_job_once(place: Installation) -> None:
    _worker(place), _worker(place)
    _enqueue(place, *((Probe.LEAVE_A_MARK, {"number": n, "seconds": 0.05}) for n in range(60)))

    wait_until(lambda: _all_done(place, 60))

    assert place.ask("select number from probe order by number") == [(n,) for n in range(60)]
    assert place.ask("select count(distinct pid) from probe") == [(2,)]
    assert _counted(place, "max(attempts)") == 1


def test_jobs_that_follow_one_another_never_run_together(place: Installation) -> None:
    _worker(place), _worker(place)
    _enqueue(
        place,
        *(
            (Probe.LEAVE_A_MARK, {"number": n, "seconds": 0.05, "after": "plan:1"})
            for n in range(10)
        ),
    )

    wait_until(lambda: _all_done(place, 10))

    overlapping = place.ask(
        "select a.number, b.number from probe a join probe b on a.id < b.id"
        " and tstzrange(a.started, a.ended) && tstzrange(b.started, b.ended)"
    )
    assert overlapping == []


def test_a_job_that_may_wait_only_once_is_enqueued_once(place: Installation) -> None:
    _enqueue(place, *((Probe.LEAVE_A_MARK, {"number": n, "once": "nightly"}) for n in range(5)))

    assert _counted(place, "count(*)") == 1


def test_what_a_killed_worker_held_is_done_by_another_once(place: Installation) -> None:
    flag = place.folder / "held"
    flag.unlink(missing_ok=True)
    killed = _worker(place)
    job = (Probe.HOLD, {"number": 1, "seconds": 3.0, "flag": str(flag)})
    _enqueue(place, job)
    wait_until(flag.exists)

    killed.kill()
    _worker(place)

    wait_until(lambda: _all_done(place, 1))
    assert place.ask("select count(*) from probe where ended is not null") == [(1,)]


def test_a_killed_database_loses_and_repeats_nothing(place: Installation) -> None:
    web, address = place.start_web()
    workers = [_worker(place)]
    flag = place.folder / "in-the-middle"
    flag.unlink(missing_ok=True)
    _enqueue(
        place,
        (Probe.LEAVE_A_MARK, {"number": 0}),
        (Probe.HOLD, {"number": 1, "seconds": 2.0, "flag": str(flag)}),
        *((Probe.LEAVE_A_MARK, {"number": n}) for n in range(2, 10)),
    )
    wait_until(flag.exists)

    place.kill_database()
    assert status_of(f"{address}/-/ready") == 503
    assert status_of(f"{address}/-/health") == 200
    place.revive_database()

    def all_done() -> bool:
        """As systemd would, start the worker again when it ended with its database."""
        if not workers[-1].is_alive:
            workers.append(_worker(place))
        return _all_done(place, 10)

    wait_until(all_done)
    assert place.ask("select number from probe order by number") == [(n,) for n in range(10)]
    wait_until(lambda: status_of(f"{address}/-/ready") == 200)
    assert web.is_alive
