"""Data: the agencies of the fictional tỉnh Sen Hồng at the level of the province."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Department:
    """A department with its divisions, its public service units and its other names."""

    name: str
    divisions: tuple[str, ...]
    units: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    former_name: str = ""
    """What it was called until the reform of 2008."""


OFFICE = "Văn phòng UBND tỉnh"
ONE_STOP = "Trung tâm Kiểm soát thủ tục hành chính và Phục vụ hành chính công"
ONE_STOP_ALIASES = (
    "Trung tâm KSTTHC và PVHCC",
    "Trung tâm KSTTHC&PVHCC",
    "Trung tâm Kiểm soát TTHC và Phục vụ HCC",
    "Trung tâm Phục vụ hành chính công tỉnh",
    "Trung tâm PVHCC",
)

DEPARTMENTS: tuple[Department, ...] = (
    Department(
        OFFICE,
        (
            "Phòng Tổng hợp",
            "Phòng Nội chính",
            "Phòng Kinh tế ngành",
            "Phòng Khoa giáo - Văn xã",
            "Phòng Hành chính - Tổ chức",
            "Phòng Quản trị - Tài vụ",
            "Ban Tiếp công dân tỉnh",
        ),
        ("Trung tâm Tin học - Công báo tỉnh",),
        (
            "Văn phòng Ủy ban nhân dân tỉnh",
            "VP UBND tỉnh",
            "VPUBND tỉnh",
            "VPUBND",
            "Văn phòng UBND",
        ),
    ),
    Department(
        "Sở Nội vụ",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Cải cách hành chính - Văn thư lưu trữ",
            "Phòng Công chức, viên chức",
            "Phòng Tổ chức biên chế",
            "Phòng Xây dựng chính quyền và Công tác thanh niên",
            "Ban Thi đua - Khen thưởng",
            "Ban Tôn giáo",
        ),
        ("Trung tâm Lưu trữ lịch sử tỉnh",),
        ("SNV",),
    ),
    Department(
        "Sở Tư pháp",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Xây dựng và Kiểm tra văn bản",
            "Phòng Phổ biến, giáo dục pháp luật",
            "Phòng Hành chính tư pháp",
            "Phòng Bổ trợ tư pháp",
        ),
        (
            "Trung tâm Trợ giúp pháp lý nhà nước",
            "Phòng Công chứng số 1",
            "Trung tâm Dịch vụ đấu giá tài sản",
        ),
        ("STP",),
    ),
    Department(
        "Sở Tài chính",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Quản lý ngân sách",
            "Phòng Tài chính hành chính sự nghiệp",
            "Phòng Quản lý giá và công sản",
            "Phòng Tài chính đầu tư",
            "Phòng Tài chính doanh nghiệp",
        ),
        aliases=("STC",),
    ),
    Department(
        "Sở Kế hoạch và Đầu tư",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Tổng hợp - Quy hoạch",
            "Phòng Đăng ký kinh doanh",
            "Phòng Đấu thầu, thẩm định và giám sát đầu tư",
            "Phòng Kinh tế ngành",
            "Phòng Khoa giáo, văn xã",
        ),
        ("Trung tâm Xúc tiến đầu tư và Hỗ trợ doanh nghiệp",),
    ),
    Department(
        "Sở Công Thương",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Quản lý công nghiệp",
            "Phòng Quản lý thương mại",
            "Phòng Quản lý năng lượng",
            "Phòng Kỹ thuật an toàn - Môi trường",
        ),
        ("Trung tâm Khuyến công và Tư vấn phát triển công nghiệp",),
        ("SCT",),
    ),
    Department(
        "Sở Nông nghiệp và Phát triển nông thôn",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Kế hoạch - Tài chính",
            "Phòng Quản lý xây dựng công trình",
            "Chi cục Trồng trọt và Bảo vệ thực vật",
            "Chi cục Chăn nuôi và Thú y",
            "Chi cục Thủy lợi",
        ),
        ("Trung tâm Khuyến nông", "Trung tâm Nước sạch và Vệ sinh môi trường nông thôn"),
        ("Sở Nông nghiệp và PTNT",),
    ),
    Department(
        "Sở Giao thông vận tải",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Quản lý vận tải, phương tiện và người lái",
            "Phòng Quản lý kết cấu hạ tầng giao thông",
            "Phòng Kế hoạch - Tài chính",
        ),
        ("Trung tâm Đăng kiểm phương tiện giao thông vận tải",),
        ("Sở GTVT",),
    ),
    Department(
        "Sở Xây dựng",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Quản lý xây dựng",
            "Phòng Quy hoạch - Kiến trúc",
            "Phòng Quản lý nhà và thị trường bất động sản",
            "Phòng Hạ tầng kỹ thuật",
        ),
        ("Trung tâm Kiểm định chất lượng xây dựng",),
        ("SXD",),
    ),
    Department(
        "Sở Tài nguyên và Môi trường",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Đất đai",
            "Phòng Tài nguyên nước và Khoáng sản",
            "Chi cục Bảo vệ môi trường",
        ),
        ("Văn phòng Đăng ký đất đai tỉnh", "Trung tâm Quan trắc tài nguyên và môi trường"),
    ),
    Department(
        "Sở Thông tin và Truyền thông",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Công nghệ thông tin",
            "Phòng Bưu chính - Viễn thông",
            "Phòng Thông tin - Báo chí - Xuất bản",
        ),
        ("Trung tâm Công nghệ thông tin và Truyền thông",),
        former_name="Sở Bưu chính, Viễn thông",
    ),
    Department(
        "Sở Lao động - Thương binh và Xã hội",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Lao động - Việc làm",
            "Phòng Giáo dục nghề nghiệp",
            "Phòng Người có công",
            "Phòng Bảo trợ xã hội",
            "Phòng Trẻ em và Bình đẳng giới",
        ),
        ("Trung tâm Dịch vụ việc làm tỉnh", "Trung tâm Bảo trợ xã hội tổng hợp"),
        ("Sở LĐTB&XH", "Sở LĐ-TBXH", "Sở Lao động"),
    ),
    Department(
        "Sở Văn hóa, Thể thao và Du lịch",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Quản lý văn hóa",
            "Phòng Quản lý thể dục thể thao",
            "Phòng Quản lý du lịch",
        ),
        ("Bảo tàng tỉnh", "Thư viện tỉnh", "Trung tâm Văn hóa - Nghệ thuật tỉnh"),
        ("Sở VHTTDL", "Sở VH,TT&DL", "Sở Văn hóa Thể thao Du lịch"),
    ),
    Department(
        "Sở Khoa học và Công nghệ",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Quản lý khoa học",
            "Phòng Quản lý công nghệ và chuyên ngành",
            "Chi cục Tiêu chuẩn - Đo lường - Chất lượng",
        ),
        ("Trung tâm Ứng dụng tiến bộ khoa học và công nghệ",),
    ),
    Department(
        "Sở Giáo dục và Đào tạo",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Giáo dục mầm non - tiểu học",
            "Phòng Giáo dục trung học - thường xuyên",
            "Phòng Tổ chức cán bộ",
            "Phòng Kế hoạch - Tài chính",
        ),
        ("Trường THPT chuyên Sen Hồng", "Trung tâm Giáo dục thường xuyên tỉnh"),
    ),
    Department(
        "Sở Y tế",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Nghiệp vụ y",
            "Phòng Nghiệp vụ dược",
            "Phòng Tổ chức cán bộ",
            "Chi cục An toàn vệ sinh thực phẩm",
            "Chi cục Dân số - Kế hoạch hóa gia đình",
        ),
        ("Bệnh viện Đa khoa tỉnh", "Trung tâm Kiểm soát bệnh tật tỉnh"),
        ("SYT",),
    ),
    Department(
        "Sở Ngoại vụ",
        (
            "Văn phòng",
            "Thanh tra",
            "Phòng Hợp tác quốc tế",
            "Phòng Lãnh sự - Người Việt Nam ở nước ngoài",
        ),
        aliases=("SNgV",),
    ),
    Department(
        "Thanh tra tỉnh",
        (
            "Văn phòng",
            "Phòng Nghiệp vụ 1",
            "Phòng Nghiệp vụ 2",
            "Phòng Giám sát, kiểm tra và xử lý sau thanh tra",
        ),
        aliases=("Thanh tra Nhà nước tỉnh",),
    ),
    Department(
        "Ban Quản lý Khu kinh tế tỉnh",
        (
            "Văn phòng",
            "Phòng Quản lý đầu tư",
            "Phòng Quản lý quy hoạch và xây dựng",
            "Phòng Quản lý lao động",
        ),
        ("Công ty Phát triển hạ tầng khu công nghiệp",),
        ("BQL Khu kinh tế", "Ban Quản lý Khu kinh tế", "BQL KKT tỉnh"),
    ),
)
"""The nineteen sở and their equals, in order of precedence."""

BODIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Công an tỉnh", ("CA tỉnh",)),
    ("Bộ Chỉ huy Quân sự tỉnh", ("Bộ CHQS tỉnh", "BCH Quân sự tỉnh", "Bộ CHQS")),
    ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh", ("Bộ CHBĐBP tỉnh", "BCH BĐBP tỉnh")),
    ("Cục Thuế tỉnh", ("Cục thuế",)),
    ("Kho bạc Nhà nước tỉnh", ("KBNN tỉnh", "Kho bạc Nhà nước")),
    ("Bảo hiểm xã hội tỉnh", ("BHXH tỉnh", "BHXH")),
)
"""Ban, ngành tỉnh beside the specialised agencies."""

PARTY_AND_MASS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Văn phòng Tỉnh ủy", ("VP Tỉnh ủy",)),
    ("Ban Tổ chức Tỉnh ủy", ("Ban Tổ chức",)),
    ("Ban Tuyên giáo Tỉnh ủy", ("Ban Tuyên giáo",)),
    ("Ban Dân vận Tỉnh ủy", ("Ban Dân vận",)),
    ("Ban Nội chính Tỉnh ủy", ("Ban Nội chính",)),
    ("Ủy ban Kiểm tra Tỉnh ủy", ("UBKT Tỉnh ủy",)),
    ("Ban Pháp chế HĐND tỉnh", ("Ban Pháp chế Hội đồng nhân dân tỉnh", "Ban Pháp chế")),
    ("Ban Kinh tế - Ngân sách HĐND tỉnh", ("Ban KT-NS HĐND tỉnh",)),
    ("Ban Văn hóa - Xã hội HĐND tỉnh", ("Ban VH-XH HĐND tỉnh",)),
    ("Văn phòng HĐND tỉnh", ("Văn phòng Hội đồng nhân dân tỉnh",)),
    ("Ủy ban MTTQ Việt Nam tỉnh", ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "UBMTTQVN tỉnh")),
    ("Liên đoàn Lao động tỉnh", ("LĐLĐ tỉnh",)),
    ("Tỉnh đoàn", ("Đoàn TNCS Hồ Chí Minh tỉnh", "Tỉnh Đoàn Sen Hồng")),
    ("Hội Liên hiệp Phụ nữ tỉnh", ("Hội LHPN tỉnh",)),
    ("Hội Nông dân tỉnh", ("HND tỉnh",)),
    ("Hội Cựu chiến binh tỉnh", ("Hội CCB tỉnh",)),
    ("Hiệp hội Doanh nghiệp tỉnh", ("Hiệp hội DN tỉnh",)),
)
"""Party, People's Council, Front and mass organisations, which plans ask to co-ordinate."""

UNITS: tuple[str, ...] = (
    "Trường Cao đẳng Cộng đồng Sen Hồng",
    "Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp",
    "Ban Quản lý dự án đầu tư xây dựng công trình giao thông",
    "Quỹ Đầu tư phát triển tỉnh",
)
"""Public service units directly under the provincial committee."""

NEWSPAPER = "Báo Sen Hồng"
NEWSPAPER_ALIASES = ("Báo tỉnh", "Báo SH", "Báo Đồng Tháp", "Báo ĐT")
"""The last two let a trainer read the real plan of another province in the demo."""
BROADCASTER = "Đài Phát thanh và Truyền hình Sen Hồng"
BROADCASTER_ALIASES = (
    "Đài Phát thanh và Truyền hình tỉnh",
    "Đài Phát thanh - Truyền hình tỉnh",
    "Đài PT&TH tỉnh",
    "Đài PT&TH",
    "Đài PTTH tỉnh",
    "Đài PTTH",
    "Đài Phát thanh và Truyền hình",
)
