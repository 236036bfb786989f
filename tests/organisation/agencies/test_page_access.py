"""Who may open the pages of agencies, groups and calendars, and what a page costs."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern

from cchc.modules.organisation.public import AgencyKind
from cchc.modules.organisation.web.urls_agencies import urlpatterns
from tests.organisation.agencies.pages import browser
from tests.worlds import World

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_day")]


OPEN = (
    "/co-quan/",
    "/co-quan/?tim=tu+phap&cap=PROVINCE&loai=DEPARTMENT&trang-thai=tat-ca&ngay=01/01/2015",
    "/co-quan/?trang-thai=da-ket-thuc&pham-vi=ca-phong",
    "/co-quan/cay/?mo={department}&mo=x",
    "/co-quan/xuat/",
    "/co-quan/{department}/",
    "/nhom-co-quan/?ngay=sai",
    "/nhom-co-quan/SO_NGANH/",
    "/nhom-co-quan/CO_QUAN_LIEN_QUAN/",
    "/lich-lam-viec/",
    "/lich-lam-viec/?nam=2020&co-quan={department}",
)
GUARDED = (
    "/co-quan/nhap/",
    "/co-quan/nhap/mau/",
    "/co-quan/them/",
    "/co-quan/them/?thuoc={department}",
    "/co-quan/ket-thuc-cap/",
    "/co-quan/ket-thuc-cap/mau-huyen/",
    "/co-quan/ket-thuc-cap/mau-xa/",
    "/co-quan/{department}/doi-ten/",
    "/co-quan/{department}/chuyen/",
    "/co-quan/{department}/dinh-chinh/",
    "/co-quan/{department}/sap-nhap/",
    "/co-quan/{department}/chia-tach/",
    "/co-quan/{department}/giai-the/",
    "/nhom-co-quan/them/",
    "/nhom-co-quan/SO_NGANH/sua/",
    "/nhom-co-quan/SO_NGANH/thanh-vien/",
    "/lich-lam-viec/ngay/",
    "/lich-lam-viec/gio/?co-quan={department}",
)
POSTED = (
    "/co-quan/{department}/ten-khac/",
    "/co-quan/{department}/ten-khac/1/bo/",
    "/nhom-co-quan/SO_NGANH/thanh-vien/1/bo/",
    "/lich-lam-viec/ngay/1/bo/",
)


def test_every_address_is_in_the_lists() -> None:
    listed = {path.split("?")[0].format(department=1) for path in (*OPEN, *GUARDED, *POSTED)}
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        assert any(pattern.resolve(path.removeprefix("/")) for path in listed), pattern


@pytest.mark.parametrize("path", OPEN)
def test_everybody_who_is_signed_in_reads(world: World, groups: None, path: str) -> None:
    path = path.format(department=world.department.pk)

    assert Client().get(path).status_code == 302
    assert browser(world.nobody_special).get(path).status_code == 200
    assert browser(world.operator).get(path).status_code == 200


@pytest.mark.parametrize("path", GUARDED)
def test_only_who_manages_opens_the_forms(world: World, groups: None, path: str) -> None:
    path = path.format(department=world.department.pk)

    assert Client().get(path).status_code == 302
    assert browser(world.head).get(path).status_code == 403
    assert browser(world.operator).get(path).status_code == 200


@pytest.mark.parametrize("path", POSTED)
def test_what_changes_is_posted(world: World, groups: None, path: str) -> None:
    path = path.format(department=world.department.pk)

    assert browser(world.operator).get(path).status_code == 405
    assert Client().post(path).status_code == 302


@pytest.mark.parametrize(
    "path",
    [
        "/co-quan/0/",
        "/co-quan/0/doi-ten/",
        "/nhom-co-quan/KHONG_CO/",
        "/nhom-co-quan/KHONG_CO/sua/",
        "/lich-lam-viec/?nam=1900",
        "/lich-lam-viec/?co-quan=0",
        "/lich-lam-viec/ngay/?co-quan=0",
    ],
)
def test_what_is_not_there_is_404(world: World, path: str) -> None:
    assert browser(world.operator).get(path).status_code == 404


@pytest.mark.parametrize("path", OPEN)
def test_a_page_asks_as_often_however_much_there_is(world: World, groups: None, path: str) -> None:
    path, client = path.format(department=world.department.pk), browser(world.operator)

    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(path).status_code == 200
        asked = [query for query in queries if "clock_standing" not in query["sql"]]
        return len(asked)  # the demo's clock is read once a second

    client.get(path)
    before = count()
    for number in range(5):
        made = world.agency(f"Phòng {number}", parent=world.department, kind=AgencyKind.DIVISION)
        made.aliases.create(name=f"P. {number}", folded=f"p. {number}")
        world.person(f"Người {number}", f"nguoi{number}", at=world.department)
        world.agency(f"Sở {number}", parent=world.committee)
    client.get(path)  # what is kept is read anew once

    assert count() == before
