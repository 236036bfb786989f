"""The small province with papers: for stories about writing, signing and numbering."""

from __future__ import annotations

from datetime import date, datetime

from cchc.modules.documents.models import Letter
from cchc.modules.documents.operations.drafting import LetterText, draft_letter
from cchc.modules.documents.operations.issuing import issue_letter, send_letter
from cchc.modules.documents.queries.signers import signing_choices
from cchc.modules.documents.rules.kinds import LetterKind
from cchc.modules.organisation.models import Agency, Person
from cchc.modules.organisation.rules.kinds import PostKind, RoleCode
from cchc.officialdocs.writing import Block, BlockKind
from tests.worlds import World

BODY = (
    Block(BlockKind.BASIS, "Căn cứ Kế hoạch số 271/KH-UBND ngày 06/12/2018 của UBND tỉnh;"),
    Block(BlockKind.PARAGRAPH, "Sở Nội vụ đề nghị các cơ quan hoàn thành nhiệm vụ chậm."),
)


class DocumentsWorld(World):
    """The province, with a director of Sở Nội vụ who signs."""

    director: Person

    def __post_init__(self) -> None:
        super().__post_init__()
        self.director = self.person(
            "Vũ Thị Minh",
            "minhvt",
            at=self.home_affairs,
            post=PostKind.HEAD,
            role=RoleCode.AGENCY_HEAD,
        )

    def text(self, subject: str = "Đôn đốc thực hiện nhiệm vụ", **changes: object) -> LetterText:
        """A whole text; the first who may sign for Sở Nội vụ signs."""
        whole: dict[str, object] = {
            "subject": subject,
            "addressees": ("Sở Tư pháp", "Sở Tài chính"),
            "blocks": BODY,
            "recipients": ("Như trên", "Lưu: VT, CCHC"),
            "signer": signing_choices(self.home_affairs.pk, self.today)[0].code,
        }
        return LetterText(**{**whole, **changes})  # type: ignore[arg-type]

    def draft(
        self,
        subject: str = "Đôn đốc thực hiện nhiệm vụ",
        *,
        agency: Agency | None = None,
        kind: LetterKind = LetterKind.LETTER,
        by: Person | None = None,
        **changes: object,
    ) -> Letter:
        """A draft of Sở Nội vụ to Sở Tư pháp."""
        return draft_letter(
            agency_id=(agency or self.home_affairs).pk,
            kind=kind,
            text=self.text(subject, **changes),
            recipient_agency_ids=[self.department.pk],
            actor=self.actor(by or self.operator),
            now=self.now,
        )

    def issued(self, letter: Letter | None = None, on: date | None = None) -> Letter:
        """A paper with its number."""
        return issue_letter(
            letter_id=(letter or self.draft()).pk,
            issued_on=on or self.today,
            actor=self.actor(self.operator),
            now=self.now,
        )

    def sent(self, now: datetime | None = None) -> Letter:
        """A paper that its recipients have."""
        letter = self.issued()
        actor = self.actor(self.operator)
        return send_letter(letter_id=letter.pk, actor=actor, now=now or self.now)
