"""The nightly job over five years of plans."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bench import province
from bench.measuring import Measurement

STATES_SECONDS = 10.0
NIGHT = """
import json, os, time
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc.site.settings")
import django
django.setup()
from datetime import datetime, timedelta
from django.db import connection, transaction
from cchc.modules.plans.models import Assignment, Occurrence
from cchc.modules.plans.operations.reckon_states import reckon_states
from cchc.platform.access import SYSTEM
from cchc.platform.clock import VIETNAM
Occurrence.objects.update(timeliness="NOT_DUE")
started = time.perf_counter()
reckon_states(actor=SYSTEM, now=datetime(2019, 10, 16, 0, 10, tzinfo=VIETNAM))
first = time.perf_counter() - started
started = time.perf_counter()
reckon_states(actor=SYSTEM, now=datetime(2019, 10, 17, 0, 10, tzinfo=VIETNAM))
took = time.perf_counter() - started
with connection.cursor() as cursor:
    cursor.execute("VACUUM ANALYZE")  # as autovacuum does by morning; the pages are measured next
print(json.dumps({"everything": first, "a day": took,
                  "assignments": Assignment.objects.count()}))
"""


def measure() -> Iterator[Measurement]:
    """Once with every row wrong (told only), once for an ordinary night."""
    province.prepare()
    with province.holding_database():
        said = json.loads(province.run_python(NIGHT).splitlines()[-1])
    note = f"{said['assignments']} assignments"
    name = "nightly states, every row to change"
    yield Measurement(name, said["everything"], "s", None, note)
    yield Measurement("nightly states, an ordinary night", said["a day"], "s", STATES_SECONDS)
