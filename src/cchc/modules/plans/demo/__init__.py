"""The plans' part of the demo: a provincial and a department's plan, lived to 15/10/2019."""

from __future__ import annotations

from datetime import datetime

from django.db import connection

from cchc.modules.organisation.public import one_state_throughout
from cchc.modules.plans.demo.cast import Cast
from cchc.modules.plans.demo.directives import issue_directive, issue_letter, issue_notice
from cchc.modules.plans.demo.fates import TODAY
from cchc.modules.plans.demo.handing import Threads
from cchc.modules.plans.demo.issuing import at, issue_department_plan, issue_provincial_plan
from cchc.modules.plans.demo.stories import PLANTED, Stories
from cchc.modules.plans.demo.year import live
from cchc.modules.plans.models import Plan
from cchc.modules.plans.operations.reckon_states import reckon_states
from cchc.platform.access import SYSTEM


def build(now: datetime | None = None) -> None:
    """Build the plans and live through the year; nothing happens when there is a plan."""
    if Plan.objects.exists():
        return
    with one_state_throughout():
        _build(now or at(TODAY, 0, 10))


def _build(now: datetime) -> None:
    _tell_the_planner()
    cast = Cast()
    provincial = issue_provincial_plan(cast)
    stories = Stories(provincial, cast)
    stories.settle()
    told = stories.told()
    stories.tell()
    department = issue_department_plan(cast, provincial)
    directive = issue_directive(cast)
    issue_letter(cast)
    issue_notice(cast, provincial)
    _tell_the_planner()
    live(provincial, cast, told=told)
    live(department, cast, told=())
    live(directive, cast, told=())
    Threads(provincial, cast).tell()
    reckon_states(actor=SYSTEM, now=now)


def _tell_the_planner() -> None:
    """Let the database see what has been written in this transaction, or it plans blindly."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def planted_faults() -> list[str]:
    """What is wrong in the demo on purpose, for the manual."""
    return list(PLANTED)
