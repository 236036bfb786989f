"""Templates obey the strict content policy and carry words that can be translated."""

from __future__ import annotations

import re

from tests.house.sources import PACKAGE, named, short, text

INLINE_STYLE = re.compile(r"<[^>]*\sstyle=|<style[\s>]", re.IGNORECASE)
INLINE_SCRIPT = re.compile(
    r"<script(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")", re.IGNORECASE
)
HANDLER = re.compile(r"<[^>]*\son[a-z]+=|javascript:", re.IGNORECASE)
COMMENT = re.compile(r"{#.*?#}|{% comment.*?endcomment %}", re.DOTALL)
SAFE = re.compile(r"\|\s*safe\b|{% autoescape off %}")
LETTERS = re.compile(r"[à-ỹÀ-ỸđĐ]")
TAG_OR_VARIABLE = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
BLOCK = re.compile(r"{% blocktranslate.*?{% endblocktranslate %}", re.DOTALL)


SAMPLES = "src/cchc/ui/templates/ui/samples/"
"""Pages of invented content for those who build; only the components in them are product."""
ALWAYS_VIETNAMESE = {
    "src/cchc/ui/templates/cotton/official_paper.html": "an official paper has one language",
}


def _found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{short(path)}: {match[0][:60]}"
        for path in named(".html", under=PACKAGE)
        for match in pattern.finditer(COMMENT.sub("", text(path)))
    ]


def test_no_style_stands_in_a_template() -> None:
    assert _found(INLINE_STYLE) == []


def test_no_script_stands_in_a_template() -> None:
    assert _found(INLINE_SCRIPT) == []
    assert _found(HANDLER) == []


def test_nothing_is_called_safe_in_a_template() -> None:
    """What comes from a document or a person is always escaped."""
    assert _found(SAFE) == []


def test_every_vietnamese_word_can_be_translated() -> None:
    """Words stand in {% translate %} or {% blocktranslate %}, never bare."""
    found = []
    for path in named(".html", under=PACKAGE):
        if short(path) in ALWAYS_VIETNAMESE or short(path).startswith(SAMPLES):
            continue
        bare = COMMENT.sub("", text(path))
        bare = TAG_OR_VARIABLE.sub("", BLOCK.sub("", bare))
        for number, line in enumerate(bare.splitlines(), 1):
            if LETTERS.search(line):
                found.append(f"{short(path)}: {line.strip()[:60]} (~{number})")

    assert found == []
