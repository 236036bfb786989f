"""Finding papers by number or words, for the search of the whole product."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cchc.modules.documents import links
from cchc.modules.documents.labels import KINDS, STATES
from cchc.modules.documents.models import Letter
from cchc.modules.documents.models.letter import LetterQuerySet
from cchc.modules.documents.rules.kinds import LetterKind, LetterState
from cchc.platform.access import Actor
from cchc.platform.text.folding import fold
from cchc.platform.text.writing import date_vi
from cchc.ui.search import SearchHit

KIND = "Văn bản đi"
NAME = gettext_lazy("Văn bản đi")


def narrowed_by_words(letters: LetterQuerySet, words: str) -> LetterQuerySet:
    """The papers whose number, subject or addressees have every word, with or without marks."""
    for word in fold(words).split():
        letters = letters.filter(folded__contains=word)
    return letters


def find_letters(actor: Actor, words: str, limit: int) -> list[SearchHit]:
    """The papers the actor may see, the newest first."""
    found = narrowed_by_words(Letter.objects.visible_to(actor), words)
    return [
        SearchHit(
            kind=str(NAME),
            title=letter.subject,
            detail=_detail(letter),
            url=links.letter(letter.pk),
            icon="file-text",
        )
        for letter in found.order_by("-changed_at", "-pk")[:limit]
    ]


def _detail(letter: Letter) -> str:
    kind = str(KINDS[LetterKind(letter.kind)])
    if letter.issued_on is None:
        return f"{kind} · {STATES[LetterState(letter.state)]}"
    words = _("{kind} số {number} ngày {day}")
    return str(words.format(kind=kind, number=letter.number_text, day=date_vi(letter.issued_on)))
