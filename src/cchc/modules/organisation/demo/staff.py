"""Who works in which agency of the demo province, as what, and with which role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.rules.kinds import AgencyKind, Level, PostKind, RoleCode
from cchc.platform.text.folding import fold

K, P, R = AgencyKind, PostKind, RoleCode
OFFICER_TITLES = ("Chuyên viên", "Chuyên viên", "Chuyên viên", "Chuyên viên chính")


@dataclass(frozen=True, slots=True)
class Seat:
    """A chair to fill: in an agency, with the role that comes with it there."""

    agency_id: int
    kind: PostKind
    title: str
    role: RoleCode | None
    role_agency_id: int | None
    with_sub_agencies: bool = False
    full_name: str = ""
    """Empty: a name is drawn."""
    form_of_address: str = ""
    username: str = ""


_HEADS: dict[AgencyKind, tuple[str, str]] = {
    K.PEOPLES_COMMITTEE: ("Chủ tịch", "Phó Chủ tịch"),
    K.DEPARTMENT: ("Giám đốc", "Phó Giám đốc"),
    K.DISTRICT_OFFICE: ("Trưởng phòng", "Phó Trưởng phòng"),
    K.PUBLIC_SERVICE_UNIT: ("Giám đốc", "Phó Giám đốc"),
    K.PRESS: ("Giám đốc", "Phó Giám đốc"),
    K.PROVINCIAL_BODY: ("Giám đốc", "Phó Giám đốc"),
    K.OTHER: ("Giám đốc", "Phó Giám đốc"),
}
_BY_NAME: tuple[tuple[str, str, str], ...] = (
    ("van phong", "Chánh Văn phòng", "Phó Chánh Văn phòng"),
    ("thanh tra", "Chánh Thanh tra", "Phó Chánh Thanh tra"),
    ("ban quan ly", "Trưởng ban", "Phó Trưởng ban"),
    ("ban ", "Trưởng ban", "Phó Trưởng ban"),
    ("bo chi huy", "Chỉ huy trưởng", "Phó Chỉ huy trưởng"),
    ("cuc ", "Cục trưởng", "Phó Cục trưởng"),
    ("bao ", "Tổng Biên tập", "Phó Tổng Biên tập"),
    ("dai truyen thanh", "Trưởng Đài", "Phó Trưởng Đài"),
    ("truong ", "Hiệu trưởng", "Phó Hiệu trưởng"),
    ("phong cong chung", "Trưởng phòng", "Phó Trưởng phòng"),
)


def seats_of(agency: Agency, divisions: list[Agency]) -> Iterator[Seat]:
    """The chairs of an agency: head, deputy, reform officer; in its divisions head and officer."""
    head, deputy = titles_of(agency)
    yield Seat(agency.pk, P.HEAD, head, R.AGENCY_HEAD, agency.pk, with_sub_agencies=True)
    yield Seat(agency.pk, P.DEPUTY_HEAD, deputy, R.OFFICER, agency.pk)
    yield Seat(
        agency.pk,
        P.REFORM_OFFICER,
        "Công chức Văn phòng - Thống kê" if agency.level == Level.COMMUNE else "Chuyên viên",
        R.REFORM_OFFICER,
        agency.pk,
        with_sub_agencies=agency.level == Level.PROVINCE,
    )
    for index, division in enumerate(divisions):
        head, _deputy = titles_of(division, is_division=True)
        yield Seat(division.pk, P.DIVISION_HEAD, head, R.DIVISION_HEAD, agency.pk)
        title = OFFICER_TITLES[index % len(OFFICER_TITLES)]
        yield Seat(division.pk, P.OFFICER, title, R.OFFICER, agency.pk)


def titles_of(agency: Agency, *, is_division: bool = False) -> tuple[str, str]:
    """The titles of head and deputy, by the agency's name where custom has its own word."""
    folded = fold(agency.name)
    if not (agency.kind == K.PUBLIC_SERVICE_UNIT and folded.startswith("van phong")):
        for beginning, head, deputy in _BY_NAME:
            if folded.startswith(beginning):
                return head, deputy
    if is_division:
        return "Trưởng phòng", "Phó Trưởng phòng"
    return _HEADS.get(AgencyKind(agency.kind), ("Giám đốc", "Phó Giám đốc"))


def named_seats(by_name: dict[str, Agency]) -> Iterator[Seat]:
    """The people whom the manual and the journeys call by name: every role over the province."""
    committee = by_name["UBND tỉnh Sen Hồng"].pk
    office = by_name["Văn phòng UBND tỉnh"].pk
    home = by_name["Sở Nội vụ"].pk
    reform = by_name["Phòng Cải cách hành chính - Văn thư lưu trữ"].pk
    inspectorate = by_name["Thanh tra tỉnh"].pk
    centre = by_name["Trung tâm Tin học - Công báo tỉnh"].pk
    people = (
        (committee, P.HEAD, "Chủ tịch UBND tỉnh", R.PROVINCIAL_LEADER, "Trần Hữu Nghĩa", "anh"),
        (committee, P.DEPUTY_HEAD, "Phó Chủ tịch UBND tỉnh", R.PROVINCIAL_LEADER,
         "Đoàn Thị Thu Hiền", "chị"),
        (reform, P.OFFICER, "Chuyên viên chính", R.PROVINCIAL_OPERATOR, "Lê Thị Hoa", "chị"),
        (reform, P.OFFICER, "Chuyên viên", R.PROVINCIAL_OPERATOR, "Phạm Quốc Bảo", "anh"),
        (office, P.OFFICER, "Chuyên viên chính", R.OFFICE_OPERATOR, "Võ Hoàng Nam", "anh"),
        (inspectorate, P.OFFICER, "Thanh tra viên chính", R.AUDITOR, "Huỳnh Thị Bích Thủy", "chị"),
        (centre, P.OFFICER, "Kỹ sư", R.SYSTEM_ADMINISTRATOR, "Phan Minh Khôi", "anh"),
        (centre, P.OFFICER, "Kỹ sư", R.SYSTEM_ADMINISTRATOR, "Lâm Tuyết Nhi", "chị"),
        (home, P.OFFICER, "Giảng viên kiêm chức", R.TRAINER, "Ngô Thanh Trúc", "chị"),
    )  # fmt: skip
    for agency_id, kind, title, role, full_name, address in people:
        yield Seat(
            agency_id,
            kind,
            title,
            role,
            None,
            full_name=full_name,
            form_of_address=address,
        )


def late_seats(by_name: dict[str, Agency]) -> Iterator[Seat]:
    """Leaders who were added last, with names that are never drawn: nobody else's changed."""
    committee = by_name["UBND tỉnh Sen Hồng"].pk
    for full_name, address in (("Nguyễn Thanh Liêm", "anh"), ("Bùi Thị Bảo Châu", "chị")):
        yield Seat(
            committee,
            P.DEPUTY_HEAD,
            "Phó Chủ tịch UBND tỉnh",
            R.PROVINCIAL_LEADER,
            None,
            full_name=full_name,
            form_of_address=address,
        )


def suffix_of(agency: Agency) -> str:
    """The last part of user names there: "snv" for Sở Nội vụ, "damsen" for UBND huyện Đầm Sen."""
    plain = fold(agency.name).replace("-", " ").replace(",", " ")
    words = [word for word in plain.split() if word.isalnum()]
    if agency.kind == K.PEOPLES_COMMITTEE and agency.level != Level.PROVINCE:
        words = [word for word in words if word not in _UNITS]
        return "".join(words) if len(words) > 1 or not words[0].isdigit() else f"p{words[0]}"
    return "".join(word[0] for word in words)[:6]


_UNITS = frozenset({"ubnd", "huyen", "xa", "phuong", "thi", "tran", "thanh", "pho"})
