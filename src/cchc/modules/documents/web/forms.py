"""The forms of outgoing papers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cchc.modules.documents.operations.drafting import LetterText
from cchc.modules.documents.queries.pages import Choice
from cchc.modules.documents.rules.content import MOST_LETTERS, blocks_of_text, lines_of
from cchc.ui.forms import DateField

_LONGEST_LINE = 300


class TextForm(forms.Form):
    """The text of a paper as one types it."""

    subject = forms.CharField(
        label=gettext_lazy("Trích yếu"),
        max_length=500,
        help_text=gettext_lazy("Không ghi “V/v”: công văn tự có."),
    )
    addressees = forms.CharField(
        label=gettext_lazy("Kính gửi"),
        required=False,
        max_length=8_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Mỗi dòng một nơi."),
    )
    body = forms.CharField(
        label=gettext_lazy("Nội dung"),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 18, "class": "letter-body"}),
        help_text=gettext_lazy(
            "Mỗi đoạn một dòng. “Căn cứ …” in nghiêng; “1.”, “a)”, “-” ở đầu dòng là điểm, "
            "“I.” là đề mục. Dấu “./.” cuối văn bản tự có."
        ),
    )
    recipients = forms.CharField(
        label=gettext_lazy("Nơi nhận"),
        required=False,
        max_length=8_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Mỗi dòng một nơi, dòng cuối là “Lưu: VT, …”."),
    )
    signer = forms.ChoiceField(label=gettext_lazy("Người ký, thẩm quyền"), required=False)
    place = forms.CharField(label=gettext_lazy("Địa danh"), required=False, max_length=100)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    def __init__(self, *args: Any, signers: Sequence[Choice] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Chưa chọn")), *((one.value, one.label) for one in signers)]
        self.fields["signer"].choices = choices  # type: ignore[attr-defined]

    def clean_addressees(self) -> str:
        """Every line short enough for a line of the paper."""
        return _short_lines(self.cleaned_data["addressees"])

    def clean_recipients(self) -> str:
        """Every line short enough for a line of the paper."""
        return _short_lines(self.cleaned_data["recipients"])

    @property
    def text(self) -> LetterText:
        """What was typed, once the form is valid."""
        data = self.cleaned_data
        return LetterText(
            subject=data["subject"],
            addressees=lines_of(data["addressees"]),
            blocks=blocks_of_text(data["body"]),
            recipients=lines_of(data["recipients"]),
            signer=data["signer"],
            place=data["place"],
        )


class NewLetterForm(forms.Form):
    """What a new paper begins with."""

    agency = forms.ChoiceField(label=gettext_lazy("Cơ quan ban hành"))
    kind = forms.ChoiceField(label=gettext_lazy("Loại văn bản"))
    subject = forms.CharField(label=gettext_lazy("Trích yếu"), max_length=500)

    def __init__(
        self,
        *args: Any,
        agencies: Sequence[Choice] = (),
        kinds: Sequence[Choice] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("agency", agencies), ("kind", kinds)):
            pairs = [(choice.value, choice.label) for choice in choices]
            self.fields[name].choices = pairs  # type: ignore[attr-defined]


class WordForm(forms.Form):
    """An edited Word file."""

    file = forms.FileField(
        label=gettext_lazy("Tệp Word (.docx)"),
        help_text=gettext_lazy("Tải bản Word của dự thảo về, sửa, rồi gửi lại tệp đó ở đây."),
    )


class AttachmentForm(forms.Form):
    """A file that goes with a paper."""

    file = forms.FileField(label=gettext_lazy("Tệp đính kèm"))


class IssueForm(forms.Form):
    """The day a paper is issued."""

    issued_on = DateField(
        label=gettext_lazy("Ngày ban hành"),
        help_text=gettext_lazy("Số được cấp liên tiếp theo sổ; ngày không sớm hơn văn bản trước."),
    )


class ReasonForm(forms.Form):
    """Why a paper is sent back or taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Lý do"), max_length=500, widget=forms.Textarea(attrs={"rows": 4})
    )


class SymbolForm(forms.Form):
    """The symbol of papers of a kind from a day on."""

    kind = forms.ChoiceField(label=gettext_lazy("Loại văn bản"))
    symbol = forms.CharField(
        label=gettext_lazy("Ký hiệu"),
        max_length=40,
        help_text=gettext_lazy("Phần sau dấu “/”, ví dụ SNV-CCHC."),
    )
    since = DateField(label=gettext_lazy("Dùng từ ngày"))

    def __init__(self, *args: Any, kinds: Sequence[Choice] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pairs = [(choice.value, choice.label) for choice in kinds]
        self.fields["kind"].choices = pairs  # type: ignore[attr-defined]


class SkipForm(forms.Form):
    """Numbers that were used on paper, or will never be."""

    year = forms.IntegerField(label=gettext_lazy("Năm"), min_value=1990, max_value=2200)
    last = forms.IntegerField(
        label=gettext_lazy("Đến số"),
        min_value=1,
        max_value=1_000_000,
        help_text=gettext_lazy("Mọi số từ số kế tiếp của sổ đến số này được ghi là đã dùng."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Lý do"),
        max_length=500,
        help_text=gettext_lazy("Ví dụ: đã cấp trên sổ giấy trước khi dùng phần mềm."),
    )


def _short_lines(text: str) -> str:
    longest = max((len(line) for line in lines_of(text)), default=0)
    if longest > _LONGEST_LINE:
        words = _("Có dòng dài {n} ký tự; mỗi dòng nhiều nhất {most} ký tự.")
        raise ValidationError(words.format(n=longest, most=_LONGEST_LINE))
    return text
