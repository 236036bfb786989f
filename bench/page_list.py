"""Which pages are measured: every place of the navigation, and single objects out of the lists."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bench.browsing import Page, UnexpectedAnswer, Visitor

NAMES = {
    "/": "Hôm nay",
    "/viec-cho-toi/": "Việc chờ tôi",
    "/ke-hoach/": "kế hoạch",
    "/ke-hoach/nhap/": "nhập kế hoạch",
    "/nhiem-vu/": "nhiệm vụ",
    "/nhiem-vu/lich/": "lịch nhiệm vụ",
    "/nhiem-vu/tien-do/": "tiến độ",
    "/nhiem-vu/theo-co-quan/": "theo cơ quan",
    "/nhiem-vu/theo-linh-vuc/": "theo lĩnh vực",
    "/toan-canh/": "Toàn cảnh",
    "/tim/?q=ke hoach": "tìm kiếm",
    "/thong-bao/": "thông báo",
    "/co-quan/": "cơ quan",
    "/co-quan/cay/": "cây cơ quan",
    "/nhom-co-quan/": "nhóm cơ quan",
    "/lich-lam-viec/": "lịch làm việc",
    "/nguoi-dung/": "người dùng",
    "/vai-tro/": "vai trò",
    "/nhat-ky/": "nhật ký",
}
"""The pages that are bounded; other places of the navigation are told, by their address."""
PLACE = re.compile(r'class="nav-i[^"]*" href="(/[^"]*)"')
SINGLE = (
    ("một kế hoạch", "/ke-hoach/", r'"(/ke-hoach/\d+/)"'),
    ("một nhiệm vụ", "/nhiem-vu/", r'"(/nhiem-vu/\d+/)'),
    ("một cơ quan", "/co-quan/", r'"(/co-quan/\d+/)"'),
)
MOST_OF_A_KIND = 16
"""So many different plans, tasks and agencies are read, as different people do."""


async def pages(visitor: Visitor) -> list[Page]:
    """The bounded pages that this visitor may open, single plans, tasks and agencies included."""
    found = await _opened(visitor, NAMES)
    for name, path, pattern in SINGLE:
        _status, _headers, body = await visitor.get(await _arrive(visitor, path))
        links = list(dict.fromkeys(re.findall(pattern, body.decode())))
        if not links:
            raise UnexpectedAnswer(f"{path} links to no page like {pattern}")
        found.append(Page(name, tuple(links[:MOST_OF_A_KIND])))
    return found


async def other_places(visitor: Visitor) -> list[Page]:
    """The other places of this visitor's navigation."""
    _status, _headers, home = await visitor.get("/")
    places = dict.fromkeys(PLACE.findall(home.decode()))
    return await _opened(visitor, {place: place for place in places if place not in NAMES})


async def _opened(visitor: Visitor, names: Mapping[str, str]) -> list[Page]:
    """Those that open for this visitor; others are left out, and said."""
    found = []
    for place, name in names.items():
        path = await _arrive(visitor, place)
        status, _headers, _body = await visitor.get(path)
        if status == 200:
            found.append(Page(name, (path,)))
        else:
            print(f"not measured: {place} answers {status}", flush=True)
    return found


async def _arrive(visitor: Visitor, path: str) -> str:
    """Where a page leads that only passes on (a list to its usual filters)."""
    status, headers, _body = await visitor.get(path)
    return headers["location"] if status == 302 else path
