"""Showing a draft to others, taking it as a correction, and giving it up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from cchc.modules.organisation.public import person_cards
from cchc.modules.plans import links
from cchc.modules.plans.events import DraftAbandoned, DraftShared, DraftTakenAsCorrection
from cchc.modules.plans.models import DraftShare, ImportDraft, Plan
from cchc.modules.plans.operations.drafting import locked_draft, ready_draft
from cchc.modules.plans.operations.telling import tell
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.kinds import DraftState
from cchc.modules.plans.rules.refusals import DraftProblem, DraftRefused
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce


@transaction.atomic
def share_draft(
    *, draft_id: int, person_ids: Sequence[int], actor: Actor, now: datetime
) -> ImportDraft:
    """Show a draft to other people, who may work on it; harmless for those who see it already.

    Raises NotVisible, AccessDenied or DraftRefused.
    """
    draft = locked_draft(draft_id, actor)
    actor.require(Permission.IMPORT, agency_id=draft.issuer_id)
    cards = person_cards(list(person_ids))
    if set(cards) != set(person_ids) or not cards:
        raise DraftRefused(DraftProblem.UNKNOWN_PERSON)
    shares = [
        DraftShare(draft=draft, person_id=person, shared_at=now, shared_by_id=actor.user_id)
        for person in cards
    ]
    DraftShare.objects.bulk_create(shares, ignore_conflicts=True)
    title = draft.title or draft.file_name
    names = ", ".join(card.full_name for card in cards.values())
    announce(DraftShared(draft_id=draft.pk, title=title, person_names=names), actor=actor, at=now)
    tell(
        cards,
        topic="plans.draft.shared",
        title=f"{actor.name} chia sẻ một bản nháp kế hoạch",
        body=title,
        link=links.draft(draft.pk),
        now=now,
    )
    return draft


@transaction.atomic
def take_as_correction(*, draft_id: int, plan_id: int, actor: Actor, now: datetime) -> ImportDraft:
    """Take a draft as the corrected paper of a plan in force of its issuer; nothing is read anew.

    Raises NotVisible, AccessDenied, or DraftRefused when it corrects another or is closed.
    """
    draft = ready_draft(draft_id, actor)
    actor.require(Permission.MANAGE, agency_id=draft.issuer_id)
    plan = Plan.objects.in_force().get_visible(actor, pk=plan_id)
    if plan.issuer_id != draft.issuer_id or draft.corrects_id not in (None, plan.pk):
        raise DraftRefused(DraftProblem.NOT_A_CORRECTION)
    draft.corrects = plan
    draft.plan_kind = plan.kind
    draft.changed_at = now
    draft.save(update_fields=["corrects", "plan_kind", "changed_at"])
    event = DraftTakenAsCorrection(draft_id=draft.pk, title=draft.title, number=str(plan))
    announce(event, actor=actor, at=now)
    return draft


@transaction.atomic
def abandon_draft(*, draft_id: int, actor: Actor, now: datetime) -> ImportDraft:
    """Give a draft up; the document stays stored, nothing else is left. Harmless to repeat.

    Raises NotVisible, AccessDenied, or DraftRefused when it was confirmed.
    """
    draft = locked_draft(draft_id, actor)
    actor.require(Permission.IMPORT, agency_id=draft.issuer_id)
    if draft.state == DraftState.CONFIRMED:
        raise DraftRefused(DraftProblem.ALREADY_CONFIRMED)
    if draft.state == DraftState.ABANDONED:
        return draft
    draft.state = DraftState.ABANDONED
    draft.failure_code = draft.failure_text = ""
    draft.changed_at = now
    draft.save(update_fields=["state", "failure_code", "failure_text", "changed_at"])
    title = draft.title or draft.file_name
    announce(DraftAbandoned(draft_id=draft.pk, title=title), actor=actor, at=now)
    return draft
