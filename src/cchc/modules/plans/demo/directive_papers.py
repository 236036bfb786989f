"""The papers of the demo that give work point by point: a directive, a letter, a conclusion."""

from __future__ import annotations

from datetime import date

from cchc.officialdocs.writing import Signature
from cchc.officialdocs.writing.letter import Block, BlockKind, Letter

_ITEM, _PARAGRAPH = BlockKind.ITEM, BlockKind.PARAGRAPH
DIRECTIVE_ON, LETTER_ON, NOTICE_ON = date(2019, 3, 12), date(2019, 9, 9), date(2019, 10, 1)
NOTICE_ENTERED_ON = date(2019, 10, 8)
"""Five working days after it was issued: the lateness that people can find."""


def directive() -> Letter:
    """07/CT-UBND of 12/3/2019, signed by the chairman."""
    points = (
        "Sở Nội vụ kiểm tra đột xuất việc chấp hành kỷ luật, kỷ cương ở ít nhất mười cơ quan, đơn "
        "vị, báo cáo kết quả trước ngày 31/7/2019.",
        "Sở Tư pháp rà soát, đề xuất bãi bỏ các quy định của tỉnh làm phát sinh thêm giấy tờ, hoàn "
        "thành trước ngày 30/6/2019.",
        "Sở Thông tin và Truyền thông đưa chức năng cảnh báo hồ sơ sắp trễ hạn vào phần mềm một "
        "cửa, hoàn thành trước ngày 30/9/2019.",
        "Thanh tra tỉnh đưa nội dung giải quyết thủ tục hành chính vào các cuộc thanh tra trách "
        "nhiệm, xong trong tháng 11/2019.",
        "Sở Tài chính hướng dẫn kinh phí cho Bộ phận Tiếp nhận và Trả kết quả các cấp, chậm nhất "
        "ngày 15/5/2019.",
    )
    return Letter(
        superior="",
        issuer=("ỦY BAN NHÂN DÂN", "TỈNH SEN HỒNG"),
        issuer_name="Ủy ban nhân dân tỉnh Sen Hồng",
        number=7,
        symbol="CT-UBND",
        place="Sen Hồng",
        issued_on=DIRECTIVE_ON,
        kind="Chỉ thị",
        title="Về tăng cường kỷ luật, kỷ cương trong giải quyết công việc của người dân",
        blocks=_blocks(
            "Thời gian qua, một số nơi còn để hồ sơ trễ hạn mà không xin lỗi người dân. Để chấn "
            "chỉnh, Chủ tịch Ủy ban nhân dân tỉnh chỉ thị:",
            points,
        ),
        signature=Signature((), "CHỦ TỊCH", "Trần Hữu Nghĩa"),
        recipients=("Các sở, ban, ngành tỉnh", "UBND cấp huyện", "Lưu: VT, NC"),
    )


def letter(head: str) -> Letter:
    """318/VP-HCTC of 9/9/2019: the Office to its own divisions and units."""
    points = (
        "Các phòng, ban, trung tâm đối chiếu việc được giao từ đầu năm với kết quả đã có, nêu rõ "
        "việc chậm và lý do.",
        "Giao phòng Tổng hợp lập danh mục việc Ủy ban nhân dân tỉnh giao đã đến hạn mà chưa có báo "
        "cáo, hoàn thành trước ngày 21/9/2019.",
        "Giao phòng Nội chính phối hợp với Sở Tư pháp rút gọn quy trình nội bộ của các thủ tục do "
        "Chủ tịch Ủy ban nhân dân tỉnh quyết định, hoàn thành trước ngày 01/11/2019.",
        "Ban Tiếp công dân tỉnh công khai lịch tiếp dân và kết quả trả lời đơn trên trang thông "
        "tin điện tử.",
        "Trung tâm KSTTHC và PVHCC khảo sát ý kiến người đến làm thủ tục, tổng hợp xong trong "
        "tháng 10/2019.",
        "Trung tâm Tin học - Công báo tỉnh kết nối phần mềm theo dõi việc với phần mềm văn bản, "
        "hoàn thành trước ngày 30/11/2019.",
        "Các phòng chuyên môn giải quyết hồ sơ đúng hạn của quy trình nội bộ; hồ sơ phải trả "
        "lại thì nêu lý do bằng văn bản.",
        "Giao phòng Hành chính - Tổ chức theo dõi, đôn đốc các phòng, ban, trung tâm; định kỳ quý, "
        "6 tháng và năm báo cáo kết quả với lãnh đạo Văn phòng.",
    )
    return Letter(
        superior="UBND TỈNH SEN HỒNG",
        issuer=("VĂN PHÒNG",),
        issuer_name="Văn phòng UBND tỉnh",
        number=318,
        symbol="VP-HCTC",
        place="Sen Hồng",
        issued_on=LETTER_ON,
        kind="",
        title="Đẩy nhanh việc được giao và chấn chỉnh giải quyết hồ sơ",
        addressees=("Các phòng, ban, trung tâm thuộc Văn phòng UBND tỉnh",),
        blocks=_blocks("Lãnh đạo Văn phòng UBND tỉnh yêu cầu:", points),
        signature=Signature((), "CHÁNH VĂN PHÒNG", head),
        recipients=("Như trên", "Lãnh đạo Văn phòng", "Lưu: VT, HCTC"),
    )


def notice() -> Letter:
    """142/TB-UBND of 1/10/2019: its first point is work that the plan gave, with another day."""
    points = (
        "Sở Nội vụ tổ chức thi nâng ngạch công chức, xét thăng hạng viên chức, hoàn thành trước "
        "ngày 25/10/2019.",
        "Sở Y tế công khai thời gian chờ khám ở các bệnh viện của tỉnh, hoàn thành trước ngày "
        "15/11/2019.",
        "Sở Giao thông vận tải báo cáo việc đổi giấy phép lái xe trực tuyến, chậm nhất ngày "
        "18/10/2019.",
    )
    return Letter(
        superior="",
        issuer=("ỦY BAN NHÂN DÂN", "TỈNH SEN HỒNG"),
        issuer_name="Ủy ban nhân dân tỉnh Sen Hồng",
        number=142,
        symbol="TB-UBND",
        place="Sen Hồng",
        issued_on=NOTICE_ON,
        kind="Thông báo",
        title="Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại phiên họp tháng 9 năm 2019",
        blocks=_blocks(
            "Sau khi nghe các sở báo cáo, Chủ tịch Ủy ban nhân dân tỉnh kết luận:", points
        ),
        signature=Signature((), "CHỦ TỊCH", "Trần Hữu Nghĩa"),
        recipients=("Các sở, ban, ngành tỉnh", "Lưu: VT, TH"),
    )


def _blocks(opening: str, points: tuple[str, ...]) -> tuple[Block, ...]:
    items = tuple(Block(_ITEM, text, f"{number}.") for number, text in enumerate(points, 1))
    return (Block(_PARAGRAPH, opening), *items)
