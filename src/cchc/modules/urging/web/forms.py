"""Forms of urging: ladders with their steps, the hour of digests, mutes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cchc.modules.plans.public import kinds_of_work
from cchc.modules.urging.labels import AUDIENCES
from cchc.modules.urging.rules.kinds import Audience, Channel
from cchc.modules.urging.rules.ladder import Step
from cchc.ui.forms import DateField

EXTRA_STEPS = 3
MOST_STEPS = 20


def _number(label: Any, **kwargs: Any) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"size": "4", "inputmode": "numeric", "class": "num-in"})
    return forms.IntegerField(label=label, required=False, widget=widget, **kwargs)


class StepForm(forms.Form):
    """One step; an empty row is no step."""

    offset = _number(_("Ngày làm việc so với hạn"), min_value=-60, max_value=250)
    every = _number(_("Nhắc lại mỗi (ngày)"), min_value=0, max_value=60)
    audience = forms.ChoiceField(
        label=_("Người nhận"),
        choices=[(audience.value, words) for audience, words in AUDIENCES.items()],
        required=False,
    )
    by_email = forms.BooleanField(label=_("Thư điện tử"), required=False)
    by_sms = forms.BooleanField(label=_("Tin nhắn"), required=False)
    answer_within = _number(_("Chờ xác nhận (ngày)"), min_value=0, max_value=30)

    def step(self) -> Step | None:
        """The step, once the form is valid; None for an empty row."""
        data = self.cleaned_data
        if data.get("offset") is None:
            return None
        channels = [Channel.IN_APP]
        channels += [Channel.EMAIL] if data["by_email"] else []
        channels += [Channel.SMS] if data["by_sms"] else []
        return Step(
            offset=data["offset"],
            audience=Audience(data["audience"] or Audience.HOLDER),
            channels=tuple(channels),
            every=data["every"] or 0,
            answer_within=data["answer_within"] or 0,
        )


def steps_form(data: Any, steps: Sequence[Step]) -> forms.BaseFormSet[StepForm]:
    """The rows of a ladder's steps, filled with those that are there."""
    made = forms.formset_factory(
        StepForm,
        extra=EXTRA_STEPS,
        can_delete=True,
        max_num=MOST_STEPS,
        validate_max=True,
    )
    return made(data, initial=[_initial(step) for step in steps], prefix="bac")


def steps_in(rows: forms.BaseFormSet[StepForm]) -> list[Step]:
    """The steps that valid rows describe, those struck out left away."""
    kept = (row for row in rows.forms if not row.cleaned_data.get("DELETE"))
    return [step for row in kept if (step := row.step()) is not None]


def _initial(step: Step) -> dict[str, Any]:
    return {
        "offset": step.offset,
        "every": step.every or None,
        "audience": step.audience.value,
        "by_email": Channel.EMAIL in step.channels,
        "by_sms": Channel.SMS in step.channels,
        "answer_within": step.answer_within or None,
    }


class VersionForm(forms.Form):
    """A new version of a ladder."""

    name = forms.CharField(label=_("Tên thang"), max_length=120)
    effective_from = DateField(
        label=_("Áp dụng từ ngày"),
        help_text=_("Lời nhắc đã gửi trước ngày này giữ nguyên theo thang cũ."),
    )
    due_on = DateField(
        label=_("Xem thử với hạn"),
        required=False,
        help_text=_("Bấm “Xem thử” để thấy thang nhắc vào những ngày nào, chưa lưu gì."),
    )


class LadderForm(VersionForm):
    """A ladder for a kind of work; what is left open means any."""

    plan_kind = forms.ChoiceField(label=_("Loại kế hoạch, văn bản"), required=False)
    document_kind = forms.CharField(
        label=_("Thể loại ghi trên văn bản"),
        max_length=60,
        required=False,
        help_text=_("Ví dụ: Công văn, Chỉ thị, Thông báo. Để trống: mọi thể loại."),
    )
    obligation = forms.ChoiceField(label=_("Vai của cơ quan"), required=False)
    area_code = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    field_order = ("name", "plan_kind", "document_kind", "obligation", "area_code")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in kinds_of_work().items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
            field.choices = [("", _("Mọi loại")), *choices]


class HourForm(forms.Form):
    """At what time digests leave."""

    sends_at = forms.TimeField(
        label=_("Giờ gửi bản tin"),
        input_formats=["%H:%M", "%Hh%M", "%Hg%M"],
        widget=forms.TimeInput(attrs={"size": "6", "placeholder": "07:30"}, format="%H:%M"),
        error_messages={"invalid": _("Giờ chưa đúng. Hãy viết như 07:30.")},
        help_text=_("Từ 06:00 đến 17:00, các ngày làm việc; áp dụng từ ngày mai."),
    )


class MuteForm(forms.Form):
    """Why and until when urging stops."""

    reason = forms.CharField(
        label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 3}), max_length=500
    )
    ends_on = DateField(
        label=_("Ngừng nhắc đến hết ngày"),
        help_text=_("Tối đa 92 ngày. Sau ngày này hệ thống tự nhắc lại."),
    )

    def __init__(self, *args: Any, ends_on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ends_on"].initial = ends_on
