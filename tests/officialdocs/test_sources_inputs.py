"""The real documents: what stands in them is there, whatever the file format."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from cchc.officialdocs.layout import Layout, Row
from cchc.officialdocs.sources.intake import read_layout

FIELDS = ("content", "product", "lead_text", "coordinating_text", "time_text", "budget_text")
PLAN = "272-kh-ubnd-ke-hoach-cchc-dong-thap-2019"


def bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", text).casefold()).strip()


def tasks(layout: Layout) -> list[list[str]]:
    """The rows of the plan's table, those a page cut in two joined."""
    (plan,) = [table for table in layout.tables() if len(table.rows[0].cells) == 8]
    joined: list[list[str]] = []
    for row in plan.rows[1:]:
        texts = [cell.text for cell in row.cells]
        if _is_section(row):
            continue
        if texts[0]:
            joined.append(texts)
        else:
            joined[-1] = [f"{a} {b}".strip() for a, b in zip(joined[-1], texts, strict=True)]
    return joined


def _is_section(row: Row) -> bool:
    own = [cell for cell in row.cells if cell.text and not cell.is_covered]
    return len(own) <= 2 and bool(row.cells[0].text)


def expected(folder: Path) -> list[dict[str, Any]]:
    text = (folder / f"{PLAN}.expect.json").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(text)["tasks"]
    return found


@pytest.mark.parametrize("form", ["txt", "docx", "pdf"])
def test_the_37_rows_are_there_cell_for_cell(shared_inputs: Path, form: str) -> None:
    rows = tasks(read_layout(shared_inputs / f"{PLAN}.{form}"))
    wanted = expected(shared_inputs)

    assert [bare(row[0]) for row in rows] == [bare(task["order"]) for task in wanted]
    for row, task in zip(rows, wanted, strict=True):
        assert [bare(cell) for cell in row[1:7]] == [bare(task[field] or "") for field in FIELDS]


@pytest.mark.parametrize("form", ["txt", "docx", "pdf"])
def test_the_sentences_pages_cut_are_whole(shared_inputs: Path, form: str) -> None:
    (path,) = [each for each in shared_inputs.glob(f"526-*.{form}") if ".scan" not in each.name]
    texts = [paragraph.text for paragraph in read_layout(path).paragraphs()]

    assert any("Chương trình hành động số 34/CTr-UBND" in text for text in texts)
    assert sum(bool(re.match(r"\d{1,2}\. ", text)) for text in texts) == 12


@pytest.mark.parametrize("name", ["bao-cao-cchc-dong-thap-2021", "ke-hoach-cchc-hau-giang-2021"])
def test_word_and_pdf_say_the_same(shared_inputs: Path, name: str) -> None:
    word, pdf = (
        [bare(p.text) for p in read_layout(shared_inputs / f"{name}.{form}").paragraphs()]
        for form in ("docx", "pdf")
    )

    assert len(set(word) & set(pdf)) >= 0.9 * len(word)
