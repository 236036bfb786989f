"""A small province for tests: named agencies and people, whom every module's tests may use.

    def test_something(world: World) -> None:
        actor = world.actor(world.operator)

Agencies: the provincial committee, Sở Nội vụ (where the operator works), Sở Tư pháp with a division
(where the stories play), Sở Tài chính (the stranger's), one district and two of its communes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from cchc.modules.organisation.models import Agency, Person, Post, RoleAssignment
from cchc.modules.organisation.queries.actors import actor_of
from cchc.modules.organisation.rules.kinds import AgencyKind, Level, PostKind, RoleCode
from cchc.modules.organisation.rules.names import person_sort_key
from cchc.modules.organisation.rules.reach import PROVINCE_ROLES
from cchc.platform.access import Actor
from cchc.platform.clock import VIETNAM
from cchc.platform.text.folding import fold
from cchc.platform.text.sorting import sort_key

FOUNDED = date(2010, 1, 1)
TODAY = date(2019, 10, 15)
NOW = datetime(2019, 10, 15, 9, 0, tzinfo=VIETNAM)
PASSWORD = "SenHong-2019"


@dataclass
class World:
    """The province, its agencies and its people, made once a test."""

    today: date = TODAY
    now: datetime = NOW
    committee: Agency = field(init=False)
    home_affairs: Agency = field(init=False)
    department: Agency = field(init=False)
    """Sở Tư pháp: its head, reform officer, division head and officer are the people below."""
    division: Agency = field(init=False)
    other_department: Agency = field(init=False)
    district: Agency = field(init=False)
    communes: list[Agency] = field(init=False)
    administrator: Person = field(init=False)
    operator: Person = field(init=False)
    """Lê Thị Hoa of Sở Nội vụ, provincial operator."""
    office_operator: Person = field(init=False)
    leader: Person = field(init=False)
    """Provincial leader, who reads everything."""
    auditor: Person = field(init=False)
    trainer: Person = field(init=False)
    head: Person = field(init=False)
    deputy: Person = field(init=False)
    reform_officer: Person = field(init=False)
    division_head: Person = field(init=False)
    officer: Person = field(init=False)
    stranger: Person = field(init=False)
    """Reform officer of Sở Tài chính, a stranger to Sở Tư pháp."""
    stranger_head: Person = field(init=False)
    nobody_special: Person = field(init=False)
    """An officer of Sở Tài chính with a post and no role at all."""

    def __post_init__(self) -> None:
        self._make_agencies()
        self._make_province_people()
        self._make_department_people()

    def actor(self, person: Person, on: date | None = None) -> Actor:
        """The person as an actor, with all rights that the registered modules give."""
        return actor_of(person.pk, on or self.today)

    def agency(
        self,
        name: str,
        *,
        parent: Agency | None = None,
        kind: AgencyKind = AgencyKind.DEPARTMENT,
        level: Level = Level.PROVINCE,
        precedence: int = 1000,
    ) -> Agency:
        """One more agency, below the provincial committee unless told otherwise."""
        return Agency.objects.create(
            name=name,
            short_name=name,
            kind=kind,
            level=level,
            parent=parent,
            precedence=precedence,
            effective_from=FOUNDED,
            folded=fold(name),
            sort_key=sort_key(name),
        )

    def person(
        self,
        full_name: str,
        username: str,
        *,
        at: Agency | None = None,
        post: PostKind = PostKind.OFFICER,
        role: RoleCode | None = None,
        role_at: Agency | None = None,
        below: bool = False,
    ) -> Person:
        """One more person with the world's password; the role holds at the post or elsewhere."""
        person = Person(
            username=username,
            full_name=full_name,
            email=f"{username}@senhong.gov.vn",
            folded=fold(f"{full_name} {username} {username}@senhong.gov.vn"),
            sort_key=person_sort_key(full_name),
        )
        person.set_password(PASSWORD)
        person.save()
        if at is not None:
            self.post(person, at, post)
        if role is not None:
            self.role(person, role, role_at or at, below=below)
        return person

    def post(self, person: Person, at: Agency, kind: PostKind, *, is_main: bool = True) -> Post:
        """Let the person work in an agency since its founding."""
        return Post.objects.create(
            person=person,
            agency=at,
            kind=kind,
            title=TITLES[kind],
            is_main=is_main,
            held_from=FOUNDED,
        )

    def role(
        self, person: Person, role: RoleCode, at: Agency | None = None, *, below: bool = False
    ) -> RoleAssignment:
        """Give the person a role without end."""
        everywhere = role in PROVINCE_ROLES
        return RoleAssignment.objects.create(
            person=person,
            role=role,
            agency=None if everywhere else at,
            with_sub_agencies=below and not everywhere,
            valid_from=FOUNDED,
            given_at=self.now,
        )

    def _make_agencies(self) -> None:
        committee = AgencyKind.PEOPLES_COMMITTEE
        self.committee = self.agency("UBND tỉnh Sen Hồng", kind=committee, precedence=1)
        self.home_affairs = self.agency("Sở Nội vụ", parent=self.committee, precedence=10)
        self.department = self.agency("Sở Tư pháp", parent=self.committee, precedence=11)
        self.other_department = self.agency("Sở Tài chính", parent=self.committee, precedence=12)
        self.division = self.agency(
            "Phòng Kiểm soát văn bản", parent=self.department, kind=AgencyKind.DIVISION
        )
        self.district = self.agency(
            "UBND huyện Đầm Sen",
            parent=self.committee,
            kind=committee,
            level=Level.DISTRICT,
            precedence=100,
        )
        self.communes = [
            self.agency(name, parent=self.district, kind=committee, level=Level.COMMUNE)
            for name in ("UBND xã Sen Thượng", "UBND xã Sen Hạ")
        ]

    def _make_province_people(self) -> None:
        home, office = self.home_affairs, self.committee
        self.administrator = self.person(
            "Phan Văn Quản", "quanpv", at=home, role=RoleCode.SYSTEM_ADMINISTRATOR
        )
        self.operator = self.person(
            "Lê Thị Hoa", "hoalt", at=home, role=RoleCode.PROVINCIAL_OPERATOR
        )
        self.office_operator = self.person(
            "Võ Thanh Tùng", "tungvt", at=office, role=RoleCode.OFFICE_OPERATOR
        )
        self.leader = self.person(
            "Trịnh Quốc Bình",
            "binhtq",
            at=office,
            post=PostKind.HEAD,
            role=RoleCode.PROVINCIAL_LEADER,
        )
        self.auditor = self.person("Đỗ Minh Thanh", "thanhdm", at=office, role=RoleCode.AUDITOR)
        self.trainer = self.person("Bùi Thu Trang", "trangbt", at=home, role=RoleCode.TRAINER)

    def _make_department_people(self) -> None:
        here, other = self.department, self.other_department
        self.head = self.person(
            "Nguyễn Hữu Đức",
            "ducnh",
            at=here,
            post=PostKind.HEAD,
            role=RoleCode.AGENCY_HEAD,
            below=True,
        )
        self.deputy = self.person("Cao Thị Yến", "yenct", at=here, post=PostKind.DEPUTY_HEAD)
        self.reform_officer = self.person(
            "Trần Văn An",
            "antv",
            at=here,
            post=PostKind.REFORM_OFFICER,
            role=RoleCode.REFORM_OFFICER,
            below=True,
        )
        self.division_head = self.person(
            "Hồ Thị Lan",
            "lanht",
            at=self.division,
            post=PostKind.DIVISION_HEAD,
            role=RoleCode.DIVISION_HEAD,
            role_at=here,
        )
        self.officer = self.person(
            "Đặng Quang Huy", "huydq", at=self.division, role=RoleCode.OFFICER, role_at=here
        )
        self.stranger = self.person(
            "Mai Văn Sơn", "sonmv", at=other, role=RoleCode.REFORM_OFFICER, below=True
        )
        self.stranger_head = self.person(
            "Ngô Thị Hạnh",
            "hanhnt",
            at=other,
            post=PostKind.HEAD,
            role=RoleCode.AGENCY_HEAD,
            below=True,
        )
        self.nobody_special = self.person("Lý Thị Út", "utlt", at=other)


TITLES = {
    PostKind.HEAD: "Giám đốc",
    PostKind.DEPUTY_HEAD: "Phó Giám đốc",
    PostKind.DIVISION_HEAD: "Trưởng phòng",
    PostKind.DEPUTY_DIVISION_HEAD: "Phó Trưởng phòng",
    PostKind.REFORM_OFFICER: "Chuyên viên",
    PostKind.OFFICER: "Chuyên viên",
}
