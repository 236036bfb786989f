"""Refusals of urging as people read them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cchc.modules.urging.labels import LADDER_REFUSALS, MUTE_REFUSALS
from cchc.modules.urging.rules.hours import HourRefused
from cchc.modules.urging.rules.ladder import LadderRefused
from cchc.modules.urging.rules.muting import MuteRefused

REFUSALS = (LadderRefused, MuteRefused, HourRefused)


def refusal_words(refused: Exception) -> str:
    """Why not, and what to do."""
    if isinstance(refused, LadderRefused):
        return str(LADDER_REFUSALS[refused.why]).format(step=refused.step)
    if isinstance(refused, MuteRefused):
        return str(MUTE_REFUSALS[refused.why])
    return str(_("Giờ gửi phải từ 06:00 đến 17:00: không ai bị nhắc trong đêm."))
