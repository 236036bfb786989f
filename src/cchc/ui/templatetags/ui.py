"""Tags and filters that every template may use without loading."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import segno
from django import template
from django.forms import BaseForm
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import conditional_escape, format_html, json_script
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django_cotton.templatetags import Attrs

from cchc.platform.text import writing
from cchc.ui.forms import errors_of
from cchc.ui.frame import initials_of
from cchc.ui.icons import icon_svg
from cchc.ui.lists import address_with
from cchc.ui.parts import FilterChoice, filter_choice
from cchc.ui.words import script_words

register = template.Library()


@register.simple_tag
def icon(name: str, label: str = "", classes: str = "") -> SafeString:
    """An icon by its name in `icons.txt`; give a label when it stands alone."""
    return icon_svg(name, label=label, classes=classes)


@register.filter
def pass_on(attrs: Attrs) -> SafeString:
    """The attributes that a component does not know, every value escaped (false ones left out)."""
    parts = [_attribute(name, value) for name, value in attrs.attrs_dict().items()]
    return mark_safe("".join(parts))  # noqa: S308 - each part is escaped below


def _attribute(name: str, value: object) -> str:
    if value is False or value is None:
        return ""
    if value is True:
        return f" {conditional_escape(name)}"
    return format_html(' {}="{}"', name, value)


@register.simple_tag
def address(request: HttpRequest, **changes: object) -> str:
    """The address of this list with some fields changed; an empty value takes a field away."""
    return address_with(request.GET, changes)


@register.simple_tag
def form_errors(form: BaseForm) -> list[tuple[str, str]]:
    """Every error of a form as (id of the field, message)."""
    return errors_of(form)


@register.simple_tag
def qr_svg(text: str, scale: int = 3) -> SafeString:
    """A QR code as SVG, drawn with attributes only."""
    drawing = segno.make(text, error="m", micro=False).svg_inline(
        scale=scale, border=2, dark="#000", light="#fff", omitsize=False
    )
    return mark_safe(drawing)  # noqa: S308 - segno encodes the text as squares


@register.simple_tag
def words_of_scripts() -> SafeString:
    """What the scripts say, as data that never runs."""
    return json_script(script_words(), "script-words")


@register.filter
def as_choices(choices: Iterable[Any], chosen: object) -> list[FilterChoice]:
    """Choices of a filter: pairs of code and words, or objects with value, label and count."""
    return [filter_choice(choice, chosen) for choice in choices]


@register.filter
def initials(name: str) -> str:
    """Two letters of a person's name."""
    return initials_of(name or "")


@register.filter
def date_vi(day: date | datetime | None) -> str:
    """A day as 15/10/2019."""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date() if timezone.is_aware(day) else day.date()
    return writing.date_vi(day) if day else ""


@register.filter
def weekday_vi(day: date | datetime) -> str:
    """The day of the week in words: "Thứ Ba"."""
    return writing.weekday_vi(day)


@register.filter
def moment_vi(moment: datetime | date | None) -> str:
    """A moment as 14/10/2019 16:05; a day alone stays a day."""
    if moment is None:
        return ""
    if not isinstance(moment, datetime):
        return writing.date_vi(moment)
    local = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    return f"{writing.date_vi(local.date())} {local:%H:%M}"


@register.filter
def money_vi(amount: int | None) -> str:
    """An amount as 80.000.000 đ."""
    return writing.money_vi(amount) if amount is not None else ""


@register.filter
def number_vi(number: float | None) -> str:
    """A number as 1.811 or 23,6."""
    return writing.number_vi(number) if number is not None else ""


@register.filter
def deadline_vi(days: int | None) -> str:
    """How far a deadline is: "còn 3 ngày làm việc", "quá hạn 2 ngày"."""
    return writing.deadline_vi(days) if days is not None else _("chưa có hạn")


@register.filter
def deadline_tone(days: int | None, soon: int) -> str:
    """The colour of a deadline: `late` when it is past, `soon` when it is near."""
    if days is None or days > soon:
        return "idle"
    return "late" if days < 0 else "soon"


TONE_ICONS = {
    "ok": "check",
    "soon": "clock",
    "late": "alert-circle",
    "wait": "message-question",
    "gold": "award",
    "success": "circle-check",
    "error": "alert-circle",
    "warning": "alert-triangle",
    "info": "info-circle",
}


@register.filter
def tone_icon(tone: str) -> str:
    """The icon that goes with the colour of a state or a message."""
    return TONE_ICONS.get(tone, "circle-dashed")


BUTTONS = {"main": "btn-red", "danger": "btn-q danger", "bare": "btn-bare"}


@register.filter
def button_class(kind: str) -> str:
    """How a kind of button looks."""
    return BUTTONS.get(kind, "btn-q")


@register.filter
def money_words(amount: int | None) -> str:
    """An amount in the words of the office: "80 triệu đồng", "1,25 tỷ đồng"."""
    if amount is None:
        return ""
    for unit, name in ((10**9, _("tỷ đồng")), (10**6, _("triệu đồng"))):
        if amount >= unit:
            return f"{writing.number_vi(round(amount / unit, 3))} {name}"
    return f"{writing.number_vi(amount)} {_('đồng')}"


@register.filter
def percent_of(part: float, whole: float) -> str:
    """A share for the attributes of a drawing: "37.5%"; never above the whole."""
    share = 0.0 if not whole else max(0.0, min(1.0, float(part) / float(whole)))
    return f"{share * 100:.2f}%"
