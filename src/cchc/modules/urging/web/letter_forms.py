"""The forms of urging letters, and what their addresses mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cchc.modules.documents.public import Choice
from cchc.modules.urging.queries.letters import WriteFilter, WritePage
from cchc.ui.forms import DateField

GIVERS = ("tinh", "co-quan", "tat-ca")
"""Whose orders are urged: the province's, those of one's own agency, all that one may see."""


class WriteForm(forms.Form):
    """What a letter asks for, and who signs."""

    issuer = forms.ChoiceField(label=_("Cơ quan ban hành"))
    signer = forms.ChoiceField(
        label=_("Người ký, thẩm quyền"),
        required=False,
        help_text=_("Chọn sau cũng được, khi sửa dự thảo."),
    )
    answer_by = DateField(label=_("Trả lời chậm nhất ngày"))
    finish_by = DateField(label=_("Hoàn thành chậm nhất ngày"))

    def __init__(self, *args: Any, page: WritePage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["issuer"].choices = _pairs(page.issuers)  # type: ignore[attr-defined]
        signers = [("", _("Chưa chọn")), *_pairs(page.signers)]
        self.fields["signer"].choices = signers  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """What an agency answers."""

    text = forms.CharField(
        label=_("Nguyên nhân chậm và giải pháp"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4_000,
    )
    promised_on = DateField(label=_("Sẽ hoàn thành ngày"))


class NoticeForm(forms.Form):
    """Who issues a notice, and who signs it."""

    issuer = forms.ChoiceField(label=_("Cơ quan ban hành"))

    def __init__(self, *args: Any, issuers: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["issuer"].choices = _pairs(issuers)  # type: ignore[attr-defined]


def filter_of(query: QueryDict, today: date) -> WriteFilter:
    """The filter in an address; what cannot be understood narrows nothing."""
    return WriteFilter(
        on=day_of(query.get("ngay", "")) or today,
        agency_ids=numbers_of(query.getlist("co_quan")),
        plan_ids=numbers_of(query.getlist("ke_hoach")),
        areas=frozenset(code for code in query.getlist("linh_vuc") if code),
        with_soon=query.get("sap_han") == "1",
        with_coordinating=query.get("phoi_hop") == "1",
        given_by=given_by if (given_by := query.get("giao_boi", "")) in GIVERS else "tinh",
    )


def numbers_of(texts: Sequence[str]) -> frozenset[int]:
    """The whole numbers among the texts."""
    return frozenset(
        int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 16
    )


def day_of(text: str) -> date | None:
    """A day written 15/10/2019 or 2019-10-15; None for anything else."""
    try:
        day: date | None = DateField(required=False).clean(text)
    except forms.ValidationError:
        return None
    return day


def _pairs(choices: Sequence[Choice]) -> list[tuple[str, str]]:
    return [(choice.value, choice.label) for choice in choices]
