"""Choosing the figure that measures a target."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cchc.modules.plans.queries.pages import Choice


class FigureForm(forms.Form):
    """The figure of a target; none unbinds."""

    figure = forms.ChoiceField(
        label=_("Số liệu đo chỉ tiêu"),
        required=False,
        help_text=_("Chọn trong danh mục số liệu; trang Số liệu nói rõ mỗi số được tính thế nào."),
    )

    def __init__(
        self, *args: Any, groups: Sequence[tuple[str, Sequence[Choice]]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen: list[Any] = [("", _("Không gắn"))]
        chosen += [
            (group, [(choice.value, choice.label) for choice in choices])
            for group, choices in groups
        ]
        self.fields["figure"].choices = chosen  # type: ignore[attr-defined]
