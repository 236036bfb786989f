"""The generated pages say what the code says."""

from __future__ import annotations

from cchc.site.documenting import FOLDER, pages


def test_the_generated_pages_are_fresh() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    stale = sorted(
        name for name in pages().keys() | written.keys() if pages().get(name) != written.get(name)
    )

    assert stale == [], "run `make docs`"
