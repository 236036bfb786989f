"""The last touch on every layout: letters mended, sentences rejoined, doubts told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cchc.officialdocs.errors import EmptyDocument
from cchc.officialdocs.layout import Block, Doubt, Layout, Paragraph, Row, Table
from cchc.officialdocs.legacy_fonts import LegacyEncoding, convert, detect, is_unicode
from cchc.officialdocs.sources.flow import rejoin
from cchc.officialdocs.sources.grid import join_continued
from cchc.officialdocs.sources.letters import Oddity, clean

_ODDITIES = {
    Oddity.BIDI: "Tệp có ký tự điều khiển chiều viết (phải sang trái) ẩn trong chữ; đã bỏ. "
    "Hãy đối chiếu số, ngày với bản gốc.",
    Oddity.CONTROL: "Tệp có ký tự điều khiển ẩn trong chữ; đã bỏ.",
}


def finish(layout: Layout) -> Layout:
    """The layout as it leaves the readers; raises EmptyDocument when nothing could be read."""
    encoding = detect(_texts(layout.blocks))
    found: set[Oddity] = set()
    blocks = [_mended(block, encoding, found) for block in layout.blocks]
    kept = [block for block in blocks if not isinstance(block, Paragraph) or block.text]
    finished = join_continued(list(rejoin(kept)))
    if not finished:
        raise EmptyDocument("no-text", "Không tìm thấy chữ nào trong tệp.")
    doubts = list(layout.warnings)
    if encoding is not None:
        doubts.append(legacy_doubt(encoding))
    doubts += [Doubt(oddity.value, _ODDITIES[oddity]) for oddity in sorted(found)]
    return replace(layout, blocks=tuple(finished), warnings=tuple(doubts))


def legacy_doubt(encoding: LegacyEncoding) -> Doubt:
    """The word to the person that the letters were converted."""
    return Doubt(
        "legacy-encoding",
        f"Văn bản dùng bảng mã cũ {encoding.value}; đã chuyển sang Unicode. "
        "Hãy đối chiếu với bản gốc.",
    )


def _texts(blocks: Sequence[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row.cells)


def _mended(block: Block, encoding: LegacyEncoding | None, found: set[Oddity]) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=_mend(block.text, encoding, found))
    rows = tuple(
        Row(
            cells=tuple(
                replace(cell, text=_mend(cell.text, encoding, found)) for cell in row.cells
            ),
            place=row.place,
        )
        for row in block.rows
    )
    return Table(rows=rows, place=block.place)


def _mend(text: str, encoding: LegacyEncoding | None, found: set[Oddity]) -> str:
    if encoding is not None and not is_unicode(text):
        text = convert(text, encoding)
    return clean(text, found)
