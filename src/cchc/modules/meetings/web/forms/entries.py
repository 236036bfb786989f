"""Forms of the work calendar of leaders, and of rooms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cchc.modules.meetings.labels import SESSIONS
from cchc.modules.meetings.queries.pages.shared import Choice
from cchc.modules.meetings.rules.fields import EntryFields
from cchc.modules.meetings.rules.kinds import Session
from cchc.modules.meetings.web.forms.fields import (
    LONG,
    HourField,
    KnownField,
    PickField,
    PickManyField,
    offer,
)
from cchc.ui.forms import DateField


class EntryForm(forms.Form):
    """An entry of the work calendar."""

    content = forms.CharField(label=_("Nội dung"), max_length=1000, widget=LONG)
    on = DateField(label=_("Ngày"))
    session = forms.ChoiceField(
        label=_("Buổi"), choices=[(str(one), label) for one, label in SESSIONS.items()]
    )
    starts_at = HourField(label=_("Từ giờ"), required=False, help_text=_("Để trống khi cả buổi."))
    ends_at = HourField(label=_("Đến giờ"), required=False)
    leader_ids = PickManyField(label=_("Lãnh đạo dự"))
    chair_id = PickField(label=_("Chủ trì"), required=False)
    room_id = PickField(
        label=_("Phòng họp"), required=False, help_text=_("Được giữ chỗ khi lịch được duyệt.")
    )
    place = forms.CharField(
        label=_("Địa điểm"), max_length=250, required=False, help_text=_("Khi không ở phòng họp.")
    )
    prepared_by_id = PickField(label=_("Đơn vị chuẩn bị"), required=False)
    attending_ids = PickManyField(label=_("Cơ quan dự"), required=False)
    attending_text = forms.CharField(label=_("Thành phần khác"), max_length=1000, required=False)
    note = forms.CharField(label=_("Ghi chú"), max_length=500, required=False)
    accepts_conflicts = KnownField()

    def __init__(
        self,
        *args: Any,
        leaders: Sequence[Choice],
        rooms: Sequence[Choice],
        agencies: Sequence[Choice],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "leader_ids", leaders)
        offer(self, "chair_id", leaders, empty=str(_("Không ghi")))
        offer(self, "room_id", rooms, empty=str(_("Không dùng phòng họp")))
        offer(self, "prepared_by_id", agencies, empty=str(_("Không ghi")))
        offer(self, "attending_ids", agencies)

    def entry_fields(self) -> EntryFields:
        """What was written, as plain data."""
        data = {**self.cleaned_data}
        data.pop("accepts_conflicts")
        data["session"] = Session(data["session"])
        for name in ("leader_ids", "attending_ids"):
            data[name] = tuple(data[name])
        return EntryFields(**data)


def initial_of(fields: EntryFields) -> dict[str, Any]:
    """An entry as a form begins with it."""
    return {**asdict(fields), "session": str(fields.session)}


class ReasonForm(forms.Form):
    """Why something is returned, cancelled or put off."""

    reason = forms.CharField(label=_("Lý do"), widget=LONG, max_length=500)


class KnownForm(forms.Form):
    """Nothing to write, perhaps something to know."""

    accepts_conflicts = KnownField()


class PublishForm(forms.Form):
    """Publishing a week."""

    note = forms.CharField(
        label=_("Ghi chú khi ban hành"),
        max_length=500,
        required=False,
        help_text=_("Ví dụ: thay lịch đã gửi sáng 14/10."),
    )
    leaves_waiting = forms.BooleanField(
        label=_("Ban hành những mục đã duyệt, các mục chờ duyệt để sau"), required=False
    )


class RoomForm(forms.Form):
    """A room of the list."""

    agency_id = PickField(label=_("Cơ quan quản lý"))
    name = forms.CharField(label=_("Tên phòng họp"), max_length=120)
    place = forms.CharField(label=_("Vị trí"), max_length=250, required=False)
    seat_count = forms.IntegerField(label=_("Số chỗ"), min_value=0, max_value=5000, initial=20)
    equipment = forms.CharField(
        label=_("Thiết bị"),
        max_length=250,
        required=False,
        help_text=_("Họp trực tuyến, máy chiếu."),
    )
    is_open = forms.BooleanField(label=_("Đang sử dụng"), required=False, initial=True)

    def __init__(self, *args: Any, agencies: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "agency_id", agencies)


class KeeperForm(forms.Form):
    """Who keeps whose calendar."""

    agency_id = PickField(label=_("Lịch công tác của lãnh đạo"))
    keeper_id = PickField(
        label=_("Cơ quan giữ lịch"),
        help_text=_("Thủ trưởng cơ quan này duyệt lịch; với UBND tỉnh là Văn phòng UBND tỉnh."),
    )

    def __init__(self, *args: Any, agencies: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "agency_id", agencies)
        offer(self, "keeper_id", agencies)
