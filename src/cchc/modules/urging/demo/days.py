"""Thirty days of urging in the demo: who was told, who answered, what was left in peace."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db import connection

from cchc.modules.organisation.public import RoleCode, actor_of, people_with_role
from cchc.modules.plans.public import work_lines
from cchc.modules.urging.models import Mute, Notice, UrgedDay
from cchc.modules.urging.operations.mute import Target, mute
from cchc.modules.urging.operations.run_day import run_day
from cchc.modules.urging.operations.set_ladder import ensure_default, set_ladder
from cchc.modules.urging.rules.defaults import DEFAULT_STEPS
from cchc.modules.urging.rules.kinds import Audience, Channel, MuteTarget
from cchc.modules.urging.rules.ladder import Step
from cchc.platform.access import SYSTEM, Actor
from cchc.platform.clock import VIETNAM
from cchc.platform.messages.models import Notification

FIRST, LAST = date(2019, 9, 16), date(2019, 10, 15)
STRICTER_SINCE = date(2019, 7, 1)
QUICK = Step(2, Audience.AGENCY_HEAD, (Channel.IN_APP, Channel.EMAIL), answer_within=2)

_ANSWERED = """
UPDATE urging_digest SET read_at = at + interval '35 minutes', acknowledged_at =
  CASE WHEN (person_id * 7 + extract(doy FROM "on")::int) %% 10 < 6
       THEN at + interval '50 minutes' END
WHERE "on" = %(on)s AND (person_id * 7 + extract(doy FROM "on")::int) %% 10 < 8
"""
"""Six of ten press "Đã nhận", two only open it, two do not look that day."""
_CARRIED = """
UPDATE urging_notice n SET read_at = d.read_at, acknowledged_at = d.acknowledged_at
FROM urging_digest d WHERE d.id = n.digest_id AND d."on" = %(on)s AND d.read_at IS NOT NULL
"""


def build() -> None:
    """Live through the thirty days; nothing happens when a day was urged."""
    if UrgedDay.objects.exists():
        return
    operator = _operator()
    _set_ladders(operator)
    day = FIRST
    while day <= LAST:
        done = run_day(on=day, actor=SYSTEM, now=_at(day), leaves=False)
        if done.is_new and day < LAST:
            _answer(day)
        if day == date(2019, 10, 8):
            _leave_in_peace(operator, _at(day) + timedelta(hours=2))
        day += timedelta(days=1)
    bells = Notification.objects.filter(topic="urging.digest", at__lt=_at(LAST))
    bells.update(read_at=_at(LAST))


def _set_ladders(operator: Actor) -> None:
    ensure_default(now=_at(FIRST))
    before = datetime.combine(STRICTER_SINCE, time(9), tzinfo=VIETNAM)
    set_ladder(
        name="Văn bản chỉ đạo",
        plan_kind="DIRECTIVE",
        steps=[*(s for s in DEFAULT_STEPS if s.offset != 3), QUICK],
        effective_from=STRICTER_SINCE,
        actor=operator,
        now=before,
    )


def _answer(day: date) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_ANSWERED, {"on": day})
        cursor.execute(_CARRIED, {"on": day})


def _leave_in_peace(operator: Actor, now: datetime) -> None:
    """One late part waits for a ministry, and one officer is on leave."""
    if Mute.objects.exists():
        return
    late = Notice.objects.filter(audience=Audience.AGENCY_HEAD).order_by("-offset", "pk").first()
    told = Notice.objects.filter(on=date(2019, 10, 7), audience=Audience.HOLDER)
    busy = told.order_by("-person_id").first()
    targets = []
    if late is not None:
        part = _assignment_of(late.occurrence_id)
        reason = "Chờ Bộ Nội vụ hướng dẫn; Sở đã có văn bản báo cáo"
        targets.append((Target(MuteTarget.ASSIGNMENT, part), reason, date(2019, 10, 31)))
    if busy is not None:
        reason = "Đi bồi dưỡng nghiệp vụ đến hết tháng"
        targets.append((Target(MuteTarget.PERSON, busy.person_id), reason, date(2019, 10, 25)))
    for target, reason, ends_on in targets:
        mute(target=target, reason=reason, ends_on=ends_on, actor=operator, now=now)


def _assignment_of(occurrence_id: int) -> int:
    return work_lines([occurrence_id], today=LAST)[occurrence_id].assignment_id


def _operator() -> Actor:
    people = people_with_role(RoleCode.PROVINCIAL_OPERATOR, None, LAST)
    return actor_of(people[0].id, LAST)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(7, 30), tzinfo=VIETNAM)
