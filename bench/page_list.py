"""Which pages are measured: every page kind, those of single objects found through the lists."""

from __future__ import annotations

import re

from bench.browsing import Page, UnexpectedAnswer, Visitor

LISTS = (
    Page("Hôm nay", "/"),
    Page("Việc chờ tôi", "/viec-cho-toi/"),
    Page("kế hoạch", "/ke-hoach/"),
    Page("nhập kế hoạch", "/ke-hoach/nhap/"),
    Page("nhiệm vụ", "/nhiem-vu/"),
    Page("lịch nhiệm vụ", "/nhiem-vu/lich/"),
    Page("tiến độ", "/nhiem-vu/tien-do/"),
    Page("theo cơ quan", "/nhiem-vu/theo-co-quan/"),
    Page("theo lĩnh vực", "/nhiem-vu/theo-linh-vuc/"),
    Page("Toàn cảnh", "/toan-canh/"),
    Page("tìm kiếm", "/tim/?q=ke hoach"),
    Page("cơ quan", "/co-quan/"),
    Page("cây cơ quan", "/co-quan/cay/"),
    Page("nhóm cơ quan", "/nhom-co-quan/"),
    Page("lịch làm việc", "/lich-lam-viec/"),
    Page("người dùng", "/nguoi-dung/"),
    Page("vai trò", "/vai-tro/"),
    Page("nhật ký", "/nhat-ky/"),
)
SINGLE = (
    ("một kế hoạch", "/ke-hoach/", r'"(/ke-hoach/\d+/)"'),
    ("một nhiệm vụ", "/nhiem-vu/", r'"(/nhiem-vu/\d+/)'),
    ("một cơ quan", "/co-quan/", r'"(/co-quan/\d+/)"'),
)


async def pages(visitor: Visitor) -> list[Page]:
    """The pages that this visitor may open; those of another role are left out, and said."""
    found = []
    for page in LISTS:
        path = await _arrive(visitor, page.path)
        status, _headers, _body = await visitor.get(path)
        if status == 200:
            found.append(Page(page.name, path))
        else:
            print(f"not measured: {page.path} answers {status}", flush=True)
    for name, path, pattern in SINGLE:
        _status, _headers, body = await visitor.get(await _arrive(visitor, path))
        link = re.search(pattern, body.decode())
        if link is None:
            raise UnexpectedAnswer(f"{path} links to no page like {pattern}")
        found.append(Page(name, link[1]))
    return found


async def _arrive(visitor: Visitor, path: str) -> str:
    """Where a page leads that only passes on (a list to its usual filters)."""
    status, headers, _body = await visitor.get(path)
    return headers["location"] if status == 302 else path
