"""The labels Word prints before the items of its lists; the file itself holds only the recipe."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cchc.officialdocs.sources.word_styles import Styles, W, value_of
from cchc.officialdocs.sources.xml_parts import Element

_LEVELS = 9
_SLOT = re.compile(r"%([1-9])")
_PLAIN_BULLETS = frozenset("-–—+*•")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 9999


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and prints."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restarts_after: int | None = None
    """The level (from 1) whose step sets this one back; 0 for never, None for any above it."""
    is_legal: bool = False


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """All lists of a document and how far each has counted."""

    lists: dict[str, _List] = field(default_factory=dict)
    style_levels: dict[str, int] = field(default_factory=dict)
    """The level a paragraph style stands for."""
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def label(self, number: str | None, level: int) -> str:
        """The label of the next item of the list `number` on `level` (from 0), "" for none."""
        found = self.lists.get(number or "")
        if found is None or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(found.abstract, [None] * _LEVELS)
        if number is not None and number not in self._begun:
            self._begun.add(number)
            for at in found.restarts:
                counts[at] = None
        start = found.restarts.get(level, _level(found, level).start)
        current = counts[level]
        counts[level] = start if current is None else current + 1
        for below in range(level + 1, _LEVELS):
            after = _level(found, below).restarts_after
            if after is None or level < after:
                counts[below] = None
        return _print(found, level, counts)


def _level(found: _List, level: int) -> Level:
    return found.levels.get(level, Level())


def _print(found: _List, level: int, counts: list[int | None]) -> str:
    recipe = _level(found, level)
    if recipe.form == "bullet":
        return _bullet(recipe.text)
    if recipe.form == "none":
        return _SLOT.sub("", recipe.text).strip()

    def number(slot: re.Match[str]) -> str:
        at = int(slot[1]) - 1
        shown = _level(found, at)
        count = counts[at]
        form = "decimal" if recipe.is_legal and at < level else shown.form
        return _figure(shown.start if count is None else count, form)

    return _SLOT.sub(number, recipe.text).strip()


def _bullet(text: str) -> str:
    text = text.strip()
    return text if text in _PLAIN_BULLETS else "-"


def _figure(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{number:02d}"
    return str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST:
        return str(number)
    parts = []
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        parts.append(letters * times)
    return "".join(parts)


def read_numbering(root: Element | None, styles: Styles) -> Numbering:
    """The lists of the part `numbering.xml`; none when the part is missing."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstracts = {
        element.get(f"{W}abstractNumId") or "": element
        for element in root.iterfind(f"{W}abstractNum")
    }
    links = {
        link: element
        for element in abstracts.values()
        if (link := value_of(element, "styleLink")) is not None
    }
    for element in root.iterfind(f"{W}num"):
        name = element.get(f"{W}numId")
        abstract = value_of(element, "abstractNumId")
        if name is None or abstract is None or abstract not in abstracts:
            continue
        recipe = abstracts[abstract]
        recipe = links.get(value_of(recipe, "numStyleLink") or "", recipe)
        numbering.lists[name] = _list(element, abstract, recipe, numbering.style_levels)
    return numbering


def _list(element: Element, abstract: str, recipe: Element, styles: dict[str, int]) -> _List:
    levels = {}
    for level in recipe.iterfind(f"{W}lvl"):
        at = _number(level.get(f"{W}ilvl"), 0)
        levels[at] = _read_level(level)
        style = value_of(level, "pStyle")
        if style is not None:
            styles.setdefault(style, at)
    restarts = {}
    for override in element.iterfind(f"{W}lvlOverride"):
        at = _number(override.get(f"{W}ilvl"), 0)
        replaced = override.find(f"{W}lvl")
        if replaced is not None:
            levels[at] = _read_level(replaced)
        start = value_of(override, "startOverride")
        if start is not None:
            restarts[at] = _number(start, 1)
    return _List(abstract, levels, restarts)


def _read_level(element: Element) -> Level:
    restart = value_of(element, "lvlRestart")
    return Level(
        form=value_of(element, "numFmt") or "decimal",
        text=value_of(element, "lvlText") or "",
        start=_number(value_of(element, "start"), 1),
        restarts_after=None if restart is None else _number(restart, 0),
        is_legal=element.find(f"{W}isLgl") is not None,
    )


def _number(text: str | None, default: int) -> int:
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default
