"""The papers of the demo: the provincial plan and the plan of Sở Nội vụ that carries it out."""

from __future__ import annotations

from datetime import date

from cchc.modules.plans.demo.rows_2019 import SECTIONS, TARGETS
from cchc.officialdocs.writing import (
    PaperPart,
    PaperRow,
    PaperSection,
    PlanPaper,
    Signature,
)

PROVINCIAL_NUMBER = "271/KH-UBND"
DEPARTMENT_NUMBER = "15/KH-SNV"
DEPARTMENT = "Sở Nội vụ"


def provincial_plan() -> PlanPaper:
    """271/KH-UBND of 6/12/2018."""
    return PlanPaper(
        superior="",
        issuer=("ỦY BAN NHÂN DÂN", "TỈNH SEN HỒNG"),
        issuer_name="Ủy ban nhân dân tỉnh Sen Hồng",
        number=PROVINCIAL_NUMBER,
        place="Sen Hồng",
        issued_on=date(2018, 12, 6),
        kind="Kế hoạch",
        title="Cải cách hành chính tỉnh Sen Hồng năm 2019",
        opening=(
            "Căn cứ Nghị quyết số 30c/NQ-CP ngày 08 tháng 11 năm 2011 của Chính phủ ban hành "
            "Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2011 - 2020; căn cứ "
            "tình hình của địa phương, Ủy ban nhân dân tỉnh ban hành Kế hoạch cải cách hành chính "
            "năm 2019 như sau:",
        ),
        parts=(
            PaperPart(
                "I. MỤC ĐÍCH, YÊU CẦU",
                (
                    "- Làm cho bộ máy hành chính của tỉnh gọn hơn, phục vụ người dân, doanh nghiệp "
                    "nhanh hơn và minh bạch hơn.",
                    "- Mỗi nhiệm vụ có một cơ quan chịu trách nhiệm chính, có sản phẩm và thời hạn "
                    "rõ ràng; người đứng đầu chịu trách nhiệm về kết quả.",
                ),
            ),
            PaperPart("II. CHỈ TIÊU", tuple(f"- {target}." for target in TARGETS)),
            PaperPart("III. NHIỆM VỤ CỤ THỂ", ("Chi tiết tại Phụ lục kèm theo.",)),
            PaperPart(
                "IV. TỔ CHỨC THỰC HIỆN",
                (
                    "1. Thủ trưởng các cơ quan, đơn vị căn cứ Kế hoạch này xây dựng kế hoạch của "
                    "cơ quan mình và tổ chức thực hiện.",
                    "2. Sở Nội vụ theo dõi, đôn đốc, tổng hợp kết quả, tham mưu Ủy ban nhân dân "
                    "tỉnh xử lý khó khăn, vướng mắc./.",
                ),
            ),
        ),
        sections=SECTIONS,
        signature=Signature(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Trần Hữu Nghĩa"),
        recipients=(
            "Bộ Nội vụ",
            "Thường trực Tỉnh ủy, HĐND tỉnh",
            "Các sở, ban, ngành tỉnh",
            "UBND các huyện, thị xã, thành phố",
            "Lưu: VT, SNV",
        ),
    )


_REFORM = "Phòng Cải cách hành chính - Văn thư lưu trữ"
_ROWS = (
    ("1", "Dựng phim ngắn về Bộ phận Tiếp nhận và Trả kết quả", "Phim ngắn", _REFORM, "Văn phòng",
     "31/5/2019"),
    ("2", "Khảo sát mức độ hài lòng của người dân, tổ chức", "Báo cáo khảo sát", _REFORM,
     "Phòng Tổ chức biên chế", "Chậm nhất ngày 15/9/2019"),
    ("3", "Kiểm tra cải cách hành chính tại cơ quan, địa phương", "Báo cáo kiểm tra", _REFORM,
     "Phòng Tổ chức biên chế", "Quý III/2019"),
    ("4", "Kiểm tra đột xuất kỷ luật, kỷ cương hành chính", "Báo cáo kiểm tra",
     "Phòng Tổ chức biên chế", _REFORM, "Định kỳ hàng quý"),
    ("5", "Tham mưu tổ chức thi nâng ngạch công chức", "Kỳ thi", "Phòng Công chức, viên chức",
     "Văn phòng", "Trước ngày 20/10/2019"),
    ("6", "Rà soát chức năng, nhiệm vụ của các phòng thuộc Sở", "Tờ trình",
     "Phòng Tổ chức biên chế", "Văn phòng", "Trước ngày 10/01/2019"),
)  # fmt: skip
ANSWERS = {"1": "1.đ", "2": "1.g", "3": "8.a", "4": "5.đ", "5": "5.d", "6": "4.a"}
"""Which row of the provincial plan each row carries out."""


def department_plan(head: str) -> PlanPaper:
    """15/KH-SNV of 14/1/2019, signed by the head of Sở Nội vụ."""
    rows = tuple(
        PaperRow(order, content, product, lead, coordinating, time, "Kinh phí tự chủ")
        for order, content, product, lead, coordinating, time in _ROWS
    )
    return PlanPaper(
        superior="ỦY BAN NHÂN DÂN TỈNH SEN HỒNG",
        issuer=("SỞ NỘI VỤ",),
        issuer_name=DEPARTMENT,
        number=DEPARTMENT_NUMBER,
        place="Sen Hồng",
        issued_on=date(2019, 1, 14),
        kind="Kế hoạch",
        title="Cải cách hành chính của Sở Nội vụ năm 2019",
        opening=(
            f"Thực hiện Kế hoạch số {PROVINCIAL_NUMBER} ngày 06 tháng 12 năm 2018 của Ủy ban nhân "
            "dân tỉnh, Sở Nội vụ ban hành kế hoạch năm 2019 như sau:",
        ),
        parts=(PaperPart("I. NHIỆM VỤ", ("Chi tiết tại Phụ lục kèm theo.",)),),
        sections=(PaperSection("", "", rows),),
        signature=Signature((), "GIÁM ĐỐC", head),
        recipients=("UBND tỉnh", "Các phòng thuộc Sở", "Lưu: VT, CCHC"),
    )
