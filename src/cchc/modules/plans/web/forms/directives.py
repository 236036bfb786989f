"""The forms of documents that give work, and of the sources of tasks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cchc.modules.plans.queries.pages import Choice
from cchc.modules.plans.queries.pages.directive import SameCandidate
from cchc.ui.forms import DateField

LONG = forms.Textarea(attrs={"rows": 3})
OWN = "moi"
"""The choice that a row is work of its own."""


class DirectiveForm(forms.Form):
    """A document that gives work, to be read into duties."""

    file = forms.FileField(
        label=_("Tệp văn bản"),
        help_text=_(
            "Word, PDF, bản quét, ảnh hoặc văn bản thuần, tối đa 100 MB. Không nhập văn bản có dấu "
            "Mật, Tối mật, Tuyệt mật: hệ thống từ chối và không lưu."
        ),
        widget=forms.ClearableFileInput(
            attrs={"accept": ".docx,.pdf,.xlsx,.txt,.md,.png,.jpg,.jpeg,.tif,.tiff"}
        ),
    )
    issuer = forms.ChoiceField(
        label=_("Cơ quan giao việc"),
        required=False,
        help_text=_("Để trống thì nhận theo cơ quan ban hành ghi trên văn bản."),
    )
    received_on = DateField(
        label=_("Ngày đến"),
        required=False,
        help_text=_("Chỉ ghi với văn bản của nơi khác gửi đến; để trống với văn bản của cơ quan."),
    )

    def __init__(self, *args: Any, issuers: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Nhận theo văn bản")), *((c.value, c.label) for c in issuers)]
        self.fields["issuer"].choices = choices  # type: ignore[attr-defined]


class TypedDirectiveForm(forms.Form):
    """A document whose duties are typed in."""

    title = forms.CharField(label=_("Trích yếu"), max_length=500)
    issuer = forms.ChoiceField(label=_("Cơ quan giao việc"))
    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100)

    def __init__(self, *args: Any, issuers: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["issuer"].choices = [(c.value, c.label) for c in issuers]  # type: ignore[attr-defined]


class IssuerForm(forms.Form):
    """In whose name a draft gives work."""

    issuer = forms.ChoiceField(label=_("Cơ quan giao việc"))

    def __init__(self, *args: Any, issuers: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["issuer"].choices = [(c.value, c.label) for c in issuers]  # type: ignore[attr-defined]


class CommonDeadlineForm(forms.Form):
    """One deadline for every duty that has none."""

    due_on = DateField(label=_("Hạn chung"))


class SameWorkForm(forms.Form):
    """Which task in force a row is, if any."""

    task = forms.ChoiceField(label=_("Nhiệm vụ đã giao"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, candidates: Sequence[SameCandidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: list[tuple[str, Any]] = [
            (
                str(one.task_id),
                f"{one.document} · {one.label[:200]} · {one.lead_text[:80]} ({one.percent} %)",
            )
            for one in candidates
        ]
        choices.append((OWN, _("Không phải: đây là nhiệm vụ mới")))
        self.fields["task"].choices = choices  # type: ignore[attr-defined]


class SourceForm(forms.Form):
    """Another document that gives the work of a task."""

    document = forms.ChoiceField(label=_("Văn bản"))
    place = forms.CharField(
        label=_("Ở đâu trong văn bản"), max_length=80, help_text=_("Ví dụ: điểm 3.")
    )
    content = forms.CharField(
        label=_("Nội dung giao trong văn bản"), widget=LONG, required=False, max_length=4000
    )
    due_on = DateField(
        label=_("Hạn ghi trong văn bản"), required=False, help_text=_("Nếu văn bản có ghi.")
    )

    def __init__(self, *args: Any, documents: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Chọn văn bản")), *((c.value, c.label) for c in documents)]
        self.fields["document"].choices = choices  # type: ignore[attr-defined]
