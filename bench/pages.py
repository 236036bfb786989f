"""Pages at sixteen people at the same time: whole requests, the slowest twentieth counts."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from bench import province
from bench.browsing import Visitor, browse
from bench.measuring import Measurement, percentile
from bench.page_list import pages

PEOPLE_AT_ONCE = 16
ROUNDS = 12
WARMING_ROUNDS = 2
BOUND_MILLISECONDS = 150
SIGN_IN = "/tai-khoan/dang-nhap/"
ROLE = "Đầu mối CCHC của tỉnh"


def measure() -> Iterator[Measurement]:
    """Every page that is listed, for the provincial operator; median told, 95 % bounded."""
    province.prepare()
    with province.served() as address:
        times = asyncio.run(_browse(address))
    for name, values in times.items():
        note = f"p50 {percentile(values, 0.5):.0f} ms, {len(values)} requests"
        yield Measurement(f"page {name}", percentile(values, 0.95), "ms", BOUND_MILLISECONDS, note)


async def _browse(address: str) -> dict[str, list[float]]:
    login, password = province.login_of(ROLE)
    visitors = [Visitor(address) for _ in range(PEOPLE_AT_ONCE)]
    await visitors[0].sign_in(SIGN_IN, login, password)
    for visitor in visitors[1:]:
        visitor.cookies.update(visitors[0].cookies)
    listed = await pages(visitors[0])
    alone = await browse(visitors[:1], listed, rounds=WARMING_ROUNDS)
    for name, values in alone.items():
        print(f"{name} alone: {min(values):.0f} ms", flush=True)
    times = await browse(visitors, listed, rounds=ROUNDS)
    for visitor in visitors:
        await visitor.close()
    return times
