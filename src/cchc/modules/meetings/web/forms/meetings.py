"""Forms of meetings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from cchc.modules.meetings.labels import ANSWERS, MEETING_KINDS, PRESENCES
from cchc.modules.meetings.queries.pages.meeting import InvitationRow
from cchc.modules.meetings.queries.pages.shared import Choice
from cchc.modules.meetings.rules.fields import ConclusionFields, MeetingFields, PointFields
from cchc.modules.meetings.rules.kinds import Answer, MeetingKind, Presence
from cchc.modules.meetings.web.forms.fields import (
    LONG,
    HourField,
    KnownField,
    PickField,
    PickManyField,
    offer,
)
from cchc.platform.storage.kinds import accepted_extensions
from cchc.platform.text.folding import fold
from cchc.ui.forms import DateField

MOST_POINTS = 40


class MeetingForm(forms.Form):
    """A meeting."""

    organiser_id = PickField(label=_("Cơ quan tổ chức"))
    kind = forms.ChoiceField(
        label=_("Loại"), choices=[(str(kind), label) for kind, label in MEETING_KINDS.items()]
    )
    title = forms.CharField(label=_("Tên cuộc họp"), max_length=500)
    on = DateField(label=_("Ngày"))
    starts_at = HourField(label=_("Từ giờ"))
    ends_at = HourField(label=_("Đến giờ"))
    chair_id = PickField(label=_("Chủ trì"), required=False)
    room_id = PickField(
        label=_("Phòng họp"), required=False, help_text=_("Được giữ chỗ khi gửi giấy mời.")
    )
    place = forms.CharField(label=_("Địa điểm khác"), max_length=250, required=False)
    purpose = forms.CharField(label=_("Mục đích, yêu cầu"), widget=LONG, required=False)
    papers_due_on = DateField(label=_("Gửi tài liệu trước ngày"), required=False)
    accepts_conflicts = KnownField()

    def __init__(
        self,
        *args: Any,
        organisers: Sequence[Choice],
        people: Sequence[Choice],
        rooms: Sequence[Choice],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "organiser_id", organisers)
        offer(self, "chair_id", people, empty=str(_("Chưa xác định")))
        offer(self, "room_id", rooms, empty=str(_("Không dùng phòng họp")))

    def meeting_fields(self) -> MeetingFields:
        """What was written, as plain data."""
        data = {**self.cleaned_data}
        data.pop("accepts_conflicts")
        data.pop("organiser_id")
        data["kind"] = MeetingKind(data["kind"])
        return MeetingFields(**data)


class AgendaForm(forms.Form):
    """The agenda, a point a line: content | agency | minutes."""

    points = forms.CharField(
        label=_("Chương trình"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_(
            "Mỗi dòng một nội dung: Nội dung | Cơ quan trình bày | số phút. Hai phần sau có thể bỏ."
        ),
    )

    def __init__(self, *args: Any, agencies: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_name = {fold(one.label): int(one.value) for one in agencies}

    def clean_points(self) -> list[PointFields]:
        """The points; a line that cannot be understood is named."""
        lines = [line.strip() for line in self.cleaned_data["points"].splitlines() if line.strip()]
        if len(lines) > MOST_POINTS:
            raise forms.ValidationError(_now("Tối đa %d nội dung.") % MOST_POINTS)
        return [self._point(number, line) for number, line in enumerate(lines, start=1)]

    def _point(self, number: int, line: str) -> PointFields:
        title, _bar, rest = (part.strip() for part in line.partition("|"))
        agency, _bar, minutes = (part.strip() for part in rest.partition("|"))
        presenter = self.by_name.get(fold(agency)) if agency else None
        if agency and presenter is None:
            said = _now("Dòng {number}: không có cơ quan “{agency}”. Ghi đúng tên trong danh mục.")
            raise forms.ValidationError(said.format(number=number, agency=agency))
        if minutes and not (minutes.isascii() and minutes.isdigit() and int(minutes) <= 1000):
            said = _now("Dòng {number}: số phút “{minutes}” chưa đúng.")
            raise forms.ValidationError(said.format(number=number, minutes=minutes))
        return PointFields(
            title=title[:500], presenter_id=presenter, minute_count=int(minutes or 0)
        )


class InvitedForm(forms.Form):
    """Whom to invite."""

    agency_ids = PickManyField(label=_("Cơ quan được mời"), required=False)
    person_ids = PickManyField(label=_("Người được mời đích danh"), required=False)
    owing_ids = PickManyField(
        label=_("Cơ quan phải gửi tài liệu"),
        required=False,
        help_text=_("Chọn trong các cơ quan được mời; có việc nhắc đến hạn gửi."),
    )

    def __init__(
        self, *args: Any, agencies: Sequence[Choice], people: Sequence[Choice], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "agency_ids", agencies)
        offer(self, "owing_ids", agencies)
        offer(self, "person_ids", people)

    def clean(self) -> dict[str, Any]:
        """Those who owe papers are invited too."""
        data: dict[str, Any] = super().clean() or {}
        data["agency_ids"] = list(
            dict.fromkeys([*data.get("agency_ids", []), *data.get("owing_ids", [])])
        )
        return data


class AnswerForm(forms.Form):
    """An answer to an invitation."""

    answer = forms.ChoiceField(
        label=_("Trả lời"),
        choices=[(str(a), label) for a, label in ANSWERS.items() if a is not Answer.PENDING],
        widget=forms.RadioSelect(),
    )
    delegate = forms.CharField(
        label=_("Người dự thay"),
        max_length=200,
        required=False,
        help_text=_("Họ tên, chức vụ, khi cử người dự thay."),
    )
    note = forms.CharField(
        label=_("Lý do, ý kiến"),
        widget=LONG,
        max_length=500,
        required=False,
        help_text=_("Bắt buộc khi xin vắng."),
    )


class PaperForm(forms.Form):
    """A paper of a meeting."""

    title = forms.CharField(
        label=_("Tên tài liệu"), max_length=300, required=False, help_text=_("Để trống: tên tệp.")
    )
    file = forms.FileField(
        label=_("Tệp"),
        help_text=_("Word, PDF, Excel, PowerPoint hoặc ảnh. Chỉ người được mời đọc được."),
        widget=forms.ClearableFileInput(attrs={"accept": accepted_extensions()}),
    )
    is_minutes = forms.BooleanField(label=_("Là biên bản đã ký"), required=False)


class MinutesForm(forms.Form):
    """The minutes."""

    minutes = forms.CharField(
        label=_("Biên bản"), widget=forms.Textarea(attrs={"rows": 14}), max_length=50_000
    )


class AttendanceForm(forms.Form):
    """Who came: two fields a row, put into a table by the page."""

    def __init__(self, *args: Any, invitations: Sequence[InvitationRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitations = list(invitations)
        choices = [(str(one), label) for one, label in PRESENCES.items()]
        for row in self.invitations:
            label = _now("Điểm danh {who}").format(who=row.who)
            self.fields[f"p{row.id}"] = forms.ChoiceField(
                label=label,
                choices=choices,
                initial=row.presence,
                widget=forms.Select(attrs={"aria-label": label}),
            )
            said = _now("Người dự, lý do vắng của {who}").format(who=row.who)
            self.fields[f"n{row.id}"] = forms.CharField(
                label=said,
                required=False,
                max_length=300,
                initial=row.presence_note or row.delegate,
                widget=forms.TextInput(attrs={"aria-label": said}),
            )

    def rows(self) -> list[tuple[InvitationRow, Any, Any]]:
        """Each invitation with its two fields."""
        return [(row, self[f"p{row.id}"], self[f"n{row.id}"]) for row in self.invitations]

    def presences(self) -> dict[int, tuple[Presence, str]]:
        """What was said of each."""
        data = self.cleaned_data
        return {
            row.id: (Presence(data[f"p{row.id}"]), data[f"n{row.id}"]) for row in self.invitations
        }


class ConclusionForm(forms.Form):
    """A conclusion that gives work."""

    content = forms.CharField(label=_("Nội dung giao"), widget=LONG, max_length=4_000)
    lead_id = PickField(label=_("Cơ quan chủ trì"))
    coordinating_ids = PickManyField(label=_("Cơ quan phối hợp"), required=False)
    due_on = DateField(label=_("Hạn hoàn thành"))
    product = forms.CharField(label=_("Sản phẩm"), max_length=500, required=False)

    def __init__(self, *args: Any, agencies: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "lead_id", agencies, empty=str(_("Chọn cơ quan")))
        offer(self, "coordinating_ids", agencies)

    def conclusion_fields(self) -> ConclusionFields:
        """What was written, as plain data."""
        data = {**self.cleaned_data}
        data["coordinating_ids"] = tuple(data["coordinating_ids"])
        return ConclusionFields(**data)


class HandOverForm(forms.Form):
    """The paper by which conclusions are issued."""

    document_kind = forms.ChoiceField(
        label=_("Loại văn bản"),
        choices=[
            ("Thông báo kết luận", _("Thông báo kết luận")),
            ("Kết luận", _("Kết luận")),
            ("Thông báo", _("Thông báo")),
        ],
    )
    number = forms.CharField(
        label=_("Số, ký hiệu"), max_length=80, help_text=_("Ví dụ: 215/TB-UBND.")
    )
    issued_on = DateField(label=_("Ngày ban hành"))
