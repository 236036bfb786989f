"""Invented values for the sample page of components; nothing here touches the database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.http import QueryDict

from cchc.ui.charts import Chart, ChartMark, Series
from cchc.ui.forms import DateField, MoneyField
from cchc.ui.gantt import GanttTask, gantt
from cchc.ui.month import MonthEntry, month_grid
from cchc.ui.parts import (
    Chip,
    Fact,
    HeatCell,
    HeatRow,
    ProgressStep,
    SortLink,
    Tab,
    TimelineEntry,
    heat_level,
)

TODAY = date(2019, 10, 15)
LONG = (
    "Rà soát, hệ thống hóa văn bản quy phạm pháp luật do Hội đồng nhân dân, Ủy ban nhân dân tỉnh "
    "ban hành trong kỳ 2014–2018 và đề xuất bãi bỏ, sửa đổi, bổ sung các văn bản không còn phù hợp "
    "với quy định của Trung ương"
)


def _at(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


class SampleForm(forms.Form):
    """Every kind of field."""

    title = forms.CharField(
        label="Tên nhiệm vụ",
        help_text="Viết như trong kế hoạch, bắt đầu bằng động từ.",
        max_length=300,
    )
    content = forms.CharField(label="Nội dung", widget=forms.Textarea, required=False)
    due_on = DateField(label="Hạn hoàn thành", help_text="Ngày cuối cùng được tính là đúng hạn.")
    budget = MoneyField(label="Kinh phí (đồng)", required=False)
    lead = forms.ChoiceField(
        label="Cơ quan chủ trì",
        choices=[("", "Chọn cơ quan"), ("1", "Sở Nội vụ"), ("2", "Sở Tư pháp")],
    )
    agencies = forms.MultipleChoiceField(
        label="Cơ quan phối hợp",
        required=False,
        choices=[
            (str(n), name)
            for n, name in enumerate(
                (
                    "Sở Tài chính",
                    "Sở Xây dựng",
                    "Sở Y tế",
                    "UBND huyện Tràm Vàng",
                    "UBND huyện Lá Sen",
                    "Đài Phát thanh và Truyền hình",
                )
            )
        ],
        widget=forms.SelectMultiple({"data-picker": ""}),
    )
    kind = forms.ChoiceField(
        label="Loại thời hạn",
        choices=[
            ("d", "Có ngày cụ thể"),
            ("r", "Lặp lại hằng tháng"),
            ("c", "Thường xuyên trong năm"),
        ],
        widget=forms.RadioSelect,
    )
    proof = forms.FileField(
        label="Minh chứng", required=False, help_text="PDF, Word, Excel hoặc ảnh, không quá 50 MB."
    )
    is_urgent = forms.BooleanField(label="Việc gấp, nhắc trước ba ngày", required=False)


def sample_page(part: str, sent: QueryDict | None) -> dict[str, Any]:
    """The values of one sample page."""
    tabs = [
        Tab(label, f"/_ui/{code}/", is_current=code == part) for code, (label, _) in PARTS.items()
    ]
    return {"part_tabs": tabs, "today": TODAY, "long": LONG, **PARTS[part][1](sent)}


def _today(_: QueryDict | None) -> dict[str, Any]:
    return {}


def _task(_: QueryDict | None) -> dict[str, Any]:
    return {
        "clock": [
            Fact("Giao theo kế hoạch", "06/12/2018"),
            Fact("Hạn ghi trong kế hoạch", "Quý III/2019"),
            Fact("→ ngày cuối cùng", "30/09/2019"),
            Fact("Nghỉ lễ trong kỳ", "02/09 (1 ngày)"),
            Fact("Gia hạn đã duyệt", "không"),
            Fact("Hôm nay", "15/10/2019"),
            Fact("Đã quá", "11 ngày làm việc"),
        ],
        "events": [
            TimelineEntry(
                "Sở Tư pháp xin gia hạn đến 15/11/2019 (lần 1)",
                _at(2019, 10, 14, 16, 5),
                "Phạm Văn Long, Phó Giám đốc",
                "Chờ hướng dẫn của Bộ Tư pháp",
                is_latest=True,
            ),
            TimelineEntry(
                "Nhắc việc bậc 3 tới Giám đốc Sở Tư pháp",
                _at(2019, 10, 9, 7, 30),
                "Hệ thống",
                "đã đọc",
            ),
            TimelineEntry(
                "Trả lại minh chứng",
                date(2019, 10, 2),
                "Lê Thị Hoa",
                "Thiếu danh mục văn bản hết hiệu lực một phần",
            ),
            TimelineEntry(
                "Nộp minh chứng “Báo cáo kết quả rà soát” (bản 2)",
                date(2019, 9, 27),
                "Nguyễn Minh Đức",
            ),
        ],
    }


_AREAS = ["Chỉ đạo", "Thể chế", "TTHC", "Bộ máy", "Công vụ", "Tài chính", "CQ điện tử"]
_RATES: dict[str, list[float | None]] = {
    "Sở Nội vụ": [100, 100, 95, 100, 92, 100, 96],
    "Sở Tư pháp": [92, 71, 88, 100, 90, 100, 84],
    "Sở Tài chính": [100, 95, 97, 100, 100, 98, 90],
    "Sở Xây dựng": [80, 78, 61, 90, 84, 92, 55],
    "Sở Y tế": [100, 90, 96, 95, 88, 97, 93],
    "UBND TP Sen Hồng": [90, 88, 93, 92, 90, 95, 89],
    "UBND H. Tràm Vàng": [62, 70, 58, 80, 75, 88, 41],
    "UBND H. Lá Sen": [85, 90, 83, 92, None, 90, 72],
}


_WEEKS = Chart(
    "Nhiệm vụ quá hạn theo tuần",
    [f"tuần {number}" for number in range(30, 42)],
    [Series("Quá hạn", [18, 20, 17, 12, 13, 9, 8, 10, 9, 13, 16, 21])],
    unit="việc",
    category_title="Tuần",
    marks=[ChartMark("tuần 34", "đôn đốc đợt 1")],
)
_BY_AGENCY = Chart(
    "Việc theo cơ quan",
    ["Sở Nội vụ", "Sở Tư pháp", "Sở Xây dựng", "UBND huyện Tràm Vàng"],
    [
        Series("Xong đúng hạn", [40, 22, 18, 9], "ok"),
        Series("Xong muộn", [2, 4, 6, 5], "soon"),
        Series("Quá hạn", [0, 3, 4, 5], "late"),
    ],
    kind="stacked",
    unit="việc",
    category_title="Cơ quan",
)


def _heat_cell(name: str, area: str, rate: float | None) -> HeatCell:
    if rate is None:
        return HeatCell("")
    return HeatCell(f"{rate:.0f}", heat_level(rate), "#", f"{name}, {area}")


def _heat_row(name: str, rates: list[float | None]) -> HeatRow:
    known = [rate for rate in rates if rate is not None]
    cells = [_heat_cell(name, area, rate) for area, rate in zip(_AREAS, rates, strict=True)]
    return HeatRow(name, cells, f"{sum(known) / len(known):.1f}".replace(".", ","), "#")


def _board(_: QueryDict | None) -> dict[str, Any]:
    return {
        "areas": _AREAS,
        "heat": [_heat_row(name, rates) for name, rates in _RATES.items()],
        "chart": _WEEKS,
        "stacked": _BY_AGENCY,
        "empty_heat": [HeatRow("Sở Công Thương", [HeatCell("") for _ in _AREAS], "–")],
    }


def _list(_: QueryDict | None) -> dict[str, Any]:
    return {
        "chips": [
            Chip("Trạng thái", "Quá hạn", "?"),
            Chip("Cơ quan", "Sở Tư pháp", "?"),
            Chip("Lĩnh vực", "Cải cách thể chế", "?"),
        ],
        "sorts": {"due": SortLink("?xep=-due", "ascending"), "name": SortLink("?xep=name")},
        "views": [
            Tab("Danh sách", "#", is_current=True, count=21, icon="layout-list"),
            Tab("Lịch", "#", icon="calendar"),
            Tab("Dòng thời gian", "#", icon="chart-bar"),
            Tab("Theo cơ quan", "#", icon="building"),
            Tab("Của tôi", "#", count=4),
        ],
        "states": [("late", "Quá hạn"), ("soon", "Sắp đến hạn"), ("done", "Đã xong")],
    }


def _form(sent: QueryDict | None) -> dict[str, Any]:
    return {
        "form": SampleForm(sent)
        if sent is not None
        else SampleForm(initial={"due_on": TODAY, "budget": 80_000_000})
    }


_TASKS = [
    GanttTask(
        "Rà soát văn bản quy phạm pháp luật",
        date(2019, 9, 30),
        date(2019, 1, 2),
        None,
        None,
        "late",
        "Sở Tư pháp",
        "#",
        "quá hạn 11 ngày làm việc",
    ),
    GanttTask(
        "Khảo sát hài lòng người bệnh",
        date(2019, 11, 15),
        date(2019, 4, 1),
        date(2019, 9, 30),
        None,
        "soon",
        "Sở Y tế",
        "#",
        "còn 23 ngày làm việc, đã gia hạn",
    ),
    GanttTask(
        "Xây dựng video tuyên truyền mô hình hay",
        date(2019, 6, 30),
        date(2019, 4, 1),
        None,
        date(2019, 7, 20),
        "ok",
        "Sở Nội vụ",
        "#",
        "xong muộn 14 ngày",
    ),
    GanttTask(
        "Báo cáo CCHC quý III",
        date(2019, 9, 15),
        None,
        None,
        date(2019, 9, 13),
        "ok",
        "Sở Nội vụ",
        "#",
        "xong đúng hạn",
    ),
    GanttTask(
        LONG,
        date(2019, 12, 15),
        date(2019, 7, 1),
        tone="idle",
        detail="UBND huyện Hồng Ngọc",
        said="trong hạn",
    ),
]
_ENTRIES = [
    MonthEntry(date(2019, 10, 15), "Báo cáo CCHC tháng 10", "#", "late", "quá hạn"),
    MonthEntry(date(2019, 10, 18), "Ký văn bản đôn đốc đợt 2", "#", "soon", "còn 3 ngày làm việc"),
    *[MonthEntry(date(2019, 10, 31), f"Việc đến hạn thứ {n}", "#", "idle") for n in range(1, 8)],
    MonthEntry(date(2019, 10, 4), "Nộp minh chứng video", "#", "ok", "xong đúng hạn"),
]
_STEPS = [
    ProgressStep("Nhận tệp", "done"),
    ProgressStep("Nhận dạng chữ", "running", "trang 6/11"),
    ProgressStep("Hiểu bảng nhiệm vụ"),
    ProgressStep("Đối chiếu cơ quan"),
]


def _time(_: QueryDict | None) -> dict[str, Any]:
    return {
        "gantt": gantt(_TASKS, starts_on=date(2019, 1, 1), ends_on=date(2019, 12, 31), today=TODAY),
        "grid": month_grid(
            2019,
            10,
            _ENTRIES,
            today=TODAY,
            holidays={date(2019, 10, 10): "Nghỉ bù theo Thông báo 195"},
        ),
        "steps": _STEPS,
    }


def _plain(_: QueryDict | None) -> dict[str, Any]:
    return {}


def _small(_: QueryDict | None) -> dict[str, Any]:
    return {"form": SampleForm()}


PARTS: dict[str, tuple[str, Callable[[QueryDict | None], dict[str, Any]]]] = {
    "hom-nay": ("Hôm nay", _today),
    "nhiem-vu": ("Một việc", _task),
    "toan-canh": ("Toàn cảnh", _board),
    "ra-soat": ("Rà soát", _plain),
    "danh-sach": ("Danh sách", _list),
    "bieu-mau": ("Biểu mẫu", _form),
    "thoi-gian": ("Thời gian", _time),
    "van-ban": ("Văn bản", _plain),
    "thanh-phan": ("Thành phần nhỏ", _small),
}
