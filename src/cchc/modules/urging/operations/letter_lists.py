"""The monthly notice for the chairman: a draft made from what was late at the end of a month."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.documents.public import Letter, LetterKind, LetterText, draft_letter
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.queries.letter_lists import LateList
from cchc.platform.access import Actor


@transaction.atomic
def write_notice(
    *, found: LateList, issuer_id: int, signer: str, actor: Actor, now: datetime
) -> Letter:
    """Make a draft of the notice (or the paper for the meeting) from a list of late tasks.

    Raises AccessDenied, or LetterRefused of documents.
    """
    actor.require(Permission.WRITE_LETTERS, agency_id=issuer_id)
    return draft_letter(
        agency_id=issuer_id,
        kind=LetterKind.NOTICE,
        text=LetterText(
            subject=found.subject,
            blocks=found.blocks,
            recipients=(
                "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
                "Các cơ quan, đơn vị có tên tại Phụ lục",
                "Lưu: VT, CCHC",
            ),
            signer=signer,
        ),
        appendices=[found.appendix],
        recipient_agency_ids=found.agency_ids,
        actor=actor,
        now=now,
    )
