"""What happens to agencies, groups and working calendars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from cchc.platform.events.event import Event


def _agencies(*ids: int | None) -> tuple[str, ...]:
    return tuple(f"organisation.agency:{agency_id}" for agency_id in ids if agency_id is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutAgency(Event):
    agency_id: int
    agency_name: str

    def about(self) -> tuple[str, ...]:
        """Shown on the page of the agency."""
        return _agencies(self.agency_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyFounded(_AboutAgency):
    """An agency was founded, or an existing one entered for the first time."""

    name: ClassVar[str] = "organisation.agency.founded"
    sentence: ClassVar[str] = "đã thêm {agency_name}, hoạt động từ {on}. {act}"

    on: date
    act: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyRenamed(_AboutAgency):
    """An agency has another name from a day on."""

    name: ClassVar[str] = "organisation.agency.renamed"
    sentence: ClassVar[str] = "đã đổi tên {old_name} thành {agency_name} từ {on}. {act}"

    old_name: str
    on: date
    act: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyMoved(_AboutAgency):
    """An agency belongs to another one from a day on."""

    name: ClassVar[str] = "organisation.agency.moved"
    sentence: ClassVar[str] = "đã chuyển {agency_name} về trực thuộc {parent_name} từ {on}. {act}"

    from_parent_id: int | None
    to_parent_id: int | None
    parent_name: str
    on: date
    act: str

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of the agency and of both parents."""
        return _agencies(self.agency_id, self.from_parent_id, self.to_parent_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyCorrected(_AboutAgency):
    """A mistake in the record of an agency was mended; its history stays as it is."""

    name: ClassVar[str] = "organisation.agency.corrected"
    sentence: ClassVar[str] = "đã đính chính {agency_name}: {changed}"

    changed: str
    before: dict[str, str]
    after: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgenciesMerged(Event):
    """Agencies ended and one of them, another or a new one follows them."""

    name: ClassVar[str] = "organisation.agency.merged"
    sentence: ClassVar[str] = "đã sáp nhập {ended_names} vào {heir_name} từ {on}. {act}"

    ended_ids: tuple[int, ...]
    ended_names: str
    heir_id: int
    heir_name: str
    on: date
    act: str

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of all of them."""
        return _agencies(*self.ended_ids, self.heir_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencySplit(_AboutAgency):
    """An agency was divided, or a part of it became an agency of its own."""

    name: ClassVar[str] = "organisation.agency.split"
    sentence: ClassVar[str] = "đã {how} {agency_name} thành {part_names} từ {on}. {act}"

    how: str
    part_ids: tuple[int, ...]
    part_names: str
    heir_id: int
    lives_on: bool
    on: date
    act: str

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of the agency and of its parts."""
        return _agencies(self.agency_id, *self.part_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyDissolved(_AboutAgency):
    """An agency ended; its open work goes to the heir, or ends with it."""

    name: ClassVar[str] = "organisation.agency.dissolved"
    sentence: ClassVar[str] = "đã giải thể {agency_name} từ {on}; việc đang mở: {heir_name}. {act}"

    heir_id: int | None
    heir_name: str
    on: date
    act: str

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of the agency and of its heir."""
        return _agencies(self.agency_id, self.heir_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class TierAbolished(Event):
    """A whole level of the administration ended."""

    name: ClassVar[str] = "organisation.tier.abolished"
    sentence: ClassVar[str] = (
        "đã kết thúc hoạt động {level_name}: {ended_count} cơ quan, từ {on}. {act}"
    )

    level: str
    level_name: str
    ended_ids: tuple[int, ...]
    ended_count: int
    heir_ids: tuple[int, ...]
    on: date
    act: str

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of all that ended and of all that follow them."""
        return _agencies(*self.ended_ids, *self.heir_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWorkPassesOn(Event):
    """The open work of an ended agency goes to its heir today; with no heir it ends.

    Announced on the day of the succession, once. Modules that keep work subscribe.
    """

    name: ClassVar[str] = "organisation.work.passed_on"
    sentence: ClassVar[str] = "việc đang mở của {from_name} chuyển cho {to_name}"

    from_agency_id: int
    to_agency_id: int | None
    from_name: str
    to_name: str
    on: date

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of both agencies."""
        return _agencies(self.from_agency_id, self.to_agency_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFollowed(Event):
    """The posts and roles in an ended agency were closed, and opened again in its heir."""

    name: ClassVar[str] = "organisation.people.followed"
    sentence: ClassVar[str] = "đã kết thúc {ended_count} vị trí, vai trò tại {from_name}; {outcome}"

    from_agency_id: int
    to_agency_id: int | None
    from_name: str
    outcome: str
    ended_count: int
    moved_count: int
    on: date

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of both agencies."""
        return _agencies(self.from_agency_id, self.to_agency_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasAdded(_AboutAgency):
    """Another way to write an agency's name was noted."""

    name: ClassVar[str] = "organisation.alias.added"
    sentence: ClassVar[str] = "đã thêm tên gọi khác của {agency_name}: {alias}"

    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasRemoved(_AboutAgency):
    """Another way to write an agency's name was taken away."""

    name: ClassVar[str] = "organisation.alias.removed"
    sentence: ClassVar[str] = "đã bỏ tên gọi khác của {agency_name}: {alias}"

    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgenciesImported(Event):
    """Agencies were brought in from a table or from the list of administrative units."""

    name: ClassVar[str] = "organisation.agency.imported"
    sentence: ClassVar[str] = (
        "đã nhập danh mục cơ quan từ {source}: {new_count} thêm mới, {changed_count} cập nhật"
    )

    source: str
    new_count: int
    changed_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutGroup(Event):
    group_id: int
    group_name: str

    def about(self) -> tuple[str, ...]:
        """Shown on the page of the group."""
        return (f"organisation.group:{self.group_id}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCreated(_AboutGroup):
    """A group of agencies was defined."""

    name: ClassVar[str] = "organisation.group.created"
    sentence: ClassVar[str] = "đã thêm nhóm cơ quan {group_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChanged(_AboutGroup):
    """The name, the rule or the other names of a group were changed."""

    name: ClassVar[str] = "organisation.group.changed"
    sentence: ClassVar[str] = "đã sửa nhóm cơ quan {group_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMemberSet(_AboutGroup):
    """An agency was put into a group or kept out of it, from a day on."""

    name: ClassVar[str] = "organisation.group.member_set"
    sentence: ClassVar[str] = "đã {how} {agency_name} ở nhóm {group_name} từ {on}"

    agency_id: int
    agency_name: str
    how: str
    is_excluded: bool
    on: date

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of the group and of the agency."""
        return (f"organisation.group:{self.group_id}", *_agencies(self.agency_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMemberUnset(_AboutGroup):
    """An agency is in a group, or out of it, by the rule again."""

    name: ClassVar[str] = "organisation.group.member_unset"
    sentence: ClassVar[str] = "đã bỏ lựa chọn riêng về {agency_name} ở nhóm {group_name}"

    agency_id: int
    agency_name: str

    def about(self) -> tuple[str, ...]:
        """Shown on the pages of the group and of the agency."""
        return (f"organisation.group:{self.group_id}", *_agencies(self.agency_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutCalendar(Event):
    agency_id: int | None
    place: str

    def about(self) -> tuple[str, ...]:
        """Shown on the calendar page, and on the page of the agency when it is one's own."""
        return ("organisation.calendar:0", *_agencies(self.agency_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDaySet(_AboutCalendar):
    """A day differs from the rule."""

    name: ClassVar[str] = "organisation.calendar.day_set"
    sentence: ClassVar[str] = "đã đặt ngày {on} ({place}): {kind_name}. {reason}"

    on: date
    kind: str
    kind_name: str
    reason: str
    act: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDayRemoved(_AboutCalendar):
    """A day follows the rule again."""

    name: ClassVar[str] = "organisation.calendar.day_removed"
    sentence: ClassVar[str] = "đã bỏ ngày đặc biệt {on} ({place}): {kind_name}"

    on: date
    kind: str
    kind_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursSet(_AboutCalendar):
    """The working hours of the week changed from a day on."""

    name: ClassVar[str] = "organisation.calendar.hours_set"
    sentence: ClassVar[str] = "đã đặt giờ làm việc ({place}) từ {on}: {hours}"

    on: date
    hours: str
