"""Leaders are known by their titles."""

from __future__ import annotations

import pytest

from cchc.modules.meetings.rules.leaders import leading_rank


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("Chủ tịch UBND tỉnh", 0),
        ("Phó Chủ tịch UBND tỉnh", 1),
        ("Chánh Văn phòng", 0),
        ("Phó Chánh Văn phòng", 1),
        ("Giám đốc", 0),
        ("Trưởng ban", 0),
        ("Chuyên viên chính", None),
        ("Thanh tra viên chính", None),
        ("", None),
    ],
)
def test_the_rank_of_a_title(title: str, rank: int | None) -> None:
    assert leading_rank(title) == rank
