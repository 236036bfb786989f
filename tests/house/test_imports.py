"""Dependencies point one way."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.house.sources import PACKAGE, ROOT, named, short, text, tree


def test_the_import_contracts_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [str(program), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_no_contract_looks_away() -> None:
    """An `ignore_imports` needs a decision record that names it."""
    pyproject = text(ROOT / "pyproject.toml")

    assert "ignore_imports" not in pyproject


def test_the_product_imports_only_what_its_users_install() -> None:
    """A user has requirements/base.txt, not what development brings along."""
    pinned = re.findall(r"^([\w.-]+)(?:\[[^]]*\])?==", text(ROOT / "requirements/base.txt"), re.M)
    installed = {_plain(name) for name in pinned}
    owners = packages_distributions()
    missing = sorted(
        f"{short(path)}: {name}"
        for path in named(".py", under=PACKAGE)
        for name in _imported(tree(path))
        if name not in sys.stdlib_module_names
        and name != "cchc"
        and not {_plain(owner) for owner in owners.get(name, [])} & installed
    )

    assert missing == []


def _imported(node: ast.AST) -> Iterator[str]:
    """The packages that running a file imports: not those that only the type checker reads."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                continue
            case ast.Import(names=names):
                yield from (alias.name.partition(".")[0] for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.partition(".")[0]
        yield from _imported(child)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
