"""Forms about people, posts, roles, delegations and the demo's clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cchc.modules.organisation.labels.people import POSTS
from cchc.modules.organisation.queries.choices import Choice
from cchc.modules.organisation.queries.colleagues import PersonCard
from cchc.modules.organisation.rules.reach import PROVINCE_ROLES
from cchc.ui.forms import DateField

FORMS_OF_ADDRESS = [
    ("", _("Không chọn")),
    ("anh", _("anh")),
    ("chị", _("chị")),
    ("đồng chí", _("đồng chí")),
]


class Picker(forms.Select):
    """A select that can be searched when scripts run."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(attrs={"data-picker": ""}, **kwargs)


def _picked(label: Any, **kwargs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, widget=Picker(), **kwargs)


class DetailsForm(forms.Form):
    """Who a person is and how they sign in."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=150)
    form_of_address = forms.ChoiceField(
        label=_("Cách xưng hô"), choices=FORMS_OF_ADDRESS, required=False
    )
    email = forms.EmailField(
        label=_("Thư điện tử công vụ"),
        required=False,
        help_text=_("Dùng để đặt lại mật khẩu và đăng nhập một lần."),
    )
    phone = forms.CharField(label=_("Điện thoại"), max_length=20, required=False)
    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=150,
        required=False,
        help_text=_("Để trống thì hệ thống đặt theo họ tên, ví dụ hoalt."),
    )


class PostForm(forms.Form):
    """A post: where, as what, since when."""

    agency = _picked(_("Cơ quan, phòng"))
    kind = forms.ChoiceField(
        label=_("Vị trí"), choices=[(kind.value, words) for kind, words in POSTS.items()]
    )
    title = forms.CharField(
        label=_("Chức vụ ghi trên giấy tờ"), max_length=150, help_text=_("Ví dụ: Phó Giám đốc Sở.")
    )
    held_from = DateField(label=_("Từ ngày"))

    def __init__(
        self, *args: Any, agencies: Sequence[Choice], today: date | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "agency", [("", _("Chọn cơ quan")), *agencies])
        self.fields["held_from"].initial = today


class NewPersonForm(DetailsForm, PostForm):
    """A person with a first post and, when wanted, the usual role of it."""

    with_usual_role = forms.BooleanField(
        label=_("Giao luôn vai trò thường đi với vị trí này"), required=False, initial=True
    )
    field_order = [
        "full_name",
        "form_of_address",
        "agency",
        "kind",
        "title",
        "held_from",
        "with_usual_role",
        "email",
        "phone",
        "username",
    ]


class FurtherPostForm(PostForm):
    """One more post, or a transfer."""

    is_main = forms.BooleanField(
        label=_("Là vị trí chính: vị trí chính hiện tại thôi giữ từ hôm trước"),
        required=False,
        initial=True,
    )
    held_until = DateField(label=_("Đến hết ngày"), required=False)


class LeaveForm(forms.Form):
    """The last day in a post."""

    on = DateField(label=_("Ngày cuối cùng giữ vị trí"))


class RoleForm(forms.Form):
    """A role: which, where, how long, why."""

    role = forms.ChoiceField(label=_("Vai trò"))
    agency = _picked(
        _("Cơ quan"), required=False, help_text=_("Bỏ trống với vai trò áp dụng toàn tỉnh.")
    )
    with_sub_agencies = forms.BooleanField(
        label=_("Cả các phòng, đơn vị trực thuộc"), required=False, initial=True
    )
    valid_from = DateField(label=_("Từ ngày"))
    valid_until = DateField(label=_("Đến hết ngày"), required=False)
    reason = forms.CharField(
        label=_("Căn cứ, lý do"),
        max_length=300,
        required=False,
        help_text=_("Ví dụ: Quyết định số 15/QĐ-SNV."),
    )

    def __init__(
        self,
        *args: Any,
        roles: Sequence[Choice],
        agencies: Sequence[Choice],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "role", [(code, _with_reach(code, name)) for code, name in roles])
        _offer(self, "agency", [("", _("Toàn tỉnh")), *agencies])
        self.fields["valid_from"].initial = today


class ReasonForm(forms.Form):
    """Why an account is locked."""

    reason = forms.CharField(
        label=_("Lý do"), max_length=300, help_text=_("Ví dụ: nghỉ hưu, chuyển công tác.")
    )


class DelegationForm(forms.Form):
    """To whom, from when until when, why."""

    to = _picked(_("Ủy quyền cho"))
    valid_from = DateField(label=_("Từ ngày"))
    valid_until = DateField(label=_("Đến hết ngày"))
    reason = forms.CharField(
        label=_("Lý do"), max_length=300, help_text=_("Ví dụ: đi công tác từ 15 đến 20/10.")
    )

    def __init__(
        self, *args: Any, people: Sequence[PersonCard], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        cards = [(str(person.id), _card(person)) for person in people]
        _offer(self, "to", [("", _("Chọn người")), *cards])
        self.fields["valid_from"].initial = today


class ClockForm(forms.Form):
    """Where the demo's clock shall stand."""

    on = DateField(label=_("Ngày"))
    at = forms.TimeField(
        label=_("Giờ"),
        required=False,
        help_text=_("Bỏ trống thì giờ trong ngày vẫn chạy."),
        widget=forms.TimeInput(attrs={"placeholder": "08:00", "size": "6"}, format="%H:%M"),
        error_messages={"invalid": _("Giờ chưa đúng. Hãy viết như 08:00.")},
    )

    @staticmethod
    def steps_from(day: date) -> list[tuple[str, date]]:
        """The days that a trainer mostly goes to."""
        return [
            (str(_("Ngày hôm sau")), day + timedelta(days=1)),
            (str(_("Một tuần sau")), day + timedelta(days=7)),
            (str(_("Một tháng sau")), day + timedelta(days=30)),
        ]


class PeopleFileForm(forms.Form):
    """The table of people: the file to look at, or the token of one that was looked at."""

    file = forms.FileField(
        label=_("Tệp Excel"),
        help_text=_("Tệp .xlsx theo mẫu, không quá 5.000 dòng."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = not self.data.get("kept")


def _offer(form: forms.Form, name: str, choices: Sequence[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - the class declares it so
    field.choices = list(choices)


def _with_reach(code: str, name: str) -> str:
    return f"{name} ({_('toàn tỉnh')})" if code in PROVINCE_ROLES else name


def _card(person: PersonCard) -> str:
    return f"{person.full_name} – {person.title}" if person.title else person.full_name
