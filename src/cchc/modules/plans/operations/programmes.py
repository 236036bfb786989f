"""Entering the programmes of several years under which plans are made."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from cchc.modules.plans.events import ProgrammeEntered
from cchc.modules.plans.models import Programme
from cchc.modules.plans.operations.drafting import issuer_for
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.refusals import WorkProblem, WorkRefused
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce


@transaction.atomic
def enter_programme(
    *,
    name: str,
    number: str = "",
    issued_on: date | None = None,
    starts_year: int,
    ends_year: int,
    issuer_id: int | None = None,
    actor: Actor,
    now: datetime,
) -> Programme:
    """Enter a programme; harmless when the issuer has it already.

    Raises AccessDenied, or WorkRefused when it has no name or ends before it begins.
    """
    issuer = issuer_for(actor, now, issuer_id)
    actor.require(Permission.CONFIRM, agency_id=issuer)
    said = name.strip()
    if not said or ends_year < starts_year:
        raise WorkRefused(WorkProblem.NOTHING_SAID)
    programme, is_new = Programme.objects.get_or_create(
        issuer_id=issuer,
        name=said[:500],
        starts_year=starts_year,
        defaults={
            "number": number.strip()[:80],
            "issued_on": issued_on,
            "ends_year": ends_year,
            "created_at": now,
        },
    )
    if is_new:
        event = ProgrammeEntered(programme_id=programme.pk, title=str(programme))
        announce(event, actor=actor, at=now)
    return programme
