"""The targets of a plan beside what the figures they are bound to measure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from cchc.modules.figures.public import (
    Cut,
    Dimension,
    Figure,
    Value,
    amount_words,
    by_group,
    figure_of,
    figures_for,
    is_counted,
    made_of,
    values_of,
)
from cchc.modules.plans.labels import COMPARATORS
from cchc.modules.plans.models import Plan, Target
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.pages import Choice, TargetRow
from cchc.modules.plans.rules.kinds import Comparator
from cchc.modules.plans.rules.targets import is_reached
from cchc.platform.access import Actor, NotVisible


@dataclass(frozen=True, slots=True)
class TargetToBind:
    """A target whose figure is to be chosen."""

    id: int
    plan_id: int
    plan_number: str
    text: str
    figure_code: str
    groups: list[tuple[str, list[Choice]]]
    """The figures of the catalogue under their headings."""


def target_rows(plan: Plan, *, actor: Actor, today: date) -> list[TargetRow]:
    """The targets in order, with what is measured of those that are bound."""
    targets = list(plan.targets.order_by("number"))
    values = _measured(plan, targets, actor, today)
    return [_row(plan, target, values.get(target.figure_code)) for target in targets]


def target_to_bind(target_id: int, *, actor: Actor) -> TargetToBind:
    """A target with the figures to choose from. Raises NotVisible or AccessDenied."""
    target = Target.objects.filter(pk=target_id).first()
    if target is None:
        raise NotVisible
    plan = Plan.objects.get_visible(actor, pk=target.plan_id)
    actor.require(Permission.MANAGE, agency_id=plan.issuer_id)
    groups = [
        (group, [Choice(figure.code, f"{figure.name} ({figure.unit})") for figure in figures])
        for group, figures in by_group(figures_for(actor))
    ]
    return TargetToBind(target.pk, plan.pk, plan.number, target.text, target.figure_code, groups)


def cut_of(plan: Plan, figure: Figure) -> Cut:
    """What of a figure measures a target of this plan.

    Of what can be cut by document the plan's own part, else the plan's year over the province.
    """
    if Dimension.SOURCE in figure.dimensions:
        return Cut(source_id=plan.pk)
    return Cut(year=plan.year)


def _measured(plan: Plan, targets: Iterable[Target], actor: Actor, today: date) -> dict[str, Value]:
    """By code: what the figures of the targets say; none of those the actor may not ask."""
    codes_of_cut: dict[Cut, list[str]] = {}
    for code in dict.fromkeys(target.figure_code for target in targets if target.figure_code):
        if is_counted(code) and actor.may_somewhere(figure_of(code).permission):
            codes_of_cut.setdefault(cut_of(plan, figure_of(code)), []).append(code)
    found: dict[str, Value] = {}
    for cut, codes in codes_of_cut.items():
        found |= values_of(codes, cut, actor=actor, today=today)
    return found


def _row(plan: Plan, target: Target, value: Value | None) -> TargetRow:
    figure = figure_of(target.figure_code) if is_counted(target.figure_code) else None
    standing, tone = _standing(target, value)
    return TargetRow(
        id=target.pk,
        number=target.number,
        text=target.text,
        quantity=target.quantity,
        unit=target.unit,
        comparator=str(COMPARATORS[target.comparator]),
        due_on=target.due_on,
        subject=target.subject,
        figure_code=target.figure_code,
        figure_name=str(figure.name) if figure else target.figure_code,
        measured=amount_words(figure, value.amount) if figure and value else "",
        made_of=made_of(figure, value) if figure and value else "",
        standing=standing,
        tone=tone,
        query=_query(plan, figure) if figure else "",
    )


def _standing(target: Target, value: Value | None) -> tuple[str, str]:
    if value is None or value.amount is None or target.quantity is None:
        return "", ""
    if is_reached(value.amount, Comparator(target.comparator), target.quantity):
        return str(_("đạt")), "ok"
    return str(_("chưa đạt")), "soon"


def _query(plan: Plan, figure: Figure) -> str:
    if cut_of(plan, figure).source_id is not None:
        return urlencode({"ky": "moi-nam", "van_ban": str(plan.pk)})
    return urlencode({"ky": str(plan.year)})
