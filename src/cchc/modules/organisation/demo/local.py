"""Data: districts and communes of the fictional tỉnh Sen Hồng; commune names follow from a seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

SEED = 272


@dataclass(frozen=True, slots=True)
class District:
    """A district: its unit ("huyện"), name, and how many wards, townships and communes it has."""

    unit: str
    name: str
    wards: int
    townships: int
    communes: int
    former_unit: str = ""
    """What it was until 1/11/2018."""


DISTRICTS: tuple[District, ...] = (
    District("thành phố", "Sen Hồng", 8, 0, 7),
    District("thành phố", "Tràm Xanh", 6, 0, 3, former_unit="thị xã"),
    District("thị xã", "Bến Sen", 3, 0, 4),
    District("huyện", "Lá Sen", 0, 1, 12),
    District("huyện", "Tràm Vàng", 0, 1, 12),
    District("huyện", "Hồng Ngọc", 0, 1, 11),
    District("huyện", "Đầm Sen", 0, 1, 11),
    District("huyện", "Vàm Sáng", 0, 1, 12),
    District("huyện", "Giồng Cát", 0, 2, 11),
    District("huyện", "Cồn Én", 0, 1, 11),
    District("huyện", "Phù Sa", 0, 1, 11),
    District("huyện", "Rạch Lúa", 0, 1, 11),
)
"""Twelve districts with 143 communes."""

DISTRICT_OFFICES: tuple[str, ...] = (
    "Văn phòng HĐND và UBND",
    "Phòng Nội vụ",
    "Phòng Tư pháp",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Tài nguyên và Môi trường",
    "Phòng Lao động - Thương binh và Xã hội",
    "Phòng Văn hóa và Thông tin",
    "Phòng Giáo dục và Đào tạo",
    "Phòng Y tế",
    "Thanh tra",
    "Phòng Kinh tế và Hạ tầng",
    "Phòng Nông nghiệp và Phát triển nông thôn",
)
URBAN_OFFICES = {
    "Phòng Kinh tế và Hạ tầng": "Phòng Quản lý đô thị",
    "Phòng Nông nghiệp và Phát triển nông thôn": "Phòng Kinh tế",
}
"""What a city or a town has instead (NĐ 37/2014/NĐ-CP, Điều 8)."""
DISTRICT_UNITS: tuple[str, ...] = (
    "Trung tâm Văn hóa - Thể thao",
    "Ban Quản lý dự án và Phát triển quỹ đất",
)

_FIRST = ("Tân", "Mỹ", "Phú", "An", "Long", "Thạnh", "Hòa", "Bình", "Vĩnh", "Phước")
_SECOND = (
    "Sen", "Tràm", "Én", "Phù", "Lúa", "Giồng", "Vàm", "Ngó", "Điên Điển", "Súng",
    "Trúc", "Nhãn", "Xoài", "Quýt", "Cúc", "Mai", "Bần", "Dừa Nước", "Lục Bình", "Cò",
)  # fmt: skip


def communes_of(seed: int = SEED) -> Iterator[tuple[District, str, str]]:
    """Every commune as (district, unit, name); each name is used once in the province."""
    names = [f"{first} {second}" for first in _FIRST for second in _SECOND]
    Random(seed).shuffle(names)  # noqa: S311 - invented names, not secrets
    for district in DISTRICTS:
        for number in range(1, district.wards + 1):
            yield district, "phường", str(number) if number <= 4 else names.pop()
        for number in range(district.townships):
            yield district, "thị trấn", district.name if number == 0 else names.pop()
        for _ in range(district.communes):
            yield district, "xã", names.pop()
