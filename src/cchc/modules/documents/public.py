"""What other modules may call of documents."""

from cchc.modules.documents.links import letter as letter_link
from cchc.modules.documents.models import Letter
from cchc.modules.documents.operations.drafting import (
    LetterText,
    draft_letter,
    edit_letter,
    upload_word,
)
from cchc.modules.documents.operations.issuing import issue_letter, send_letter, withdraw_letter
from cchc.modules.documents.operations.registers import (
    begin_year,
    register_for,
    set_symbol,
    skip_numbers,
)
from cchc.modules.documents.operations.submitting import abandon_letter, submit_letter
from cchc.modules.documents.permissions import Permission
from cchc.modules.documents.queries.letter_page import paper_to_write, signer_choices
from cchc.modules.documents.queries.letters import drafting_agencies, letter_rows
from cchc.modules.documents.queries.pages import Choice, LetterRow
from cchc.modules.documents.queries.signers import Issuer, issuer_of, signing_choices
from cchc.modules.documents.rules.kinds import LetterKind, LetterState
from cchc.modules.documents.rules.lifecycle import LetterTransitionNotAllowed
from cchc.modules.documents.rules.refusals import LetterProblem, LetterRefused

__all__ = [
    "Choice",
    "Issuer",
    "Letter",
    "LetterKind",
    "LetterProblem",
    "LetterRefused",
    "LetterRow",
    "LetterState",
    "LetterText",
    "LetterTransitionNotAllowed",
    "Permission",
    "abandon_letter",
    "begin_year",
    "draft_letter",
    "drafting_agencies",
    "edit_letter",
    "issue_letter",
    "issuer_of",
    "letter_link",
    "letter_rows",
    "paper_to_write",
    "register_for",
    "send_letter",
    "set_symbol",
    "signer_choices",
    "signing_choices",
    "skip_numbers",
    "submit_letter",
    "upload_word",
    "withdraw_letter",
]
