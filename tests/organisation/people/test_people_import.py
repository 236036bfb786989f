"""Bringing people in from a table."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from xlsxwriter import Workbook

from cchc.modules.organisation.models import Person, Post, RoleAssignment
from cchc.modules.organisation.operations.people import Details, FirstPost
from cchc.modules.organisation.operations.people_import import (
    ImportRefused,
    examine_people,
    import_people,
)
from cchc.modules.organisation.operations.people_in_bulk import NewPerson, RoleToGive, bring_in
from cchc.modules.organisation.queries.people_sheet import empty_sheet, read_sheet
from cchc.modules.organisation.rules.accounts import PersonRefused
from cchc.modules.organisation.rules.kinds import PostKind, RoleCode
from cchc.modules.organisation.rules.people_table import (
    MOST_ROWS,
    Column,
    RowWhyNot,
    TableRefused,
    rows_of,
)
from cchc.platform.access import SYSTEM, AccessDenied, NotVisible
from tests.organisation.people.trails import announced
from tests.worlds import NOW, TODAY, World

HEADINGS = ["Họ và tên *", "Email", "Cơ quan", "Phòng", "Chức vụ", "Vị trí", "Vai trò", "Từ ngày"]
GOOD = [
    ["tạ thị ngọc", "ngoc@x.vn", "Sở Tư pháp", "Phòng Kiểm soát văn bản", "", "", "", TODAY],
    ["Tạ Thị Ngọc", "", "so tu phap", "", "Chuyên viên", "công chức đầu mối cchc", "", ""],
]


def table(*rows) -> list[list[object]]:
    return [["Danh sách người dùng"], HEADINGS, *rows]


def examine(world: World, by, *rows):
    return examine_people(rows=rows_of(table(*rows)), actor=world.actor(by), now=NOW)


def test_the_heading_row_is_found_under_a_title_and_by_other_words():
    [row] = rows_of([["x"], ["Đơn vị", "HỌ VÀ TÊN", "thừa"], ["Sở Nội vụ", "Lê Hoa", 1], ["", ""]])

    assert row.line == 3
    assert row.text(Column.AGENCY) == "Sở Nội vụ"
    assert row.text(Column.EMAIL) == ""


def test_cells_are_read_as_a_spreadsheet_gives_them():
    [row] = rows_of(
        [["Họ và tên", "Cơ quan", "Điện thoại", "Từ ngày"], ["Hoa", "Sở", 912.0, TODAY]]
    )

    assert row.text(Column.PHONE) == "912"
    assert row.text(Column.SINCE) == "15/10/2019"


def test_a_table_without_the_needed_headings_or_too_long_is_refused():
    with pytest.raises(TableRefused) as refused:
        rows_of([["Tên"], ["Hoa"]])
    assert refused.value.missing == (Column.FULL_NAME, Column.AGENCY)
    with pytest.raises(TableRefused) as refused:
        rows_of([["Họ và tên", "Cơ quan"], *([["Hoa", "Sở"]] * (MOST_ROWS + 1))])
    assert refused.value.is_too_long


@pytest.mark.django_db
def test_sound_rows_bring_people_posts_and_usual_roles(world: World):
    people = import_people(
        rows=rows_of(table(*GOOD)),
        source="danh-sach.xlsx",
        password="tam-thoi-1234",
        actor=world.actor(world.operator),
        now=NOW,
    )

    first, second = people
    assert (first.full_name, first.username) == ("Tạ Thị Ngọc", "ngoctt")
    assert second.username == "ngoctt2"
    assert first.must_change_password
    assert first.check_password("tam-thoi-1234")
    assert first.password == second.password
    assert Post.objects.get(person=first).agency == world.division
    officer = RoleAssignment.objects.get(person=first)
    assert (officer.role, officer.agency) == ("OFFICER", world.department)
    key = RoleAssignment.objects.get(person=second)
    assert (key.role, key.with_sub_agencies) == ("REFORM_OFFICER", True)
    assert announced() == ["organisation.person.imported"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("row", "column", "why"),
    [
        (["", "", "Sở Tư pháp"], Column.FULL_NAME, RowWhyNot.MISSING),
        (["Ngọc", "", ""], Column.AGENCY, RowWhyNot.MISSING),
        (["Ngọc", "", "Sở Lạ"], Column.AGENCY, RowWhyNot.AGENCY_UNKNOWN),
        (["Ngọc", "", "Phòng Trùng"], Column.AGENCY, RowWhyNot.AGENCY_AMBIGUOUS),
        (["Ngọc", "", "Sở Tư pháp", "Phòng Lạ"], Column.DIVISION, RowWhyNot.DIVISION_UNKNOWN),
        (["Ngọc", "", "Sở Tư pháp", "", "", "Vua"], Column.POST, RowWhyNot.POST_UNKNOWN),
        (
            ["Ngọc", "", "Sở Tài chính", "Phòng Kiểm soát văn bản"],
            Column.DIVISION,
            RowWhyNot.DIVISION_UNKNOWN,
        ),
        (["Ngọc", "", "Sở Tư pháp", "", "", "", "Vua"], Column.ROLE, RowWhyNot.ROLE_UNKNOWN),
        (
            ["Ngọc", "", "Sở Tư pháp", "", "", "", "Lãnh đạo tỉnh"],
            Column.ROLE,
            RowWhyNot.ROLE_UNKNOWN,
        ),
        (
            ["Ngọc", "", "Sở Tư pháp", "", "", "", "", "hôm qua"],
            Column.SINCE,
            RowWhyNot.DATE_UNREADABLE,
        ),
        (["Ngọc", "HUYDQ@senhong.gov.vn", "Sở Tư pháp"], Column.EMAIL, RowWhyNot.TAKEN),
    ],
)
def test_a_wrong_cell_is_named(world: World, row, column, why):
    for parent in (world.department, world.other_department):
        world.agency("Phòng Trùng", parent=parent)

    examined = examine(world, world.operator, row)

    assert [(e.line, e.column, e.why) for e in examined.errors] == [(3, column, why)]
    assert examined.people == ()


@pytest.mark.django_db
def test_what_repeats_in_the_table_is_named(world: World):
    examined = examine(
        world,
        world.operator,
        ["Ngọc", "a@x.vn", "Sở Tư pháp"],
        ["Châu", "A@x.vn", "Sở Tư pháp"],
    )

    assert [(e.line, e.why) for e in examined.errors] == [(4, RowWhyNot.TWICE)]
    assert [person.details.full_name for person in examined.people] == ["Ngọc"]


@pytest.mark.django_db
def test_user_names_are_checked(world: World):
    rows = rows_of(
        [
            ["Họ và tên", "Tên đăng nhập", "Cơ quan"],
            ["Ngọc", "có dấu", "Sở Tư pháp"],
            ["Châu", "huydq", "Sở Tư pháp"],
        ]
    )

    examined = examine_people(rows=rows, actor=world.actor(world.operator), now=NOW)

    assert [(e.line, e.why) for e in examined.errors] == [
        (2, RowWhyNot.USERNAME_UNFIT),
        (3, RowWhyNot.TAKEN),
    ]


@pytest.mark.django_db
def test_rows_outside_ones_reach_are_errors_and_nobody_comes_in(world: World):
    rows = [["Ngọc", "", "Sở Tài chính"], ["Châu", "", "Sở Tư pháp", "", "", "Thủ trưởng cơ quan"]]

    examined = examine(world, world.reform_officer, *rows)

    assert {e.why for e in examined.errors} == {RowWhyNot.NOT_ALLOWED}
    assert [e.column for e in examined.errors] == [Column.AGENCY, Column.ROLE, Column.ROLE]
    with pytest.raises(ImportRefused) as refused:
        import_people(
            rows=rows_of(table(*rows)),
            source="x",
            password="x" * 12,
            actor=world.actor(world.reform_officer),
            now=NOW,
        )
    assert len(refused.value.errors) == 3
    assert not Person.objects.filter(full_name="Ngọc").exists()


def plan(world: World, name: str, *roles: RoleToGive, agency=None, **details) -> NewPerson:
    post = FirstPost(
        agency_id=(agency or world.department).pk,
        kind=PostKind.OFFICER,
        title="Chuyên viên",
        held_from=TODAY,
    )
    return NewPerson(Details(full_name=name, **details), post, roles)


@pytest.mark.django_db
def test_many_are_brought_in_within_ones_rights_or_not_at_all(world: World):
    def bring(by, *people):
        actor = by if by is SYSTEM else world.actor(by)
        return bring_in(people=people, source="x", password="x" * 12, actor=actor, now=NOW)

    below = RoleToGive(RoleCode.OFFICER, world.department.pk, with_sub_agencies=True)
    bring(world.reform_officer, plan(world, "Một", below))
    RoleAssignment.objects.filter(person=world.reform_officer).update(with_sub_agencies=False)
    for refusal, by, person in [
        (AccessDenied, world.reform_officer, plan(world, "Hai", below)),
        (AccessDenied, world.reform_officer, plan(world, "Hai", agency=world.other_department)),
        (AccessDenied, world.operator, plan(world, "Hai", RoleToGive(RoleCode.AUDITOR, None))),
        (NotVisible, SYSTEM, plan(world, "Hai", RoleToGive(RoleCode.OFFICER, 10**9))),
        (PersonRefused, SYSTEM, plan(world, "Hai", username="huydq")),
        (PersonRefused, SYSTEM, plan(world, "Hai", email="huydq@senhong.gov.vn")),
    ]:
        with pytest.raises(refusal):
            bring(by, person)
    bring(SYSTEM, plan(world, "Ba", RoleToGive(RoleCode.AUDITOR, None)))
    assert not Person.objects.filter(full_name="Hai").exists()


def workbook(*rows) -> bytes:
    buffer = BytesIO()
    with Workbook(buffer) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, [str(cell) for cell in row])
    return buffer.getvalue()


@pytest.mark.django_db
def test_the_page_looks_first_and_then_brings_in(world: World):
    client = Client()
    client.force_login(world.operator)
    page = "/nguoi-dung/nhap/"

    def send(content: bytes, **extra):
        file = SimpleUploadedFile("danh-sach.xlsx", content)
        return client.post(page, {"file": file, **extra})

    wrong = send(workbook(HEADINGS, ["Ngọc", "", "Sở Lạ"]))
    assert "không có cơ quan nào tên này" in wrong.content.decode()
    looked = send(workbook(HEADINGS, *GOOD))
    assert "Tệp hợp lệ" in looked.content.decode()
    assert not Person.objects.filter(full_name="Tạ Thị Ngọc").exists()
    token = looked.context["kept"]
    done = client.post(page, {"kept": token})
    assert "Đã nhập 2 người" in done.content.decode()
    assert Person.objects.filter(full_name="Tạ Thị Ngọc").count() == 2
    assert client.post(page, {"kept": "giả"}).status_code == 422
    for content, words in [
        (b"khong phai bang tinh", "tệp"),
        (workbook(["Tên"]), "Hàng tiêu đề cần có"),
        (workbook(HEADINGS), "chưa có dòng nào"),
    ]:
        response = send(content)
        assert response.status_code == 422
        assert words in response.content.decode()


def test_the_empty_form_can_be_read_back():
    headings, example = read_sheet(empty_sheet())[:2]

    assert [str(heading).removesuffix(" *") for heading in headings] == list(Column)
    assert example[0] == "Lê Thị Hoa"
