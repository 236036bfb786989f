"""Who may sign for an agency on a day, and how the head of its papers looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cchc.modules.documents.rules.signing import PostHolder, SigningChoice, choices, is_head
from cchc.modules.organisation.public import (
    AgencyCard,
    AgencyKind,
    agency_cards,
    colleagues_in,
    living_agencies,
    people_of,
)

_COMMITTEE = "Ủy ban nhân dân"
_UNITS = ("tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "thị trấn", "đặc khu")


@dataclass(frozen=True, slots=True)
class Issuer:
    """How an agency appears at the head of its papers."""

    superior: str
    lines: tuple[str, ...]
    name: str
    place: str


def signing_choices(agency_id: int, on: date) -> list[SigningChoice]:
    """The head, the deputies, and the heads of agencies directly below (by order, by mandate)."""
    card = agency_cards([agency_id], on).get(agency_id)
    if card is None:
        return []
    own = [
        PostHolder(person.id, person.full_name, person.title, card.name)
        for person in people_of(agency_id, on)
    ]
    return choices(
        is_committee=card.kind is AgencyKind.PEOPLES_COMMITTEE, own=own, below=_below(card, on)
    )


def _below(card: AgencyCard, on: date) -> list[PostHolder]:
    """The heads of a committee's departments, or of an agency's divisions."""
    wanted = (
        {AgencyKind.DEPARTMENT, AgencyKind.DISTRICT_OFFICE}
        if card.kind is AgencyKind.PEOPLES_COMMITTEE
        else {AgencyKind.DIVISION}
    )
    below = {one.id: one for one in living_agencies(on, kinds=wanted) if one.parent_id == card.id}
    found = [
        PostHolder(person.id, person.full_name, person.title, below[person.agency_id].name)
        for person in colleagues_in(below, on)
        if person.agency_id in below and is_head(person.title)
    ]
    order = {one.name: place for place, one in enumerate(below.values())}
    return sorted(found, key=lambda one: order[one.agency_name])


def issuer_of(agency_id: int, on: date) -> Issuer:
    """The head of the agency's papers on a day, and the place they are dated from."""
    card = agency_cards([agency_id], on)[agency_id]
    above = agency_cards([card.parent_id], on).get(card.parent_id) if card.parent_id else None
    is_committee = card.kind is AgencyKind.PEOPLES_COMMITTEE
    name = card.name.replace("UBND", _COMMITTEE)
    superior = "" if is_committee or above is None else _short(above.name).upper()
    return Issuer(superior, _lines(name), name, _place(card.name if is_committee else superior))


def _lines(name: str) -> tuple[str, ...]:
    """ỦY BAN NHÂN DÂN / TỈNH SEN HỒNG; other names stand on one line."""
    if name.startswith(_COMMITTEE):
        return _COMMITTEE.upper(), name.removeprefix(_COMMITTEE).strip().upper()
    return (name.upper(),)


def _short(name: str) -> str:
    return name.replace(_COMMITTEE, "UBND")


def _place(committee: str) -> str:
    """ "UBND tỉnh Sen Hồng" dates from Sen Hồng."""
    words = _short(committee).removeprefix("UBND").strip()
    for unit in _UNITS:
        if words.lower().startswith(f"{unit} "):
            words = words[len(unit) :].strip()
            break
    return words.title() if words.isupper() else words
