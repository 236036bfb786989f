"""The forms by which work is handed down and passed on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cchc.modules.plans.operations.break_down import Part
from cchc.ui.forms import DateField

SEVERAL = forms.SelectMultiple(attrs={"data-picker": "", "size": "4"})
MOST_ROWS = 20
Choices = Sequence[tuple[str, str]]


class PartForm(forms.Form):
    """One part of work to give; a line left as it was is passed over."""

    content = forms.CharField(
        label=_("Nội dung việc"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    product = forms.CharField(label=_("Sản phẩm"), max_length=500, required=False)
    leads = forms.MultipleChoiceField(label=_("Chủ trì"), required=False, widget=SEVERAL)
    coordinating = forms.MultipleChoiceField(label=_("Phối hợp"), required=False, widget=SEVERAL)
    person = forms.ChoiceField(label=_("Hoặc giao cho một người"), required=False)
    due_on = DateField(label=_("Hạn"), required=False)
    days = forms.IntegerField(
        label=_("Hoặc số ngày làm việc"),
        required=False,
        min_value=1,
        max_value=250,
        help_text=_("Tính từ hôm nay theo lịch của nơi nhận."),
    )

    def __init__(
        self, *args: Any, agencies: Choices = (), people: Choices = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["leads"].choices = fields["coordinating"].choices = list(agencies)
        fields["person"].choices = [("", _("không")), *people]
        if not agencies:
            del self.fields["leads"], self.fields["coordinating"]
            fields["person"].label = _("Giao cho")

    def part(self) -> Part:
        """The line as the operation takes it; working days outweigh a date."""
        data = self.cleaned_data
        days = data["days"]
        return Part(
            content=data["content"],
            product=data["product"],
            leads=tuple(int(pk) for pk in data.get("leads", ())),
            coordinating=tuple(int(pk) for pk in data.get("coordinating", ())),
            person_id=int(data["person"]) if data["person"] else None,
            due_on=None if days else data["due_on"],
            days=days,
        )


PartForms = forms.formset_factory(PartForm, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS)


class PassOnForm(forms.Form):
    """To whom work goes instead, and why."""

    agency = forms.ChoiceField(label=_("Chuyển cho cơ quan, đơn vị"), required=False)
    person = forms.ChoiceField(label=_("Hoặc chuyển cho một người"), required=False)
    reason = forms.CharField(
        label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 3}), max_length=500
    )

    def __init__(
        self, *args: Any, agencies: Choices = (), people: Choices = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["agency"].choices = [("", _("không")), *agencies]
        fields["person"].choices = [("", _("không")), *people]
        if not people:
            del self.fields["person"]
        if not agencies:
            del self.fields["agency"]
