"""The frame of a document: its head, its end, and the points of its body between the two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cchc.officialdocs.document import Enclosing, Period, Reading, Signer
from cchc.officialdocs.register import AgencyRegister
from cchc.officialdocs.understanding.agencies import AgencyMention, split_agencies
from cchc.officialdocs.understanding.citations import Citation, find_citations
from cchc.officialdocs.understanding.folding import fold, folded
from cchc.officialdocs.understanding.header import (
    DateLine,
    NumberLine,
    Part,
    attachment_of,
    authority_after,
    date_line,
    kind_reading,
    number_line,
    parts_of,
)
from cchc.officialdocs.understanding.horizon import horizon_of
from cchc.officialdocs.understanding.issuer import issuing_body
from cchc.officialdocs.understanding.kinds import DECISION
from cchc.officialdocs.understanding.lines import Line, Stream
from cchc.officialdocs.understanding.outline import Point, outline_of
from cchc.officialdocs.understanding.places import jurisdiction_in, province_named
from cchc.officialdocs.understanding.signature import (
    Recipients,
    Signature,
    find_recipients,
    find_signature,
)
from cchc.officialdocs.understanding.writing import quiet


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything but targets and tasks; `points` is the body, `register` knows the province."""

    doc_type: Reading[str | None]
    number: Reading[str | None]
    symbol: Reading[str | None]
    issued_on: Reading[date | None]
    issuing_body: Reading[str | None]
    place: Reading[str | None]
    signer: Reading[Signer | None]
    title: Reading[str | None]
    year: Reading[int | None]
    period: Reading[Period | None]
    enclosing: Enclosing | None
    basis: tuple[Citation, ...]
    addressees: tuple[AgencyMention, ...]
    recipients: tuple[Reading[str], ...]
    points: tuple[Point, ...]
    register: AgencyRegister


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where the head ends and where signature and recipients stand."""

    head_end: int
    body_at: int
    signature: Signature | None
    recipients: Recipients | None


_ADDRESSEE = re.compile(r"^\W*kinh gui\s*:?\s*")


def frame_of(stream: Stream, register: AgencyRegister, year: int | None) -> Frame:
    """The frame of a document; `year` overrides what the title says."""
    lines = stream.lines
    main, attached = parts_of(lines)
    ends = _ends(lines, main, attached, register)
    number, dated, cited = _identity(lines, ends, main, attached)
    title = _title(attached or main)
    signer = ends.signature.signer if ends.signature else _unsigned()
    body = issuing_body(
        lines[: main.at if main else ends.head_end],
        authority_after(lines, main) if main and main.kind == DECISION else None,
        hints=(
            number.symbol.value,
            dated.place.value,
            signer.value.authority if signer.value else None,
        ),
        texts=[title.value or "", *(line.text for line in lines[ends.body_at : ends.body_at + 4])],
        register=register,
    )
    if cited is not None and cited.issuer and body.confidence < 0.8:
        issuer = re.sub(r"^UBND\b", "Ủy ban nhân dân", cited.issuer)
        body = Reading(issuer, None, 0.8, "Lấy theo dòng “Kèm theo Quyết định …”.")
    years = horizon_of(title, dated.day, year)
    known = register.for_place(_province(body, dated.place, title) or "")
    main_line = lines[main.at] if main else None
    shown = attached or main
    return Frame(
        doc_type=kind_reading(shown, number.symbol, lines[shown.at] if shown else main_line),
        number=number.number,
        symbol=number.symbol,
        issued_on=dated.day,
        issuing_body=body,
        place=dated.place,
        signer=signer,
        title=title,
        year=years[0],
        period=years[1],
        enclosing=_enclosing(main, attached, cited),
        basis=_basis(lines, main, attached, ends),
        addressees=_addressees(lines, ends, known),
        recipients=ends.recipients.names if ends.recipients else (),
        points=_points(lines, ends, attached),
        register=known,
    )


def _ends(
    lines: Sequence[Line], main: Part | None, attached: Part | None, register: AgencyRegister
) -> _Ends:
    first = main.body_at if main else 0
    signature = find_signature(lines, first)
    recipients = find_recipients(lines, first, len(lines), register)
    head_end = min(len(lines), first + 4 if main else 30)
    shown = attached or main
    return _Ends(head_end, shown.body_at if shown else 0, signature, recipients)


def _identity(
    lines: Sequence[Line], ends: _Ends, main: Part | None, attached: Part | None
) -> tuple[NumberLine, DateLine, Citation | None]:
    """Number and date of the document itself, or of the decision that its plan is attached to."""
    head = lines[: ends.head_end]
    number, dated = number_line(head), date_line(head)
    cited = None
    if number is None and main is not None and attached is None:
        cited = attachment_of(lines[main.body_at : main.body_at + 3])
    if number is None:
        number = _cited_number(cited)
    if dated is None:
        dated = _cited_date(cited)
    return number, _settled_place(dated), cited


def _settled_place(dated: DateLine) -> DateLine:
    """The place with the marks of the province it must be, where recognition spoilt them."""
    place = dated.place
    province = province_named(place.value) if place.value else None
    if province is None or province == place.value or place.confidence >= 1.0:
        return dated
    doubt = f"Chữ trên bản gốc là “{place.value}”; sửa theo tên tỉnh."
    return replace(dated, place=Reading(province, place.place, min(place.confidence, 0.8), doubt))


def _cited_number(cited: Citation | None) -> NumberLine:
    if cited is not None and cited.number is not None:
        doubt = "Lấy theo dòng “Kèm theo Quyết định …”."
        symbol = re.sub(r"^\d+(?:/\d{4})?/?", "", cited.number)
        return NumberLine(
            Reading(cited.number, None, 0.8, doubt), Reading(symbol or None, None, 0.8), 0
        )
    doubt = "Không thấy dòng “Số: …”."
    return NumberLine(Reading(None, None, 0.6, doubt), Reading(None, None, 0.6), 0)


def _cited_date(cited: Citation | None) -> DateLine:
    if cited is not None and cited.date is not None:
        doubt = "Lấy theo dòng “Kèm theo Quyết định …”."
        return DateLine(Reading(None), Reading(cited.date, None, 0.8, doubt), 0)
    doubt = "Không thấy dòng địa danh và ngày ban hành."
    return DateLine(Reading(None, None, 0.6), Reading(None, None, 0.6, doubt), 0)


def _title(part: Part | None) -> Reading[str | None]:
    if part is None or not part.title.value:
        return Reading(None, None, 0.3, "Không thấy tên văn bản.")
    return replace(part.title, value=quiet(part.title.value))


def _unsigned() -> Reading[Signer | None]:
    return Reading(None, None, 0.6, "Không thấy phần ký.")


def _province(
    body: Reading[str | None], place: Reading[str | None], title: Reading[str | None]
) -> str | None:
    """The province whose name agencies may carry: of the issuer, the title, the place."""
    for text in (body.value, title.value):
        found = jurisdiction_in(text or "")
        if found is not None:
            return found.name
    return place.value if place.value and len(place.value) <= 30 else None


def _enclosing(
    main: Part | None, attached: Part | None, cited: Citation | None
) -> Enclosing | None:
    if main is not None and attached is not None:
        title = quiet(main.title.value) if main.title.value else None
        return Enclosing(main.kind, title)
    return Enclosing(cited.kind, None) if cited is not None and cited.kind else None


def _basis(
    lines: Sequence[Line], main: Part | None, attached: Part | None, ends: _Ends
) -> tuple[Citation, ...]:
    """The acts that the document rests on: cited before its first heading or point."""
    found: dict[str, Citation] = {}
    for part in (main, attached):
        if part is None:
            continue
        for line in lines[part.body_at : part.body_at + 40]:
            plain = line.plain
            if re.match(r"^(?:[ivx]+\.|\d+\.|dieu 1\b|phan |chuong )", plain):
                break
            if re.match(r"^\W*\(?\s*(?:ban hanh\s+)?kem theo", plain):
                continue
            for citation in find_citations(line.text):
                found.setdefault(citation.number or citation.text, citation)
    return tuple(found.values())


def _addressees(
    lines: Sequence[Line], ends: _Ends, register: AgencyRegister
) -> tuple[AgencyMention, ...]:
    """Whom a letter addresses after "Kính gửi"."""
    for at, line in enumerate(lines[: ends.head_end + 8]):
        found = folded(line.text)
        match = _ADDRESSEE.match(found.plain)
        if match is None:
            continue
        texts = [found.cut(match.end(), len(found.plain))]
        for following in lines[at + 1 : at + 20]:
            if not re.match(r"^\s*[-–+•]", following.text) or len(following.text) > 300:
                break
            texts.append(re.sub(r"^\s*[-–+•]\s*", "", following.text))
        named = "; ".join(text.strip(" .;") for text in texts if text.strip(" .;:"))
        return tuple(split_agencies(named, register))
    return ()


def _points(lines: Sequence[Line], ends: _Ends, attached: Part | None) -> tuple[Point, ...]:
    """The points of the body, and of what follows the signature (appendices)."""
    blocks = [(e.start, e.end) for e in (ends.signature, ends.recipients) if e is not None]
    blocks = [(start, end) for start, end in blocks if end > ends.body_at]
    kept: list[Line] = []
    at = ends.body_at
    for start, end in sorted(blocks):
        kept += lines[at : max(at, start)]
        at = max(at, end)
    kept += lines[at:]
    if attached is None:
        kept = [line for line in kept if not fold(line.text).startswith("noi nhan")]
    return outline_of(kept, 0, len(kept))
