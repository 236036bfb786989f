"""Forms: labels, help, errors where they are and together, and what the office types."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from cchc.ui.forms import DateField, MoneyField, errors_of, field
from tests.ui.rendering import rendered


class Sample(forms.Form):
    title = forms.CharField(label="Tên việc", help_text="Bắt đầu bằng động từ.")
    due_on = DateField(label="Hạn")
    budget = MoneyField(label="Kinh phí", required=False)
    kind = forms.ChoiceField(
        label="Loại", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect
    )
    is_urgent = forms.BooleanField(label="Gấp", required=False)
    secret = forms.CharField(widget=forms.HiddenInput)


def test_a_wrong_form_says_all_at_the_top_with_links_to_the_fields() -> None:
    html = rendered('<c-form :form="form" submit="Giao" />', form=Sample({"due_on": "x"}))

    assert 'role="alert"' in html
    assert '<a href="#id_title">Tên việc: ' in html
    assert '<a href="#id_due_on">Hạn: Ngày chưa đúng' in html
    assert "secret" not in html.split("</ul>")[0].split("<ul>")[1].lower() or "Secret: " in html


def test_a_wrong_field_tells_screen_readers_why() -> None:
    html = str(field(Sample({"due_on": "x"})["title"]))

    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'id="id_title_helptext"' in html
    assert 'id="id_title_error"' in html
    assert 'class="field wrong"' in html


def test_a_fresh_form_shows_no_errors() -> None:
    form = Sample(initial={"due_on": date(2019, 10, 15), "budget": 80_000_000})
    html = rendered('<c-form :form="form" keep_draft="plan-new" />', form=form)

    assert errors_of(form) == []
    assert "errors-c" not in html
    assert 'value="15/10/2019"' in html
    assert 'value="80.000.000"' in html
    assert 'data-keep-draft="plan-new"' in html
    assert html.count("(không bắt buộc)") == 1
    assert "csrfmiddlewaretoken" in html


def test_choices_stand_in_a_fieldset_and_a_tick_before_its_words() -> None:
    html = rendered('<c-form :form="form" />', form=Sample())

    assert "<fieldset>" in html
    assert "<legend>Loại" in html
    assert 'class="field check"' in html


def test_a_form_with_a_file_is_sent_in_parts() -> None:
    class WithFile(forms.Form):
        proof = forms.FileField()

    assert 'enctype="multipart/form-data"' in rendered('<c-form :form="form" />', form=WithFile())


def test_errors_of_the_whole_form_come_first() -> None:
    form = Sample({"due_on": "x"})
    form.add_error(None, "Kế hoạch này đã được nhập.")

    assert errors_of(form)[0] == ("", "Kế hoạch này đã được nhập.")


@pytest.mark.parametrize(
    "typed", ["15/10/2019", "15/10/19", "15.10.2019", "15-10-2019", "2019-10-15"]
)
def test_a_date_is_understood_as_it_is_typed(typed: str) -> None:
    assert DateField().clean(typed) == date(2019, 10, 15)


@pytest.mark.parametrize(
    "typed", ["80000000", "80.000.000", "80 000 000", "80.000.000 đ", "80.000.000 đồng"]
)
def test_an_amount_is_understood_as_it_is_typed(typed: str) -> None:
    assert MoneyField().clean(typed) == 80_000_000


@given(amount=st.integers(0, 10**15))
def test_an_amount_is_shown_as_it_would_be_read(amount: int) -> None:
    shown = MoneyField().widget.format_value(amount)

    assert MoneyField().clean(shown) == amount


def test_an_amount_that_is_none_is_refused() -> None:
    with pytest.raises(forms.ValidationError):
        MoneyField().clean("tám mươi triệu")
    assert MoneyField(required=False).clean("") is None
