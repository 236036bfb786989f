"""Fields that several forms share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cchc.modules.meetings.queries.pages.shared import Choice

LONG = forms.Textarea(attrs={"rows": 3})


class HourField(forms.TimeField):
    """An hour as the office writes it: 8:00, 8h30, 8 giờ."""

    def __init__(self, **kwargs: Any) -> None:
        formats = ["%H:%M", "%Hh%M", "%Hh", "%H giờ %M", "%H giờ", "%H.%M"]
        messages = {"invalid": _("Giờ chưa đúng. Hãy viết như 8:00 hoặc 13h30.")}
        widget = forms.TimeInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "size": "8"}, format="%H:%M"
        )
        super().__init__(input_formats=formats, error_messages=messages, widget=widget, **kwargs)


class PickField(forms.TypedChoiceField):
    """One thing of a list that can be searched; its number, or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            coerce=int,
            empty_value=None,
            widget=forms.Select(attrs={"data-picker": ""}),
            **kwargs,
        )


class PickManyField(forms.TypedMultipleChoiceField):
    """Several things of a list that can be searched; their numbers."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            coerce=int, widget=forms.SelectMultiple(attrs={"data-picker": ""}), **kwargs
        )


class KnownField(forms.BooleanField):
    """That a person knows what it meets with; hidden until there is something to know."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Đã biết các điểm nêu trên, vẫn tiếp tục"),
            required=False,
            widget=forms.HiddenInput(),
        )


def offer(form: forms.Form, name: str, choices: Sequence[Choice], *, empty: str = "") -> None:
    """Give a field of choices its choices; with `empty` also none."""
    pairs = [(choice.value, choice.label) for choice in choices]
    field: Any = form.fields[name]
    field.choices = [("", empty), *pairs] if empty else pairs


def hour_text(hour: time | None) -> str:
    """An hour as a field shows it."""
    return f"{hour:%H:%M}" if hour else ""
