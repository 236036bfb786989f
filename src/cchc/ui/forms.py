"""How forms look: label above, help under, errors at the field and together at the top."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _


class Renderer(TemplatesSetting):
    """Renders every form of the product with our templates."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"


class DateInput(forms.DateInput):
    """A date typed as 15/10/2019; with scripts a calendar opens beside it."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        shown = {
            "inputmode": "numeric",
            "autocomplete": "off",
            "placeholder": _("ngày/tháng/năm"),
            "data-date": "",
            "size": "12",
            **(attrs or {}),
        }
        super().__init__(attrs=shown, format="%d/%m/%Y")


class DateField(forms.DateField):
    """A day as the office writes it; the short year and dots are understood too."""

    widget = DateInput

    def __init__(self, **kwargs: Any) -> None:
        formats = ["%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d"]
        messages = {"invalid": _("Ngày chưa đúng. Hãy viết như 15/10/2019.")}
        super().__init__(input_formats=formats, error_messages=messages, **kwargs)


class MoneyInput(forms.TextInput):
    """An amount in đồng, typed with or without dots."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "numeric", "data-money": "", "size": "18", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        """The amount with a dot between thousands, as the office writes it."""
        if isinstance(value, int | Decimal):
            return f"{int(value):,}".replace(",", ".")
        return str(value) if value not in (None, "") else None


class MoneyField(forms.IntegerField):
    """Whole đồng; "80.000.000" and "80 000 000" are the same amount."""

    widget = MoneyInput

    def to_python(self, value: Any) -> int | None:
        """The amount, its dots and spaces taken away."""
        if isinstance(value, str):
            value = value.replace(".", "").replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
            value = value.removesuffix("đ").removesuffix("đồng")
        return super().to_python(value)


def field(bound: BoundField) -> SafeString:
    """One field with its label, help and errors."""
    return SafeString(render_to_string("ui/forms/field.html", {"field": bound}))


def errors_of(form: forms.BaseForm) -> list[tuple[str, str]]:
    """Every error of a form as (id of the field or empty, message), in the order of the fields."""
    if not form.is_bound or form.is_valid():
        return []
    whole = [("", str(message)) for message in form.non_field_errors()]
    hidden = [
        ("", f"{bound.label}: {message}")
        for bound in form.hidden_fields()
        for message in bound.errors
    ]
    each = [
        (bound.auto_id or "", f"{bound.label}: {message}")
        for bound in form.visible_fields()
        for message in bound.errors
    ]
    return whole + hidden + each
