"""The list of components in docs/ui.md, made from the components themselves.

`python -m tests.ui.components` writes it again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / "src" / "cchc" / "ui" / "templates" / "cotton"
PAGE = PROJECT / "docs" / "ui.md"
BEGIN, END = (
    "<!-- components: begin (written by tests/ui/components.py, do not edit) -->",
    "<!-- components: end -->",
)
_WHAT = re.compile(r"^{# (.*?) #}", re.DOTALL)
_VARS = re.compile(r"<c-vars (.*?) />")
_VAR = re.compile(r'(:?)([\w-]+)="([^"]*)"')


@dataclass(frozen=True)
class Attribute:
    """An attribute that a component takes."""

    name: str
    default: str
    is_value: bool

    @property
    def written(self) -> str:
        """As the page shows it: `:name=default` for values, `name` for words."""
        mark = ":" if self.is_value else ""
        default = f"={self.default}" if self.default not in {"", "None"} else ""
        return f"`{mark}{self.name}{default}`"


@dataclass(frozen=True)
class Component:
    """A component: its tag, what it is for, its attributes."""

    tag: str
    what: str
    attributes: list[Attribute]


def components() -> list[Component]:
    """Every component, by name."""
    return [_component(path) for path in sorted(FOLDER.glob("*.html"))]


def _component(path: Path) -> Component:
    source = path.read_text(encoding="utf-8")
    what, declared = _WHAT.match(source), _VARS.search(source)
    return Component(
        tag=f"c-{path.stem.replace('_', '-')}",
        what=what[1] if what else "",
        attributes=[
            Attribute(name, default, is_value=bool(colon))
            for colon, name, default in (_VAR.findall(declared[1]) if declared else [])
        ],
    )


def listing() -> str:
    """The table of components."""
    lines = ["| component | what it is | attributes |", "|---|---|---|"]
    for one in components():
        attributes = " ".join(each.written for each in one.attributes)
        lines.append(f"| `<{one.tag}>` | {one.what} | {attributes} |")
    return "\n".join(lines)


def page_with_listing() -> str:
    """docs/ui.md with the list as it should be."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{listing()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page_with_listing(), encoding="utf-8")
