"""The areas of administrative reform, as the two national programmes cut them.

Source: Resolution 30c/NQ-CP of 8/11/2011 (programme 2011–2020; provincial plans add communication
and steering to its six contents) and Resolution 76/NQ-CP of 15/7/2021 (programme 2021–2030). Codes
are stable across both, so that a board can compare years; communication, an area of its own in the
first programme's plans, is part of steering in the second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from cchc.platform.text.folding import fold


@dataclass(frozen=True, slots=True)
class Area:
    """One area of reform: its stable code, its names, and the words that betray it."""

    code: str
    name: str
    short_name: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """How one programme cuts the reform into areas, from a day to a day."""

    code: str
    effective_from: date
    effective_to: date
    act: str
    areas: tuple[Area, ...]

    def area(self, code: str) -> Area | None:
        """The area with this code in this scheme."""
        return next((area for area in self.areas if area.code == code), None)


_STEERING = r"chi dao|dieu hanh cai cach|cong tac dieu hanh|kiem tra cai cach|to chuc thuc hien"
_INSTITUTIONS = r"the che|van ban quy pham"
_PROCEDURES = r"thu tuc hanh chinh|mot cua|tthc"
_APPARATUS = r"bo may|to chuc hanh chinh|tinh gon"
_FINANCE = r"tai chinh"
_SERVICE = r"can bo|cong chuc|vien chuc|cong vu|doi ngu"
_DIGITAL = (
    r"hien dai|dien tu|chinh quyen so|chuyen doi so|cong nghe thong tin|chinh phu so|nen hanh chinh"
)

SCHEMES: tuple[Scheme, ...] = (
    Scheme(
        code="2011-2020",
        effective_from=date(2011, 1, 1),
        effective_to=date(2020, 12, 31),
        act="Nghị quyết số 30c/NQ-CP ngày 08/11/2011",
        areas=(
            Area(
                "COMMUNICATION", "Công tác thông tin, tuyên truyền", "Tuyên truyền", r"tuyen truyen"
            ),
            Area("INSTITUTIONS", "Cải cách thể chế", "Thể chế", _INSTITUTIONS),
            Area("PROCEDURES", "Cải cách thủ tục hành chính", "TTHC", _PROCEDURES),
            Area("APPARATUS", "Cải cách tổ chức bộ máy hành chính nhà nước", "Bộ máy", _APPARATUS),
            Area(
                "CIVIL_SERVICE",
                "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức",
                "Công vụ",
                _SERVICE,
            ),
            Area("PUBLIC_FINANCE", "Cải cách tài chính công", "Tài chính", _FINANCE),
            Area("DIGITAL", "Hiện đại hóa hành chính", "Hiện đại hóa", _DIGITAL),
            Area(
                "STEERING", "Công tác chỉ đạo, điều hành cải cách hành chính", "Chỉ đạo", _STEERING
            ),
        ),
    ),
    Scheme(
        code="2021-2030",
        effective_from=date(2021, 1, 1),
        effective_to=date(2030, 12, 31),
        act="Nghị quyết số 76/NQ-CP ngày 15/7/2021",
        areas=(
            Area(
                "STEERING",
                "Công tác chỉ đạo, điều hành cải cách hành chính",
                "Chỉ đạo",
                rf"{_STEERING}|tuyen truyen",
            ),
            Area("INSTITUTIONS", "Cải cách thể chế", "Thể chế", _INSTITUTIONS),
            Area("PROCEDURES", "Cải cách thủ tục hành chính", "TTHC", _PROCEDURES),
            Area("APPARATUS", "Cải cách tổ chức bộ máy hành chính nhà nước", "Bộ máy", _APPARATUS),
            Area("CIVIL_SERVICE", "Cải cách chế độ công vụ", "Công vụ", _SERVICE),
            Area("PUBLIC_FINANCE", "Cải cách tài chính công", "Tài chính", _FINANCE),
            Area(
                "DIGITAL",
                "Xây dựng và phát triển chính quyền điện tử, chính quyền số",
                "CQ điện tử",
                _DIGITAL,
            ),
        ),
    ),
)

_PASSED_INTO = {("COMMUNICATION", "2021-2030"): "STEERING"}
"""Areas of the first programme that the second counts elsewhere."""


def scheme_for(year: int) -> Scheme:
    """The scheme in force in a year; the nearest one outside both programmes."""
    day = date(year, 12, 31)
    return next((scheme for scheme in SCHEMES if day <= scheme.effective_to), SCHEMES[-1])


def scheme_by_code(code: str) -> Scheme:
    """The scheme with this code; raises KeyError when there is none."""
    return {scheme.code: scheme for scheme in SCHEMES}[code]


def all_area_codes() -> tuple[str, ...]:
    """Every code of every scheme, each once."""
    return tuple(dict.fromkeys(area.code for scheme in SCHEMES for area in scheme.areas))


def recognise(title: str, scheme: Scheme) -> str:
    """The code of the area that a section's title names; empty when it names none."""
    plain = fold(title)
    found = [
        (match.start(), area.code)
        for area in scheme.areas
        if (match := re.search(area.pattern, plain))
    ]
    exact = next((area.code for area in scheme.areas if fold(area.name) == plain), "")
    return exact or (min(found)[1] if found else "")


def translate(code: str, scheme: Scheme) -> str:
    """The area of this scheme that carries on an area of another; empty when none does."""
    carried = _PASSED_INTO.get((code, scheme.code), code)
    return carried if scheme.area(carried) else ""
