"""Data: invented names of people of tỉnh Sen Hồng; which ones appear follows from a seed."""

from __future__ import annotations

from random import Random

_FAMILIES = (
    ("Nguyễn", 30), ("Trần", 12), ("Lê", 10), ("Phạm", 7), ("Huỳnh", 7), ("Phan", 5), ("Võ", 5),
    ("Đặng", 3), ("Bùi", 3), ("Đỗ", 2), ("Hồ", 3), ("Ngô", 2), ("Dương", 2), ("Lý", 1),
    ("Trương", 3), ("Đoàn", 2), ("Lâm", 2), ("Mai", 2), ("Cao", 1), ("Châu", 1), ("Tô", 1),
    ("Lương", 1), ("Đinh", 1), ("Thái", 1), ("Tạ", 1), ("Hà", 1), ("Quách", 1), ("Kiều", 1),
    ("Trịnh", 1), ("Vương", 1),
)  # fmt: skip
"""Family names, weighted about as one meets them in the Mekong delta."""

_MEN_MIDDLE = (
    "Văn", "Văn", "Văn", "Hữu", "Minh", "Quốc", "Thanh", "Hoàng", "Ngọc", "Đức", "Công", "Tấn",
    "Trung", "Phước", "Xuân", "Thành", "Quang", "Chí", "Anh", "Duy",
)  # fmt: skip
_MEN_GIVEN = (
    "An", "Bình", "Cường", "Dũng", "Đạt", "Đông", "Giang", "Hải", "Hậu", "Hiếu", "Hòa", "Hùng",
    "Huy", "Khải", "Khánh", "Khoa", "Kiệt", "Lâm", "Lộc", "Long", "Luân", "Mẫn", "Nam", "Nghĩa",
    "Nhân", "Phong", "Phú", "Phúc", "Quân", "Quý", "Sang", "Sơn", "Tài", "Tâm", "Tân", "Thái",
    "Thắng", "Thiện", "Thuận", "Tín", "Toàn", "Trí", "Trọng", "Trung", "Tú", "Tuấn", "Tùng",
    "Việt", "Vinh", "Vũ",
)  # fmt: skip
_WOMEN_MIDDLE = (
    "Thị", "Thị", "Thị", "Thị Ngọc", "Thị Thu", "Thị Kim", "Thị Thanh", "Thị Mỹ", "Thị Hồng",
    "Ngọc", "Thu", "Kim", "Bích", "Thị Cẩm", "Hoàng", "Thị Minh", "Phương", "Thị Tuyết", "Thùy",
    "Diễm",
)  # fmt: skip
_WOMEN_GIVEN = (
    "An", "Anh", "Chi", "Diệu", "Dung", "Duyên", "Giang", "Hà", "Hạnh", "Hân", "Hằng", "Hiền",
    "Hoa", "Hương", "Huệ", "Lan", "Lành", "Liên", "Linh", "Loan", "Mai", "My", "Nga", "Ngân",
    "Nghi", "Ngọc", "Nhi", "Nhung", "Như", "Oanh", "Phượng", "Quyên", "Quỳnh", "Tâm", "Thảo",
    "Thắm", "Thơ", "Thúy", "Thư", "Tiên", "Trâm", "Trang", "Trinh", "Trúc", "Tuyền", "Uyên",
    "Vân", "Vy", "Xuân", "Yến",
)  # fmt: skip

_KNOWN_PEOPLE = frozenset({"Nguyễn Minh Trí", "Phạm Minh Chính", "Nguyễn Xuân Phúc"})
"""Names of well-known people that the lists would otherwise make."""


class Names:
    """Draws names that nobody in the province has yet."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.used: set[str] = set(_KNOWN_PEOPLE)

    def draw(self) -> tuple[str, str]:
        """A full name and the form of address."""
        while True:
            name, address = self._once()
            if name not in self.used:
                self.used.add(name)
                return name, address

    def reserve(self, full_name: str) -> str:
        """Keep a name for somebody who has one already."""
        self.used.add(full_name)
        return full_name

    def _once(self) -> tuple[str, str]:
        weights = [weight for _name, weight in _FAMILIES]
        family = self.random.choices([name for name, _weight in _FAMILIES], weights)[0]
        is_woman = self.random.random() < 0.45
        middle = self.random.choice(_WOMEN_MIDDLE if is_woman else _MEN_MIDDLE)
        given = self.random.choice(_WOMEN_GIVEN if is_woman else _MEN_GIVEN)
        if middle.endswith(given):
            return self._once()
        return f"{family} {middle} {given}", "chị" if is_woman else "anh"
