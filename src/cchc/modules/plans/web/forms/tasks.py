"""The forms of work: what a person types to do one thing to one part of a task."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cchc.modules.plans.queries.pages import Choice
from cchc.ui.forms import DateField

LONG = forms.Textarea(attrs={"rows": 4})
MOST_LETTERS = 2_000


class ReasonForm(forms.Form):
    """Why something is returned, suspended, or withdrawn."""

    reason = forms.CharField(label=_("Lý do"), widget=LONG, max_length=500)


class NoteForm(forms.Form):
    """How the work goes, in words."""

    note = forms.CharField(
        label=_("Đã làm được gì, còn vướng gì"), widget=LONG, max_length=MOST_LETTERS
    )


class CommentForm(forms.Form):
    """What somebody says on a task."""

    text = forms.CharField(label=_("Ý kiến"), widget=LONG, max_length=MOST_LETTERS)


class ProofForm(forms.Form):
    """One product handed in as proof."""

    product = forms.CharField(
        label=_("Sản phẩm"),
        max_length=300,
        help_text=_("Tên sản phẩm theo kế hoạch, ví dụ: Báo cáo kết quả rà soát."),
    )
    document_number = forms.CharField(
        label=_("Số, ký hiệu văn bản"), max_length=80, required=False, help_text=_("Nếu có.")
    )
    file = forms.FileField(
        label=_("Tệp minh chứng"),
        required=False,
        help_text=_("PDF, Word, Excel hoặc ảnh. Tệp được tính mã kiểm tra và giữ mọi phiên bản."),
    )
    link = forms.URLField(
        label=_("Đường dẫn"),
        required=False,
        assume_scheme="https",
        help_text=_("Khi sản phẩm đã công bố trên trang thông tin điện tử."),
    )
    note = forms.CharField(
        label=_("Ghi chú cho người duyệt"), widget=LONG, max_length=MOST_LETTERS, required=False
    )

    carried = forms.MultipleChoiceField(
        label=_("Đưa minh chứng của việc con vào"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Minh chứng đã nghiệm thu; bỏ chọn cái nào không cần."),
    )
    field_order = ("carried",)

    def __init__(
        self,
        *args: Any,
        products: Sequence[str] = (),
        carried: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._offer(carried)
        if len(products) == 1 and not carried:
            self.fields["product"].initial = products[0][:300]

    def _offer(self, carried: Sequence[tuple[str, str]]) -> None:
        """Accepted proofs of the parts, all chosen; with them nothing else need be handed in."""
        if not carried:
            del self.fields["carried"]
            return
        fields: Any = self.fields
        fields["carried"].choices = carried
        fields["carried"].initial = [pk for pk, _label in carried]
        fields["product"].required = False

    def clean(self) -> dict[str, Any]:
        """A product of one's own is needed when nothing is carried over from the parts."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if "carried" in self.fields and not data.get("carried") and not data.get("product"):
            self.add_error("product", _("Hãy ghi tên sản phẩm hoặc chọn minh chứng của việc con."))
        return data

    @property
    def has_product(self) -> bool:
        """Whether a product of one's own is handed in."""
        data = self.cleaned_data
        return any(data.get(name) for name in ("product", "file", "link"))


class ExtensionForm(forms.Form):
    """Asking for more time."""

    wanted_on = DateField(label=_("Xin lùi hạn đến ngày"))
    reason = forms.CharField(label=_("Lý do"), widget=LONG, max_length=500)


class ExtensionDecisionForm(forms.Form):
    """Deciding about more time."""

    is_granted = forms.ChoiceField(
        label=_("Quyết định"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Đồng ý gia hạn")), ("no", _("Không đồng ý"))],
    )
    granted_on = DateField(
        label=_("Hạn mới"), required=False, help_text=_("Để trống: lấy ngày cơ quan đề nghị.")
    )
    granted_days = forms.IntegerField(
        label=_("Hoặc gia hạn thêm số ngày làm việc"),
        required=False,
        min_value=1,
        max_value=500,
        help_text=_("Tính từ hạn hiện tại theo lịch làm việc của cơ quan."),
    )
    reason = forms.CharField(label=_("Ý kiến"), widget=LONG, max_length=500, required=False)


class TriggerForm(forms.Form):
    """An event or a document that ends a waiting, and the deadline that follows."""

    happened_on = DateField(label=_("Ngày xảy ra sự kiện hoặc ngày ban hành văn bản"))
    due_on = DateField(label=_("Hạn hoàn thành"), required=False)
    days = forms.IntegerField(
        label=_("Hoặc số ngày làm việc"),
        required=False,
        min_value=1,
        max_value=500,
        help_text=_("Tính từ ngày sự kiện theo lịch làm việc của từng cơ quan."),
    )
    document_number = forms.CharField(label=_("Số, ký hiệu văn bản"), max_length=80, required=False)
    document_title = forms.CharField(label=_("Trích yếu"), max_length=500, required=False)
    file = forms.FileField(label=_("Tệp văn bản"), required=False)

    def clean(self) -> dict[str, Any]:
        """A day or a number of working days must be said."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not data.get("due_on") and not data.get("days") and not self.errors:
            self.add_error("due_on", _("Hãy ghi hạn hoặc số ngày làm việc."))
        return data


class ReferenceForm(TriggerForm):
    """A document that sets the time: its number must be known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["happened_on"].label = _("Ngày ban hành văn bản")
        self.fields["document_number"].required = True


class MembersForm(forms.Form):
    """Who is meant, where the paper leaves it open."""

    agencies = forms.MultipleChoiceField(
        label=_("Cơ quan"), widget=forms.SelectMultiple(attrs={"data-picker": "", "size": "12"})
    )

    def __init__(self, *args: Any, choices: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"].choices = [(c.value, c.label) for c in choices]  # type: ignore[attr-defined]


class HolderForm(forms.Form):
    """Who holds the work in the agency."""

    person = forms.ChoiceField(label=_("Giao cho"))

    def __init__(self, *args: Any, people: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [(p.value, p.label) for p in people]  # type: ignore[attr-defined]
