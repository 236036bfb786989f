"""Pages at sixteen people at the same time: whole requests, the slowest twentieth counts."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Mapping

from bench import province
from bench.browsing import Visitor, browse
from bench.measuring import Measurement, percentile
from bench.page_list import other_places, pages

PEOPLE_AT_ONCE = 16
ROUNDS = 12
ROUNDS_WITH_PAUSES = 2
PAUSE_SECONDS = 1.0
BOUND_MILLISECONDS = 150
BOUND_QUERIES_OF_THE_BOARD = 12
SIGN_IN = "/tai-khoan/dang-nhap/"
ROLE = "Đầu mối CCHC của tỉnh"
QUERIES = """
import json, os, sys
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc.site.settings")
import django
django.setup()
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from cchc.modules.organisation.models import Person
visitor = Client(SERVER_NAME="localhost")
visitor.force_login(Person.objects.get(username=LOGIN))
visitor.get("/toan-canh/")
with CaptureQueriesContext(connection) as asked:
    assert visitor.get("/toan-canh/").status_code == 200
print(json.dumps(len(asked)))
"""

Times = Mapping[str, list[float]]


def measure() -> Iterator[Measurement]:
    """Every page that is listed, for the provincial operator; median told, 95 % bounded.

    Sixteen people who never pause are bounded; the same people with a pause are told, and so are
    the places of modules that have no bound of their own.
    """
    province.prepare()
    with province.holding_database():
        login, password = province.login_of(ROLE)
        said = province.run_python(f"LOGIN = {login!r}\n{QUERIES}")
    number = float(json.loads(said.splitlines()[-1]))
    yield Measurement("queries Toàn cảnh", number, "", BOUND_QUERIES_OF_THE_BOARD)
    with province.served() as address:
        without, with_pauses, others = asyncio.run(_browse(address, login, password))
    yield from _told(without, "page {}", BOUND_MILLISECONDS)
    yield from _told(with_pauses, "page {}, 1 s between pages", None)
    yield from _told(others, "other place {}", None)


def _told(times: Times, name: str, bound: float | None) -> Iterator[Measurement]:
    for page, values in times.items():
        note = f"p50 {percentile(values, 0.5):.0f} ms, {len(values)} requests"
        yield Measurement(name.format(page), percentile(values, 0.95), "ms", bound, note)


async def _browse(address: str, login: str, password: str) -> tuple[Times, Times, Times]:
    visitors = [Visitor(address) for _ in range(PEOPLE_AT_ONCE)]
    await visitors[0].sign_in(SIGN_IN, login, password)
    for visitor in visitors[1:]:
        visitor.cookies.update(visitors[0].cookies)
    listed = await pages(visitors[0])
    await browse(visitors, listed, rounds=1)  # every process has then seen every page
    alone = await browse(visitors[:1], listed, rounds=2)
    for name, values in alone.items():
        print(f"{name} alone: {min(values):.0f} ms", flush=True)
    without = await browse(visitors, listed, rounds=ROUNDS)
    with_pauses = await browse(visitors, listed, rounds=ROUNDS_WITH_PAUSES, pause=PAUSE_SECONDS)
    others = await other_places(visitors[0])
    await browse(visitors, others, rounds=1)
    told = await browse(visitors, others, rounds=ROUNDS_WITH_PAUSES)
    for visitor in visitors:
        await visitor.close()
    return without, with_pauses, told
