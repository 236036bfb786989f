"""The areas of reform in two programmes."""

from __future__ import annotations

import pytest

from cchc.modules.plans.rules.areas import (
    SCHEMES,
    all_area_codes,
    recognise,
    scheme_by_code,
    scheme_for,
    translate,
)

OLD, NEW = SCHEMES


def test_eight_areas_became_seven() -> None:
    assert (len(OLD.areas), len(NEW.areas)) == (8, 7)
    assert scheme_for(2019) is OLD
    assert scheme_for(2020) is OLD
    assert scheme_for(2021) is NEW
    assert scheme_for(2035) is NEW
    assert scheme_by_code("2021-2030") is NEW
    with pytest.raises(KeyError):
        scheme_by_code("1990")


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Công tác thông tin, tuyên truyền", "COMMUNICATION"),
        ("CẢI CÁCH THỂ CHẾ", "INSTITUTIONS"),
        ("Cải cách thủ tục hành chính", "PROCEDURES"),
        ("Cải cách tổ chức bộ máy hành chính nhà nước", "APPARATUS"),
        ("Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức", "CIVIL_SERVICE"),
        ("Cải cách tài chính công", "PUBLIC_FINANCE"),
        ("Hiện đại hóa hành chính", "DIGITAL"),
        ("Công tác chỉ đạo, điều hành cải cách hành chính", "STEERING"),
        ("Khen thưởng", ""),
    ],
)
def test_a_heading_names_its_area(title: str, code: str) -> None:
    assert recognise(title, OLD) == code


def test_communication_passed_into_steering() -> None:
    assert translate("COMMUNICATION", NEW) == "STEERING"
    assert translate("COMMUNICATION", OLD) == "COMMUNICATION"
    assert translate("NOTHING", NEW) == ""
    assert recognise("Công tác tuyên truyền cải cách hành chính", NEW) == "STEERING"


def test_each_code_is_listed_once() -> None:
    assert len(all_area_codes()) == len(set(all_area_codes())) == 8
    assert OLD.area("DIGITAL") is not None
    assert OLD.area("X") is None
