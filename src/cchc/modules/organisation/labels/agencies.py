"""Vietnamese words for kinds, levels and refusals about agencies, groups and calendars.

The trail keeps the Vietnamese words as they are; pages translate them with `gettext`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from django.utils.translation import gettext, gettext_noop

from cchc.modules.organisation.rules.kinds import (
    AgencyKind,
    AliasKind,
    ChangeKind,
    Level,
    SpecialDayKind,
    SuccessionKind,
)
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot

Code = TypeVar("Code", bound=StrEnum)

KINDS: Mapping[AgencyKind, str] = {
    AgencyKind.PEOPLES_COMMITTEE: gettext_noop("Ủy ban nhân dân"),
    AgencyKind.DEPARTMENT: gettext_noop("Sở và tương đương"),
    AgencyKind.PROVINCIAL_BODY: gettext_noop("Ban, ngành tỉnh"),
    AgencyKind.PARTY_OR_MASS_BODY: gettext_noop("Cơ quan Đảng, HĐND, đoàn thể"),
    AgencyKind.DISTRICT_OFFICE: gettext_noop("Phòng chuyên môn cấp huyện"),
    AgencyKind.DIVISION: gettext_noop("Phòng, ban thuộc cơ quan"),
    AgencyKind.PUBLIC_SERVICE_UNIT: gettext_noop("Đơn vị sự nghiệp"),
    AgencyKind.PRESS: gettext_noop("Báo, đài"),
    AgencyKind.OTHER: gettext_noop("Khác"),
}
LEVELS: Mapping[Level, str] = {
    Level.CENTRAL: gettext_noop("Trung ương"),
    Level.PROVINCE: gettext_noop("Cấp tỉnh"),
    Level.DISTRICT: gettext_noop("Cấp huyện"),
    Level.COMMUNE: gettext_noop("Cấp xã"),
}
SUCCESSIONS: Mapping[SuccessionKind, str] = {
    SuccessionKind.MERGED: gettext_noop("Sáp nhập"),
    SuccessionKind.SPLIT: gettext_noop("Chia"),
    SuccessionKind.SEPARATED: gettext_noop("Tách"),
    SuccessionKind.DISSOLVED: gettext_noop("Giải thể"),
    SuccessionKind.TIER_ABOLISHED: gettext_noop("Kết thúc cấp hành chính"),
}
CHANGES: Mapping[ChangeKind, str] = {
    ChangeKind.RENAMED: gettext_noop("Đổi tên"),
    ChangeKind.MOVED: gettext_noop("Chuyển cơ quan cấp trên"),
}
ALIASES: Mapping[AliasKind, str] = {
    AliasKind.ALIAS: gettext_noop("Tên gọi khác"),
    AliasKind.ABBREVIATION: gettext_noop("Viết tắt"),
    AliasKind.FORMER_NAME: gettext_noop("Tên cũ"),
}
SPECIAL_DAYS: Mapping[SpecialDayKind, str] = {
    SpecialDayKind.CLOSED: gettext_noop("Nghỉ"),
    SpecialDayKind.WORKING: gettext_noop("Làm việc bù"),
    SpecialDayKind.MORNING_ONLY: gettext_noop("Chỉ làm buổi sáng"),
    SpecialDayKind.AFTERNOON_ONLY: gettext_noop("Chỉ làm buổi chiều"),
}
FIELDS: Mapping[str, str] = {
    "name": gettext_noop("tên"),
    "short_name": gettext_noop("tên rút gọn"),
    "kind": gettext_noop("loại"),
    "level": gettext_noop("cấp"),
    "code": gettext_noop("mã định danh"),
    "former_code": gettext_noop("mã định danh cũ"),
    "territory_code": gettext_noop("mã đơn vị hành chính"),
    "precedence": gettext_noop("thứ tự"),
    "email": gettext_noop("thư điện tử"),
    "act": gettext_noop("văn bản thành lập"),
}
WEEKDAYS: tuple[str, ...] = (
    gettext_noop("Thứ hai"),
    gettext_noop("Thứ ba"),
    gettext_noop("Thứ tư"),
    gettext_noop("Thứ năm"),
    gettext_noop("Thứ sáu"),
    gettext_noop("Thứ bảy"),
    gettext_noop("Chủ nhật"),
)
SHORT_WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
PROVINCE = gettext_noop("toàn tỉnh")
NOBODY_FOLLOWS = gettext_noop("kết thúc, không có cơ quan kế thừa")

_W = StructureWhyNot
REFUSALS: Mapping[StructureWhyNot, str] = {
    _W.NAME_EMPTY: gettext_noop("Cần ghi tên cơ quan."),
    _W.NAME_TAKEN: gettext_noop(
        "Đã có cơ quan đang hoạt động mang tên này, cùng cơ quan cấp trên: {names}."
    ),
    _W.ALIAS_TAKEN: gettext_noop("Cơ quan đã có tên gọi này: {names}."),
    _W.CODE_TAKEN: gettext_noop("Mã {names} đang được cơ quan khác sử dụng."),
    _W.CODE_MALFORMED: gettext_noop("Mã định danh {names} sai dạng; ví dụ đúng: H20.5.12."),
    _W.FORMER_CODE_MALFORMED: gettext_noop(
        "Mã định danh cũ {names} sai dạng; ví dụ đúng: 000.00.01.H20."
    ),
    _W.KIND_NOT_AT_LEVEL: gettext_noop("{names}: loại cơ quan này không có ở cấp đã chọn."),
    _W.LEVEL_ABOVE_PARENT: gettext_noop(
        "Cơ quan không thể ở cấp cao hơn cơ quan mà nó trực thuộc: {names}."
    ),
    _W.PARENT_MISSING: gettext_noop("{names}: cần chọn cơ quan cấp trên."),
    _W.PARENT_NOT_LIVING: gettext_noop(
        "Cơ quan cấp trên không hoạt động vào ngày này hoặc sắp kết thúc: {names}."
    ),
    _W.PARENT_BELOW_ITSELF: gettext_noop(
        "{names}: không thể trực thuộc chính mình hay đơn vị cấp dưới của mình."
    ),
    _W.SECOND_PROVINCE: gettext_noop("Hệ thống đã có UBND tỉnh, không thêm được {names}."),
    _W.NOT_LIVING: gettext_noop("Cơ quan không hoạt động vào ngày này: {names}."),
    _W.ALREADY_ENDS: gettext_noop("Đã có quyết định kết thúc hoạt động của: {names}."),
    _W.BEFORE_LAST_CHANGE: gettext_noop(
        "{names}: ngày hiệu lực phải sau ngày thành lập và sau lần thay đổi gần nhất."
    ),
    _W.ENDS_BEFORE_IT_BEGINS: gettext_noop(
        "{names}: ngày kết thúc phải sau ngày bắt đầu hoạt động."
    ),
    _W.NOTHING_CHANGES: gettext_noop("{names}: không có gì thay đổi so với hiện tại."),
    _W.CHILDREN_LIVE: gettext_noop(
        "Còn đơn vị trực thuộc đang hoạt động: {names}. Hãy chuyển hoặc kết thúc các đơn vị này "
        "trước, hoặc chọn chuyển cùng sang cơ quan kế thừa."
    ),
    _W.TOO_FEW: gettext_noop("Cần chọn đủ cơ quan: sáp nhập hoặc chia cần ít nhất hai."),
    _W.HEIR_MISSING: gettext_noop("Chưa chọn cơ quan kế thừa công việc đang mở: {names}."),
    _W.HEIR_NOT_LIVING: gettext_noop(
        "Cơ quan kế thừa không hoạt động vào ngày này hoặc sắp kết thúc: {names}."
    ),
    _W.HEIR_ENDS_TOO: gettext_noop("Cơ quan kế thừa cũng kết thúc trong lần này: {names}."),
    _W.CIRCULAR: gettext_noop("{names}: kế thừa vòng tròn, cơ quan kế thừa đã nhập vào chính nó."),
    _W.TIER_STAYS: gettext_noop("Chỉ có thể kết thúc cấp huyện hoặc cấp xã."),
    _W.GROUP_CODE_TAKEN: gettext_noop("Mã nhóm {names} đã được sử dụng."),
    _W.GROUP_NAME_EMPTY: gettext_noop("Cần ghi mã và tên nhóm."),
    _W.GROUP_EMPTY_RULE: gettext_noop(
        "{names}: cần chọn cả loại cơ quan và cấp để nhóm tự nhận thành viên."
    ),
    _W.OPEN_GROUP_WITH_RULE: gettext_noop(
        "{names}: nhóm mở do người giao việc chọn thành viên, không đặt loại và cấp."
    ),
    _W.MEMBER_ALREADY: gettext_noop("{names}: đã có lựa chọn riêng trong nhóm này."),
    _W.DAY_ALREADY_SPECIAL: gettext_noop("Ngày này đã được đặt riêng: {names}."),
    _W.DAYS_BACKWARDS: gettext_noop("Ngày cuối phải sau ngày đầu và không quá 62 ngày."),
    _W.REASON_EMPTY: gettext_noop("Cần ghi lý do."),
    _W.HOURS_OVERLAP: gettext_noop("Các ca làm việc trong một ngày trùng giờ nhau: {names}."),
    _W.HOURS_BACKWARDS: gettext_noop(
        "Giờ làm việc chưa đúng: {names}. Ghi như 7:30-11:30, 13:30-17:00."
    ),
    _W.HOURS_IN_THE_PAST: gettext_noop(
        "Giờ làm việc mới phải áp dụng từ hôm nay trở đi, vì hạn đã tính không đổi lại được."
    ),
    _W.NO_WORKING_HOURS: gettext_noop("Cần ít nhất một ca làm việc trong tuần."),
}

_MOST_NAMES = 10


def word(words: Mapping[Code, str], code: str) -> str:
    """The word for a code, in the language of the page; the code itself is never shown."""
    return next((gettext(text) for known, text in words.items() if known == code), "")


def refusal(refused: StructureRefused) -> str:
    """The sentence for a refusal, in the language of the page; long lists of names are cut."""
    names = list(refused.names[:_MOST_NAMES])
    if len(refused.names) > _MOST_NAMES:
        names.append(gettext("và %d cơ quan khác") % (len(refused.names) - _MOST_NAMES))
    return gettext(REFUSALS[refused.why]).format(names=", ".join(names))
