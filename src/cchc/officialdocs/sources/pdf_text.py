"""The text layer of a PDF page as a sheet: letters gathered into words, drawn lines into rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from cchc.officialdocs.legacy_fonts import convert_run, font_encoding
from cchc.officialdocs.sources.sheet import Rule, Sheet, Word

_BOLD = re.compile(r"bold|black|heavy|,B|-B(?:$|[^a-z])|semibold|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|,I|-I(?:$|[^a-z])", re.IGNORECASE)
_THIN = 2.6
_SHORTEST = 3.0
_TOO_MANY_LETTERS = 60_000
_GAP = 0.16

Letter = dict[str, Any]


def sheet_of(page: Any) -> Sheet:
    """The sheet of a page of pdfplumber; text that runs sideways all over the page is turned."""
    letters = [letter for letter in page.chars[:_TOO_MANY_LETTERS] if letter["text"]]
    upright = [letter for letter in letters if letter["upright"]]
    sideways = [letter for letter in letters if not letter["upright"]]
    width, height = float(page.width), float(page.height)
    across, down = _rules(page)
    if len(sideways) > 2 * len(upright) and len(sideways) > 40:
        is_rising = sum(letter["matrix"][1] for letter in sideways) > 0
        turned = [_turned(letter, width, height, is_rising=is_rising) for letter in sideways]
        across, down = _turned_rules(across, down, width, height, is_rising=is_rising)
        return Sheet(page.page_number, height, width, _words(turned), across, down)
    return Sheet(page.page_number, width, height, _words(upright), across, down)


def has_unreadable_letters(sheet: Sheet) -> bool:
    """Whether letters of the page have no meaning as text (the font says only their shapes)."""
    marks = sum(word.text.count("(cid:") + word.text.count("\ufffd") for word in sheet.words)
    return marks > max(5, len(sheet.words) // 10)


# --- words ------------------------------------------------------------------------------------


def _words(letters: Sequence[Letter]) -> list[Word]:
    words: list[Word] = []
    current: list[Letter] = []
    for letter in _without_doubles(letters):
        if letter["text"].isspace():
            _close(current, words)
            current = []
            continue
        if current and not _touches(current[-1], letter):
            _close(current, words)
            current = []
        current.append(letter)
    _close(current, words)
    return words


def _without_doubles(letters: Sequence[Letter]) -> list[Letter]:
    """Letters in the order they are drawn; one printed twice on one spot (false bold) is one."""
    kept: list[Letter] = []
    seen: dict[tuple[str, int, int], Letter] = {}
    for letter in letters:
        key = (letter["text"], round(letter["x0"]), round(letter["top"]))
        twin = seen.get(key)
        if twin is not None and abs(twin["x0"] - letter["x0"]) < 0.8 and letter["text"].strip():
            twin["doubled"] = True
            continue
        seen[key] = letter
        kept.append(letter)
    return kept


def _touches(before: Letter, letter: Letter) -> bool:
    size = max(before["size"], letter["size"], 1.0)
    if abs(_baseline(before) - _baseline(letter)) > 0.12 * size:
        return False
    if before["fontname"] != letter["fontname"] and _encodings_differ(before, letter):
        return False
    if before["size"] > 1.35 * letter["size"] or letter["size"] > 1.35 * before["size"]:
        return False
    return bool(-0.6 * size < letter["x0"] - before["x1"] < _GAP * size)


def _encodings_differ(before: Letter, letter: Letter) -> bool:
    return font_encoding(before["fontname"]) is not font_encoding(letter["fontname"])


def _baseline(letter: Letter) -> float:
    """The height of the line the letter stands on; fonts differ in how far they reach below it."""
    below = letter["matrix"][5] - letter["y0"] if "y0" in letter else -1.0
    if not 0 <= below < letter["size"]:
        below = 0.22 * letter["size"]
    return float(letter["bottom"] - below)


def _close(letters: Sequence[Letter], words: list[Word]) -> None:
    if not letters:
        return
    first = letters[0]
    size = max(letter["size"] for letter in letters)
    baseline = _baseline(first)
    words.append(
        Word(
            text=convert_run("".join(letter["text"] for letter in letters), first["fontname"]),
            x0=min(letter["x0"] for letter in letters),
            top=baseline - 0.78 * size,
            x1=max(letter["x1"] for letter in letters),
            bottom=baseline + 0.22 * size,
            size=round(size, 2),
            is_bold=sum(map(_is_bold, letters)) * 2 > len(letters),
            is_italic=sum(map(_is_italic, letters)) * 2 > len(letters),
        )
    )


def _is_italic(letter: Letter) -> bool:
    return _ITALIC.search(letter["fontname"]) is not None


def _is_bold(letter: Letter) -> bool:
    return bool(letter.get("doubled")) or _BOLD.search(letter["fontname"]) is not None


def _turned(letter: Letter, width: float, height: float, *, is_rising: bool) -> Letter:
    x0, x1, top, bottom = letter["x0"], letter["x1"], letter["top"], letter["bottom"]
    if is_rising:
        box = {"x0": height - bottom, "x1": height - top, "top": x0, "bottom": x1}
    else:
        box = {"x0": top, "x1": bottom, "top": width - x1, "bottom": width - x0}
    turned = {key: value for key, value in letter.items() if key != "y0"}
    return {**turned, **box, "size": letter.get("width") or letter["size"]}


# --- rules ------------------------------------------------------------------------------------


def _rules(page: Any) -> tuple[list[Rule], list[Rule]]:
    across: list[Rule] = []
    down: list[Rule] = []
    for line in page.lines:
        _add((line["x0"], line["top"], line["x1"], line["bottom"]), across, down)
    for rect in page.rects:
        _add_rect(rect, across, down)
    for curve in page.curves:
        points = curve.get("pts") or []
        for (x0, y0), (x1, y1) in pairwise(points):
            box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            _add(box, across, down)
    return across, down


def _add_rect(rect: Letter, across: list[Rule], down: list[Rule]) -> None:
    x0, top, x1, bottom = rect["x0"], rect["top"], rect["x1"], rect["bottom"]
    if bottom - top <= _THIN or x1 - x0 <= _THIN:
        _add((x0, top, x1, bottom), across, down)
    elif rect.get("stroke"):
        for y in (top, bottom):
            _add((x0, y, x1, y), across, down)
        for x in (x0, x1):
            _add((x, top, x, bottom), across, down)


def _add(box: tuple[float, float, float, float], across: list[Rule], down: list[Rule]) -> None:
    x0, top, x1, bottom = box
    if bottom - top <= _THIN and x1 - x0 > bottom - top:
        across.append(Rule((top + bottom) / 2, x0, x1))
    elif x1 - x0 <= _THIN:
        down.append(Rule((x0 + x1) / 2, top, bottom))


def _turned_rules(
    across: Iterable[Rule], down: Iterable[Rule], width: float, height: float, *, is_rising: bool
) -> tuple[list[Rule], list[Rule]]:
    if is_rising:
        return (
            [Rule(rule.at, height - rule.end, height - rule.start) for rule in down],
            [Rule(height - rule.at, rule.start, rule.end) for rule in across],
        )
    return (
        [Rule(width - rule.at, rule.start, rule.end) for rule in down],
        [Rule(rule.at, width - rule.end, width - rule.start) for rule in across],
    )
