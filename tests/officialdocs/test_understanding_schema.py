"""The JSON of a document and its published schema."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import TypeAdapter

from cchc.officialdocs import read, to_json
from cchc.officialdocs.schema import SCHEMA_PATH, json_schema, schema_text, write_schema
from cchc.officialdocs.shapes import DocumentJson

ROOT = Path(__file__).resolve().parents[2]
PAPERS = Path(__file__).parent / "papers"


def test_the_published_schema_is_that_of_the_code() -> None:
    published = (ROOT / SCHEMA_PATH).read_text(encoding="utf-8")

    assert published == schema_text(), "run: python -m cchc.officialdocs.schema"


def test_the_schema_is_written_under_a_root(tmp_path: Path) -> None:
    path = write_schema(tmp_path)

    assert json.loads(path.read_text(encoding="utf-8")) == json_schema()


def test_the_json_of_every_paper_keeps_to_the_schema() -> None:
    adapter = TypeAdapter(DocumentJson)

    for path in PAPERS.iterdir():
        data = json.loads(json.dumps(to_json(read(path)), ensure_ascii=False))
        adapter.validate_python(data, strict=True)


def test_each_value_of_a_task_says_where_it_stands_and_how_sure_it_is() -> None:
    task = to_json(read(PAPERS / "ke-hoach-so-xuong-dong.txt"))["tasks"][1]

    assert task["source"]["lead"] == {"table": 1, "row": 4, "cell": 3}
    assert set(task["source"]) <= set(task["confidence"])
    assert task["confidence"]["lead"] < 1
    assert "dấu tách" in task["doubt"]["lead"]
    assert all(0 <= sure <= 1 for sure in task["confidence"].values())


def test_what_the_paper_does_not_say_is_null() -> None:
    data = to_json(read(PAPERS / "ban-nhap.txt"))

    assert data["number"] is data["date"] is None
    assert data["doubt"]["number"]
