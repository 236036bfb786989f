"""Forms about agencies: founding, changing, merging, dividing, ending, and their other names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from cchc.modules.organisation.labels.agencies import ALIASES, KINDS, LEVELS, word
from cchc.modules.organisation.operations.ending import Follow
from cchc.modules.organisation.queries.agency_record import AgencyRecord
from cchc.modules.organisation.queries.choices import Choice
from cchc.modules.organisation.rules.kinds import AgencyKind, AliasKind, Level
from cchc.modules.organisation.rules.placing import NewAgency
from cchc.ui.forms import DateField

DIVIDED, SEPARATED = "chia", "tach"
MOST_PARTS = 6


class Picker(forms.Select):
    """A select that can be searched when scripts run."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(attrs={"data-picker": ""}, **kwargs)


class ManyPicker(forms.SelectMultiple):
    """The same for several choices."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(attrs={"data-picker": "", "size": "6"}, **kwargs)


def kind_choices() -> list[Choice]:
    """Every kind of agency in words."""
    return [(kind.value, word(KINDS, kind)) for kind in KINDS]


def level_choices() -> list[Choice]:
    """Every level in words."""
    return [(level.value, word(LEVELS, level)) for level in LEVELS]


class ActForm(forms.Form):
    """From which day, by which paper."""

    on = DateField(label=_("Có hiệu lực từ ngày"))
    act = forms.CharField(
        label=_("Văn bản"),
        max_length=200,
        required=False,
        help_text=_("Ví dụ: Quyết định số 21/2019/QĐ-UBND ngày 02/10/2019."),
    )

    def __init__(self, *args: Any, today: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today


class RecordForm(forms.Form):
    """What the record of an agency says."""

    name = forms.CharField(label=_("Tên cơ quan"), max_length=250)
    short_name = forms.CharField(
        label=_("Tên rút gọn"),
        max_length=80,
        required=False,
        help_text=_("Dùng trong bảng hẹp. Để trống thì hệ thống đặt, ví dụ Sở TT&TT."),
    )
    kind = forms.ChoiceField(label=_("Loại"))
    level = forms.ChoiceField(label=_("Cấp"))
    code = forms.CharField(
        label=_("Mã định danh"),
        max_length=35,
        required=False,
        help_text=_("Theo Quyết định 20/2020/QĐ-TTg, ví dụ H20.5.12."),
    )
    former_code = forms.CharField(
        label=_("Mã định danh cũ"),
        max_length=40,
        required=False,
        help_text=_("Theo Thông tư 10/2016/TT-BTTTT, ví dụ 000.00.01.H20."),
    )
    territory_code = forms.CharField(label=_("Mã đơn vị hành chính"), max_length=10, required=False)
    precedence = forms.IntegerField(
        label=_("Thứ tự sắp xếp"), min_value=0, max_value=99_999_999, initial=1000
    )
    email = forms.EmailField(label=_("Thư điện tử"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "kind", kind_choices())
        _offer(self, "level", level_choices())

    def record(self, parent_id: int | None) -> NewAgency:
        """The agency as the operations take it."""
        data = self.cleaned_data
        return NewAgency(
            name=data["name"],
            short_name=data["short_name"],
            kind=AgencyKind(data["kind"]),
            level=Level(data["level"]),
            parent_id=parent_id,
            code=data["code"].strip(),
            former_code=data["former_code"].strip(),
            territory_code=data["territory_code"].strip(),
            precedence=data["precedence"],
            email=data["email"],
        )


class FoundForm(RecordForm, ActForm):
    """A new agency."""

    parent = forms.ChoiceField(
        label=_("Cơ quan cấp trên"),
        widget=Picker(),
        required=False,
        help_text=_("Bỏ trống với cơ quan không trực thuộc UBND tỉnh."),
    )
    aliases = forms.CharField(
        label=_("Tên gọi khác"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng một tên mà văn bản hay dùng."),
    )
    field_order = [
        "name",
        "kind",
        "level",
        "parent",
        "on",
        "act",
        "short_name",
        "aliases",
        "code",
        "former_code",
        "territory_code",
        "precedence",
        "email",
    ]

    def __init__(self, *args: Any, agencies: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "parent", [("", ""), *agencies])

    def arguments(self) -> dict[str, Any]:
        """The founding as the operation takes it."""
        data = self.cleaned_data
        return {
            "new": self.record(int(data["parent"]) if data["parent"] else None),
            "on": data["on"],
            "act": data["act"],
            "aliases": [line.strip() for line in data["aliases"].splitlines() if line.strip()],
        }


class CorrectForm(RecordForm):
    """Mistakes in a record."""

    act = forms.CharField(label=_("Văn bản thành lập"), max_length=200, required=False)


class RenameForm(ActForm):
    """Another name from a day on."""

    name = forms.CharField(label=_("Tên mới"), max_length=250)
    short_name = forms.CharField(label=_("Tên rút gọn mới"), max_length=80, required=False)
    field_order = ["name", "short_name", "on", "act"]


class MoveForm(ActForm):
    """Another parent from a day on."""

    parent = forms.ChoiceField(label=_("Trực thuộc cơ quan mới"), widget=Picker())
    field_order = ["parent", "on", "act"]

    def __init__(self, *args: Any, agencies: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "parent", [("", ""), *agencies])

    def arguments(self) -> dict[str, Any]:
        """The move as the operation takes it."""
        data = self.cleaned_data
        return {"parent_id": int(data["parent"]), "on": data["on"], "act": data["act"]}


class FollowForm(ActForm):
    """What goes along to the heir."""

    children_follow = forms.BooleanField(
        label=_("Chuyển các đơn vị trực thuộc sang cơ quan kế thừa"), required=False, initial=True
    )
    people_follow = forms.BooleanField(
        label=_("Chuyển công chức và vai trò sang cơ quan kế thừa (trừ người đứng đầu)"),
        required=False,
        initial=True,
    )

    def follow(self) -> Follow:
        """What goes along, as the operations take it."""
        data = self.cleaned_data
        return Follow(children=data["children_follow"], people=data["people_follow"])


class MergeForm(FollowForm):
    """Agencies that merge, and into what."""

    others = forms.MultipleChoiceField(
        label=_("Sáp nhập cùng"),
        widget=ManyPicker(),
        required=False,
        help_text=_("Các cơ quan khác cũng kết thúc trong lần này, nếu có."),
    )
    heir = forms.ChoiceField(
        label=_("Nhập vào cơ quan đang có"),
        widget=Picker(),
        required=False,
        help_text=_("Bỏ trống nếu thành lập cơ quan mới."),
    )
    new_name = forms.CharField(
        label=_("Hoặc thành lập cơ quan mới tên là"), max_length=250, required=False
    )
    field_order = [
        "others",
        "heir",
        "new_name",
        "on",
        "act",
        "children_follow",
        "people_follow",
    ]

    def __init__(self, *args: Any, agencies: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "others", agencies)
        _offer(self, "heir", [("", ""), *agencies])

    def clean(self) -> dict[str, Any]:
        """Exactly one of the two ways is chosen."""
        data = super().clean() or {}
        if bool(data.get("heir")) == bool(data.get("new_name", "").strip()):
            raise forms.ValidationError(
                _now("Chọn một cơ quan đang có, hoặc ghi tên cơ quan mới; không chọn cả hai.")
            )
        return data

    def arguments(self, agency: AgencyRecord) -> dict[str, Any]:
        """The merger as the operation takes it."""
        data = self.cleaned_data
        return {
            "agency_ids": [agency.id, *map(int, data["others"])],
            "heir": int(data["heir"]) if data["heir"] else agency.like_it(data["new_name"]),
            "on": data["on"],
            "act": data["act"],
            "follow": self.follow(),
        }


class DivideForm(FollowForm):
    """The parts of a divided agency."""

    way = forms.ChoiceField(
        label=_("Cách làm"),
        widget=forms.RadioSelect,
        choices=[
            (DIVIDED, _("Chia: cơ quan này kết thúc, các cơ quan mới thay thế")),
            (SEPARATED, _("Tách: cơ quan này vẫn hoạt động và giữ công việc của mình")),
        ],
        initial=DIVIDED,
    )
    names = forms.CharField(
        label=_("Tên các cơ quan mới"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi dòng một tên."),
    )
    heir = forms.IntegerField(
        label=_("Cơ quan ở dòng thứ mấy nhận việc đang mở"),
        min_value=1,
        max_value=MOST_PARTS,
        initial=1,
        help_text=_("Chỉ dùng khi chia."),
    )
    field_order = ["way", "names", "heir", "on", "act", "children_follow", "people_follow"]

    def clean_names(self) -> list[str]:
        """One name a line."""
        names = [line.strip() for line in self.cleaned_data["names"].splitlines() if line.strip()]
        if len(names) > MOST_PARTS:
            raise forms.ValidationError(_now("Nhiều nhất %d cơ quan mới một lần.") % MOST_PARTS)
        return names

    def arguments(self, agency: AgencyRecord) -> dict[str, Any]:
        """The parts as both operations take them."""
        data = self.cleaned_data
        return {
            "agency_id": agency.id,
            "parts": [agency.like_it(name) for name in data["names"]],
            "on": data["on"],
            "act": data["act"],
        }


class DissolveForm(FollowForm):
    """Who takes over the open work of a dissolved agency."""

    heir = forms.ChoiceField(label=_("Cơ quan nhận việc đang mở"), widget=Picker(), required=False)
    ends_without_heir = forms.BooleanField(
        label=_("Không có cơ quan nhận: việc đang mở kết thúc cùng cơ quan"), required=False
    )
    field_order = [
        "heir",
        "ends_without_heir",
        "on",
        "act",
        "children_follow",
        "people_follow",
    ]

    def __init__(self, *args: Any, agencies: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "heir", [("", ""), *agencies])
        self.fields["people_follow"].initial = False

    def arguments(self, agency: AgencyRecord) -> dict[str, Any]:
        """The dissolution as the operation takes it."""
        data = self.cleaned_data
        return {
            "agency_id": agency.id,
            "heir_id": int(data["heir"]) if data["heir"] else None,
            "ends_without_heir": data["ends_without_heir"],
            "on": data["on"],
            "act": data["act"],
            "follow": self.follow(),
        }


class AliasForm(forms.Form):
    """Another name of an agency."""

    name = forms.CharField(
        label=_("Tên gọi khác"),
        max_length=250,
        widget=forms.TextInput(attrs={"placeholder": _("Tên gọi khác")}),
    )
    kind = forms.ChoiceField(label=_("Loại tên"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = (AliasKind.ALIAS, AliasKind.ABBREVIATION)
        _offer(self, "kind", [(kind.value, word(ALIASES, kind)) for kind in kinds])


class AgencyFileForm(forms.Form):
    """The table of agencies."""

    file = forms.FileField(
        label=_("Tệp Excel"),
        help_text=_("Tệp .xlsx theo mẫu, không quá 5.000 dòng."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )
    on = DateField(
        label=_("Cơ quan mới hoạt động từ ngày"),
        help_text=_("Dùng cho những dòng không ghi ngày."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today


class TierForm(ActForm):
    """A level that ends, with the table of heirs."""

    level = forms.ChoiceField(
        label=_("Cấp kết thúc hoạt động"),
        choices=[(level.value, LEVELS[level]) for level in (Level.DISTRICT, Level.COMMUNE)],
    )
    file = forms.FileField(
        label=_("Bảng cơ quan kế thừa"),
        help_text=_("Tải bảng mẫu, ghi cơ quan kế thừa cho từng dòng rồi chọn tệp ở đây."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )
    people_follow = forms.BooleanField(
        label=_("Chuyển công chức và vai trò sang cơ quan kế thừa (trừ người đứng đầu)"),
        required=False,
        initial=True,
    )
    field_order = ["level", "on", "act", "file", "people_follow"]


def _offer(form: forms.Form, name: str, choices: Sequence[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - the class declares it so
    field.choices = list(choices)
