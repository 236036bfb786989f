"""Only operations write, and only the clock says what time it is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.house.sources import PACKAGE, dotted, named, short, tree

ALWAYS_WRITING = {
    "save", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "raw_delete",
    "asave", "acreate", "aupdate", "adelete", "abulk_create",
}  # fmt: skip
MANAGER = re.compile(
    r"(\.objects\b|_manager\b|_set\b|\.(filter|all|exclude|select_for_update)\(\))"
)
WRITERS = {"operations", "demo", "migrations"}
MAY_WRITE = {
    "src/cchc/modules/organisation/models/person.py": "Django asks the accounts' manager to create",
}
MAY_ASK_THE_MACHINE = {
    "src/cchc/platform/clock/reading.py": "it is the clock",
    "src/cchc/platform/storage/sweeping.py": "ages of files on the disk",
}
TIME_CALLS = re.compile(
    r"(^|\.)(timezone\.(now|localtime|localdate)|(datetime|date)\.(now|utcnow|today)|time\.time)\(\)$"
)


def _calls(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]


def _writes(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    name, receiver = call.func.attr, dotted(call.func.value)
    if name in ALWAYS_WRITING:
        return True
    if name in {"create", "update", "delete"}:
        return bool(MANAGER.search(f".{receiver}")) or (name == "delete" and not call.args)
    return False


def _is_now(call: ast.Call) -> bool:
    """`localtime(value)` converts a moment that is known; without one it asks for now."""
    return not (
        isinstance(call.func, ast.Attribute) and call.func.attr.startswith("local") and call.args
    )


def test_only_operations_write() -> None:
    """Views, queries, jobs and rules call an operation; they never write themselves."""
    found = [
        f"{short(path)}:{call.lineno} {dotted(call.func)}"
        for folder in (PACKAGE / "modules", PACKAGE / "ui", PACKAGE / "platform" / "web")
        for path in named(".py", under=folder)
        if not WRITERS & {*path.relative_to(PACKAGE).parts, path.stem}
        and short(path) not in MAY_WRITE
        for call in _calls(path)
        if _writes(call)
    ]

    assert found == []


def test_only_the_clock_says_what_time_it_is() -> None:
    found = [
        f"{short(path)}:{call.lineno} {dotted(call)}"
        for path in named(".py", under=PACKAGE)
        if short(path) not in MAY_ASK_THE_MACHINE
        for call in _calls(path)
        if TIME_CALLS.search(dotted(call)) and _is_now(call)
    ]

    assert found == []


def test_rules_are_told_the_time() -> None:
    found = [
        short(path)
        for path in named(".py", under=PACKAGE / "modules")
        if "rules" in path.parts and "cchc.platform.clock" in path.read_text(encoding="utf-8")
    ]

    assert found == []
