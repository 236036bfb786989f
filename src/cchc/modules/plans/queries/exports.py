"""A plan as it is printed again: the official appendix with the rows in force."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cchc.modules.organisation.public import agency_cards, province_committee
from cchc.modules.organisation.rules.kinds import AgencyKind
from cchc.modules.plans.models import Plan, PlanSection, Target, Task
from cchc.modules.plans.permissions import Permission
from cchc.officialdocs.writing import (
    PaperPart,
    PaperRow,
    PaperSection,
    PlanPaper,
    Signature,
)
from cchc.platform.access import AccessDenied, Actor
from cchc.platform.text.folding import fold

_COMMITTEE = "Ủy ban nhân dân"


def plan_paper(*, plan_id: int, actor: Actor) -> PlanPaper:
    """The plan to be written to a file. Raises NotVisible or AccessDenied."""
    plan = Plan.objects.get_visible(actor, pk=plan_id)
    if not actor.may_somewhere(Permission.EXPORT):
        raise AccessDenied(Permission.EXPORT)
    issuer = agency_cards([plan.issuer_id])[plan.issuer_id]
    name = issuer.name.replace("UBND", _COMMITTEE)
    is_committee = issuer.kind is AgencyKind.PEOPLES_COMMITTEE
    above = "" if is_committee else province_committee(plan.issued_on).name
    return PlanPaper(
        superior=above.replace("UBND", _COMMITTEE).upper(),
        issuer=_in_capitals(name),
        issuer_name=name,
        number=plan.number,
        place=plan.place or _place(issuer.name if is_committee else above),
        issued_on=plan.issued_on,
        kind=plan.document_kind,
        title=plan.title,
        opening=(_opening(plan, name),),
        parts=_parts(plan),
        sections=_sections(plan),
        signature=_signature(plan),
        recipients=tuple(plan.recipients),
    )


def _in_capitals(name: str) -> tuple[str, ...]:
    """ỦY BAN NHÂN DÂN / TỈNH SEN HỒNG; other names stand on one line."""
    if name.startswith(_COMMITTEE):
        return _COMMITTEE.upper(), name.removeprefix(_COMMITTEE).strip().upper()
    return (name.upper(),)


def _place(committee: str) -> str:
    words = committee.replace("UBND", "").replace(_COMMITTEE, "").strip()
    for unit in (
        "tỉnh ",
        "thành phố ",
        "huyện ",
        "thị xã ",
        "quận ",
        "xã ",
        "phường ",
        "thị trấn ",
    ):
        words = words.removeprefix(unit)
    return words


def _opening(plan: Plan, issuer: str) -> str:
    words = _("{issuer} ban hành {kind} {title} với các chỉ tiêu, nhiệm vụ cụ thể như sau:")
    kind = plan.document_kind.lower()
    title = plan.title[:1].lower() + plan.title[1:]
    return str(words.format(issuer=issuer, kind=kind, title=title))


def _parts(plan: Plan) -> tuple[PaperPart, ...]:
    targets = list(plan.targets.order_by("number"))
    parts = []
    if targets:
        parts.append(PaperPart("I. CHỈ TIÊU", tuple(_target(target) for target in targets)))
    number = "II" if targets else "I"
    parts.append(PaperPart(f"{number}. NHIỆM VỤ", (_("Nhiệm vụ cụ thể tại Phụ lục kèm theo."),)))
    return tuple(parts)


def _target(target: Target) -> str:
    return f"- {target.text.strip().rstrip('.;')}."


def _sections(plan: Plan) -> tuple[PaperSection, ...]:
    """The rows in force under their headings, in the order of the paper."""
    sections: list[tuple[PlanSection | None, list[PaperRow]]] = []
    for task in plan.tasks.rows().active().select_related("section").order_by("position", "pk"):
        if not sections or sections[-1][0] != task.section:
            sections.append((task.section, []))
        sections[-1][1].append(_row(task))
    return tuple(
        PaperSection(
            code=section.code if section else "",
            title=section.title if section else "",
            rows=tuple(rows),
        )
        for section, rows in sections
    )


def _row(task: Task) -> PaperRow:
    source = fold(task.funding_source)
    is_said = source in fold(f"{task.note} | {task.budget_text}")
    return PaperRow(
        order=task.order_text,
        content=task.content,
        product=task.product,
        lead=task.lead_text,
        coordinating=task.coordinating_text,
        time=task.time_text,
        budget=task.budget_text,
        funding="" if is_said else task.funding_source,
        note=task.note,
    )


def _signature(plan: Plan) -> Signature | None:
    if not plan.signer_name:
        return None
    authority = tuple(line for line in plan.signer_authority.split("\n") if line)
    return Signature(authority, plan.signer_position, plan.signer_name)
