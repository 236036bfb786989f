"""The icons of the product: a short list of names, drawn from one sprite."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

SPRITE = "ui/icons.svg"
_NAMES_FILE = Path(__file__).with_name("icons.txt")
_OPENING = re.compile(r"^.*?<svg[^>]*>", re.DOTALL)
_BOX = re.compile(r'<path stroke="none" d="M0 0h24v24H0z" fill="none" ?/>')


class UnknownIcon(LookupError):
    """The icon is not on the list; add its name to `icons.txt`."""


@cache
def icon_names() -> frozenset[str]:
    """The names that may be used; each is an outline icon of Tabler."""
    return frozenset(_NAMES_FILE.read_text(encoding="utf-8").split())


def icon_svg(name: str, *, label: str = "", classes: str = "") -> SafeString:
    """An icon as SVG; without a label it is an ornament that screen readers skip."""
    if name not in icon_names():
        if getattr(settings, "CCHC_STRICT_ICONS", settings.DEBUG):
            raise UnknownIcon(name)
        name = "point"
    address = f"{static(SPRITE)}#{name}"
    if label:
        return format_html(
            '<svg class="i {}" role="img" aria-label="{}"><use href="{}"/></svg>',
            classes,
            label,
            address,
        )
    return format_html(
        '<svg class="i {}" aria-hidden="true"><use href="{}"/></svg>', classes, address
    )


def sprite(folder: Path) -> str:
    """One SVG file with a symbol for each name, from the folder of outline icons."""
    symbols = [
        _symbol(name, (folder / f"{name}.svg").read_text(encoding="utf-8"))
        for name in sorted(icon_names())
    ]
    return '<svg xmlns="http://www.w3.org/2000/svg">' + "".join(symbols) + "</svg>\n"


def _symbol(name: str, source: str) -> str:
    body = _BOX.sub("", _OPENING.sub("", source, count=1)).replace("</svg>", "")
    drawing = " ".join(body.split())
    return (
        f'<symbol id="{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
        f'stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">{drawing}</symbol>'
    )
