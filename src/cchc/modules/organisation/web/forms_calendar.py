"""Forms about working calendars."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cchc.modules.organisation.labels.agencies import SPECIAL_DAYS, WEEKDAYS, refusal
from cchc.modules.organisation.rules.hours import Opening, read_shifts
from cchc.modules.organisation.rules.refusals import StructureRefused
from cchc.ui.forms import DateField


class DaysForm(forms.Form):
    """Days that differ from the rule."""

    first = DateField(label=_("Từ ngày"))
    last = DateField(
        label=_("Đến hết ngày"), required=False, help_text=_("Bỏ trống nếu chỉ một ngày.")
    )
    kind = forms.ChoiceField(
        label=_("Ngày này"), choices=[(kind.value, words) for kind, words in SPECIAL_DAYS.items()]
    )
    reason = forms.CharField(
        label=_("Lý do"), max_length=200, help_text=_("Ví dụ: nghỉ lễ kỷ niệm thành lập tỉnh.")
    )
    act = forms.CharField(label=_("Văn bản"), max_length=200, required=False)


class HoursForm(forms.Form):
    """The hours of a week, a line for each weekday."""

    def __init__(self, *args: Any, present: Mapping[int, str], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, name in enumerate(WEEKDAYS):
            self.fields[f"day_{number}"] = forms.CharField(
                label=name,
                max_length=60,
                required=False,
                initial=present.get(number, ""),
                widget=forms.TextInput(attrs={"placeholder": _("nghỉ"), "size": "24"}),
            )
        self.fields["effective_from"] = DateField(
            label=_("Áp dụng từ ngày"),
            initial=today,
            help_text=_("Ghi ca làm việc như 7:00-11:30, 13:30-17:00; để trống là nghỉ."),
        )

    def week(self) -> dict[int, list[Opening]]:
        """The shifts by weekday, read when the form is valid."""
        return {number: self.cleaned_data[f"day_{number}"] for number in range(len(WEEKDAYS))}

    def clean(self) -> dict[str, Any]:
        """Read each line; one that is not understood is said at its field."""
        data = super().clean() or {}
        for number in range(len(WEEKDAYS)):
            try:
                data[f"day_{number}"] = read_shifts(number, data.get(f"day_{number}") or "")
            except StructureRefused as refused:
                self.add_error(f"day_{number}", refusal(refused))
        return data
