"""What the page of a task says of its urging: who was told, what is silent, who may stop it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from cchc.modules.plans.public import PartLine, TaskSection, parts_of_task
from cchc.modules.urging.models import Mute, Notice
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.queries.mutes import MuteRow, mute_rows
from cchc.modules.urging.queries.notices import NoticeRow, notice_rows
from cchc.platform.access import Actor

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class UrgingOfTask:
    """The section "Đôn đốc" of a task."""

    task_id: int
    notices: tuple[NoticeRow, ...]
    notice_count: int
    mutes: tuple[MuteRow, ...]
    may_mute: tuple[PartLine, ...]
    may_see_all: bool


def section_of(actor: Actor, task_id: int, today: date) -> TaskSection | None:
    """The section for whoever reads; None while nobody was told anything that they may know."""
    seen = Notice.objects.visible_to(actor).filter(task_id=task_id, on__lte=today)
    found = list(seen.order_by("-on", "-id")[: _SHOWN + 1])
    parts = parts_of_task(task_id, actor=actor)
    mutes = _mutes(parts, actor, today)
    stoppable = tuple(
        part for part in parts if actor.may(Permission.MUTE, agency_id=part.agency_id)
    )
    if not found and not mutes:
        return None
    page = UrgingOfTask(
        task_id=task_id,
        notices=notice_rows(found[:_SHOWN], actor=actor, today=today),
        notice_count=seen.count() if len(found) > _SHOWN else len(found),
        mutes=mutes,
        may_mute=stoppable[:10],
        may_see_all=actor.may_somewhere(Permission.VIEW),
    )
    return TaskSection("urging/task_section.html", page)


def _mutes(parts: list[PartLine], actor: Actor, today: date) -> tuple[MuteRow, ...]:
    about = Q(assignment_id__in=[part.assignment_id for part in parts])
    about |= Q(agency_id__in=[part.agency_id for part in parts])
    found = Mute.objects.in_force_on(today).filter(about).order_by("ends_on", "pk")
    return mute_rows(found, actor=actor, today=today)
