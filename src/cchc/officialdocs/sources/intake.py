"""Takes a file in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cchc.officialdocs.layout import Layout
from cchc.officialdocs.sources.flow import rejoin
from cchc.officialdocs.sources.grid import renumbered
from cchc.officialdocs.sources.progress import Progress
from cchc.officialdocs.sources.text import read_text


def read_layout(path: Path, *, progress: Callable[[Progress], None] | None = None) -> Layout:
    """The layout of a file."""
    if path.suffix == ".docx":
        from cchc.officialdocs.sources.limits import Limits
        from cchc.officialdocs.sources.word import read_word
        from cchc.officialdocs.sources.zipped import Container

        with Container(path, Limits()) as container:
            layout = read_word(container, Limits())
    else:
        layout = read_text(path.read_text(encoding="utf-8"))
    return replace(layout, blocks=tuple(renumbered(list(rejoin(layout.blocks)))))
