"""Keeping a number as it stands, so that a report can be read again years later."""

from __future__ import annotations

from datetime import datetime
from itertools import islice

from django.db import transaction

from cchc.modules.figures.events import FigureFrozen
from cchc.modules.figures.models import FigureSnapshot
from cchc.modules.figures.permissions import Permission
from cchc.modules.figures.queries.measuring import every_row_of, value_of
from cchc.modules.figures.queries.sources import figure_of
from cchc.modules.figures.queries.wording import amount_words
from cchc.modules.figures.rules.cut import Cut, key_of, to_json
from cchc.modules.figures.rules.kinds import FigureKind
from cchc.modules.figures.rules.refusals import FreezeProblem, FreezeRefused
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce

MOST_ROWS = 100_000
"""More rows than this are not kept by their numbers; the number itself always is."""


@transaction.atomic
def freeze(*, code: str, cut: Cut, reason: str, actor: Actor, now: datetime) -> FigureSnapshot:
    """Keep the number of a cut as the actor sees it now, with its rows.

    Raises UnknownFigure, AccessDenied, NotCutSo or FreezeRefused.
    """
    actor.require_somewhere(Permission.FREEZE)
    why = reason.strip()
    if not why:
        raise FreezeRefused(FreezeProblem.NO_REASON)
    figure, today = figure_of(code), in_vietnam(now).date()
    value = value_of(code, cut, actor=actor, today=today)
    rows = list(islice(every_row_of(code, cut, actor=actor, today=today), MOST_ROWS + 1))
    has_all_rows = len(rows) <= MOST_ROWS
    kept = rows if has_all_rows else []
    is_rate = figure.kind is FigureKind.RATE
    snapshot = FigureSnapshot.objects.create(
        code=code,
        cut=to_json(cut),
        cut_key=key_of(cut),
        amount=value.amount,
        numerator=value.numerator,
        denominator=value.denominator,
        is_estimate=value.is_estimate,
        counted_on=value.counted_on,
        taken_at=now,
        taken_by_id=actor.user_id,
        taken_by_name=actor.signature,
        agency_id=actor.agency_id,
        is_whole=actor.scope_of(figure.permission).everywhere,
        reason=why[:500],
        row_ids=[row.id for row in kept],
        row_amounts=[row.amount for row in kept] if figure.amount_title else [],
        counted_ids=[row.id for row in kept if row.is_counted] if is_rate else [],
        has_all_rows=has_all_rows,
    )
    event = FigureFrozen(
        snapshot_id=snapshot.pk,
        code=code,
        figure_name=str(figure.name),
        amount=amount_words(figure, value.amount),
        reason=why[:300],
    )
    announce(event, actor=actor, at=now)
    return snapshot
