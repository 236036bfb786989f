"""The words that people read: found in code and templates, kept with their English, compiled.

The source language is Vietnamese, so the only catalogue is English. It needs no gettext tools.
`python -m cchc.site.wording` writes the catalogue again: new words are added with no English yet,
words that are gone are dropped, translations are kept.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from django.template.base import DebugLexer, Token, TokenType

PACKAGE = Path(__file__).resolve().parents[1]
CATALOGUE = PACKAGE / "site" / "locale" / "en" / "LC_MESSAGES" / "django.po"
FUNCTIONS = {
    "_": ("one",),
    "gettext": ("one",),
    "gettext_lazy": ("one",),
    "gettext_noop": ("one",),
    "ngettext": ("one", "many"),
    "ngettext_lazy": ("one", "many"),
    "pgettext": ("context", "one"),
    "pgettext_lazy": ("context", "one"),
    "npgettext": ("context", "one", "many"),
}
INLINE = re.compile(r"""_\((?P<quote>["'])(?P<one>.*?)(?P=quote)\)""")
TRANSLATE = re.compile(
    r"""^trans(?:late)?\s+(?P<quote>["'])(?P<one>.*?)(?P=quote)"""
    r"""(?:.*\scontext\s+["'](?P<context>[^"']*)["'])?""",
    re.DOTALL,
)
CONTEXT = re.compile(r"""\scontext\s+["']([^"']*)["']""")


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """One text that people read; `many` is its form for several, `context` tells like from like."""

    one: str
    many: str = ""
    context: str = ""


def found() -> dict[Words, list[str]]:
    """Every text marked for translation, and the files it stands in."""
    places: dict[Words, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix == ".py" and "migrations" not in path.parts:
            words = in_python(path.read_text(encoding="utf-8"))
        elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
            words = in_template(path.read_text(encoding="utf-8"))
        else:
            continue
        for one in words:
            where = places.setdefault(one, [])
            if (name := str(path.relative_to(PACKAGE))) not in where:
                where.append(name)
    return places


def in_python(source: str) -> Iterator[Words]:
    """The texts in calls of `_` and its sisters."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
        values = [a.value if isinstance(a, ast.Constant) else None for a in node.args]
        shape = FUNCTIONS.get(name, ())
        texts = dict(zip(shape, values, strict=False))
        if texts and all(isinstance(value, str) and value for value in texts.values()):
            yield Words(**{part: str(value) for part, value in texts.items()})


def in_template(source: str) -> Iterator[Words]:
    """The texts in translate and blocktranslate tags, and in `_("…")` inside any tag."""
    tokens = iter(DebugLexer(source).tokenize())
    for token in tokens:
        if token.token_type not in {TokenType.BLOCK, TokenType.VAR}:
            continue
        if match := TRANSLATE.match(token.contents):
            yield Words(_doubled(match["one"]), context=match["context"] or "")
        elif token.contents.startswith(("blocktranslate", "blocktrans")):
            yield _block(token, tokens)
        for match in INLINE.finditer(token.contents):
            yield Words(_doubled(match["one"]))


def _doubled(literal: str) -> str:
    """A literal of a template as Django looks it up."""
    return literal.replace("%", "%%")


def _block(opening: Token, tokens: Iterator[Token]) -> Words:
    """The text of a block as Django looks it up: variables as %(name)s, trimmed lines joined."""
    texts = [""]
    for token in tokens:
        if token.token_type is TokenType.BLOCK:
            if token.contents.startswith("endblocktrans"):
                break
            texts.append("")
        elif token.token_type is TokenType.VAR:
            texts[-1] += f"%({token.contents})s"
        elif token.token_type is TokenType.TEXT:
            texts[-1] += token.contents.replace("%", "%%")
    if re.search(r"\btrimmed\b", opening.contents):
        texts = [" ".join(line.strip() for line in t.strip().splitlines()) for t in texts]
    context = CONTEXT.search(opening.contents)
    return Words(texts[0], texts[1] if len(texts) > 1 else "", context[1] if context else "")


def catalogue() -> polib.POFile:
    """The English catalogue as it is committed."""
    return polib.pofile(str(CATALOGUE)) if CATALOGUE.is_file() else polib.POFile(wrapwidth=100)


def key_of(entry: polib.POEntry) -> Words:
    """The words that an entry of the catalogue translates."""
    return Words(entry.msgid, entry.msgid_plural or "", entry.msgctxt or "")


def rewrite() -> int:
    """Write the catalogue again from the code; answers how many words lack English."""
    known = {key_of(entry): entry for entry in catalogue()}
    fresh = polib.POFile(wrapwidth=100)
    fresh.metadata = {
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for words, places in sorted(found().items()):
        old = known.get(words)
        entry = polib.POEntry(
            msgid=words.one,
            msgid_plural=words.many,
            msgctxt=words.context or None,
            msgstr=old.msgstr if old else "",
            msgstr_plural=(old.msgstr_plural if old else {0: "", 1: ""}) if words.many else {},
            occurrences=[(place, "") for place in places],
            flags=["python-format"] if re.search(r"%\(\w+\)", words.one) else [],
        )
        fresh.append(entry)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    fresh.save(str(CATALOGUE))
    return sum(not entry.translated() for entry in fresh)


def compile_into(folder: Path) -> None:
    """Compile the catalogue for Django, when it changed since the last time."""
    target = folder / "en" / "LC_MESSAGES" / "django.mo"
    if not CATALOGUE.is_file():
        return
    if target.is_file() and target.stat().st_mtime >= CATALOGUE.stat().st_mtime:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(f".{os.getpid()}")
    catalogue().save_as_mofile(str(fresh))
    fresh.replace(target)


if __name__ == "__main__":
    import sys

    sys.stdout.write(f"{CATALOGUE}: {rewrite()} words without English\n")
