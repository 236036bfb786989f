"""The daily ladder over 200,000 open assignments, and the digests of 5,000 people.

Everything happens in one transaction that is rolled back: the province stays as it was seeded.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from bench import province
from bench.measuring import Measurement

LADDER_SECONDS = 30.0
DIGEST_SECONDS = 60.0
MEGABYTES = 500.0
OPEN_COUNT = 200_000
PEOPLE_COUNT = 5_000
MORNING = f"""
import json, os, resource, time
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc.site.settings")
import django
django.setup()
from datetime import date, datetime
from django.db import connection, transaction
from cchc.modules.organisation.models import Person
from cchc.modules.urging.models import Digest, Notice, UrgedDay
from cchc.modules.urging.operations import run_day as running
from cchc.platform.access import SYSTEM
from cchc.platform.clock import VIETNAM
from bench.urging_seed import open_up

took = {{}}

def timed(name):
    doing = getattr(running, name)
    def measured(*args, **kwargs):
        started, cpu = time.perf_counter(), time.process_time()
        result = doing(*args, **kwargs)
        took[name] = took.get(name, 0) + time.perf_counter() - started
        took[name + " cpu"] = took.get(name + " cpu", 0) + time.process_time() - cpu
        return result
    setattr(running, name, measured)

for name in ("lay_out", "tell_steps_reached", "tell_next_in_line", "gather", "deliver"):
    timed(name)

def backend_megabytes():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    for line in open(f"/proc/{{pid}}/smaps_rollup"):
        if line.startswith("Pss_Anon"):
            return int(line.split()[1]) / 1024
    return 0.0

def morning(day):
    took.clear()
    started = time.perf_counter()
    seven = datetime(2019, 10, day.day, 7, 30, tzinfo=VIETNAM)
    done = running.run_day(on=day, actor=SYSTEM, now=seven)
    return {{"whole": time.perf_counter() - started, "notices": done.notice_count,
            "digests": done.digest_count, **took}}

with transaction.atomic():
    seeded = open_up(open_count={OPEN_COUNT}, people_count={PEOPLE_COUNT})
    first = morning(date(2019, 10, 15))
    ordinary = morning(date(2019, 10, 16))
    python = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    said = {{"seeded": seeded, "first": first, "ordinary": ordinary, "python": python,
            "backend": backend_megabytes()}}
    transaction.set_rollback(True)
print(json.dumps(said))
"""


def measure() -> Iterator[Measurement]:
    """The first morning, when everything is told, and an ordinary one after it."""
    province.prepare()
    with province.holding_database():
        said = json.loads(province.run_python(MORNING).splitlines()[-1])
    for name in ("first", "ordinary"):
        morning = said[name]
        ladder = sum(
            morning[part] for part in ("lay_out", "tell_next_in_line", "tell_steps_reached")
        )
        digests = morning["gather"] + morning["deliver"]
        note = f"{said['seeded']['open']} open, {morning['notices']} notices"
        yield Measurement(f"ladder, {name} morning", ladder, "s", LADDER_SECONDS, note)
        note = f"{morning['digests']} digests, {morning['deliver']:.1f} s of it letters"
        yield Measurement(f"digests, {name} morning", digests, "s", DIGEST_SECONDS, note)
    megabytes = said["python"] + said["backend"]
    note = f"{said['python']:.0f} MB Python, {said['backend']:.0f} MB its own in the database"
    yield Measurement("memory of the ladder", megabytes, "MB", MEGABYTES, note)
