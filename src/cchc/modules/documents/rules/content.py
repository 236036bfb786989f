"""The text of a paper between its three forms: what is stored, what is typed, what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cchc.officialdocs.writing import Appendix, AppendixColumn, AppendixGroup, Block, BlockKind

MOST_LETTERS = 60_000
"""Of the typed text of one paper."""
_LABELS = (
    (BlockKind.HEADING, re.compile(r"^([IVX]{1,5}\.)\s+(?=\S)")),
    (BlockKind.ITEM, re.compile(r"^(\d{1,3}(?:\.\d{1,2})*[.)])\s+(?=\S)")),
    (BlockKind.SUBITEM, re.compile(r"^([a-zđ]\))\s+(?=\S)")),
    (BlockKind.DASH, re.compile(r"^([-–•+])\s+(?=\S)")),
)
_BASIS = re.compile(r"^căn cứ\b", re.IGNORECASE)


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """What was typed, a paragraph each: "Căn cứ …" is a basis, "1." an item, "a)", "-", "II."."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(_block(line) for line in lines if line)


def _block(line: str) -> Block:
    for kind, pattern in _LABELS:
        match = pattern.match(line)
        if match:
            label = "" if kind is BlockKind.DASH else match.group(1)
            return Block(kind, line[match.end() :], label)
    return Block(BlockKind.BASIS if _BASIS.match(line) else BlockKind.PARAGRAPH, line)


def text_of_blocks(blocks: Iterable[Block]) -> str:
    """The blocks as one types them, with an empty line between paragraphs."""
    return "\n\n".join(block.line for block in blocks)


def lines_of(text: str) -> tuple[str, ...]:
    """What was typed a line each (addressees, recipients), without dashes and closing marks."""
    lines = (" ".join(line.split()).strip("-–• ").rstrip(" ;.") for line in text.splitlines())
    return tuple(line for line in lines if line)


def stored_blocks(blocks: Iterable[Block]) -> list[dict[str, str]]:
    """The blocks as they are stored."""
    return [{"kind": str(block.kind), "label": block.label, "text": block.text} for block in blocks]


def blocks_of_stored(stored: Iterable[Mapping[str, str]]) -> tuple[Block, ...]:
    """The stored blocks."""
    return tuple(Block(BlockKind(one["kind"]), one["text"], one["label"]) for one in stored)


def stored_appendices(appendices: Iterable[Appendix]) -> list[dict[str, Any]]:
    """The appendices as they are stored."""
    return [
        {
            "title": one.title,
            "is_landscape": one.is_landscape,
            "columns": [[c.title, c.width, c.is_centered] for c in one.columns],
            "groups": [
                {"code": g.code, "title": g.title, "rows": [list(row) for row in g.rows]}
                for g in one.groups
            ],
        }
        for one in appendices
    ]


def appendices_of_stored(stored: Sequence[Mapping[str, Any]]) -> tuple[Appendix, ...]:
    """The stored appendices."""
    return tuple(
        Appendix(
            title=one["title"],
            columns=tuple(AppendixColumn(*column) for column in one["columns"]),
            groups=tuple(
                AppendixGroup(g["title"], tuple(tuple(row) for row in g["rows"]), g["code"])
                for g in one["groups"]
            ),
            is_landscape=one["is_landscape"],
        )
        for one in stored
    )
