"""Small files, small functions. An exception stands here with its reason, and nowhere else."""

from __future__ import annotations

from tests.house.sources import PACKAGE, ROOT, functions, is_exempt, named, short, text

FUNCTION, FILE, VIEW, PARAMETERS, TEMPLATE = 40, 400, 25, 6, 120
_PAGE = "names every field of its page in one call"
_READING = "to be cut: the steps of understanding one after another"
EXCEPTIONS = {
    "src/cchc/modules/plans/demo/papers.py:provincial_plan": "the text of a paper",
    "src/cchc/modules/plans/demo/stories.py:_review_of_documents": "one story told whole",
    "src/cchc/modules/plans/queries/calendars.py:_bars": _PAGE,
    "src/cchc/modules/documents/queries/letter_page.py:letter_page": _PAGE,
    "src/cchc/modules/plans/queries/plan_page.py:plan_page": _PAGE,
    "src/cchc/modules/plans/queries/review.py:review_page": _PAGE,
    "src/cchc/modules/plans/queries/task_page.py:task_page": _PAGE,
    "src/cchc/modules/plans/queries/task_parts.py:_part": "a row of a table from its sources",
    "src/cchc/modules/plans/queries/task_parts.py:parts_of": _PAGE,
    "src/cchc/officialdocs/reader.py:understand": _READING,
    "src/cchc/officialdocs/schema.py:to_json": "one line a key of the published JSON",
    "src/cchc/officialdocs/understanding/frame.py:frame_of": _READING,
    "src/cchc/officialdocs/writing/word.py:add_line": "the looks of a line, by name",
    "src/cchc/officialdocs/writing/word.py:add_paragraph": "the looks of a paragraph, by name",
    "src/cchc/platform/messages/sending.py:notify": "keyword-only: everything a message says",
    "tests/officialdocs/test_bad_input.py": "the table of the worst inputs",
}
"""Place: reason. Best empty."""


def _but_exceptions(found: dict[str, int]) -> dict[str, int]:
    return {place: size for place, size in found.items() if place not in EXCEPTIONS}


def test_functions_are_short() -> None:
    long = {f.place: f.line_count for f in functions() if f.line_count > FUNCTION}

    assert _but_exceptions(long) == {}


def test_views_are_thin() -> None:
    thick = {
        f.place: f.line_count
        for f in functions()
        if "web" in f.path.parts and f.parameter_names[:1] == ["request"] and f.line_count > VIEW
    }

    assert _but_exceptions(thick) == {}


def test_functions_take_few_parameters() -> None:
    """Operations take the fields of a form, each by its name."""
    greedy = {
        f.place: len(f.parameter_names)
        for f in functions()
        if len(f.parameter_names) > PARAMETERS
        and not (f.is_keyword_only and {"operations", "demo"} & {*f.path.parts, f.path.stem})
    }

    assert _but_exceptions(greedy) == {}


def test_files_are_short() -> None:
    long = {
        short(path): text(path).count("\n")
        for folder in (PACKAGE, ROOT / "tests", ROOT / "bench")
        for path in named(".py", ".js", ".css", under=folder)
        if not is_exempt(path) and text(path).count("\n") > FILE
    }

    assert _but_exceptions(long) == {}


def test_templates_are_short() -> None:
    long = {
        short(path): text(path).count("\n")
        for path in named(".html", under=PACKAGE)
        if text(path).count("\n") > TEMPLATE
    }

    assert _but_exceptions(long) == {}


def test_every_exception_is_still_needed() -> None:
    known = {f.place for f in functions()} | {short(path) for path in named(".py", ".html")}

    assert set(EXCEPTIONS) <= known
