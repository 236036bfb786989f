"""Finding what an operation works on: visible to the actor, and locked."""

from __future__ import annotations

from cchc.modules.documents.models import Letter
from cchc.modules.documents.rules.kinds import LetterState
from cchc.modules.documents.rules.lifecycle import OPEN
from cchc.modules.documents.rules.refusals import LetterProblem, LetterRefused
from cchc.platform.access import Actor
from cchc.platform.text.folding import fold


def locked_letter(letter_id: int, actor: Actor) -> Letter:
    """The paper, locked until the end of the transaction. Raises NotVisible."""
    return Letter.objects.select_for_update(of=("self",)).get_visible(actor, pk=letter_id)


def require_open(letter: Letter) -> None:
    """Raise LetterRefused unless the paper may still be changed."""
    if LetterState(letter.state) not in OPEN:
        raise LetterRefused(LetterProblem.NOT_EDITABLE)


def reason_of(reason: str) -> str:
    """The reason without stray spaces. Raises LetterRefused when there is none."""
    said = reason.strip()[:500]
    if not said:
        raise LetterRefused(LetterProblem.NO_REASON)
    return said


def searchable(letter: Letter) -> str:
    """What a paper is found by."""
    return fold(" ".join([letter.number_text, letter.subject, *letter.addressees]))[:4_000]
