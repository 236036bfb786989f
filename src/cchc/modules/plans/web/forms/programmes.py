"""The form of a programme."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cchc.ui.forms import DateField


class ProgrammeForm(forms.Form):
    """A programme of several years."""

    name = forms.CharField(
        label=_("Tên chương trình"),
        max_length=500,
        help_text=_("Ví dụ: Chương trình tổng thể cải cách hành chính tỉnh."),
    )
    number = forms.CharField(label=_("Số, ký hiệu"), max_length=80, required=False)
    issued_on = DateField(label=_("Ngày ban hành"), required=False)
    starts_year = forms.IntegerField(label=_("Từ năm"), min_value=2000, max_value=2100)
    ends_year = forms.IntegerField(label=_("Đến năm"), min_value=2000, max_value=2100)

    def clean(self) -> dict[str, Any]:
        """The last year is not before the first."""
        said = super().clean() or self.cleaned_data
        first, last = said.get("starts_year"), said.get("ends_year")
        if first is not None and last is not None and last < first:
            self.add_error("ends_year", _("Năm cuối phải từ năm đầu trở đi."))
        return said
