"""The text of one Word paragraph as it shows on paper: runs, breaks, symbols, tracked changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from cchc.officialdocs.legacy_fonts import convert_run
from cchc.officialdocs.sources.word_styles import Look, W, read_look, value_of
from cchc.officialdocs.sources.xml_parts import Element, local

CharacterLook = Callable[[str | None], Look]
LookTest = Callable[[Look], bool]

_DROPPED = frozenset({"del", "moveFrom"})
_TRANSPARENT = frozenset(
    {"hyperlink", "smartTag", "sdtContent", "fldSimple", "ins", "moveTo", "customXml", "dir", "bdo",
     "oMath", "oMathPara", "rt", "ruby", "rubyBase", "box", "e", "num", "den", "sub", "sup", "f"}
)  # fmt: skip
_TRACKED = frozenset({"del", "moveFrom", "ins", "moveTo"})
_LETTERS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PICTURES = frozenset({"drawing", "pict", "object"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one look."""

    text: str
    look: Look


@dataclass(slots=True)
class Runs:
    """What stands in a paragraph, and what was met on the way."""

    pieces: list[Piece] = field(default_factory=list)
    text_boxes: list[Element] = field(default_factory=list)
    rendered_breaks: int = 0
    is_tracked: bool = False
    has_hidden: bool = False

    def text(self) -> str:
        """The letters, converted from old fonts and set in capitals where they show as capitals."""
        parts = []
        for look, group in groupby(self.pieces, key=lambda piece: piece.look):
            text = convert_run("".join(piece.text for piece in group), look.font)
            parts.append(text.upper() if look.is_capitals else text)
        return "".join(parts)

    def is_bold(self) -> bool:
        """Whether all letters are bold."""
        return self._all(lambda look: bool(look.is_bold))

    def is_italic(self) -> bool:
        """Whether all letters are italic."""
        return self._all(lambda look: bool(look.is_italic))

    def _all(self, holds: LookTest) -> bool:
        filled = [piece for piece in self.pieces if piece.text.strip()]
        return bool(filled) and all(holds(piece.look) for piece in filled)


def read_runs(paragraph: Element, below: Look, character_look: CharacterLook) -> Runs:
    """Everything a paragraph shows; `below` is the look of its style."""
    runs = Runs()
    for child in paragraph:
        _read_inline(child, runs, below, character_look)
    return runs


def _read_inline(element: Element, runs: Runs, below: Look, styles: CharacterLook) -> None:
    name = local(element)
    if name in _TRACKED:
        runs.is_tracked = True
    if name in _DROPPED:
        return
    if name == "r":
        _read_run(element, runs, below, styles)
    elif name == "sdt" or name in _TRANSPARENT:
        for child in element:
            _read_inline(child, runs, below, styles)
    elif name == "AlternateContent":
        for child in _chosen(element):
            _read_inline(child, runs, below, styles)


def _read_run(run: Element, runs: Runs, below: Look, styles: CharacterLook) -> None:
    properties = run.find(f"{W}rPr")
    look = below
    if properties is not None:
        style = value_of(properties, "rStyle")
        look = read_look(properties).over(styles(style).over(below) if style else below)
    for child in run:
        name = local(child)
        if (letters := _letters(name, child)) is not None:
            _add(runs, letters, look)
        elif name == "lastRenderedPageBreak":
            runs.rendered_breaks += 1
        elif name == "AlternateContent":
            for chosen in _chosen(child):
                runs.text_boxes += _text_boxes(chosen)
        elif name in _PICTURES:
            runs.text_boxes += _text_boxes(child)
        elif name == "delText":
            runs.is_tracked = True


def _letters(name: str, element: Element) -> str | None:
    """What an element of a run prints; None when it is no letter."""
    if name == "t":
        return element.text or ""
    return _symbol(element) if name == "sym" else _LETTERS.get(name)


def _add(runs: Runs, text: str, look: Look) -> None:
    if look.is_hidden:
        runs.has_hidden = runs.has_hidden or bool(text.strip())
    else:
        runs.pieces.append(Piece(text, look))


def _symbol(element: Element) -> str:
    """A letter from a symbol font: those of the private area have no meaning as text."""
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xD800 else ""


def _chosen(alternatives: Element) -> Iterator[Element]:
    """The children of the first alternative: the others show the same for older programs."""
    for alternative in alternatives:
        if local(alternative) in ("Choice", "Fallback"):
            yield from alternative
            return


def _text_boxes(picture: Element) -> list[Element]:
    """The contents of text boxes in a drawing, each once."""
    found: list[Element] = []
    waiting = [picture]
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name == "txbxContent":
            found.append(element)
        elif name == "AlternateContent":
            waiting += reversed(list(_chosen(element)))
        else:
            waiting += reversed(list(element))
    return found
