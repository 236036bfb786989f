"""The ladder that holds until the province sets its own."""

from __future__ import annotations

from cchc.modules.urging.rules.kinds import Audience, Channel
from cchc.modules.urging.rules.ladder import Step

NAME = "Thang mặc định"
_MAIL = (Channel.IN_APP, Channel.EMAIL)
_ALL = (Channel.IN_APP, Channel.EMAIL, Channel.SMS)

DEFAULT_STEPS = (
    Step(-5, Audience.HOLDER, _MAIL),
    Step(-1, Audience.HOLDER, _MAIL),
    Step(0, Audience.HOLDER, _MAIL),
    Step(1, Audience.HOLDER, _MAIL),
    Step(1, Audience.DIVISION_HEAD, _MAIL, answer_within=2),
    Step(3, Audience.AGENCY_HEAD, _MAIL, answer_within=3),
    Step(5, Audience.HOLDER, _MAIL, every=5),
    Step(8, Audience.AGENCY_HEAD, _ALL, every=5),
    Step(10, Audience.LEADER, _MAIL, every=10),
)
"""No regulation fixes these numbers: they are what provinces do, to be changed on the page."""
