"""What a person types about figures."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class FreezeForm(forms.Form):
    """Why a number is kept."""

    reason = forms.CharField(
        label=_("Chốt để làm gì"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        help_text=_("Ví dụ: Báo cáo cải cách hành chính quý III/2019."),
    )
