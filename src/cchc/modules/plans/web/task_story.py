"""The story of a task for its page, and the one next act of the person who reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from cchc.modules.plans.queries.pages import OccurrenceView, PartView, TaskPage, TrailItem
from cchc.ui.parts import TimelineEntry


@dataclass(frozen=True, slots=True)
class NextAct:
    """The red button: what it says, where it leads, and whether pressing it is the act itself."""

    label: str
    url: str
    is_posted: bool = False


def events_of(page: TaskPage) -> list[TimelineEntry]:
    """The trail of a task as the timeline shows it, the last first."""
    return trail_events(page.trail)


def trail_events(trail: Sequence[TrailItem]) -> list[TimelineEntry]:
    """A trail as the timeline shows it."""
    return [
        TimelineEntry(text=item.text, at=item.at, who=item.actor_name, is_latest=number == 0)
        for number, item in enumerate(trail)
    ]


def next_act(page: TaskPage) -> NextAct | None:
    """What the reader should do next: a decision first, then their own part, then what waits."""
    answers = (act for part in page.parts if (act := _answer(part)))
    decisions = (act for part in page.parts for one in part.occurrences if (act := _decision(one)))
    own = (act for part in page.parts if part.is_mine and (act := _own(part)))
    return next(answers, None) or next(decisions, None) or next(own, None) or _waiting(page)


def _answer(part: PartView) -> NextAct | None:
    if not part.may_answer:
        return None
    return NextAct(_("Trả lời việc bị trả lại"), f"#phan-{part.assignment_id}")


def _decision(one: OccurrenceView) -> NextAct | None:
    if one.may_accept:
        return NextAct(_("Nghiệm thu"), reverse("plans:accept", args=[one.id]), is_posted=True)
    if one.may_approve:
        return NextAct(
            _("Duyệt minh chứng"), reverse("plans:approve", args=[one.id]), is_posted=True
        )
    asked = next((extension for extension in one.extensions if extension.may_decide), None)
    if asked:
        return NextAct(_("Quyết định gia hạn"), reverse("plans:decide_extension", args=[asked.id]))
    return None


def _own(part: PartView) -> NextAct | None:
    if part.may_acknowledge:
        url = reverse("plans:acknowledge", args=[part.assignment_id])
        return NextAct(_("Tiếp nhận"), url, is_posted=True)
    open_round = next((one for one in part.occurrences if one.may_hand_in), None)
    if open_round:
        return NextAct(_("Nộp minh chứng"), reverse("plans:hand_in", args=[open_round.id]))
    return None


def _waiting(page: TaskPage) -> NextAct | None:
    unchosen = next((party for party in page.parties if party.needs_choice), None)
    if unchosen and page.may_choose_members:
        return NextAct(_("Chọn cơ quan"), reverse("plans:choose_members", args=[unchosen.id]))
    if not page.counts.waiting:
        return None
    if page.may_bind_reference and not page.time_trigger:
        return NextAct(_("Gắn văn bản"), reverse("plans:bind_reference", args=[page.id]))
    if page.may_record_trigger:
        return NextAct(_("Ghi nhận sự kiện"), reverse("plans:record_trigger", args=[page.id]))
    return None
