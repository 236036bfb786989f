"""Pages of agencies, groups and calendars: who may open them, what they cost, what they do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from cchc.modules.organisation.models import Agency, AgencyGroup, Person, SpecialDay
from cchc.modules.organisation.operations.groups import add_standard_groups
from cchc.modules.organisation.public import AgencyKind, register_open_work
from cchc.modules.organisation.queries import open_work
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.web.finding_agencies import search_agencies
from cchc.modules.organisation.web.urls_agencies import urlpatterns
from cchc.platform.access import NOBODY, SYSTEM
from cchc.platform.clock import moving, reading
from tests.organisation.agencies.stories import passed_on
from tests.worlds import NOW, TODAY, World

pytestmark = pytest.mark.django_db
Settings = Any


@pytest.fixture(autouse=True)
def _the_day_of_the_demo(settings: Settings, db: None) -> Iterator[None]:
    settings.CCHC_MOVABLE_CLOCK = True
    moving.stand(on=TODAY)
    yield
    reading.forget()


@pytest.fixture
def groups(world: World) -> None:
    """The standard groups."""
    add_standard_groups(actor=SYSTEM, now=NOW)


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def text_of(response: Any) -> str:
    return str(response.content.decode())


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


# --- lists ---


def test_the_list_shows_divisions_only_when_asked(world: World) -> None:
    client = browser(world.officer)

    assert "Phòng Kiểm soát văn bản" not in text_of(client.get("/co-quan/"))
    assert "Phòng Kiểm soát văn bản" in text_of(client.get("/co-quan/?pham-vi=ca-phong"))
    assert "Phòng Kiểm soát văn bản" in text_of(client.get("/co-quan/?tim=kiem+soat"))
    assert "Không có cơ quan nào khớp" in text_of(client.get("/co-quan/?tim=khong+co"))


def test_the_list_is_turned_page_by_page(world: World) -> None:
    for number in range(60):
        world.agency(f"Sở {number}", parent=world.committee)
    client = browser(world.officer)

    first = client.get("/co-quan/").context["page"]
    second = client.get("/co-quan/", {"sau": first.next}).context["page"]

    assert len(first.rows) == 50
    assert not {row.id for row in first.rows} & {row.id for row in second.rows}
    assert first.count == second.count == len(first.rows) + len(second.rows)


def test_the_tree_opens_what_is_in_the_address(world: World) -> None:
    client = browser(world.officer)

    closed = client.get("/co-quan/cay/")
    line = next(e for e in closed.context["lines"] if e.row.id == world.district.pk)
    opened = client.get("/co-quan/cay/" + line.toggle_url)

    assert "UBND xã Sen Hạ" not in text_of(closed)
    assert "UBND xã Sen Hạ" in text_of(opened)


def test_the_table_that_goes_out_comes_in_again(world: World) -> None:
    client = browser(world.operator)
    sheet = client.get("/co-quan/xuat/?pham-vi=ca-phong")

    answer = send_table(client, sheet.content)

    assert answer.context["preview"].wrong_count == 0
    assert answer.context["preview"].new_count == 0
    names = [
        row[0]
        for row in CalamineWorkbook.from_filelike(BytesIO(sheet.content))
        .get_sheet_by_index(0)
        .to_python()
    ]
    assert "Phòng Kiểm soát văn bản" in names


# --- changing ---


def test_an_agency_is_founded_from_the_form(world: World) -> None:
    answer = browser(world.operator).post(
        "/co-quan/them/",
        {
            "name": "Sở Ngoại vụ",
            "kind": "DEPARTMENT",
            "level": "PROVINCE",
            "parent": world.committee.pk,
            "on": "15/10/2019",
            "precedence": "20",
            "aliases": "SNgV\n\nNgoại vụ",
        },
    )

    assert answer["Location"] == "/co-quan/"
    agency = Agency.objects.get(name="Sở Ngoại vụ")
    assert set(agency.aliases.values_list("name", flat=True)) == {"SNgV", "Ngoại vụ"}


def test_a_refusal_stands_on_the_form(world: World) -> None:
    answer = browser(world.operator).post(
        f"/co-quan/{world.department.pk}/doi-ten/", {"name": "Sở Tài chính", "on": "01/11/2019"}
    )

    assert answer.status_code == 422
    assert "Đã có cơ quan đang hoạt động mang tên này" in text_of(answer)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("doi-ten", {"name": "Sở Pháp chế", "on": "01/11/2019"}),
        ("chuyen", {"parent": "home_affairs", "on": "01/11/2019"}),
        (
            "dinh-chinh",
            {"name": "Sở Tư Pháp", "kind": "DEPARTMENT", "level": "PROVINCE", "precedence": "3"},
        ),
    ],
)
def test_an_agency_is_changed_from_its_forms(world: World, path: str, data: dict[str, str]) -> None:
    if "parent" in data:
        data = {**data, "parent": str(world.home_affairs.pk)}
    client = browser(world.operator)

    answer = client.post(f"/co-quan/{world.department.pk}/{path}/", data)

    assert answer["Location"] == f"/co-quan/{world.department.pk}/"
    page = text_of(client.get(answer["Location"]))
    assert "Nhật ký" in page


def confirmed(client: Client, path: str, data: dict[str, object]) -> Any:
    """Look at a change, then confirm exactly what was shown."""
    looked = client.post(path, data)
    assert looked.status_code == 200, text_of(looked)
    seen = looked.context["seen"]
    return client.post(path, {**data, "da-xem": seen, "xac-nhan": "1"})


def test_a_merger_is_looked_at_before_it_is_made(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_work, "_counters", {})
    register_open_work("plans", "phần việc", lambda ids: dict.fromkeys(ids, 4))
    client, path = browser(world.operator), f"/co-quan/{world.department.pk}/sap-nhap/"
    data: dict[str, object] = {
        "heir": world.other_department.pk,
        "on": "15/10/2019",
        "children_follow": "on",
        "people_follow": "on",
    }

    shown = client.post(path, data)
    page = text_of(shown)
    assert "4 việc đang mở" in page
    assert "chuyển cho Sở Tài chính" in page
    assert "Nguyễn Hữu Đức" in page
    assert "Phòng Kiểm soát văn bản" in page
    assert world.department.pk in structure_on(TODAY).cards

    seen = {"da-xem": shown.context["seen"], "xac-nhan": "1"}
    other = client.post(path, {**data, **seen, "on": "16/10/2019"})
    assert other.status_code == 200, "a form that was changed is looked at again"
    again = client.post(path, {**data, **seen, "xem-lai": "1"})
    assert again.status_code == 200
    assert world.department.pk in structure_on(TODAY).cards

    done = client.post(path, {**data, **seen})
    assert done.status_code == 302
    assert passed_on() == [(world.department.pk, world.other_department.pk)]
    assert "đã kết thúc hoạt động" in text_of(client.get(f"/co-quan/{world.department.pk}/"))


def test_a_merger_names_one_heir(world: World) -> None:
    client, path = browser(world.operator), f"/co-quan/{world.department.pk}/sap-nhap/"

    for fields in ({}, {"heir": world.home_affairs.pk, "new_name": "Sở Mới"}):
        answer = client.post(path, {"on": "15/10/2019", **fields})
        assert answer.status_code == 422


def test_two_agencies_become_a_new_one(world: World) -> None:
    data = {
        "others": [world.other_department.pk],
        "new_name": "Sở Mới",
        "on": "15/10/2019",
        "children_follow": "on",
    }

    confirmed(browser(world.operator), f"/co-quan/{world.department.pk}/sap-nhap/", data)

    heir = Agency.objects.get(name="Sở Mới")
    assert heir.parent == world.committee
    assert len(passed_on()) == 2


@pytest.mark.parametrize(("way", "is_over"), [("chia", True), ("tach", False)])
def test_an_agency_is_divided_or_a_part_separated(world: World, way: str, *, is_over: bool) -> None:
    data = {
        "way": way,
        "names": "Sở A\nSở B\n",
        "heir": "2",
        "on": "15/10/2019",
        "children_follow": "on",
    }
    client = browser(world.operator)

    answer = confirmed(client, f"/co-quan/{world.department.pk}/chia-tach/", data)

    assert answer.status_code == 302
    assert (world.department.pk not in structure_on(TODAY).cards) is is_over
    many = client.post(
        f"/co-quan/{world.home_affairs.pk}/chia-tach/",
        {**data, "names": "\n".join(f"Sở {n}" for n in range(9))},
    )
    assert many.status_code == 422


def test_a_dissolution_needs_an_heir_or_the_word_that_there_is_none(world: World) -> None:
    client, path = browser(world.operator), f"/co-quan/{world.other_department.pk}/giai-the/"
    data: dict[str, object] = {"on": "01/11/2019"}

    refused = client.post(path, data)
    assert refused.status_code == 422
    assert "Chưa chọn cơ quan kế thừa" in text_of(refused)

    answer = confirmed(client, path, {**data, "ends_without_heir": "on"})
    assert answer.status_code == 302
    page = text_of(client.get(f"/co-quan/{world.other_department.pk}/"))
    assert "Đã có quyết định kết thúc hoạt động" in page


def test_another_name_is_added_and_taken_away(world: World) -> None:
    client, page = browser(world.operator), f"/co-quan/{world.department.pk}/"

    client.post(f"{page}ten-khac/", {"name": "Ngành Tư pháp", "kind": "ALIAS"})
    alias = world.department.aliases.get()
    assert "Ngành Tư pháp" in text_of(client.get(page))
    again = client.post(f"{page}ten-khac/", {"name": "Ngành Tư pháp", "kind": "ALIAS"}, follow=True)
    assert "đã có tên gọi này" in text_of(again)
    empty = client.post(f"{page}ten-khac/", {"name": "", "kind": "ALIAS"}, follow=True)
    assert "Cần ghi tên gọi khác" in text_of(empty)

    client.post(f"{page}ten-khac/{alias.pk}/bo/")
    assert not world.department.aliases.exists()


# --- tables ---


def workbook(*rows: tuple[object, ...]) -> bytes:
    buffer = BytesIO()
    with Workbook(buffer) as book:
        sheet = book.add_worksheet()
        for line, cells in enumerate(rows):
            for at, cell in enumerate(cells):
                sheet.write(line, at, cell)
    return buffer.getvalue()


def send_table(client: Client, content: bytes, **fields: str) -> Any:
    file = SimpleUploadedFile("co-quan.xlsx", content)
    return client.post("/co-quan/nhap/", {"file": file, "on": "15/10/2019", **fields})


HEADINGS = ("Tên cơ quan", "Loại", "Cấp", "Cơ quan cấp trên")
GOOD = ("Sở Ngoại vụ", "Sở và tương đương", "Cấp tỉnh", "UBND tỉnh Sen Hồng")


def test_a_table_is_looked_at_then_brought_in(world: World) -> None:
    client = browser(world.operator)

    looked = send_table(client, workbook(HEADINGS, GOOD))
    assert "Sẽ thêm 1 cơ quan" in text_of(looked)
    assert not Agency.objects.filter(name="Sở Ngoại vụ").exists()

    done = send_table(client, workbook(HEADINGS, GOOD), act="import")
    assert "Đã nhập xong" in text_of(done)
    assert Agency.objects.filter(name="Sở Ngoại vụ").exists()


def test_wrong_rows_are_named_and_nothing_comes_in(world: World) -> None:
    client = browser(world.operator)
    table = workbook(
        HEADINGS,
        GOOD,
        ("Sở Bốn", "Bộ", "Cấp tỉnh"),
        ("Phòng", "Khác", "Cấp tỉnh", "Sở Năm"),
        ("Sở Sáu", "Sở và tương đương", "Cấp xã", "UBND tỉnh Sen Hồng"),
    )

    for act in ("", "import"):
        answer = send_table(client, table, act=act)
        page = text_of(answer)
        assert "3 dòng cần sửa" in page
        assert "Không có loại cơ quan “Bộ”" in page
        assert "Không tìm thấy cơ quan cấp trên “Sở Năm”" in page
    assert not Agency.objects.filter(name="Sở Ngoại vụ").exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"khong phai bang tinh", "Không đọc được tệp này"),
        (workbook(("Cột lạ",), ("x",)), "cần có các cột “Tên cơ quan”"),
        (workbook(HEADINGS), "chưa có dòng nào"),
        (workbook(HEADINGS, *[("Sở",)] * 5001), "hơn 5.000 dòng"),
    ],
)
def test_a_file_that_is_no_table_gets_one_clear_word(
    world: World, content: bytes, words: str
) -> None:
    answer = send_table(browser(world.operator), content)

    assert answer.status_code == 422
    assert words in text_of(answer)


def heirs(client: Client, heir: str, *, level: str = "huyen") -> bytes:
    """The form for heirs as the system gives it, filled in."""
    empty = client.get(f"/co-quan/ket-thuc-cap/mau-{level}/").content
    rows = CalamineWorkbook.from_filelike(BytesIO(empty)).get_sheet_by_index(0).to_python()
    filled = [
        (*row[:3], heir) if str(row[2]).replace(".0", "").isdigit() else tuple(row) for row in rows
    ]
    return workbook(*filled)


def send_heirs(client: Client, content: bytes, **fields: str) -> Any:
    file = SimpleUploadedFile("ke-thua.xlsx", content)
    data = {"file": file, "level": "DISTRICT", "on": "15/10/2019", "people_follow": "on"}
    return client.post("/co-quan/ket-thuc-cap/", {**data, **fields})


def test_a_level_ends_with_the_table_of_heirs(world: World) -> None:
    client = browser(world.operator)
    table = heirs(client, "UBND xã Sen Hạ")

    looked = send_heirs(client, table)
    assert "1 cơ quan kết thúc hoạt động" in text_of(looked)
    assert world.district.pk in structure_on(TODAY).cards

    seen = {"da-xem": looked.context["seen"], "xac-nhan": "1"}
    assert send_heirs(client, table, **seen)["Location"] == "/co-quan/"
    assert passed_on() == [(world.district.pk, world.communes[1].pk)]


def test_the_work_of_a_level_may_end_with_it(world: World) -> None:
    client = browser(world.operator)
    table = heirs(client, "không")

    seen = send_heirs(client, table).context["seen"]
    send_heirs(client, table, **{"da-xem": seen, "xac-nhan": "1"})

    assert passed_on() == [(world.district.pk, None)]


def test_a_wrong_table_of_heirs_is_refused(world: World) -> None:
    client = browser(world.operator)
    world.agency("Đôi", parent=world.committee)
    world.agency("Đôi", parent=world.department)
    stranger = workbook(
        ("Cơ quan kết thúc", "Cơ quan cấp trên", "Số hiệu trong hệ thống", "Cơ quan kế thừa"),
        ("Sở Tư pháp", "", "0", "UBND xã Sen Hạ"),
    )
    wrong = {
        "không tìm thấy cơ quan kế thừa": heirs(client, "UBND xã Không Có"),
        "có nhiều cơ quan tên": heirs(client, "Đôi"),
        "không thuộc cấp kết thúc": stranger,
        "không đúng mẫu": workbook(("a",)),
        "Không đọc được tệp này": b"x",
        "Chưa chọn cơ quan kế thừa": heirs(client, ""),
    }

    for words, content in wrong.items():
        answer = send_heirs(client, content)
        assert answer.status_code == 422
        assert words in text_of(answer)


# --- groups ---


def test_a_group_is_made_changed_and_given_members(world: World) -> None:
    client = browser(world.operator)
    fields = {"name": "Nhóm thử", "kinds": ["DEPARTMENT"], "levels": ["PROVINCE"]}

    made = client.post("/nhom-co-quan/them/", {"code": "THU", **fields, "aliases": "Thử\nNháp"})
    assert made["Location"] == "/nhom-co-quan/THU/"
    assert client.post("/nhom-co-quan/them/", {"code": "THU", **fields}).status_code == 422
    assert client.post("/nhom-co-quan/them/", {"code": "thử", **fields}).status_code == 422

    client.post("/nhom-co-quan/THU/sua/", {**fields, "name": "Nhóm khác"})
    assert AgencyGroup.objects.get(code="THU").name == "Nhóm khác"
    half = client.post("/nhom-co-quan/THU/sua/", {"name": "Nhóm", "kinds": ["PRESS"]})
    assert half.status_code == 422

    member = {"agency": world.department.pk, "way": "loai", "on": "15/10/2019"}
    client.post("/nhom-co-quan/THU/thanh-vien/", member)
    assert client.post("/nhom-co-quan/THU/thanh-vien/", member).status_code == 422
    page = client.get("/nhom-co-quan/THU/")
    assert world.department.pk not in {row.id for row in page.context["page"].members}

    (entry,) = page.context["page"].by_hand
    client.post(f"/nhom-co-quan/THU/thanh-vien/{entry.id}/bo/")
    page = client.get("/nhom-co-quan/THU/")
    assert world.department.pk in {row.id for row in page.context["page"].members}


# --- calendars ---


def test_a_day_is_set_and_taken_back(world: World) -> None:
    client = browser(world.operator)
    query = f"?co-quan={world.department.pk}"
    data = {"first": "21/10/2019", "last": "22/10/2019", "kind": "CLOSED", "reason": "Lụt"}

    done = client.post(f"/lich-lam-viec/ngay/{query}", data)
    assert done["Location"] == f"/lich-lam-viec/{query}&nam=2019"
    page = client.get(done["Location"]).context["page"]
    assert [row.on for row in page.special] == [date(2019, 10, 21), date(2019, 10, 22)]
    states = {c.on: c.state for m in page.months for week in m.weeks for c in week if c.state}
    assert states[date(2019, 10, 21)] == "closed"
    assert client.post(f"/lich-lam-viec/ngay/{query}", data).status_code == 422

    below = client.get(f"/lich-lam-viec/?co-quan={world.division.pk}").context["page"]
    assert len(below.special) == 2

    day = SpecialDay.objects.first()
    assert day is not None
    client.post(f"/lich-lam-viec/ngay/{day.pk}/bo/{query}")
    assert SpecialDay.objects.count() == 1


def test_the_year_shows_holidays_swaps_and_halves(world: World) -> None:
    client = browser(world.operator)
    half = {"first": "23/10/2019", "kind": "MORNING_ONLY", "reason": "Tập huấn"}
    client.post("/lich-lam-viec/ngay/", half)
    client.post("/lich-lam-viec/ngay/", {**half, "first": "26/10/2019", "kind": "WORKING"})

    page = client.get("/lich-lam-viec/").context["page"]

    states = {c.on: c.state for m in page.months for week in m.weeks for c in week if c.state}
    assert states[date(2019, 9, 2)] == "holiday"
    assert states[date(2019, 5, 4)] == "swapped"
    assert states[date(2019, 10, 23)] == "half"
    assert states[date(2019, 10, 26)] == "swapped"
    assert states[date(2019, 10, 27)] == "off"
    assert states[TODAY] == "work"


def test_hours_are_set_from_a_day_on(world: World) -> None:
    client = browser(world.operator)
    week = {f"day_{number}": "7:00-11:30, 13:30-17:00" for number in range(5)}

    done = client.post("/lich-lam-viec/gio/", {**week, "effective_from": "15/10/2019"})
    assert done.status_code == 302
    page = client.get("/lich-lam-viec/").context["page"]
    assert page.hours[0].shifts == ("07:00–11:30", "13:30–17:00")
    assert page.hours[6].shifts == ()

    odd = client.post(
        "/lich-lam-viec/gio/", {**week, "day_0": "sáng", "effective_from": "20/10/2019"}
    )
    assert odd.status_code == 422
    late = client.post("/lich-lam-viec/gio/", {**week, "effective_from": "01/10/2019"})
    assert late.status_code == 422


# --- search ---


def test_the_search_box_finds_agencies_without_marks(world: World) -> None:
    actor = world.actor(world.officer)

    (hit,) = search_agencies(actor, "kiem soat van ban", 5)

    assert hit.title == "Phòng Kiểm soát văn bản"
    assert hit.detail == "Phòng, ban thuộc cơ quan · Sở Tư pháp"
    assert hit.url == f"/co-quan/{world.division.pk}/"
    assert search_agencies(NOBODY, "kiem soat", 5) == []


def test_the_history_of_an_agency_is_on_its_page(world: World) -> None:
    client, page = browser(world.operator), f"/co-quan/{world.department.pk}/"
    client.post(f"{page}doi-ten/", {"name": "Sở Pháp chế", "on": "01/06/2018", "act": "9/QĐ"})
    client.post(f"{page}chuyen/", {"parent": world.home_affairs.pk, "on": "01/06/2019"})

    rows = client.get(page).context["page"].periods

    assert [(row.name, row.parent.name, row.act) for row in rows] == [
        ("Sở Pháp chế", "Sở Nội vụ", ""),
        ("Sở Pháp chế", "UBND tỉnh Sen Hồng", "9/QĐ"),
        ("Sở Tư pháp", "UBND tỉnh Sen Hồng", ""),
    ]
