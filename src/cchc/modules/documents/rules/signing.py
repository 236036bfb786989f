"""Who may sign for an agency, and the lines above the signature (NĐ 30/2020, điều 13)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cchc.modules.documents.rules.kinds import Authority
from cchc.officialdocs.writing import Signature
from cchc.platform.text.folding import fold

_HEADS = re.compile(
    r"^(?:quyen |q\. ?)?(?:chu tich|giam doc|chanh van phong|chanh thanh tra|truong ban|cuc truong"
    r"|chi cuc truong|tong bien tap|chi huy truong|truong phong|truong dai|hieu truong|vien truong)"
)
_WHERE = re.compile(r"\s+(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\b.*$")
_COLLECTIVE = "TM. ỦY BAN NHÂN DÂN"


@dataclass(frozen=True, slots=True)
class PostHolder:
    """A person who may sign: the title is that of the post in the agency."""

    person_id: int
    name: str
    title: str
    agency_name: str


@dataclass(frozen=True, slots=True)
class SigningChoice:
    """One way to sign a paper."""

    person_id: int
    authority: Authority
    signature: Signature

    @property
    def code(self) -> str:
        """As a form sends it."""
        return f"{self.authority}:{self.person_id}"


def is_head(title: str) -> bool:
    """Whether a title is that of who leads an agency."""
    return _HEADS.match(fold(title)) is not None


def is_deputy(title: str) -> bool:
    """Whether a title is that of a deputy of who leads."""
    plain = fold(title)
    return plain.startswith("pho ") and is_head(plain.removeprefix("pho "))


def choices(
    *, is_committee: bool, own: Iterable[PostHolder], below: Iterable[PostHolder]
) -> list[SigningChoice]:
    """The ways to sign: the head, the deputies for the head, the offices below by order.

    `own` are the people of the issuing agency, `below` the heads of the agencies under it.
    """
    people = list(own)
    heads = [one for one in people if is_head(one.title)]
    deputies = [one for one in people if is_deputy(one.title)]
    title = _capitals(heads[0].title) if heads else ("CHỦ TỊCH" if is_committee else "GIÁM ĐỐC")
    found = []
    for one in heads:
        found.append(_choice(one, Authority.OWN, _own(is_committee)))
        if is_committee:
            found.append(_choice(one, Authority.CHAIR, ()))
    for one in deputies:
        found.append(_choice(one, Authority.DEPUTY, (*_own(is_committee), f"KT. {title}")))
        if is_committee:
            found.append(_choice(one, Authority.DEPUTY, (f"KT. {title}",), is_chair=True))
    for one in below:
        position = _position_below(one)
        for authority, mark in ((Authority.BY_ORDER, "TL."), (Authority.BY_MANDATE, "TUQ.")):
            signature = Signature((f"{mark} {title}",), position, one.name)
            found.append(SigningChoice(one.person_id, authority, signature))
    return _once(found)


def find_choice(code: str, known: Iterable[SigningChoice]) -> SigningChoice | None:
    """The choice that a form sent; None when nobody may sign so."""
    return next((choice for choice in known if choice.code == code), None)


def _own(is_committee: bool) -> tuple[str, ...]:  # noqa: FBT001
    return (_COLLECTIVE,) if is_committee else ()


def _choice(
    one: PostHolder, authority: Authority, lines: tuple[str, ...], *, is_chair: bool = False
) -> SigningChoice:
    """A way to sign; a deputy of a committee may sign for the chair alone."""
    signature = Signature(lines, _capitals(one.title), one.name)
    return SigningChoice(one.person_id, Authority.CHAIR if is_chair else authority, signature)


def _position_below(one: PostHolder) -> str:
    """ "GIÁM ĐỐC SỞ NỘI VỤ", "CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG KIỂM SOÁT VĂN BẢN"."""
    title, agency = _capitals(one.title), one.agency_name.upper()
    if title.startswith("CHÁNH VĂN PHÒNG"):
        return "CHÁNH VĂN PHÒNG"
    last = title.rsplit(" ", 1)[-1]
    return (
        f"{title} {agency.removeprefix(last).strip()}"
        if agency.startswith(last)
        else (f"{title} {agency}")
    )


def _capitals(title: str) -> str:
    """ "Chủ tịch UBND tỉnh" signs as CHỦ TỊCH."""
    return _WHERE.sub("", title).strip().upper()


def _once(found: list[SigningChoice]) -> list[SigningChoice]:
    return list({choice.code: choice for choice in found}.values())
