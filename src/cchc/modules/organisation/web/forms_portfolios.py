"""Forms of who is in charge of which agencies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cchc.modules.organisation.queries.colleagues import PersonCard
from cchc.modules.organisation.rules.structure import AgencyCard
from cchc.ui.forms import DateField


class PortfolioForm(forms.Form):
    """A leader, the agencies, from which day, by which document."""

    leader = forms.ChoiceField(label=_("Lãnh đạo"))
    agencies = forms.MultipleChoiceField(
        label=_("Cơ quan phụ trách"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Cơ quan cấp dưới đi theo cơ quan cấp trên, trừ khi được phân công riêng."),
    )
    effective_from = DateField(label=_("Từ ngày"))
    act = forms.CharField(
        label=_("Căn cứ"),
        max_length=200,
        required=False,
        help_text=_("Ví dụ: Thông báo số 12/TB-UBND ngày 02/01/2019."),
    )

    def __init__(
        self,
        *args: Any,
        leaders: Sequence[PersonCard],
        offered: Sequence[AgencyCard],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        by_name = [(str(card.id), f"{card.full_name} – {card.title}") for card in leaders]
        for name, choices in (
            ("leader", [("", _("Chọn lãnh đạo")), *by_name]),
            ("agencies", [(str(card.id), card.name) for card in offered]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
            field.choices = choices
        self.fields["effective_from"].initial = today


class EndPortfolioForm(forms.Form):
    """After which day a charge ends."""

    on = DateField(label=_("Phụ trách đến hết ngày"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today
