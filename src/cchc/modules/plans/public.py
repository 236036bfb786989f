"""What other modules may call of plans."""

from cchc.modules.plans.queries.home import (
    HomeFigure,
    WatchedAgency,
    agencies_to_watch,
    home_figures,
)
from cchc.modules.plans.queries.pages import TrailItem
from cchc.modules.plans.queries.trail import recent_changes

__all__ = [
    "HomeFigure",
    "TrailItem",
    "WatchedAgency",
    "agencies_to_watch",
    "home_figures",
    "recent_changes",
]
