"""What this module puts into people's inboxes: papers that wait for a signature and a number."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from cchc.modules.documents import links
from cchc.modules.documents.models import Letter
from cchc.modules.documents.models.letter import LetterQuerySet
from cchc.modules.documents.permissions import Permission
from cchc.modules.documents.rules.kinds import LetterState
from cchc.modules.organisation.public import agency_cards
from cchc.modules.worklist.public import Urgency, WorkItem
from cchc.platform.access import Actor


def find_work(actor: Actor, today: date, limit: int) -> list[WorkItem]:
    """The papers that wait for this person to issue or to send them, the oldest first."""
    found = list(_waiting(actor).order_by("changed_at", "pk")[:limit])
    agencies = agency_cards({letter.agency_id for letter in found})
    return [
        WorkItem(
            kind="documents.issue",
            title=letter.subject,
            detail=_("{signer} ký").format(signer=letter.signer_name),
            due_on=None,
            state=_("trình ký"),
            agency_name=agencies[letter.agency_id].name,
            action_label=_("Phát hành"),
            url=links.letter(letter.pk),
            urgency=Urgency.LATER,
        )
        for letter in found
    ]


def count_work(actor: Actor, today: date) -> int:
    """How many papers wait for this person."""
    return _waiting(actor).count()


def _waiting(actor: Actor) -> LetterQuerySet:
    scope = actor.scope_of(Permission.ISSUE)
    waiting = Letter.objects.filter(state=LetterState.SUBMITTED)
    if actor.user_id is None or not scope:
        return waiting.none()
    return waiting if scope.everywhere else waiting.filter(agency_id__in=scope.agencies)


def waiting_rows(actor: Actor, today: date) -> list[LetterQuerySet]:
    """What `count_work` counts."""
    return [_waiting(actor)]
