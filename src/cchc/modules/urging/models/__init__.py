"""Tables of urging."""

from cchc.modules.urging.models.ladder import DigestHour, Ladder, LadderStep
from cchc.modules.urging.models.letters import UrgedItem, UrgingLetter  # --- letters
from cchc.modules.urging.models.mute import Mute
from cchc.modules.urging.models.notice import Digest, Notice, UrgedDay

__all__ = [
    "Digest",
    "DigestHour",
    "Ladder",
    "LadderStep",
    "Mute",
    "Notice",
    "UrgedDay",
    "UrgedItem",
    "UrgingLetter",
]
