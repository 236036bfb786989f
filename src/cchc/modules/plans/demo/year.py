"""The year of the demo, lived through the same operations that people use, in order of time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO
from random import Random

from cchc.modules.organisation.public import agency_cards, working_calendar
from cchc.modules.plans.demo.cast import Cast
from cchc.modules.plans.demo.fates import TODAY, Course, Fate, course_of, diligence_of
from cchc.modules.plans.demo.files import pdf_file, word_file
from cchc.modules.plans.demo.issuing import at
from cchc.modules.plans.models import Assignment, Occurrence, Plan
from cchc.modules.plans.operations.acknowledge import acknowledge, report_progress
from cchc.modules.plans.operations.decide_proof import accept_proof, approve_proof, return_proof
from cchc.modules.plans.operations.hand_in_proof import Product, hand_in_proof
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.products import products_named
from cchc.platform.access import Actor
from cchc.platform.calendar import add_working_days
from cchc.platform.text.folding import fold

SEED = 271
_RETURNED = (
    "Chưa có chữ ký, dấu của cơ quan trên văn bản.",
    "Số liệu chưa khớp với báo cáo kỳ trước, xin rà soát lại.",
    "Thiếu phụ lục kèm theo.",
)
_PROGRESS = (
    "Đang tổng hợp ý kiến góp ý của các đơn vị.",
    "Đã xây dựng dự thảo, đang trình lãnh đạo cho ý kiến.",
    "Đang triển khai theo kế hoạch.",
    "Chờ số liệu của đơn vị trực thuộc.",
)


@dataclass(frozen=True, slots=True)
class Step:
    """One act at one moment; `order` keeps the acts of one occurrence in their order."""

    at: datetime
    order: int
    act: str
    pk: int
    text: str = ""


def live(plan: Plan, cast: Cast, *, told: Collection[int]) -> None:
    """Let everyone who is bound by a plan act until the day of the demo.

    `told` are the parts whose story is told elsewhere: they are left alone.
    """
    chance = Random(SEED)  # noqa: S311 - a story, no secret
    steps = _steps(plan, cast, chance, told)
    for step in sorted(steps, key=lambda step: (step.at, step.order, step.pk)):
        _ACTS[step.act](step, cast)


def _steps(plan: Plan, cast: Cast, chance: Random, told: Collection[int]) -> Iterator[Step]:
    calendar = working_calendar(None)
    parts = list(Assignment.objects.filter(plan=plan).select_related("task").order_by("pk"))
    cards = agency_cards({part.agency_id for part in parts}, TODAY)
    for part in parts:
        if part.pk in told or cast.officer(part.agency_id) is None:
            continue
        diligence = diligence_of(cards[part.agency_id].name)
        courses = [
            (one, course_of(one, diligence, chance, calendar))
            for one in part.occurrences.order_by("sequence")
        ]
        taken_up = add_working_days(calendar, part.assigned_on, 2 + chance.randint(1, 8))
        if any(course.fate is not Fate.UNTOUCHED for _, course in courses):
            yield Step(_hour(taken_up, chance), 0, "acknowledge", part.pk)
        if chance.random() < 0.12:
            told_on = TODAY - timedelta(days=chance.randint(2, 30))
            yield Step(_hour(told_on, chance), 1, "report", part.pk, chance.choice(_PROGRESS))
        for one, course in courses:
            yield from _course_steps(one, course, taken_up, chance)


def _course_steps(
    one: Occurrence, course: Course, taken_up: date, chance: Random
) -> Iterator[Step]:
    """Handing in, the head's word, the decision."""
    if course.handed_in_on is None:
        return
    handed_in = max(course.handed_in_on, taken_up + timedelta(days=1))
    if course.first_handed_in_on is not None:
        first = max(course.first_handed_in_on, taken_up + timedelta(days=1))
        reason = chance.choice(_RETURNED)
        yield from _round(one, first, chance)
        yield Step(at(first, 16, 30), 4, "return", one.pk, reason)
        handed_in = max(handed_in, first + timedelta(days=1))
    approves = course.fate is not Fate.AT_THE_HEAD
    yield from _round(one, handed_in, chance, is_approved=approves)
    if course.decided_on is None:
        return
    decided = max(course.decided_on, handed_in + timedelta(days=1))
    if course.fate is Fate.RETURNED:
        yield Step(_hour(decided, chance), 4, "return", one.pk, chance.choice(_RETURNED))
    else:
        yield Step(_hour(decided, chance), 5, "accept", one.pk)


def _round(
    one: Occurrence, day: date, chance: Random, *, is_approved: bool = True
) -> Iterator[Step]:
    moment = at(day, chance.randint(8, 10), chance.randint(0, 59))
    yield Step(moment, 2, "hand_in", one.pk)
    if is_approved:
        yield Step(at(day, chance.randint(14, 15), chance.randint(0, 59)), 3, "approve", one.pk)


def _hour(day: date, chance: Random) -> datetime:
    return at(day, chance.choice((8, 9, 10, 14, 15)), chance.randint(0, 59))


def _acknowledge(step: Step, cast: Cast) -> None:
    part = Assignment.objects.get(pk=step.pk)
    officer = cast.officer(part.agency_id)
    if officer is not None and part.acknowledged_at is None and part.ended_at is None:
        acknowledge(assignment_id=part.pk, actor=officer, now=step.at)


def _report(step: Step, cast: Cast) -> None:
    part = Assignment.objects.get(pk=step.pk)
    officer = cast.officer(part.agency_id)
    if officer is not None and part.ended_at is None:
        report_progress(assignment_id=part.pk, note=step.text, actor=officer, now=step.at)


def _hand_in(step: Step, cast: Cast) -> None:
    one = Occurrence.objects.select_related("task").get(pk=step.pk)
    officer = cast.officer(one.agency_id)
    if officer is None or one.state not in (State.ASSIGNED, State.IN_PROGRESS, State.RETURNED):
        return
    products = [product_of(one, name) for name in _products(one)]
    hand_in_proof(occurrence_id=one.pk, products=products, actor=officer, now=step.at)


def _approve(step: Step, cast: Cast) -> None:
    one = Occurrence.objects.get(pk=step.pk)
    head = cast.head(one.agency_id)
    if head is not None and one.state == State.SUBMITTED:
        approve_proof(occurrence_id=one.pk, actor=head, now=step.at)


def _return(step: Step, cast: Cast) -> None:
    one = Occurrence.objects.get(pk=step.pk)
    if one.state == State.APPROVED:
        decider = _decider(one, cast)
        return_proof(occurrence_id=one.pk, reason=step.text, actor=decider, now=step.at)


def _accept(step: Step, cast: Cast) -> None:
    one = Occurrence.objects.get(pk=step.pk)
    if one.state == State.APPROVED:
        accept_proof(occurrence_id=one.pk, actor=_decider(one, cast), now=step.at)


def _decider(one: Occurrence, cast: Cast) -> Actor:
    """Whoever assigned: an operator for the province, the head for a plan of the agency itself."""
    head = cast.head(one.issuer_id)
    if one.issuer_id != cast.committee_id and head is not None:
        return head
    return cast.operators[one.pk % len(cast.operators)]


def _products(one: Occurrence) -> list[str]:
    return products_named(one.task.product) or ["Báo cáo kết quả thực hiện"]


def product_of(one: Occurrence, name: str, *, body: str = "") -> Product:
    """A product as a small real file; one in four is a PDF."""
    said = body or f"{name} – {one.task.content}. {one.label}".strip()
    unique = f"{said} (kỳ {one.pk})"
    stem = fold(name)[:60].replace(" ", "-").strip("-") or "san-pham"
    if one.pk % 4 == 0:
        return Product(name, BytesIO(pdf_file(fold(unique)[:180])), f"{stem}.pdf")
    return Product(name, BytesIO(word_file(name, unique)), f"{stem}.docx")


_ACTS = {
    "acknowledge": _acknowledge,
    "report": _report,
    "hand_in": _hand_in,
    "approve": _approve,
    "return": _return,
    "accept": _accept,
}
