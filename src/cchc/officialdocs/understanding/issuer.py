"""Who issued a document: as its head prints it, else as symbol, place and text let one conclude."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cchc.officialdocs.document import Reading
from cchc.officialdocs.layout import Place
from cchc.officialdocs.register import AgencyRegister
from cchc.officialdocs.understanding.folding import fold, tidy
from cchc.officialdocs.understanding.lines import Line
from cchc.officialdocs.understanding.places import (
    Jurisdiction,
    committee_in,
    is_central_city,
    jurisdiction_in,
    province_named,
)
from cchc.officialdocs.understanding.writing import is_shouting, quiet

_MOTTO = re.compile(
    r"CỘNG\s*H(?:[ÒÓO]A|O[ÀÁ])\s*X[ÃA]\s*HỘI\s*CHỦ\s*NGH[ĨI]A\s*VIỆT\s*NAM|ĐẢNG CỘNG SẢN VIỆT NAM"
    r"|Độc\s*lập\s*[-–]\s*Tự\s*do\s*[-–]\s*Hạnh\s*phúc",
    re.IGNORECASE,
)
_LEVEL_START = re.compile(r"^(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)\b")
_BODY = re.compile(
    r"^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|so |bo |van phong|thanh tra|ban |cuc "
    r"|chi cuc|tinh uy"
    r"|thanh uy|huyen uy|dang uy|chinh phu|thu tuong|truong|trung tam|cong an|tong cuc|uy ban"
    r"|phong|kho bac"
    r"|bao hiem|tinh doan|toa an|vien|lien doan|hoi |chu tich|dang bo)"
)
_PERSON = re.compile(
    r"^(?:chu tich|giam doc|chanh|bo truong|thu tuong|truong|thu truong|tong |vien truong"
    r"|cuc truong|bi thu)"
)
_STAMPS = re.compile(r"^(?:du thao|mat|tuyet mat|toi mat|khan|thuong khan|hoa toc|ban sao|sao y)\b")
_NEEDS_PARENT = re.compile(r"^(?:van phong|thanh tra|phong|ban|trung tam|chi cuc|chu tich)\b")


def issuing_body(
    head: Sequence[Line],
    authority: Line | None,
    *,
    hints: tuple[str | None, str | None, str | None],
    texts: Sequence[str],
    register: AgencyRegister,
) -> Reading[str | None]:
    """Who issued the document.

    `head` are the lines above the number, `authority` the line of a decision that says who decides,
    `hints` symbol, place and the signer's authority, `texts` the title and first words of the body.
    """
    printed = _printed(head)
    if authority is not None and not _PERSON.match(fold(authority.text)):
        name = _full_name(quiet(authority.text))
        return Reading(name, authority.place, authority.confidence)
    if printed is not None:
        return printed
    return _concluded(hints, texts, register)


def _printed(head: Sequence[Line]) -> Reading[str | None] | None:
    """The body printed in capitals above the number, parent and own name put together."""
    names: list[str] = []
    place: Place | None = None
    confidence = 1.0
    for line in head:
        text = tidy(_MOTTO.sub(" ", line.text)).strip(" *_-–")
        if not text or not is_shouting(text) or len(text) > 120:
            continue
        plain = fold(text)
        if _STAMPS.match(plain):
            continue
        if names and _LEVEL_START.match(plain) and not _LEVEL_START.search(fold(names[-1])):
            names[-1] = f"{names[-1]} {text}"
        elif _BODY.match(plain):
            if text in names:
                continue
            names.append(text)
        elif names and not re.search(r"[:\d]", text):
            names[-1] = f"{names[-1]} {text}"
        else:
            continue
        place = place or line.place
        confidence = min(confidence, line.confidence)
    if not names:
        return None
    return Reading(_of_parent(names), place, confidence)


def _of_parent(names: list[str]) -> str:
    """The last of the printed names is the issuer; "VĂN PHÒNG" needs the name above it."""
    own = quiet(names[-1])
    if len(names) > 1 and _NEEDS_PARENT.match(fold(own)) and len(own.split()) <= 3:
        return f"{own} {quiet(names[-2])}"
    return _full_name(own)


def _full_name(name: str) -> str:
    """ "UBND tỉnh …" in full, as registers of issuers write it."""
    return re.sub(r"^UBND\b", "Ủy ban nhân dân", name)


def _concluded(
    hints: tuple[str | None, str | None, str | None],
    texts: Sequence[str],
    register: AgencyRegister,
) -> Reading[str | None]:
    """The issuer from symbol, signer and text, with the reason; None when nothing points to one."""
    symbol, place, signer = hints
    code = fold(symbol or "").replace("&", "")
    parts = re.split(r"[-/]", code)
    is_committee = (
        "ubnd" in parts or "uy ban nhan dan" in fold(signer or "") or ("ubnd" in fold(signer or ""))
    )
    is_office = any(part in {"vpubnd", "vp"} for part in parts)
    where = _where(texts, place)
    if (is_committee or is_office) and where is not None:
        body = f"{'Văn phòng ' if is_office and not is_committee else ''}Ủy ban nhân dân {where[0]}"
        return Reading(body, None, where[1], f"Văn bản không in tên cơ quan; suy từ {where[2]}.")
    for part in parts[1:] or parts:
        named = register.find(part) if len(part) > 2 else None
        if named is not None:
            doubt = "Văn bản không in tên cơ quan; suy từ ký hiệu."
            return Reading(named.entries[0].name, None, 0.5, doubt)
    for text in texts:
        owner = committee_in(text)
        if owner is not None:
            doubt = "Văn bản không in tên cơ quan; suy từ nội dung."
            return Reading(f"Ủy ban nhân dân {owner}", None, 0.5, doubt)
    return Reading(None, None, 0.3, "Không thấy tên cơ quan ban hành.")


def _where(texts: Sequence[str], place: str | None) -> tuple[Jurisdiction, float, str] | None:
    """The place of a committee: as the text names it, else the place of the date line."""
    for index, text in enumerate(texts):
        owner = committee_in(text) or jurisdiction_in(text, any_level=index == 0)
        if owner is not None:
            return owner, 0.8, "ký hiệu, người ký và nội dung"
    if place is None:
        return None
    province = province_named(place)
    if province is None:
        return None
    level = "thành phố" if is_central_city(province) else "tỉnh"
    return Jurisdiction(level, province), 0.6, "ký hiệu và địa danh"
