"""The agencies of the fictional tỉnh Sen Hồng, entered through the operations of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction

from cchc.modules.organisation.demo import local, provincial
from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.operations.calendars import set_hours, set_special_days
from cchc.modules.organisation.operations.changing import rename_agency
from cchc.modules.organisation.operations.ending import merge_agencies
from cchc.modules.organisation.operations.founding import found_agency
from cchc.modules.organisation.operations.groups import add_standard_groups
from cchc.modules.organisation.rules.codes import code_under, former_code_of
from cchc.modules.organisation.rules.hours import Opening
from cchc.modules.organisation.rules.kinds import AgencyKind, Level, SpecialDayKind
from cchc.modules.organisation.rules.placing import NewAgency
from cchc.platform.access import SYSTEM

PROVINCE = "UBND tỉnh Sen Hồng"
ROOT = "H99"
"""No province has this code."""
BEGINNING = date(2004, 1, 1)
REFORM_OF_2008 = date(2008, 5, 1)
CITY_SINCE = date(2018, 11, 1)
OFFICE_HOURS = ((time(7), time(11, 30)), (time(13, 30), time(17)))
SATURDAY_MORNING = (time(7, 30), time(11, 30))

K, L = AgencyKind, Level


@transaction.atomic
def build(now: datetime) -> None:
    """Enter all agencies, groups and calendars; nothing happens when they are there already."""
    if Agency.objects.exists():
        return
    maker = _Maker(now)
    committee = maker.found(PROVINCE, K.PEOPLES_COMMITTEE, L.PROVINCE, None, code=ROOT)
    _departments(maker, committee)
    _beside_the_committee(maker, committee)
    _districts(maker, committee)
    _history(maker, committee)
    add_standard_groups(actor=SYSTEM, now=now)
    _calendars(now)


@dataclass(slots=True)
class _Maker:
    """Founds agencies one after the other, each with the next place in the order."""

    now: datetime
    place: int = 0

    def found(
        self,
        name: str,
        kind: AgencyKind,
        level: Level,
        parent: Agency | None,
        aliases: tuple[str, ...] = (),
        **more: str,
    ) -> Agency:
        """Found an agency since the beginning; `more` are its codes and its short name."""
        self.place += 1
        new = NewAgency(
            name=name,
            kind=kind,
            level=level,
            parent_id=parent.pk if parent else None,
            precedence=self.place,
            **more,
        )
        return found_agency(new, on=BEGINNING, aliases=aliases, actor=SYSTEM, now=self.now)

    def coded(
        self,
        number: int,
        name: str,
        kind: AgencyKind,
        parent: Agency,
        aliases: tuple[str, ...] = (),
    ) -> Agency:
        """A provincial agency with both official codes."""
        return self.found(
            name,
            kind,
            L.PROVINCE,
            parent,
            code=code_under(ROOT, number),
            former_code=former_code_of((number,), ROOT),
            aliases=aliases,
        )

    def rename(self, agency: Agency, name: str, *, on: date, act: str) -> None:
        """Give the agency the name it has today, when it had another one at first."""
        if agency.name != name:
            rename_agency(
                agency_id=agency.pk, name=name, on=on, act=act, actor=SYSTEM, now=self.now
            )


def _departments(maker: _Maker, committee: Agency) -> None:
    for number, data in enumerate(provincial.DEPARTMENTS, start=1):
        first_name = data.former_name or data.name
        department = maker.coded(number, first_name, K.DEPARTMENT, committee, data.aliases)
        maker.rename(department, data.name, on=REFORM_OF_2008, act="22/2008/QĐ-UBND")
        for division in data.divisions:
            maker.found(division, K.DIVISION, L.PROVINCE, department)
        for index, unit in enumerate(data.units, start=1):
            maker.found(
                unit,
                K.PUBLIC_SERVICE_UNIT,
                L.PROVINCE,
                department,
                code=code_under(department.code, index),
                former_code=former_code_of((number, index), ROOT),
            )
        if data.name == provincial.OFFICE:
            maker.found(
                provincial.ONE_STOP,
                K.OTHER,
                L.PROVINCE,
                department,
                short_name="Trung tâm KSTTHC và PVHCC",
                code=code_under(department.code, 9),
                former_code=former_code_of((number, 9), ROOT),
                aliases=provincial.ONE_STOP_ALIASES,
            )


def _beside_the_committee(maker: _Maker, committee: Agency) -> None:
    press = K.PRESS
    maker.coded(40, provincial.BROADCASTER, press, committee, provincial.BROADCASTER_ALIASES)
    for number, name in enumerate(provincial.UNITS, start=41):
        maker.coded(number, name, K.PUBLIC_SERVICE_UNIT, committee)
    maker.found(provincial.NEWSPAPER, press, L.PROVINCE, None, aliases=provincial.NEWSPAPER_ALIASES)
    for name, aliases in provincial.BODIES:
        maker.found(name, K.PROVINCIAL_BODY, L.PROVINCE, None, aliases=aliases)
    for name, aliases in provincial.PARTY_AND_MASS:
        maker.found(name, K.PARTY_OR_MASS_BODY, L.PROVINCE, None, aliases=aliases)


def _districts(maker: _Maker, committee: Agency) -> None:
    found: dict[str, Agency] = {}
    for number, district in enumerate(local.DISTRICTS, start=1):
        found[district.name] = _district(maker, committee, number, district)
    counts = dict.fromkeys(found, 0)
    for district, unit, name in local.communes_of():
        counts[district.name] += 1
        parent, number = found[district.name], counts[district.name]
        district_number = int(parent.code.rpartition(".")[2])
        maker.found(
            f"UBND {unit} {name}",
            K.PEOPLES_COMMITTEE,
            L.COMMUNE,
            parent,
            code=code_under(parent.code, number),
            former_code=former_code_of((district_number, number), ROOT),
            territory_code=f"99{district_number:02d}{number:02d}",
        )


def _district(maker: _Maker, committee: Agency, number: int, data: local.District) -> Agency:
    full = f"{data.unit} {data.name}"
    district = maker.found(
        f"UBND {data.former_unit or data.unit} {data.name}",
        K.PEOPLES_COMMITTEE,
        L.DISTRICT,
        committee,
        code=code_under(ROOT, 60 + number),
        former_code=former_code_of((60 + number,), ROOT),
        territory_code=f"99{number:02d}",
    )
    maker.rename(district, f"UBND {full}", on=CITY_SINCE, act="594/NQ-UBTVQH14")
    for office in local.DISTRICT_OFFICES:
        name = office if data.unit == "huyện" else local.URBAN_OFFICES.get(office, office)
        maker.found(name, K.DISTRICT_OFFICE, L.DISTRICT, district)
    maker.found(f"Đài Truyền thanh {full}", K.PRESS, L.DISTRICT, district)
    for unit in local.DISTRICT_UNITS:
        maker.found(f"{unit} {full}", K.PUBLIC_SERVICE_UNIT, L.DISTRICT, district)
    return district


def _history(maker: _Maker, committee: Agency) -> None:
    """What the province remembers of the reform of 2008."""
    maker.place += 1000
    culture = Agency.objects.get(name="Sở Văn hóa, Thể thao và Du lịch")
    old = [
        maker.found(name, K.DEPARTMENT, L.PROVINCE, committee)
        for name in ("Sở Văn hóa - Thông tin", "Sở Thể dục Thể thao")
    ]
    merge_agencies(
        agency_ids=[agency.pk for agency in old],
        heir=culture.pk,
        on=REFORM_OF_2008,
        act="Quyết định 21/2008/QĐ-UBND",
        actor=SYSTEM,
        now=maker.now,
    )


def _calendars(now: datetime) -> None:
    """The hours of the province, a Saturday morning at the one-stop centre, and a local closure."""
    week = {
        weekday: [Opening(weekday, opens, closes) for opens, closes in OFFICE_HOURS]
        for weekday in range(5)
    }
    set_hours(week=week, effective_from=BEGINNING, actor=SYSTEM, now=now)
    centre = Agency.objects.get(name=provincial.ONE_STOP)
    with_saturday = {**week, 5: [Opening(5, *SATURDAY_MORNING)]}
    set_hours(
        week=with_saturday,
        effective_from=date(2018, 7, 1),
        agency_id=centre.pk,
        actor=SYSTEM,
        now=now,
    )
    district = Agency.objects.get(name="UBND huyện Cồn Én")
    set_special_days(
        first=date(2019, 9, 5),
        last=date(2019, 9, 6),
        kind=SpecialDayKind.CLOSED,
        reason="Khắc phục lốc xoáy và sạt lở bờ sông",
        act="Thông báo 118/TB-UBND",
        agency_id=district.pk,
        actor=SYSTEM,
        now=now,
    )
