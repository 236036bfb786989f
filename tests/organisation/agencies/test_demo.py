"""The demo province has the agencies that a three-tier province had in 2019."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cchc.modules.organisation.demo import agencies, local
from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.public import (
    AgencyKind,
    Level,
    agency_register,
    expand_all,
    living_agencies,
    working_calendar,
)
from cchc.modules.organisation.queries.agencies import lineage
from cchc.modules.organisation.queries.structure import structure_on
from cchc.platform.calendar import is_working_day
from tests.worlds import NOW, TODAY


@pytest.mark.django_db
def test_the_demo_province_is_whole() -> None:
    agencies.build(NOW)
    agencies.build(NOW)

    _count_agencies()
    _read_names_of_a_real_plan()
    _remember_2008()
    _keep_calendars()


def _count_agencies() -> None:
    count = {code: len(members) for code, members in expand_all(TODAY).items()}
    assert count["SO_NGANH"] == 19
    assert count["SO_BAN_NGANH"] == 25
    assert count["UBND_CAP_HUYEN"] == 12
    assert count["UBND_CAP_XA"] == 143
    assert count["DAI_TRUYEN_THANH_CAP_HUYEN"] == 12
    offices = living_agencies(TODAY, kinds=[AgencyKind.DISTRICT_OFFICE])
    assert len(offices) == 12 * 12
    communes = living_agencies(TODAY, levels=[Level.COMMUNE])
    assert len({card.name for card in communes if "phường" not in card.name}) == 143 - 17
    codes = Agency.objects.exclude(code="").values_list("code", "former_code")
    assert len(set(codes)) == len(codes) > 200


def _read_names_of_a_real_plan() -> None:
    register = agency_register(TODAY)
    for name in (
        "Trung tâm KSTTHC và PVHCC",
        "Sở Lao động – Thương binh và Xã hội",
        "Sở thông tin và truyền thông",
        "Văn phòng UBND Tỉnh",
        "Đài PT&TH",
        "Đài Phát thanh và Truyền hình Tỉnh",
        "Báo Đồng Tháp",
        "Ban Dân vận Tỉnh ủy",
        "Các cơ quan có liên quan",
        "Các sở, ngành tỉnh có liên quan",
        "Cơ quan hành chính",
        "UBND huyện, thị xã, thành phố",
    ):
        named = register.find(name)
        assert named is not None, name
        assert len(named.entries) == 1, name


def _remember_2008() -> None:
    day_before = agencies.REFORM_OF_2008 - timedelta(days=1)
    names = {card.name for card in structure_on(day_before).cards.values()}
    assert {"Sở Thể dục Thể thao", "Sở Bưu chính, Viễn thông", "UBND thị xã Tràm Xanh"} <= names
    culture = Agency.objects.get(name="Sở Văn hóa, Thể thao và Du lịch")
    assert len(lineage(culture.pk).earlier) == 2


def _keep_calendars() -> None:
    saturday, flood = date(2019, 10, 19), date(2019, 9, 5)
    centre = Agency.objects.get(short_name="Trung tâm KSTTHC và PVHCC")
    offices = Agency.objects.filter(parent__name="UBND huyện Cồn Én")
    assert is_working_day(working_calendar(centre.pk), saturday)
    assert not is_working_day(working_calendar(None), saturday)
    assert not is_working_day(working_calendar(offices[0].pk), flood)


def test_commune_names_follow_from_the_seed_and_are_used_once() -> None:
    first, again = list(local.communes_of()), list(local.communes_of())

    assert first == again
    assert first != list(local.communes_of(seed=1))
    assert len(first) == 143
    assert len({(unit, name) for _, unit, name in first if unit == "xã"}) == sum(
        district.communes for district in local.DISTRICTS
    )
