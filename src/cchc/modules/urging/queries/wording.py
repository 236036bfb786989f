"""Steps and kinds of work in words."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from cchc.modules.plans.public import area_words, obligation_words, plan_kind_words
from cchc.modules.urging.labels import AUDIENCES, CHANNELS
from cchc.modules.urging.models import Ladder
from cchc.modules.urging.rules.kinds import Audience, Channel
from cchc.modules.urging.rules.ladder import Step


def offset_words(offset: int) -> str:
    """ "trước hạn 5 ngày làm việc", "đúng hạn", "sau hạn 3 ngày làm việc"."""
    if offset == 0:
        return str(_("đúng ngày đến hạn"))
    words = _("trước hạn {n} ngày làm việc") if offset < 0 else _("sau hạn {n} ngày làm việc")
    return str(words).format(n=abs(offset))


def step_words(step: Step) -> str:
    """When a step comes, and how often again."""
    said = offset_words(step.offset)
    if step.every:
        said += str(_(", rồi mỗi {n} ngày làm việc")).format(n=step.every)
    return said


def audience_words(audience: str) -> str:
    """Who is meant by a step."""
    return str(AUDIENCES[Audience(audience)])


def channels_words(channels: Iterable[str]) -> str:
    """The ways, the usual one first: "trong hệ thống, thư điện tử"."""
    given = set(channels)
    return ", ".join(str(CHANNELS[channel]) for channel in Channel if channel in given)


def work_words(ladder: Ladder) -> str:
    """For which work a ladder holds."""
    said = [
        plan_kind_words(ladder.plan_kind) if ladder.plan_kind else "",
        ladder.document_kind,
        obligation_words(ladder.obligation) if ladder.obligation else "",
        area_words(ladder.area_code) if ladder.area_code else "",
    ]
    return " · ".join(word for word in said if word) or str(_("mọi việc"))
