"""The end of a document: who signed with what authority, and who gets a copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cchc.officialdocs.document import Reading, Signer
from cchc.officialdocs.register import AgencyRegister
from cchc.officialdocs.understanding.folding import fold, tidy
from cchc.officialdocs.understanding.lines import Line
from cchc.officialdocs.understanding.name_words import words_of
from cchc.officialdocs.understanding.writing import is_name, is_shouting

_POSITIONS = (
    r"(?:quyen |q\.?\s*)?(?:pho )?(?:chu tich|giam doc|chanh van phong|bo truong|thu truong"
    r"|tong giam doc"
    r"|cuc truong|chi cuc truong|truong ban|chanh thanh tra|bi thu|truong phong|vien truong"
    r"|hieu truong"
    r"|thu tuong|tong cuc truong|vu truong|chu nhiem|chanh an|tong bien tap|trung tuong"
    r"|thieu tuong|dai ta"
    r"|truong doan|tong thu ky|bi thu tinh uy|chanh van phong uy ban nhan dan.*)"
)
_POSITION = re.compile(
    rf"^{_POSITIONS}(?: (?:so|ubnd|uy ban|thuong truc|van phong|tinh|thanh pho)\b.{{0,60}})?$"
)
_AUTHORITY = re.compile(r"^(?:t\s?m|k\s?t|t\s?l|t\s?u\s?q|q)\s*[.,]\s*\S")
_SIGNED = re.compile(r"^\W*(?:da ky|ky boi|ky so|nguoi ky|thoi gian ky|co quan|email|\(ky)\b")
_RECIPIENTS = re.compile(r"^\W*noi nhan\b\W*")
_TRAILING_POSITION = re.compile(rf"\s(?P<position>(?:kt\.\s*\S.*|{_POSITIONS}))$")


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature found: the signer, and the lines it covers."""

    signer: Reading[Signer | None]
    start: int
    end: int


def find_signature(lines: Sequence[Line], start: int, end: int | None = None) -> Signature | None:
    """The first signature at or after a line; None when the text has none."""
    stop = len(lines) if end is None else end
    at = start
    while at < stop:
        if _begins_signature(lines, at):
            found = _signature(lines, at, stop)
            if found is not None:
                return found
        at += 1
    return None


def _begins_signature(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if len(line.text) > 120 or not is_shouting(line.text):
        return False
    plain = line.plain.strip(" *_")
    return bool(_AUTHORITY.match(plain) or _POSITION.match(plain))


def _signature(lines: Sequence[Line], at: int, stop: int) -> Signature | None:
    """Authority, position and name from the lines that follow one another."""
    titles: list[str] = []
    end = at
    while end < stop and len(titles) < 5 and _is_title_line(lines[end], begun=bool(titles)):
        titles.append(tidy(lines[end].text).strip(" *_"))
        end += 1
    name, name_at = _name_after(lines, end, stop)
    if name is None and not any(_AUTHORITY.match(fold(title)) for title in titles):
        return None
    authority, position = _told_apart(titles)
    doubt = None if name else "Không đọc được họ tên người ký."
    confidence = lines[name_at].confidence if name else 0.5
    place = lines[name_at if name else at].place
    reading: Reading[Signer | None] = Reading(
        Signer(authority, position, name), place, confidence, doubt
    )
    return Signature(reading, at, (name_at if name else end - 1) + 1)


def _is_title_line(line: Line, *, begun: bool) -> bool:
    """Whether a line is authority or position; a body's name only goes on with one begun."""
    if not is_shouting(line.text) or len(line.text) > 120:
        return False
    plain = line.plain.strip(" *_")
    if _AUTHORITY.match(plain) or _POSITION.match(plain):
        return True
    is_body = re.match(
        r"^(?:uy ban nhan dan|ubnd|hoi dong|tinh |thanh pho |huyen |ban |so )", plain
    )
    return begun and bool(is_body)


def _name_after(lines: Sequence[Line], start: int, stop: int) -> tuple[str | None, int]:
    """The name under the titles; stamps and "(Đã ký)" in between are passed over."""
    for at in range(start, min(start + 6, stop)):
        text = tidy(lines[at].text).strip(" *_.")
        if _SIGNED.match(fold(text)):
            continue
        if is_name(text) and not _RECIPIENTS.match(fold(text)):
            return (text.title() if text.isupper() else text), at
        if len(text) > 60 or text.startswith("-"):
            break
    return None, start


def _told_apart(titles: list[str]) -> tuple[str | None, str | None]:
    """The last title is the position, those above it the authority; one line may hold both."""
    if len(titles) == 1:
        plain = fold(titles[0])
        match = _TRAILING_POSITION.search(plain) if _AUTHORITY.match(plain) else None
        if match and len(plain) == len(titles[0]):
            start = match.start("position")
            return titles[0][:start].strip(), titles[0][start:].strip()
        return (titles[0], None) if _AUTHORITY.match(plain) else (None, titles[0])
    return ", ".join(titles[:-1]), titles[-1]


@dataclass(frozen=True, slots=True)
class Recipients:
    """The list under "Nơi nhận", and the lines it covers."""

    names: tuple[Reading[str], ...]
    start: int
    end: int


def find_recipients(
    lines: Sequence[Line], start: int, stop: int, register: AgencyRegister
) -> Recipients | None:
    """Who gets a copy; None when the text has no "Nơi nhận"."""
    for at in range(start, stop):
        begun = _RECIPIENTS.match(lines[at].plain)
        if begun is None or len(lines[at].text) > 400:
            continue
        items = _items(lines, at, stop)
        readings = [
            Reading(name, line.place, line.confidence)
            for text, line, _ in items
            for name in _one_by_one(text, register)
        ]
        return Recipients(tuple(readings), at, max((last for _, _, last in items), default=at) + 1)
    return None


def _items(lines: Sequence[Line], at: int, stop: int) -> list[tuple[str, Line, int]]:
    """The points of the list with their last lines; lines without a dash go on with a point."""
    column = lines[at].column
    items: list[tuple[str, Line, int]] = []
    rest = re.sub(r"^[\W_]*N[ơo]i\s+nh[ậa]n\W*", "", lines[at].text, flags=re.IGNORECASE)
    for piece in re.split(r";\s*[-–]?\s*|(?<=\.)\s+[-–]\s+", rest):
        if tidy(piece).strip(" -–.;"):
            items.append((tidy(piece).strip(" -–.;*_"), lines[at], at))
    for index in range(at + 1, min(stop, at + 60)):
        line = lines[index]
        if line.column != column or _begins_signature(lines, index):
            break
        is_point = bool(re.match(r"^\s*[-–+•*]", line.text))
        if not is_point and (not items or is_name(line.text) or len(line.text) > 160):
            break
        text = tidy(line.text).strip(" -–+•*_")
        if is_point or items[-1][0].endswith(";"):
            items.append((text, line, index))
        else:
            items[-1] = (f"{items[-1][0]} {text}", items[-1][1], index)
        if fold(text).startswith("luu"):
            break
    return [(text.rstrip(" .;"), line, last) for text, line, last in items]


def _one_by_one(text: str, register: AgencyRegister) -> list[str]:
    """ "Bộ Nội vụ, VP.Chính phủ" is two; "TT: TU, HĐND, UBND tỉnh" and "Lưu: VT, NC" stay one."""
    if ":" in text:
        return [text]
    pieces = [piece.strip() for piece in re.split(r",\s+(?![^()]*\))", text)]
    if len(pieces) == 1:
        return [text]
    if all(_is_recipient(piece, register) for piece in pieces):
        return pieces
    return [text]


def _is_recipient(piece: str, register: AgencyRegister) -> bool:
    if "/" in piece[:4]:
        return True
    found = register.longest_at(words_of(piece), 0)
    return found is not None and piece[:1].isupper() and len(found[0].display) > 6
