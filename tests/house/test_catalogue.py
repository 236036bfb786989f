"""Everything that people read can be read in English too."""

from __future__ import annotations

import re

import pytest

from cchc.site.wording import Words, catalogue, found, in_python, in_template, key_of

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|{\w*}")
COMMAND = "python -m cchc.site.wording"


def test_every_text_stands_in_the_catalogue_and_no_other() -> None:
    committed = {key_of(entry) for entry in catalogue()}

    assert sorted(words.one for words in found().keys() ^ committed) == [], f"run {COMMAND}"


def test_every_text_has_its_english() -> None:
    missing = [entry.msgid for entry in catalogue() if not entry.translated()]

    assert missing == []


def test_english_keeps_the_places_where_values_go() -> None:
    torn = []
    for entry in catalogue():
        translations = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
        wanted = set(PLACEHOLDER.findall(entry.msgid))
        torn += [entry.msgid for text in translations if set(PLACEHOLDER.findall(text)) - wanted]

    assert torn == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('_("Gia hạn")', Words("Gia hạn")),
        ('ngettext("%(n)s việc", "%(n)s việc này", n)', Words("%(n)s việc", "%(n)s việc này")),
        ('pgettext_lazy("nút", "Mở")', Words("Mở", context="nút")),
        ('_("hai " "phần")', Words("hai phần")),
    ],
)
def test_words_are_found_in_code(source: str, words: Words) -> None:
    assert list(in_python(source)) == [words]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('{% translate "Hôm nay" %}', Words("Hôm nay")),
        ('{% translate "Đạt 100%" %}', Words("Đạt 100%%")),
        ("<c-x t=\"{% translate 'Mở' %}\" />", Words("Mở")),
        ("{% translate 'Mở' context 'nút' %}", Words("Mở", context="nút")),
        ('{% include "a.html" with title=_("Việc") %}', Words("Việc")),
        (
            "{% blocktranslate trimmed with n=x %}\n  Còn {{ n }} việc,\n  100%\n"
            "{% endblocktranslate %}",
            Words("Còn %(n)s việc, 100%%"),
        ),
        (
            "{% blocktranslate count n=x %}{{ n }} a{% plural %}{{ n }} b{% endblocktranslate %}",
            Words("%(n)s a", "%(n)s b"),
        ),
    ],
)
def test_words_are_found_in_templates(source: str, words: Words) -> None:
    assert list(in_template(source)) == [words]
