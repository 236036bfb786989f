"""Every module looks like every other, and files are named for what is in them."""

from __future__ import annotations

import ast

import pytest

from tests.house.sources import PACKAGE, ROOT, named, short, text, tree

BANNED_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "base",
    "manager",
    "managers",
    "core",
    "misc",
}
MODULES = sorted(path.parent for path in (PACKAGE / "modules").glob("*/__init__.py"))
PARTS = {
    "__init__", "apps", "public", "permissions", "events", "job_names", "labels", "roles", "rules",
    "models", "queries", "operations", "figures", "worklist", "jobs", "web", "api", "demo",
    "management", "migrations", "commands", "grants", "subscriptions", "search", "checks",
    "links", "hearing", "static", "agenda",
}  # fmt: skip


def test_no_file_is_named_for_nothing() -> None:
    found = [
        short(path)
        for path in named(".py", ".html", ".js", ".css")
        if path.stem in BANNED_NAMES or path.parent.name in BANNED_NAMES
    ]

    assert found == []


@pytest.mark.parametrize("folder", MODULES, ids=lambda folder: folder.name)
def test_a_module_has_the_shape_of_a_module(folder: object) -> None:
    from pathlib import Path

    assert isinstance(folder, Path)
    parts = {path.stem for path in folder.iterdir() if path.name != "__pycache__"}
    events = {part for part in parts if part.endswith("_events")}

    assert parts - events <= PARTS, "a part that no other module has: take one of the known names"
    assert ast.get_docstring(tree(folder / "__init__.py")), "say what the module is for"


@pytest.mark.parametrize("folder", MODULES, ids=lambda folder: folder.name)
def test_a_module_says_what_it_gives_to_others(folder: object) -> None:
    from pathlib import Path

    assert isinstance(folder, Path)
    public = folder / "public.py"
    if public.is_file() and any(isinstance(n, ast.ImportFrom) for n in tree(public).body):
        assert "__all__" in text(public)


def test_no_model_is_saved_behind_our_back() -> None:
    """No signals on models, no `save` or `clean` of our own."""
    found = []
    for path in named(".py", under=PACKAGE):
        if "django.db.models.signals" in text(path):
            found.append(f"{short(path)}: signals")
        if "models" in path.parts or path.stem == "models":
            found += [
                f"{short(path)}: {node.name}"
                for node in ast.walk(tree(path))
                if isinstance(node, ast.FunctionDef) and node.name in {"save", "clean", "delete"}
            ]

    assert found == []


def test_nothing_is_imported_with_a_star() -> None:
    found = [
        short(path)
        for path in named(".py", under=ROOT)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]

    assert found == []
