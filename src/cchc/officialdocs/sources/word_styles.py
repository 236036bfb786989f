"""What a Word file says about the look of letters: bold, italic, hidden, centred, in which font."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc.officialdocs.sources.xml_parts import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})
_DEEPEST_STYLE = 20


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; None means: as the style above says."""

    is_bold: bool | None = None
    is_italic: bool | None = None
    is_hidden: bool | None = None
    is_capitals: bool | None = None
    font: str | None = None

    def over(self, below: Look) -> Look:
        """This look, with what it leaves open taken from `below`."""
        return Look(
            is_bold=below.is_bold if self.is_bold is None else self.is_bold,
            is_italic=below.is_italic if self.is_italic is None else self.is_italic,
            is_hidden=below.is_hidden if self.is_hidden is None else self.is_hidden,
            is_capitals=below.is_capitals if self.is_capitals is None else self.is_capitals,
            font=self.font if self.font is not None else below.font,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style with what it inherits from."""

    look: Look
    is_centered: bool | None
    numbering: tuple[str | None, int | None]
    """The list the style belongs to and its level, either of them open."""
    parent: str | None


@dataclass(slots=True)
class Styles:
    """All styles of a Word file."""

    by_id: Mapping[str, Style] = field(default_factory=dict)
    defaults: Look = field(default_factory=Look)
    default_paragraph: str | None = None

    def look(self, style: str | None) -> Look:
        """The look of a paragraph style, down to the defaults of the document."""
        look = Look()
        for found in self._chain(style or self.default_paragraph):
            look = look.over(found.look)
        return look.over(self.defaults)

    def own_look(self, style: str | None) -> Look:
        """The look of a character style, without the defaults."""
        look = Look()
        for found in self._chain(style):
            look = look.over(found.look)
        return look

    def is_centered(self, style: str | None) -> bool:
        """Whether paragraphs of the style stand in the middle."""
        chain = self._chain(style or self.default_paragraph)
        return next((s.is_centered for s in chain if s.is_centered is not None), False) or False

    def numbering(self, style: str | None) -> tuple[str | None, int | None]:
        """The list and the level a paragraph style belongs to."""
        number = level = None
        for found in self._chain(style or self.default_paragraph):
            number = number if number is not None else found.numbering[0]
            level = level if level is not None else found.numbering[1]
        return number, level

    def _chain(self, style: str | None) -> list[Style]:
        chain: list[Style] = []
        while style is not None and style in self.by_id and len(chain) < _DEEPEST_STYLE:
            chain.append(self.by_id[style])
            style = chain[-1].parent
        return chain


def read_styles(root: Element | None) -> Styles:
    """The styles of the part `styles.xml`; none when the part is missing."""
    if root is None:
        return Styles()
    styles: dict[str, Style] = {}
    default = None
    for element in root.iterfind(f"{W}style"):
        name = element.get(f"{W}styleId")
        if name is None:
            continue
        styles[name] = _style(element)
        is_default = element.get(f"{W}default") in ("1", "true")
        if is_default and element.get(f"{W}type") == "paragraph":
            default = name
    run = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    return Styles(styles, read_look(run), default)


def _style(element: Element) -> Style:
    paragraph = element.find(f"{W}pPr")
    number = level = centered = None
    if paragraph is not None:
        number, level = read_numbering_of(paragraph)
        centered = read_centered(paragraph)
    return Style(
        look=read_look(element.find(f"{W}rPr")),
        is_centered=centered,
        numbering=(number, level),
        parent=value_of(element, "basedOn"),
    )


def read_look(properties: Element | None) -> Look:
    """What the properties of a run say of its look."""
    if properties is None:
        return Look()
    fonts = properties.find(f"{W}rFonts")
    font = None
    if fonts is not None:
        font = fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
    return Look(
        is_bold=_switch(properties, "b"),
        is_italic=_switch(properties, "i"),
        is_hidden=_switch(properties, "vanish"),
        is_capitals=_switch(properties, "caps"),
        font=font,
    )


def read_centered(properties: Element) -> bool | None:
    """Whether the properties of a paragraph put it in the middle; None when they do not say."""
    value = value_of(properties, "jc")
    return None if value is None else value == "center"


def read_numbering_of(properties: Element) -> tuple[str | None, int | None]:
    """The list and the level the properties of a paragraph name."""
    numbering = properties.find(f"{W}numPr")
    if numbering is None:
        return None, None
    level = value_of(numbering, "ilvl")
    is_level = level is not None and level.isdigit()
    return value_of(numbering, "numId"), int(level) if is_level and level else None


def value_of(element: Element, name: str) -> str | None:
    """The value of a child element that carries nothing but a value."""
    child = element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def _switch(properties: Element, name: str) -> bool | None:
    child = properties.find(f"{W}{name}")
    if child is None:
        return None
    return (child.get(f"{W}val") or "1") not in _OFF
