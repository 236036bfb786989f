"""Tables of agencies and of heirs, sent from the pages."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from python_calamine import CalamineWorkbook

from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.queries.structure import structure_on
from tests.organisation.agencies.pages import browser, send_table, text_of, workbook
from tests.organisation.agencies.stories import passed_on
from tests.worlds import TODAY, World

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_day")]


# --- tables ---


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


def test_numbers_in_the_table_of_heirs_may_be_numbers(world: World) -> None:
    table = workbook(
        ("Cơ quan kết thúc", "Cơ quan cấp trên", "Số hiệu trong hệ thống", "Cơ quan kế thừa"),
        ("UBND huyện Đầm Sen", "", world.district.pk, "UBND xã Sen Hạ"),
        ("", "", "", ""),
    )

    assert "1 cơ quan kết thúc" in text_of(send_heirs(browser(world.operator), table))
