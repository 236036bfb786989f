"""What happens to people, posts, rights and accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from cchc.platform.events.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutPerson(Event):
    person_id: int
    person_name: str

    def about(self) -> tuple[str, ...]:
        """Shown on the page of the person."""
        return (f"organisation.person:{self.person_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCreated(_AboutPerson):
    """An account was opened for a person."""

    name: ClassVar[str] = "organisation.person.created"
    sentence: ClassVar[str] = "đã tạo tài khoản cho {person_name}"
    personal: ClassVar[frozenset[str]] = frozenset({"username"})

    username: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChanged(_AboutPerson):
    """Details of a person were changed; which ones, not their values."""

    name: ClassVar[str] = "organisation.person.changed"
    sentence: ClassVar[str] = "đã sửa thông tin của {person_name}: {changed}"

    changed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDeactivated(_AboutPerson):
    """An account was locked; rights and sessions ended with it."""

    name: ClassVar[str] = "organisation.person.deactivated"
    sentence: ClassVar[str] = "đã khóa tài khoản của {person_name}. Lý do: {reason}"

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonReactivated(_AboutPerson):
    """A locked account was opened again, without the rights it had."""

    name: ClassVar[str] = "organisation.person.reactivated"
    sentence: ClassVar[str] = "đã mở lại tài khoản của {person_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleImported(Event):
    """People were brought in from a table, all at once."""

    name: ClassVar[str] = "organisation.person.imported"
    sentence: ClassVar[str] = "đã nhập {count} người từ {source}"

    count: int
    source: str
    person_ids: tuple[int, ...]

    def about(self) -> tuple[str, ...]:
        """Shown on the page of every person who came in."""
        return tuple(f"organisation.person:{person_id}" for person_id in self.person_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostHeld(_AboutPerson):
    """A person took up a post."""

    name: ClassVar[str] = "organisation.post.held"
    sentence: ClassVar[str] = "{person_name} giữ vị trí {title} tại {agency_name} từ {held_from}"

    agency_id: int
    agency_name: str
    title: str
    held_from: date

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of the person and of the agency."""
        return (f"organisation.person:{self.person_id}", f"organisation.agency:{self.agency_id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLeft(_AboutPerson):
    """A person left a post; the roles in that agency ended with it."""

    name: ClassVar[str] = "organisation.post.left"
    sentence: ClassVar[str] = "{person_name} thôi giữ vị trí {title} tại {agency_name} từ {left_on}"

    agency_id: int
    agency_name: str
    title: str
    left_on: date

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of the person and of the agency."""
        return (f"organisation.person:{self.person_id}", f"organisation.agency:{self.agency_id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGiven(_AboutPerson):
    """A person was given a role."""

    name: ClassVar[str] = "organisation.role.given"
    sentence: ClassVar[str] = "đã giao vai trò {role_name} ({place}) cho {person_name}"

    assignment_id: int
    role: str
    role_name: str
    agency_id: int | None
    place: str
    valid_from: date
    valid_until: date | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRevoked(_AboutPerson):
    """A role or a delegation was taken back."""

    name: ClassVar[str] = "organisation.role.revoked"
    sentence: ClassVar[str] = "đã thu hồi vai trò {role_name} ({place}) của {person_name}"

    assignment_id: int
    role: str
    role_name: str
    agency_id: int | None
    place: str
    was_delegation: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationGiven(_AboutPerson):
    """A person delegated a right of their own for a time (ủy quyền)."""

    name: ClassVar[str] = "organisation.role.delegated"
    sentence: ClassVar[str] = (
        "đã ủy quyền vai trò {role_name} ({place}) cho {person_name} "
        "từ {valid_from} đến {valid_until}"
    )

    assignment_id: int
    delegator_id: int
    role: str
    role_name: str
    agency_id: int | None
    place: str
    valid_from: date
    valid_until: date
    reason: str

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of both people."""
        return (
            f"organisation.person:{self.person_id}",
            f"organisation.person:{self.delegator_id}",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn(_AboutPerson):
    """A person signed in."""

    name: ClassVar[str] = "organisation.account.signed_in"
    sentence: ClassVar[str] = "đã đăng nhập ({method})"
    personal: ClassVar[frozenset[str]] = frozenset({"ip"})

    method: str
    ip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInFailed(_AboutPerson):
    """Somebody gave a wrong password for an account that exists."""

    name: ClassVar[str] = "organisation.account.sign_in_failed"
    sentence: ClassVar[str] = "có người nhập sai mật khẩu của tài khoản {person_name}"
    personal: ClassVar[frozenset[str]] = frozenset({"ip"})

    ip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordChanged(_AboutPerson):
    """A password was changed by its owner, or replaced by an administrator."""

    name: ClassVar[str] = "organisation.account.password_changed"
    sentence: ClassVar[str] = "đã đổi mật khẩu của {person_name}"

    is_temporary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondFactorChanged(_AboutPerson):
    """An authenticator was added to an account or removed from it."""

    name: ClassVar[str] = "organisation.account.second_factor_changed"
    sentence: ClassVar[str] = "đã {what} xác thực hai lớp của {person_name}"

    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsEnded(_AboutPerson):
    """Sessions of an account were ended from afar."""

    name: ClassVar[str] = "organisation.account.sessions_ended"
    sentence: ClassVar[str] = "đã đăng xuất {count} phiên làm việc của {person_name}"

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockMoved(Event):
    """The clock of the demo was moved."""

    name: ClassVar[str] = "organisation.clock.moved"
    sentence: ClassVar[str] = "đã chuyển đồng hồ của bản trình diễn: {to}"

    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaderPutInCharge(_AboutPerson):
    """A leader of the province was put in charge of agencies."""

    name: ClassVar[str] = "organisation.portfolio.given"
    sentence: ClassVar[str] = (
        "đã phân công {person_name} phụ trách {agency_names} từ {effective_from}"
    )

    agency_ids: tuple[int, ...]
    agency_names: str
    effective_from: date
    act: str

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of the leader and of each agency."""
        agencies = tuple(f"organisation.agency:{agency_id}" for agency_id in self.agency_ids)
        return (f"organisation.person:{self.person_id}", *agencies)


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioEnded(_AboutPerson):
    """A leader's charge of an agency ended."""

    name: ClassVar[str] = "organisation.portfolio.ended"
    sentence: ClassVar[str] = "đã thôi phân công {person_name} phụ trách {agency_name} sau {on}"

    agency_id: int
    agency_name: str
    on: date

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of the leader and of the agency."""
        return (
            f"organisation.person:{self.person_id}",
            f"organisation.agency:{self.agency_id}",
        )
