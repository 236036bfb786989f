"""The small province with two late tasks and a director of Sở Nội vụ who signs letters."""

from __future__ import annotations

from datetime import date, timedelta

from cchc.modules.documents.public import issue_letter, send_letter
from cchc.modules.documents.queries.signers import signing_choices
from cchc.modules.organisation.models import Person
from cchc.modules.organisation.rules.kinds import PostKind, RoleCode
from cchc.modules.plans.models import Occurrence, Plan
from cchc.modules.plans.public import LateWanted, late_rows
from cchc.modules.urging.models import UrgingLetter
from cchc.modules.urging.operations.letters import Asked, write_letter
from tests.plans.world import PlansWorld, Row

FILM: Row = {
    "order_text": "a",
    "content": "Xây dựng phim ngắn về cải cách hành chính",
    "product": "Phim ngắn",
    "lead_text": "Sở Tư pháp",
    "time_text": "Quý III/2019",
}
REVIEW: Row = {
    "order_text": "b",
    "content": "Rà soát thủ tục hành chính",
    "lead_text": "Sở Tài chính",
    "time_text": "Tháng 8/2019",
}
LATER: Row = {
    "order_text": "c",
    "content": "Tổng kết năm",
    "lead_text": "Sở Tư pháp",
    "time_text": "Trước ngày 20/10/2019",
}


class LettersWorld(PlansWorld):
    """Today, 15/10/2019, Sở Tư pháp is late with a film and Sở Tài chính with a review."""

    director: Person
    program: Plan

    def __post_init__(self) -> None:
        super().__post_init__()
        self.director = self.person(
            "Vũ Thị Minh",
            "minhvt",
            at=self.home_affairs,
            post=PostKind.HEAD,
            role=RoleCode.AGENCY_HEAD,
        )
        self.program = self.plan(FILM, REVIEW, LATER)

    @property
    def film(self) -> Occurrence:
        """The late film of Sở Tư pháp."""
        return self.one(self.program, "a", self.department)

    @property
    def review(self) -> Occurrence:
        """The late review of Sở Tài chính."""
        return self.one(self.program, "b", self.other_department)

    def asked(self, **changes: object) -> Asked:
        """Answered in a week, done in three."""
        whole: dict[str, object] = {
            "issuer_id": self.home_affairs.pk,
            "as_of": self.today,
            "answer_by": self.today + timedelta(days=7),
            "finish_by": self.today + timedelta(days=21),
            "signer": signing_choices(self.home_affairs.pk, self.today)[0].code,
        }
        return Asked(**{**whole, **changes})  # type: ignore[arg-type]

    def letter(self, *chosen: int, by: Person | None = None, **changes: object) -> UrgingLetter:
        """A draft that urges the chosen occurrences, or all that is late."""
        actor = self.actor(by or self.operator)
        asked = self.asked(**changes)
        wanted = LateWanted(on=asked.as_of)
        late = [row.occurrence_id for row in late_rows(wanted, actor=actor)]
        return write_letter(
            asked=asked, wanted=wanted, chosen=chosen or late, actor=actor, now=self.now
        )

    def wave(self, on: date | None = None) -> UrgingLetter:
        """An issued and sent letter."""
        made = self.letter()
        who = {"actor": self.actor(self.operator), "now": self.now}
        issue_letter(letter_id=made.letter_id, issued_on=on or self.today, **who)
        send_letter(letter_id=made.letter_id, **who)
        made.refresh_from_db()
        return made
