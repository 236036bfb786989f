"""Forms about groups of agencies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cchc.modules.organisation.queries.choices import Choice
from cchc.modules.organisation.rules.groups import GroupRule
from cchc.modules.organisation.rules.kinds import AgencyKind, Level
from cchc.modules.organisation.web.forms_agencies import Picker, kind_choices, level_choices
from cchc.ui.forms import DateField


class GroupForm(forms.Form):
    """A group and its rule."""

    code = forms.RegexField(
        label=_("Mã nhóm"),
        regex=r"^[A-Z0-9_]+$",
        max_length=40,
        help_text=_("Chữ in hoa không dấu, ví dụ SO_BAN_NGANH. Không đổi về sau."),
        error_messages={"invalid": _("Chỉ dùng chữ in hoa không dấu, chữ số và dấu gạch dưới.")},
    )
    name = forms.CharField(label=_("Tên nhóm"), max_length=200)
    is_open = forms.BooleanField(
        label=_("Nhóm mở: người giao việc tự chọn thành viên mỗi lần"), required=False
    )
    kinds = forms.MultipleChoiceField(
        label=_("Gồm các loại cơ quan"), widget=forms.CheckboxSelectMultiple, required=False
    )
    levels = forms.MultipleChoiceField(
        label=_("Ở các cấp"), widget=forms.CheckboxSelectMultiple, required=False
    )
    aliases = forms.CharField(
        label=_("Cách gọi khác trong văn bản"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi dòng một cách gọi."),
    )

    def __init__(self, *args: Any, keeps_code: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("kinds", kind_choices()), ("levels", level_choices())):
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared so
            field.choices = choices
        if keeps_code:
            del self.fields["code"]

    def rule(self, code: str = "") -> GroupRule:
        """The group as the operations take it."""
        data = self.cleaned_data
        return GroupRule(
            code=code or data["code"],
            name=data["name"],
            kinds=frozenset(map(AgencyKind, data["kinds"])),
            levels=frozenset(map(Level, data["levels"])),
            is_open=data["is_open"],
            aliases=tuple(data["aliases"].splitlines()),
        )


class MemberForm(forms.Form):
    """An agency put into a group or kept out of it."""

    agency = forms.ChoiceField(label=_("Cơ quan"), widget=Picker())
    way = forms.ChoiceField(
        label=_("Thêm hay loại"),
        choices=[("them", _("Thêm vào nhóm")), ("loai", _("Loại khỏi nhóm"))],
    )
    on = DateField(label=_("Từ ngày"))
    until = DateField(label=_("Đến hết ngày"), required=False)

    def __init__(self, *args: Any, agencies: Sequence[Choice], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["agency"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared so
        field.choices = [("", ""), *agencies]
        self.fields["on"].initial = today
