"""Groups of agencies as documents name them, and who belongs to them on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cchc.modules.organisation.rules.kinds import AgencyKind, Level
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.modules.organisation.rules.structure import AgencyCard, Structure

K, L = AgencyKind, Level


@dataclass(frozen=True, slots=True)
class GroupRule:
    """A group: agencies of these kinds at these levels; an open one has members by choice only."""

    code: str
    name: str
    kinds: frozenset[AgencyKind] = frozenset()
    levels: frozenset[Level] = frozenset()
    is_open: bool = False
    aliases: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Membership:
    """An agency put into a group, or kept out of it, by hand."""

    agency_id: int
    is_excluded: bool


def expand(
    rule: GroupRule, structure: Structure, by_hand: Iterable[Membership] = ()
) -> list[AgencyCard]:
    """The members of a group on the day of the structure, in order; an open group has none."""
    if rule.is_open:
        return []
    added = {entry.agency_id for entry in by_hand if not entry.is_excluded}
    excluded = {entry.agency_id for entry in by_hand if entry.is_excluded}
    return [
        card
        for card in structure.cards.values()
        if card.id not in excluded
        and (card.id in added or (card.kind in rule.kinds and card.level in rule.levels))
    ]


def check_group(rule: GroupRule) -> None:
    """Refuse a group without a code or a name, with half a rule, and an open one with a rule."""
    if not rule.code.strip() or not rule.name.strip():
        raise StructureRefused(StructureWhyNot.GROUP_NAME_EMPTY)
    if rule.is_open and (rule.kinds or rule.levels):
        raise StructureRefused(StructureWhyNot.OPEN_GROUP_WITH_RULE, (rule.name,))
    if bool(rule.kinds) != bool(rule.levels):
        raise StructureRefused(StructureWhyNot.GROUP_EMPTY_RULE, (rule.name,))


STANDARD_GROUPS: tuple[GroupRule, ...] = (
    GroupRule(
        "SO_BAN_NGANH",
        "Các sở, ban, ngành tỉnh",
        frozenset({K.DEPARTMENT, K.PROVINCIAL_BODY}),
        frozenset({L.PROVINCE}),
        aliases=(
            "Sở, ban, ngành tỉnh",
            "Các sở, ban, ngành",
            "Các sở, ban ngành tỉnh",
            "Các sở, ban, ngành cấp tỉnh",
            "Các cơ quan, ban, ngành tỉnh",
            "Thủ trưởng các sở, ban, ngành tỉnh",
        ),
    ),
    GroupRule(
        "SO_NGANH",
        "Các sở, ngành tỉnh",
        frozenset({K.DEPARTMENT}),
        frozenset({L.PROVINCE}),
        aliases=(
            "Sở, ngành tỉnh",
            "Các sở, ngành",
            "Các sở",
            "Các cơ quan chuyên môn thuộc UBND tỉnh",
            "Cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh",
        ),
    ),
    GroupRule(
        "UBND_CAP_HUYEN",
        "UBND cấp huyện",
        frozenset({K.PEOPLES_COMMITTEE}),
        frozenset({L.DISTRICT}),
        aliases=(
            "Ủy ban nhân dân cấp huyện",
            "UBND huyện, thị xã, thành phố",
            "UBND các huyện, thị xã, thành phố",
            "Ủy ban nhân dân các huyện, thị xã, thành phố",
            "Các huyện, thị xã, thành phố",
            "Huyện, thị xã, thành phố",
            "Cấp huyện",
        ),
    ),
    GroupRule(
        "UBND_CAP_XA",
        "UBND cấp xã",
        frozenset({K.PEOPLES_COMMITTEE}),
        frozenset({L.COMMUNE}),
        aliases=(
            "Ủy ban nhân dân cấp xã",
            "UBND xã, phường, thị trấn",
            "UBND các xã, phường, thị trấn",
            "UBND xã, phường, đặc khu",
            "UBND các xã, phường, đặc khu",
            "UBND các xã, phường",
            "Ủy ban nhân dân các xã, phường, thị trấn",
            "Các xã, phường, thị trấn",
            "Các xã, phường",
            "Xã, phường, thị trấn",
            "Cấp xã",
        ),
    ),
    GroupRule(
        "DAI_TRUYEN_THANH_CAP_HUYEN",
        "Đài Truyền thanh cấp huyện",
        frozenset({K.PRESS}),
        frozenset({L.DISTRICT}),
        aliases=(
            "Đài Truyền thanh huyện, thị xã, thành phố",
            "Đài Truyền thanh các huyện, thị xã, thành phố",
        ),
    ),
    GroupRule(
        "CO_QUAN_HANH_CHINH",
        "Cơ quan hành chính",
        frozenset({K.DEPARTMENT, K.PEOPLES_COMMITTEE}),
        frozenset({L.PROVINCE, L.DISTRICT, L.COMMUNE}),
        aliases=("Các cơ quan hành chính", "Cơ quan hành chính nhà nước"),
    ),
    GroupRule(
        "DON_VI_SU_NGHIEP",
        "Đơn vị sự nghiệp",
        frozenset({K.PUBLIC_SERVICE_UNIT}),
        frozenset({L.PROVINCE, L.DISTRICT}),
        aliases=(
            "Các đơn vị sự nghiệp",
            "Đơn vị sự nghiệp công lập",
            "Các đơn vị sự nghiệp công lập",
        ),
    ),
    GroupRule(
        "CO_QUAN_BAO_CHI",
        "Các cơ quan báo chí của tỉnh",
        frozenset({K.PRESS}),
        frozenset({L.PROVINCE}),
        aliases=("Các cơ quan báo chí", "Cơ quan báo chí tỉnh"),
    ),
    GroupRule(
        "CO_QUAN_LIEN_QUAN",
        "Các cơ quan có liên quan",
        is_open=True,
        aliases=(
            "Các cơ quan, đơn vị có liên quan",
            "Các cơ quan, đơn vị liên quan",
            "Cơ quan, đơn vị có liên quan",
            "Các cơ quan, đơn vị, địa phương có liên quan",
            "Cơ quan, đơn vị, địa phương liên quan",
            "Các đơn vị có liên quan",
        ),
    ),
    GroupRule(
        "SO_NGANH_LIEN_QUAN",
        "Các sở, ngành tỉnh có liên quan",
        is_open=True,
        aliases=(
            "Sở, ban, ngành có liên quan",
            "Các sở, ban, ngành có liên quan",
            "Các sở, ban, ngành liên quan",
            "Các sở, ban, ngành tỉnh có liên quan",
            "Các sở, ngành có liên quan",
            "Các sở, ngành liên quan",
        ),
    ),
    GroupRule(
        "CO_QUAN_DUOC_CONG_NHAN",
        "Các cơ quan, đơn vị đã và chuẩn bị được công nhận",
        is_open=True,
    ),
)
"""What reform plans of every province name; an administrator may add others and change these."""
