"""The forms of an import: the file, and corrections of what was understood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cchc.modules.plans.labels import COMPARATORS, PLAN_KINDS
from cchc.modules.plans.queries.pages import Choice
from cchc.modules.plans.queries.review_pages import ReviewPage, ReviewRow, ReviewTarget
from cchc.modules.plans.rules.draft import DATE_FIELDS
from cchc.modules.plans.rules.kinds import Comparator
from cchc.modules.plans.rules.readiness import quantity_of
from cchc.ui.forms import DateField

ROW_FIELDS = {
    "order_text": _("Số thứ tự"),
    "content": _("Nhiệm vụ"),
    "product": _("Sản phẩm"),
    "lead_text": _("Chủ trì"),
    "coordinating_text": _("Phối hợp"),
    "time_text": _("Thời gian"),
    "budget_text": _("Kinh phí"),
    "funding_source": _("Nguồn"),
    "note_text": _("Ghi chú"),
}
LONG_FIELDS = {"content", "product", "lead_text", "coordinating_text"}
MOST_LETTERS = 4_000


class UploadForm(forms.Form):
    """A document to be read."""

    file = forms.FileField(
        label=_("Tệp kế hoạch"),
        help_text=_("Word, PDF, bản quét, ảnh, Excel hoặc văn bản thuần, tối đa 100 MB."),
        widget=forms.ClearableFileInput(
            attrs={"accept": ".docx,.pdf,.xlsx,.txt,.md,.png,.jpg,.jpeg,.tif,.tiff"}
        ),
    )
    plan_kind = forms.ChoiceField(
        label=_("Loại văn bản"), choices=[(str(kind), label) for kind, label in PLAN_KINDS.items()]
    )


class ByHandForm(forms.Form):
    """A plan typed in."""

    title = forms.CharField(label=_("Tên kế hoạch"), max_length=500)
    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100)
    plan_kind = forms.ChoiceField(
        label=_("Loại văn bản"), choices=[(str(kind), label) for kind, label in PLAN_KINDS.items()]
    )


class CellsForm(forms.Form):
    """Values as written, one field each; an edit replaces what stands there."""

    def __init__(self, *args: Any, cells: Sequence[tuple[str, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label, value in cells:
            if name in DATE_FIELDS or name == "due_on":
                self.fields[name] = DateField(label=label, initial=_day(value), required=False)
                continue
            widget = forms.Textarea(attrs={"rows": 2}) if name in LONG_FIELDS else forms.TextInput()
            self.fields[name] = forms.CharField(
                label=label,
                initial=value,
                required=False,
                max_length=max(MOST_LETTERS, len(value) * 2),  # line ends come back as two letters
                widget=widget,
            )

    def changes(self) -> dict[str, str]:
        """What was typed anew."""
        return {name: str(self.cleaned_data[name] or "") for name in self.changed_data}


class TargetForm(forms.Form):
    """A target that the reading missed."""

    text = forms.CharField(
        label=_("Chỉ tiêu"),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Ghi như trong văn bản."),
    )
    comparator = forms.ChoiceField(
        label=_("So sánh"), choices=[(str(sign), COMPARATORS[sign]) for sign in Comparator]
    )
    quantity = forms.CharField(
        label=_("Mức"),
        required=False,
        max_length=20,
        help_text=_("Chỉ ghi số, ví dụ 90 hoặc 23,5."),
    )
    unit = forms.CharField(label=_("Đơn vị"), required=False, max_length=40)
    due_on = DateField(label=_("Đến ngày"), required=False)
    subject = forms.CharField(label=_("Áp dụng cho"), required=False, max_length=200)

    def clean_quantity(self) -> str:
        """The quantity is a number, or nothing."""
        said = str(self.cleaned_data["quantity"])
        try:
            quantity_of(said)
        except ValueError:
            raise forms.ValidationError(_("Chỉ tiêu phải là số, ví dụ 90 hoặc 23,5.")) from None
        return said

    def cells(self) -> dict[str, str]:
        """What was filled in beside the text, as a draft keeps it."""
        said = {**self.cleaned_data, "due_on": self.cleaned_data["due_on"] or ""}
        return {
            name: str(said[name])
            for name in ("comparator", "quantity", "unit", "due_on", "subject")
            if said[name]
        }


class PeopleForm(forms.Form):
    """Whom to show a draft."""

    people = forms.MultipleChoiceField(
        label=_("Người cùng xem lại"), widget=forms.SelectMultiple(attrs={"data-picker": ""})
    )

    def __init__(self, *args: Any, people: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = [(one.value, one.label) for one in people]  # type: ignore[attr-defined]


class MergeForm(forms.Form):
    """Which row a cut-off row belongs to."""

    into = forms.ChoiceField(label=_("Nối vào dòng"))

    def __init__(self, *args: Any, rows: Sequence[ReviewRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(row.row_id, f"{row.code} {row.cells['content'].value}"[:110]) for row in rows]
        self.fields["into"].choices = choices  # type: ignore[attr-defined]


def _day(text: str) -> date | str:
    """The day that a cell keeps as 2019-01-31; what is no day stays as it was read."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def row_cells(row: ReviewRow) -> list[tuple[str, str, str]]:
    """The fields of a row: name, label, value."""
    return [
        (name, str(label), row.cells[name].value if name in row.cells else "")
        for name, label in ROW_FIELDS.items()
    ]


def header_cells(page: ReviewPage) -> list[tuple[str, str, str]]:
    """The fields of the header: name, label, value."""
    return [(name, cell.label, cell.value) for name, cell in page.header.items()]


def target_cells(target: ReviewTarget) -> list[tuple[str, str, str]]:
    """The fields of a target: name, label, value."""
    return [(name, cell.label, cell.value) for name, cell in target.cells.items()]
