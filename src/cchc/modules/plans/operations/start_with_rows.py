"""Beginning a plan whose rows another module already knows: the conclusions of a meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from cchc.modules.plans.operations.correct_draft import add_row, edit_header
from cchc.modules.plans.operations.start_import import start_by_hand
from cchc.modules.plans.rules.kinds import PlanKind
from cchc.platform.access import Actor


@transaction.atomic
def start_with_rows(
    *,
    title: str,
    document_kind: str,
    number: str,
    issued_on: date,
    issuer_id: int,
    rows: Sequence[Mapping[str, str]],
    plan_kind: PlanKind = PlanKind.DIRECTIVE,
    header: Mapping[str, str] | None = None,
    actor: Actor,
    now: datetime,
) -> int:
    """Begin a draft with these rows; a person reviews and confirms it as any other. Its number.

    Rows and header name the columns of a draft (rules.draft). Raises AccessDenied or DraftRefused.
    """
    draft = start_by_hand(
        title=title,
        plan_kind=plan_kind,
        issuer_id=issuer_id,
        year=issued_on.year,
        actor=actor,
        now=now,
    )
    known = {"document_kind": document_kind, "number": number, "issued_on": issued_on.isoformat()}
    for field, value in {**known, **(header or {})}.items():
        if value:
            edit_header(draft_id=draft.pk, field=field, value=value, actor=actor, now=now)
    for row in rows:
        add_row(draft_id=draft.pk, values=dict(row), actor=actor, now=now)
    return draft.pk
