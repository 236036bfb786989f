"""The files of the repository, as the tests of the house read them."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "cchc"


@cache
def files() -> tuple[Path, ...]:
    """Every file that is committed or about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    return tuple(
        path for path in sorted({ROOT / name for name in listed if name}) if path.is_file()
    )


def named(*suffixes: str, under: Path = ROOT) -> list[Path]:
    """The files with one of these endings in a folder."""
    return [path for path in files() if path.suffix in suffixes and path.is_relative_to(under)]


def is_exempt(path: Path) -> bool:
    """Migrations and tables of data have the length that they have."""
    is_demo_data = "demo" in path.parts and path.stem.startswith("rows_")
    return is_demo_data or "migrations" in path.parts or "data" in path.parts


def short(path: Path) -> str:
    """The path as a person writes it."""
    return str(path.relative_to(ROOT))


@cache
def text(path: Path) -> str:
    """The text of a file."""
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(text(path))


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the product, and where it stands."""

    path: Path
    node: ast.FunctionDef | ast.AsyncFunctionDef

    @property
    def place(self) -> str:
        """How an exception or a failure names it."""
        return f"{short(self.path)}:{self.node.name}"

    @property
    def line_count(self) -> int:
        """Its lines without decorators and docstring."""
        node = self.node
        count = (node.end_lineno or node.lineno) - node.lineno + 1
        first = node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            count -= (first.end_lineno or first.lineno) - first.lineno + 1
        return count

    @property
    def parameter_names(self) -> list[str]:
        """Its parameters, without self and cls."""
        arguments = self.node.args
        names = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
        return [name for name in names if name not in {"self", "cls"}]

    @property
    def is_keyword_only(self) -> bool:
        """Whether it takes everything by name."""
        arguments = self.node.args
        return not [a for a in (*arguments.posonlyargs, *arguments.args) if a.arg != "self"]


@cache
def functions() -> tuple[Function, ...]:
    """Every function of the product."""
    return tuple(
        Function(path, node)
        for path in named(".py", under=PACKAGE)
        if not is_exempt(path)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def dotted(node: ast.expr) -> str:
    """The words of `a.b(c).d` as `a.b().d`."""
    match node:
        case ast.Name():
            return node.id
        case ast.Attribute():
            return f"{dotted(node.value)}.{node.attr}"
        case ast.Call():
            return f"{dotted(node.func)}()"
        case ast.Subscript():
            return f"{dotted(node.value)}[]"
    return ""
