"""An invented frame around the sample pages, so that they show the navigation in full."""

from __future__ import annotations

from cchc.ui.frame import AgencyChoice, AgencySwitch, Frame, PersonFacts
from cchc.ui.navigation import Place, PlaceGroup
from cchc.ui.periods import choices, period_of

_GROUPS: list[tuple[str, list[tuple[str, str, int, bool]]]] = [
    ("", [("Hôm nay", "home", 7, True)]),
    (
        "Kế hoạch và chỉ đạo",
        [
            ("Nhiệm vụ", "list-check", 12, True),
            ("Kế hoạch", "file-text", 0, False),
            ("Văn bản chỉ đạo", "mail-forward", 3, False),
            ("Lịch", "calendar", 0, False),
        ],
    ),
    (
        "Đo lường",
        [
            ("Báo cáo định kỳ", "chart-bar", 2, False),
            ("Chỉ số CCHC", "award", 0, False),
            ("Khảo sát hài lòng", "message-star", 0, False),
        ],
    ),
    (
        "Phục vụ người dân",
        [
            ("Một cửa", "building-community", 41, False),
            ("Thủ tục hành chính", "book-2", 0, False),
            ("Phản ánh 1022", "headset", 5, False),
        ],
    ),
    (
        "Kiểm soát",
        [
            ("Kiểm tra", "zoom-check", 0, False),
            ("Văn bản QPPL", "gavel", 0, False),
            ("Tổ chức, con người", "users-group", 0, False),
        ],
    ),
]


def sample_frame(theme: str, province: str) -> Frame:
    """The frame of a provincial operator in the third quarter of 2019."""
    groups = [
        PlaceGroup(
            label,
            f"sample-{number}",
            [
                Place(name, icon, "#", count, is_urgent, is_current=name == "Hôm nay")
                for name, icon, count, is_urgent in places
            ],
        )
        for number, (label, places) in enumerate(_GROUPS)
    ]
    agencies = [AgencyChoice("1", "Sở Nội vụ", is_current=True), AgencyChoice("2", "UBND tỉnh")]
    return Frame(
        province=province,
        theme=theme,
        is_demo=True,
        is_signed_in=True,
        person=PersonFacts("Lê Thị Hoa", "Chuyên viên, Sở Nội vụ", "LH"),
        unread_count=3,
        groups=groups,
        period=period_of("2019-Q3"),
        period_choices=choices(2019),
        agency=AgencySwitch("Sở Nội vụ", agencies, "#"),
    )
