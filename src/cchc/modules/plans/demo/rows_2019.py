"""Data: the reform plan of the fictional tỉnh Sen Hồng for 2019, in our own words.

Every way of writing a time and a sum that real plans show stands here at least once.
"""

from __future__ import annotations

from cchc.officialdocs.writing import PaperRow, PaperSection

_ALL = "Các sở, ban, ngành tỉnh, UBND cấp huyện"
_ALL_TIERS = "Các sở, ban, ngành tỉnh, UBND cấp huyện, cấp xã"


def _row(  # noqa: PLR0917 (the columns of the table, in their order)
    order: str,
    content: str,
    product: str,
    lead: str,
    coordinating: str,
    time: str,
    budget: str = "Kinh phí tự chủ",
    note: str = "",
) -> PaperRow:
    return PaperRow(
        order=order,
        content=content,
        product=product,
        lead=lead,
        coordinating=coordinating,
        time=time,
        budget=budget,
        note=note,
    )


COMMUNICATION = (
    _row(
        "a",
        "Phổ biến nội dung Kế hoạch này đến toàn thể công chức, viên chức, người lao động",
        "Hội nghị hoặc văn bản phổ biến",
        _ALL,
        "Sở Nội vụ",
        "Trong tháng 01/2019",
    ),
    _row(
        "b",
        "Tổ chức cuộc thi tìm hiểu pháp luật về cải cách hành chính ở cấp huyện",
        "Cuộc thi",
        "UBND cấp huyện (các huyện có điều kiện)",
        "Sở Nội vụ, Sở Tư pháp",
        "Theo Kế hoạch của từng huyện",
        "50tr/huyện",
        "NS huyện",
    ),
    _row(
        "c",
        "Sản xuất và phát sóng chuyên mục “Cải cách hành chính với người dân Sen Hồng”",
        "Chuyên mục",
        "Đài Phát thanh và Truyền hình Sen Hồng",
        "Sở Nội vụ, Sở Thông tin và Truyền thông",
        "Mỗi tháng 02 kỳ",
        "05tr/kỳ",
        "NS tỉnh",
    ),
    _row(
        "d",
        "Mở trang chuyên đề về cải cách hành chính trên Báo Sen Hồng",
        "Trang chuyên đề",
        "Báo Sen Hồng",
        "Sở Nội vụ",
        "Mỗi tháng một kỳ",
        "05 tr/tháng",
        "NS tỉnh",
    ),
    _row(
        "đ",
        "Dựng phim ngắn giới thiệu cách làm hay ở Bộ phận Tiếp nhận và Trả kết quả",
        "Phim ngắn",
        "Sở Nội vụ",
        "Đài Phát thanh và Truyền hình Sen Hồng",
        "Quý II/2019",
        "40 tr",
        "NS tỉnh",
    ),
    _row(
        "e",
        "Phát bản tin thủ tục hành chính trên hệ thống truyền thanh thị xã",
        "Bản tin",
        "UBND thị xã Bến Sen",
        "Sở Thông tin và Truyền thông",
        "Hằng tuần trong tháng",
        "Theo quy định",
        "NS huyện",
    ),
    _row(
        "g",
        "Khảo sát mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính",
        "Báo cáo khảo sát",
        "Sở Nội vụ",
        _ALL,
        "Quý III năm 2019",
        "150 tr",
        "NS tỉnh",
    ),
)

INSTITUTIONS = (
    _row(
        "a",
        "Ban hành kế hoạch cải cách hành chính năm 2019 của cơ quan, địa phương",
        "Kế hoạch",
        "Các sở, ngành tỉnh, UBND cấp huyện, cấp xã",
        "",
        "Trong tháng 01/2019",
    ),
    _row(
        "b",
        "Rà soát văn bản quy phạm pháp luật thuộc lĩnh vực quản lý, đề xuất bãi bỏ, sửa đổi",
        "- Báo cáo kết quả rà soát; - Quyết định công bố danh mục",
        "Sở Tư pháp",
        "Các sở, ban, ngành tỉnh",
        "Quý III/2019",
        "Theo Kế hoạch",
    ),
    _row(
        "c",
        "Theo dõi tình hình thi hành pháp luật, xử lý kiến nghị về văn bản",
        "- Kế hoạch; - Báo cáo.",
        "Sở Tư pháp, UBND cấp huyện",
        "Các sở, ban, ngành tỉnh",
        "Thường xuyên trong năm",
        "NS tỉnh",
    ),
    _row(
        "d",
        "Tập huấn kỹ năng soạn thảo, kiểm tra văn bản cho công chức pháp chế",
        "Lớp tập huấn",
        "Sở Tư pháp",
        "Sở Tài chính, Sở Nội vụ",
        "Quí I-2019",
        "35.000.000 đồng",
        "NS tỉnh",
    ),
    _row(
        "đ",
        "Hệ thống hóa văn bản quy phạm pháp luật kỳ 2014 - 2018",
        "Quyết định công bố",
        "Sở Tư pháp",
        "Các sở, ban, ngành tỉnh",
        "Chậm nhất ngày 01/3/2019",
        "60 triệu đồng",
        "NS tỉnh",
    ),
)

PROCEDURES = (
    _row(
        "a",
        "Công bố, niêm yết đầy đủ thủ tục hành chính thuộc thẩm quyền giải quyết",
        "Quyết định công bố",
        "Các sở, ban, ngành tỉnh",
        "Văn phòng UBND tỉnh, Sở Tư pháp",
        "Thường xuyên trong năm khi có quy định mới của pháp luật",
    ),
    _row(
        "b",
        "Rà soát, đánh giá thủ tục hành chính, kiến nghị đơn giản hóa",
        "Báo cáo kết quả rà soát",
        "Văn phòng UBND tỉnh",
        _ALL,
        "Theo tiến độ kế hoạch của Văn phòng Chính phủ",
        "Theo kế hoạch",
    ),
    _row(
        "c",
        "Tập huấn nghiệp vụ một cửa, một cửa liên thông cho công chức tiếp nhận hồ sơ",
        "Hội nghị tập huấn",
        "Văn phòng UBND tỉnh",
        _ALL,
        "Quý II/2019",
        "70 tr",
        "NS tỉnh",
    ),
    _row(
        "d",
        "Công khai số điện thoại tiếp nhận phản ánh, kiến nghị tại nơi tiếp nhận hồ sơ",
        "Văn bản hướng dẫn",
        "Văn phòng UBND tỉnh",
        "Sở Nội vụ, UBND cấp huyện",
        "Quý I/2019",
    ),
    _row(
        "đ",
        "Đưa thủ tục của ngành dọc vào tiếp nhận tại Trung tâm KSTTHC và PVHCC",
        "Danh mục thủ tục",
        "Văn phòng UBND tỉnh",
        "Công an tỉnh, Cục Thuế tỉnh, Bảo hiểm xã hội tỉnh",
        "Xong trong tháng 8/2019",
        "Theo Đề án",
    ),
    _row(
        "e",
        "Gửi thư xin lỗi và hẹn lại đối với hồ sơ giải quyết trễ hạn",
        "Thư xin lỗi",
        _ALL,
        "Văn phòng UBND tỉnh",
        "Khi có phát sinh",
    ),
    _row(
        "g",
        "Báo cáo kết quả giải quyết thủ tục hành chính",
        "Báo cáo",
        "Văn phòng UBND tỉnh, Trung tâm KSTTHC và PVHCC",
        "Văn phòng UBND tỉnh",
        "Trước ngày 15 hằng tháng",
    ),
)

APPARATUS = (
    _row(
        "a",
        "Sắp xếp tổ chức bộ máy bên trong cơ quan chuyên môn theo quy định mới",
        "Quyết định",
        _ALL,
        "Sở Nội vụ",
        "Khi có văn bản pháp luật mới",
    ),
    _row(
        "b",
        "Rà soát, đề xuất phân cấp, ủy quyền giữa các cấp chính quyền",
        "Quyết định phân cấp, ủy quyền",
        "Các sở, ngành tỉnh",
        "Sở Nội vụ, Sở Tư pháp",
        "Trong năm 2019",
    ),
    _row(
        "c",
        "Xây dựng đề án đổi mới quản lý đơn vị sự nghiệp công lập thuộc phạm vi quản lý",
        "Đề án",
        "Các sở, ban, ngành tỉnh, UBND cấp huyện",
        "Sở Nội vụ, Sở Tài chính",
        "Khi có hướng dẫn của Trung ương",
        "Theo hướng dẫn",
    ),
    _row(
        "d",
        "Chuyển giao một số dịch vụ hành chính công cho bưu điện thực hiện",
        "Quyết định, Báo cáo",
        "Văn phòng UBND tỉnh",
        "Sở Thông tin và Truyền thông",
        "Theo Đề án",
        "NS nhà nước",
    ),
    _row(
        "đ",
        "Kiểm tra việc thực hiện quy định về tổ chức bộ máy, biên chế",
        "Kết luận kiểm tra",
        "Sở Nội vụ",
        "Sở Tài chính",
        "Từ 01/7/2019",
        "Kinh phí kiểm tra",
    ),
)

CIVIL_SERVICE = (
    _row(
        "a",
        "Xây dựng kế hoạch đào tạo, bồi dưỡng công chức, viên chức năm 2019",
        "Kế hoạch",
        "Các sở, ngành tỉnh, UBND cấp huyện",
        "Sở Nội vụ",
        "Trước ngày 01/3/2019",
        "Theo Kế hoạch",
    ),
    _row(
        "b",
        "Cập nhật đầy đủ hồ sơ công chức, viên chức vào phần mềm quản lý",
        "Dữ liệu cập nhật",
        _ALL,
        "Sở Nội vụ",
        "Năm 2019",
        "Theo Đề án",
    ),
    _row(
        "c",
        "Chuyển đổi vị trí công tác theo định kỳ",
        "Quyết định chuyển đổi",
        _ALL,
        "Thanh tra tỉnh",
        "Quý IV/2019",
    ),
    _row(
        "d",
        "Thi nâng ngạch công chức, xét thăng hạng viên chức",
        "Kỳ thi",
        "Sở Nội vụ",
        "Sở Giáo dục và Đào tạo, Sở Y tế",
        "31/10/2019",
        "1,2 tỷ đồng",
        "NS tỉnh",
    ),
    _row(
        "đ",
        "Kiểm tra đột xuất kỷ luật, kỷ cương hành chính",
        "Báo cáo kiểm tra",
        "Sở Nội vụ",
        "Thanh tra tỉnh, Văn phòng UBND tỉnh",
        "Hai tháng 01 kỳ",
        "Kinh phí kiểm tra",
    ),
)

FINANCE = (
    _row(
        "a",
        "Giao quyền tự chủ về biên chế và kinh phí cho cơ quan hành chính",
        "Quyết định giao tự chủ",
        "Sở Tài chính, UBND cấp huyện và cấp xã",
        "Sở Nội vụ",
        "Khi có văn bản mới",
    ),
    _row(
        "b",
        "Hướng dẫn đơn vị sự nghiệp xây dựng phương án tự chủ giai đoạn 2019 - 2020",
        "Phương án tự chủ",
        "Sở Tài chính",
        "Sở Y tế, Sở Giáo dục và Đào tạo, Sở Văn hóa, Thể thao và Du lịch",
        "Giai đoạn 2019-2020",
        "Chi thường xuyên hoặc nguồn vốn hợp pháp khác (nếu có)",
    ),
    _row(
        "c",
        "Công khai dự toán, quyết toán ngân sách của cơ quan, đơn vị",
        "Văn bản công khai",
        "Các sở, ngành tỉnh",
        "Sở Tài chính",
        "Thường xuyên, định kỳ hằng quý báo cáo",
    ),
    _row(
        "d",
        "Thẩm định, phê duyệt danh mục dịch vụ sự nghiệp công sử dụng ngân sách",
        "Danh mục",
        "Sở Tài chính",
        "Các Sở: Nội vụ, Kế hoạch và Đầu tư, Y tế, Giáo dục và Đào tạo",
        "Quý I/2019 - Quý II/2019",
        "NS Nhà nước",
    ),
)

DIGITAL = (
    _row(
        "a",
        "Nâng cấp phần mềm một cửa điện tử dùng chung, kết nối với Cổng dịch vụ công",
        "Phần mềm",
        "Sở Thông tin và Truyền thông và các sở, ngành tỉnh có liên quan",
        "Văn phòng UBND tỉnh, Sở Nội vụ",
        "Trong năm 2019",
        "1,5 tỷ đồng",
        "Đầu tư công",
    ),
    _row(
        "b",
        "Cung cấp dịch vụ công trực tuyến mức độ 3, 4 theo danh mục đã phê duyệt",
        "Dịch vụ công trực tuyến",
        "Sở Thông tin và Truyền thông, Văn phòng UBND tỉnh",
        "Các sở, ban, ngành tỉnh",
        "Trước ngày 30/9/2019",
        "Theo Kế hoạch",
    ),
    _row(
        "c",
        "Áp dụng, cải tiến Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015",
        "Kế hoạch áp dụng",
        "Các cơ quan, đơn vị đã được chứng nhận",
        "Sở Khoa học và Công nghệ",
        "2019",
        "Theo kế hoạch",
    ),
    _row(
        "d",
        "Số hóa sổ hộ tịch cấp xã",
        "Dữ liệu hộ tịch",
        "UBND cấp huyện",
        "Sở Tư pháp",
        "Quý II/2019",
        "3.000.000 đồng/xã",
        "NS huyện",
    ),
    _row(
        "đ",
        "Sao lưu, bảo đảm an toàn thông tin cho hệ thống một cửa",
        "Biên bản sao lưu",
        "Sở Thông tin và Truyền thông",
        "Văn phòng UBND tỉnh",
        "02 kỳ/tháng",
    ),
)

STEERING = (
    _row(
        "a",
        "Kiểm tra cải cách hành chính tại cơ quan, địa phương",
        "- Kế hoạch kiểm tra - Báo cáo kết quả kiểm tra",
        "Sở Nội vụ",
        "Các Sở: Tư pháp, Tài chính, Xây dựng, Tài nguyên và Môi trường; Đài Phát thanh và Truyền "
        "hình Sen Hồng, Báo Sen Hồng",
        "Theo Kế hoạch kiểm tra của UBND tỉnh",
        "Kinh phí kiểm tra",
    ),
    _row(
        "b",
        "Báo cáo công tác cải cách hành chính định kỳ",
        "Báo cáo",
        "Các sở, ngành tỉnh",
        "Sở Nội vụ",
        "Định kỳ hàng quý và đột xuất khi có yêu cầu",
    ),
    _row(
        "c",
        "Tham mưu họp Ban Chỉ đạo cải cách hành chính tỉnh",
        "Thông báo kết luận",
        "Sở Nội vụ",
        "Văn phòng UBND tỉnh",
        "Định kỳ 6 tháng",
        "20 tr",
        "NS tỉnh",
    ),
    _row(
        "d",
        "Tổng kết công tác cải cách hành chính, đề nghị khen thưởng",
        "Báo cáo tổng kết",
        "Sở Nội vụ",
        _ALL_TIERS,
        "Tháng 12 hằng năm",
        "80 triệu đồng",
        "NS tỉnh",
    ),
    _row(
        "đ",
        "Xác định Chỉ số cải cách hành chính của các sở, ngành tỉnh và UBND cấp huyện",
        "Thông báo kết quả xếp hạng",
        "Sở Nội vụ",
        _ALL,
        "Tháng 12/2019",
        "100 tr",
        "NS tỉnh",
    ),
    _row(
        "e",
        "Học tập kinh nghiệm cải cách hành chính của tỉnh bạn",
        "Chuyến học tập",
        "Sở Nội vụ",
        "Các cơ quan có liên quan",
        "Thường xuyên, theo yêu cầu nhiệm vụ",
        "120 tr",
        "NS tỉnh",
    ),
    _row(
        "g",
        "Xây dựng phương hướng cải cách hành chính giai đoạn sau năm 2020",
        "Dự thảo phương hướng",
        "Sở Nội vụ",
        "Các sở, ngành tỉnh",
        "",
    ),
)

SECTIONS = (
    PaperSection("1", "Công tác thông tin, tuyên truyền", COMMUNICATION),
    PaperSection("2", "Cải cách thể chế", INSTITUTIONS),
    PaperSection("3", "Cải cách thủ tục hành chính", PROCEDURES),
    PaperSection("4", "Cải cách tổ chức bộ máy hành chính nhà nước", APPARATUS),
    PaperSection(
        "5", "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức", CIVIL_SERVICE
    ),
    PaperSection("6", "Cải cách tài chính công", FINANCE),
    PaperSection("7", "Hiện đại hóa hành chính", DIGITAL),
    PaperSection("8", "Công tác chỉ đạo, điều hành cải cách hành chính", STEERING),
)

TARGETS = (
    "100% cơ quan hành chính cấp tỉnh, cấp huyện ban hành kế hoạch cải cách hành chính năm 2019 "
    "trong tháng 01 năm 2019",
    "Tỷ lệ hồ sơ thủ tục hành chính được giải quyết trước hạn, đúng hạn đạt từ 98% trở lên",
    "Tối thiểu 50% thủ tục hành chính đủ điều kiện được cung cấp trực tuyến mức độ 3, 4",
    "Mức độ hài lòng của người dân, tổ chức đạt trên 85%",
    "Ít nhất 30% số cơ quan, đơn vị được kiểm tra cải cách hành chính trong năm",
    "90% văn bản trao đổi giữa các cơ quan nhà nước được ký số, gửi dưới dạng điện tử",
)
