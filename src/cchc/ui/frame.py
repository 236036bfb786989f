"""What stands around every page: place names, period, agency, person, what is unread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest

from cchc.platform.access import NOBODY, Actor
from cchc.ui import periods
from cchc.ui.navigation import NavigationGroup, Place, PlaceGroup, places_for
from cchc.ui.themes import theme_of

NAVIGATION_COOKIE = "cchc_nav"
FINDING = "search"
CORNERS = (FINDING, "own_page")
"""The pages at the end of the bar of a phone, by the names of their addresses."""


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """How the frame names the person who is signed in."""

    name: str
    title: str = ""
    initials: str = ""


@dataclass(frozen=True, slots=True)
class AgencyChoice:
    """An agency in whose name the person may work."""

    code: str
    label: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class AgencySwitch:
    """The agency chip: in whose name the person works now, and what else they may choose."""

    label: str
    choices: Sequence[AgencyChoice] = ()
    url: str = ""
    """Where the choice is posted, as the field `agency`."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything that the frame shows for one request."""

    province: str
    theme: str
    is_demo: bool
    is_signed_in: bool
    person: PersonFacts
    unread_count: int = 0
    groups: list[PlaceGroup] = field(default_factory=list)
    period: periods.Period | None = None
    period_choices: list[periods.Period] = field(default_factory=list)
    agency: AgencySwitch | None = None
    corner: str = ""
    """The address of the page when it is one of those at the end of the bar of a phone."""
    search_words: str = ""
    """What was looked for, on the page of what was found."""

    @property
    def bottom(self) -> list[Place]:
        """The first two places, for the bar of a phone; finding and the person complete it."""
        return [place for group in self.groups for place in group.places][:2]


class _Sources:
    """What modules above tell the frame; filled while the applications start."""

    person: Callable[[HttpRequest], PersonFacts | None] | None = None
    agency: Callable[[HttpRequest], AgencySwitch | None] | None = None
    unread: Callable[[int], int] | None = None


def describe_person_by(source: Callable[[HttpRequest], PersonFacts | None]) -> None:
    """Let a module tell the name and title of the person who is signed in."""
    _Sources.person = staticmethod(source)


def switch_agency_by(source: Callable[[HttpRequest], AgencySwitch | None]) -> None:
    """Let a module tell in whose name the person works, and what else they may choose."""
    _Sources.agency = staticmethod(source)


def count_unread_by(source: Callable[[int], int]) -> None:
    """Let the inbox of messages tell how many a person has not read."""
    _Sources.unread = staticmethod(source)


def actor_behind(request: HttpRequest) -> Actor:
    """The actor of the request, NOBODY before the middleware has run."""
    actor = getattr(request, "actor", NOBODY)
    return actor if isinstance(actor, Actor) else NOBODY


def frame_of(request: HttpRequest, groups: Sequence[NavigationGroup]) -> Frame:
    """Everything that stands around the page of this request."""
    actor = actor_behind(request)
    if actor.user_id is None:
        return _frame_of_nobody(request)
    period = periods.chosen(request)
    place = request.resolver_match.view_name if request.resolver_match else ""
    closed = frozenset(request.COOKIES.get(NAVIGATION_COOKIE, "").split("."))
    return Frame(
        province=settings.CCHC_PROVINCE,
        theme=theme_of(request),
        is_demo=settings.CCHC_MOVABLE_CLOCK,
        is_signed_in=True,
        person=_person(request, actor),
        unread_count=_Sources.unread(actor.user_id) if _Sources.unread else 0,
        groups=places_for(groups, actor, path=request.path, closed=closed),
        period=period,
        period_choices=periods.choices(period.year),
        agency=_Sources.agency(request) if _Sources.agency else None,
        corner=request.path if place in CORNERS else "",
        search_words=request.GET.get("q", "") if place == FINDING else "",
    )


def _frame_of_nobody(request: HttpRequest) -> Frame:
    return Frame(
        province=settings.CCHC_PROVINCE,
        theme=theme_of(request),
        is_demo=settings.CCHC_MOVABLE_CLOCK,
        is_signed_in=False,
        person=PersonFacts(name=""),
    )


def initials_of(name: str) -> str:
    """Two letters of a name written family-first: of the family and of the given name."""
    words = name.split()
    return "".join(
        word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)
    ).upper()


def _person(request: HttpRequest, actor: Actor) -> PersonFacts:
    facts = _Sources.person(request) if _Sources.person else None
    facts = facts or PersonFacts(name=actor.name or str(request.user))
    if facts.initials:
        return facts
    return PersonFacts(name=facts.name, title=facts.title, initials=initials_of(facts.name))
