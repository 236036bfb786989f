"""What stands behind each figure of plans: work, extensions, proofs, parts, documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Q
from django.utils.translation import gettext as _

from cchc.modules.figures.public import Asked, Cut, FigureRow, rounded_to
from cchc.modules.plans import links
from cchc.modules.plans.labels import EXTENSION_STATES, PLAN_KINDS
from cchc.modules.plans.models import Assignment, Extension, Occurrence, Submission
from cchc.modules.plans.queries.figures_cutting import listed, narrowed
from cchc.modules.plans.queries.figures_entry import SAME_DAY, entered
from cchc.modules.plans.queries.figures_events import ASKED_ON, GRANTED, RETURNED, RETURNED_ON
from cchc.modules.plans.queries.figures_late import LATE_SUMS, with_days_late
from cchc.modules.plans.queries.figures_parts import (
    ACKNOWLEDGED,
    GIVEN_ON,
    acknowledged_parts,
    office_hours,
)
from cchc.modules.plans.queries.figures_rows import Listing, Rows
from cchc.modules.plans.queries.figures_work import columns_of
from cchc.modules.plans.queries.naming import agency_refs, obligation_label
from cchc.modules.plans.queries.work import work_rows
from cchc.modules.plans.rules.figure_codes import COUNTED_OVER, NUMERATORS, FigureCode
from cchc.modules.plans.rules.kinds import ExtensionState, PlanKind
from cchc.modules.plans.rules.timeliness import Timeliness
from cchc.platform.calendar import in_vietnam
from cchc.platform.text.writing import date_vi, moment_vi

_LONG = 300
_Found = TypeVar("_Found")


def listing_of(code: FigureCode, asked: Asked, *, whole: bool = False) -> Listing:
    """The rows behind a figure; `whole`: however they stand now and in whatever period."""
    return _LISTINGS.get(code, _work)(code, asked, None if whole else asked.cut)


def _work(code: FigureCode, asked: Asked, cut: Cut | None) -> Listing:
    columns = columns_of(asked.cut)
    work: Rows = Occurrence.objects.select_related("task", "plan", "assignment")
    rows = listed(work, columns, asked.actor)
    if cut is not None:
        rows = narrowed(rows, columns, cut)
        rows = rows.filter(timeliness__in=sorted(COUNTED_OVER[code]))
    if code in LATE_SUMS:
        rows = with_days_late(rows, code, asked)
    numerator = NUMERATORS.get(code)
    counted = Q(timeliness__in=sorted(numerator)) if numerator else None
    return Listing(rows, counted, ("sorts_on", "id"), _show_work)


def _show_work(found: Sequence[Occurrence], asked: Asked) -> list[FigureRow]:
    amounts = {one.pk: getattr(one, "figure_amount", None) for one in found}
    on_time = {one.pk: one.timeliness == Timeliness.DONE_ON_TIME for one in found}
    return [
        FigureRow(
            id=row.id,
            title=_titled(row.content, row.label),
            url=links.task(row.task_id, row.id),
            code=row.code,
            agency_name=row.agency.name,
            source=row.plan_number,
            on=row.due_on,
            status=row.badge.label,
            tone=row.badge.tone,
            amount=_decimal(amounts[row.id]),
            is_counted=on_time[row.id],
        )
        for row in work_rows(found, today=asked.today)
    ]


def _extensions(code: FigureCode, asked: Asked, cut: Cut | None) -> Listing:
    rows = Extension.objects.select_related("occurrence__task", "occurrence__plan")
    rows = listed(rows, ASKED_ON, asked.actor)
    if cut is not None:
        rows = narrowed(rows, ASKED_ON, cut)
        rows = rows.filter(GRANTED) if code is FigureCode.EXTENSIONS_GRANTED else rows
    return Listing(rows, None, ("asked_at", "id"), _show_extensions)


def _show_extensions(found: Sequence[Extension], asked: Asked) -> list[FigureRow]:
    return [
        _about_work(
            one.pk,
            one.occurrence,
            name,
            on=in_vietnam(one.asked_at).date(),
            status=f"{EXTENSION_STATES[ExtensionState(one.state)]}: "
            f"{date_vi(one.due_on)} → {date_vi(one.granted_on or one.wanted_on)}",
        )
        for one, name in _with_agency(found, [one.occurrence.agency_id for one in found])
    ]


def _returned(code: FigureCode, asked: Asked, cut: Cut | None) -> Listing:
    rows = Submission.objects.filter(RETURNED).select_related(
        "occurrence__task", "occurrence__plan"
    )
    rows = listed(rows, RETURNED_ON, asked.actor)
    if cut is not None:
        rows = narrowed(rows, RETURNED_ON, cut)
    return Listing(rows, None, ("decided_at", "id"), _show_returned)


def _show_returned(found: Sequence[Submission], asked: Asked) -> list[FigureRow]:
    return [
        _about_work(
            one.pk,
            one.occurrence,
            name,
            on=in_vietnam(one.decided_at).date() if one.decided_at else None,
            status=one.return_reason[:_LONG],
        )
        for one, name in _with_agency(found, [one.occurrence.agency_id for one in found])
    ]


def _parts(code: FigureCode, asked: Asked, cut: Cut | None) -> Listing:
    is_hours = code is FigureCode.ACKNOWLEDGE_HOURS
    rows: Rows = acknowledged_parts() if is_hours else Assignment.objects.live()
    rows = listed(rows.select_related("task", "plan"), GIVEN_ON, asked.actor)
    if cut is not None:
        rows = narrowed(rows, GIVEN_ON, cut)
    counted = None if is_hours else ACKNOWLEDGED
    return Listing(rows, counted, ("assigned_on", "id"), _show_parts)


def _show_parts(found: Sequence[Assignment], asked: Asked) -> list[FigureRow]:
    office = office_hours(asked)
    rows = []
    for one, name in _with_agency(found, [one.agency_id for one in found]):
        begun_at, taken_at = getattr(one, "begun_at", None), one.acknowledged_at
        hours = None
        if begun_at is not None and taken_at is not None:
            seconds = max(office.seconds_until(taken_at) - office.seconds_until(begun_at), 0)
            hours = rounded_to(Decimal(int(seconds // 60)) / 60, 1)
        rows.append(
            FigureRow(
                id=one.pk,
                title=_titled(one.task.content, obligation_label(one.obligation)),
                url=links.task(one.task_id),
                code=one.task.code,
                agency_name=name,
                source=one.plan.number,
                on=one.assigned_on,
                status=_acknowledged(taken_at),
                amount=hours,
                is_counted=taken_at is not None,
            )
        )
    return rows


def _documents(code: FigureCode, asked: Asked, cut: Cut | None) -> Listing:
    rows = entered(Asked(cut or Cut(), asked.actor, asked.today))
    counted = SAME_DAY if code is FigureCode.ENTERED_SAME_DAY else None
    return Listing(rows, counted, ("issued_on", "id"), _show_documents)


def _show_documents(found: Sequence[Any], asked: Asked) -> list[FigureRow]:
    return [
        FigureRow(
            id=one.pk,
            title=one.title,
            url=links.plan(one.pk),
            code=one.number,
            agency_name=name,
            source=str(PLAN_KINDS[PlanKind(one.kind)]),
            on=one.issued_on,
            status=_("nhập ngày {day}").format(day=date_vi(in_vietnam(one.confirmed_at).date())),
            amount=_decimal(one.figure_amount),
            is_counted=one.figure_amount == 0,
        )
        for one, name in _with_agency(found, [one.issuer_id for one in found])
    ]


def _with_agency(
    found: Sequence[_Found], agency_ids: Sequence[int]
) -> Iterator[tuple[_Found, str]]:
    """Each with the name of its agency."""
    agencies = agency_refs(agency_ids)
    for one, agency_id in zip(found, agency_ids, strict=True):
        yield one, agencies[agency_id].name if agency_id in agencies else ""


def _about_work(
    pk: int, work: Occurrence, agency: str, *, on: date | None, status: str
) -> FigureRow:
    """A row about something that happened to a piece of work."""
    return FigureRow(
        id=pk,
        title=_titled(work.task.content, work.label),
        url=links.task(work.task_id, work.pk),
        code=work.task.code,
        agency_name=agency,
        source=work.plan.number,
        on=on,
        status=status,
    )


def _titled(content: str, label: str) -> str:
    return f"{content[:_LONG]} · {label}" if label else content[:_LONG]


def _acknowledged(at: datetime | None) -> str:
    if at is None:
        return str(_("chưa tiếp nhận"))
    return str(_("tiếp nhận {moment}").format(moment=moment_vi(at)))


def _decimal(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)


_LISTINGS: dict[FigureCode, Callable[[FigureCode, Asked, Cut | None], Listing]] = {
    FigureCode.EXTENSIONS_ASKED: _extensions,
    FigureCode.EXTENSIONS_GRANTED: _extensions,
    FigureCode.RETURNED_PROOFS: _returned,
    FigureCode.ACKNOWLEDGED_RATE: _parts,
    FigureCode.ACKNOWLEDGE_HOURS: _parts,
    FigureCode.ENTERED_SAME_DAY: _documents,
    FigureCode.ENTRY_DAYS: _documents,
}
"""How to list what is not work itself."""
