"""How documents write the names of agencies: usual abbreviations and other forms."""

from __future__ import annotations

import re

from cchc.modules.organisation.rules.kinds import AliasKind
from cchc.platform.text.folding import fold, squeeze

COMMITTEE = "UBND"
COMMITTEE_IN_FULL = "Ủy ban nhân dân"
_UNIT_SHORT = {
    "tỉnh": "tỉnh",
    "thành phố": "TP",
    "thị xã": "TX",
    "thị trấn": "TT.",
    "quận": "Q.",
    "huyện": "H.",
    "phường": "P.",
    "đặc khu": "ĐK",
    "xã": "X.",
}
_JOINTS = (
    (re.compile(r"\s+và\s+", re.IGNORECASE), "&"),
    (re.compile(r"\s*[–-]\s*"), "-"),
    (re.compile(r"\s*,\s*"), ""),
)
_SPLIT = re.compile(r"(&|-)")


def tidy(name: str) -> str:
    """The name with single spaces and composed letters."""
    return squeeze(name)


def same_name(one: str, other: str) -> bool:
    """Whether two names differ only in case, marks of tone, spaces or hyphens."""
    return _bare(one) == _bare(other)


def short_name_of(name: str) -> str:
    """The name as narrow columns write it: "Sở TT&TT", "UBND H. Lá Sen", "UBND TP Sen Hồng"."""
    territory = territory_of(name)
    if territory:
        for unit, short in _UNIT_SHORT.items():
            if territory.lower().startswith(f"{unit} "):
                return f"{COMMITTEE} {short} {territory[len(unit) + 1 :]}"
        return f"{COMMITTEE} {territory}"
    if name.startswith("Sở "):
        initials = _initials(name[3:])
        return f"Sở {initials}" if "&" in initials or "-" in initials else name
    return name


def territory_of(name: str) -> str:
    """The administrative unit of a committee's name: "UBND huyện Lá Sen" is of "huyện Lá Sen"."""
    for start in (COMMITTEE, COMMITTEE_IN_FULL, "Uỷ ban nhân dân"):
        if name.lower().startswith(f"{start.lower()} "):
            return name[len(start) + 1 :]
    return ""


def usual_aliases(name: str) -> tuple[tuple[str, AliasKind], ...]:
    """The other forms in which documents write this name, without the name itself."""
    found: dict[str, AliasKind] = {}
    territory = territory_of(name)
    if territory:
        found[f"{COMMITTEE} {territory}"] = AliasKind.ALIAS
        found[f"{COMMITTEE_IN_FULL} {territory}"] = AliasKind.ALIAS
        found[short_name_of(name)] = AliasKind.ABBREVIATION
    elif name.startswith("Sở "):
        initials = _initials(name[3:])
        if len(_SPLIT.sub("", initials)) > 2:  # two letters alone say nothing
            found |= {f"Sở {form}": AliasKind.ABBREVIATION for form in _spellings(initials)}
    found.pop(name, None)
    return tuple(found.items())


def _initials(text: str) -> str:
    for pattern, joint in _JOINTS:
        text = pattern.sub(f" {joint} " if joint else " ", text)
    return "".join(word if word in "&-" else word[0].upper() for word in text.split())


def _spellings(initials: str) -> list[str]:
    """With its joints, without them, and with every joint a hyphen: KH&ĐT, KHĐT, KH-ĐT."""
    parts = [part for part in _SPLIT.split(initials) if part not in "&-"]
    return list(dict.fromkeys([initials, "".join(parts), "-".join(parts)]))


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9&]+", " ", fold(name)).strip()
