"""What the waves of urging brought about: curves, medians, by agency, before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cchc.modules.organisation.public import (
    agency_cards,
    province_committee,
    working_calendar,
)
from cchc.modules.plans.public import LateWanted, fates_of, late_rows
from cchc.modules.urging.models import UrgedItem, UrgingLetter
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.rules.effect import (
    Step,
    Watched,
    median_days,
    open_share_on,
    share_done,
    survival,
)
from cchc.platform.access import Actor
from cchc.platform.calendar import add_working_days, working_days_between

WINDOW = 20
"""Working days before and after a letter that are compared."""
_MOST_WAVES = 12


@dataclass(frozen=True, slots=True)
class WaveEffect:
    """One wave and what was done after it."""

    id: int
    number: str
    issued_on: date
    item_count: int
    done_count: int
    median: int | None
    """Working days from the letter until half was done; None: not half yet."""
    done_before: float | None
    """Percent of what was late twenty working days earlier and done until the letter."""
    done_after: float | None
    """Percent done within twenty working days after the letter."""
    curve: list[float]
    """Percent still open on each day since the letter, from day 0."""
    watched_days: int


@dataclass(frozen=True, slots=True)
class AgencyEffect:
    """How one agency answers letters."""

    agency_id: int
    name: str
    item_count: int
    done_count: int
    answered_count: int
    median: int | None
    done_after: float | None


@dataclass(frozen=True, slots=True)
class EffectPage:
    """The board of effects."""

    waves: list[WaveEffect]
    agencies: list[AgencyEffect]
    item_count: int
    done_count: int
    median: int | None
    window: int
    longest: int


def effect_page(*, actor: Actor, today: date) -> EffectPage:
    """The effect of the last waves, as far as the actor may know of their items."""
    actor.require_somewhere(Permission.VIEW)
    waves = list(
        UrgingLetter.objects.visible_to(actor).waves().order_by("-issued_on", "-pk")[:_MOST_WAVES]
    )
    items = list(
        UrgedItem.objects.visible_to(actor)
        .filter(urging__in=waves)
        .select_related("urging")
        .order_by("pk")
    )
    watched = watched_items(items, today=today)
    by_wave: dict[int, list[tuple[UrgedItem, Watched]]] = defaultdict(list)
    for item, seen in watched:
        by_wave[item.urging_id].append((item, seen))
    effects = [_wave(wave, by_wave[wave.pk], actor, today) for wave in waves if by_wave[wave.pk]]
    everything = survival(seen for _, seen in watched)
    return EffectPage(
        waves=effects,
        agencies=_agencies(watched),
        item_count=len(watched),
        done_count=sum(seen.is_done for _, seen in watched),
        median=median_days(everything),
        window=WINDOW,
        longest=max((effect.watched_days for effect in effects), default=0),
    )


def watched_items(items: Iterable[UrgedItem], *, today: date) -> list[tuple[UrgedItem, Watched]]:
    """Each item with the working days it was watched since its letter, and whether it was done.

    Work that is no longer counted (suspended, withdrawn) is left out; what was handed in before the
    letter is left out too: no letter brought it about.
    """
    found = list(items)
    fates = fates_of({item.occurrence_id for item in found})
    calendar = working_calendar(None)
    watched = []
    for item in found:
        fate, issued_on = fates.get(item.occurrence_id), item.urging.issued_on
        done_on = item.fulfilled_on
        if fate is None or issued_on is None or not (fate.is_counted or done_on):
            continue
        if done_on is not None and done_on < issued_on:
            continue
        until = done_on or today
        days = max(0, working_days_between(calendar, issued_on, until))
        watched.append((item, Watched(days, done_on is not None)))
    return watched


def _wave(
    wave: UrgingLetter, own: Sequence[tuple[UrgedItem, Watched]], actor: Actor, today: date
) -> WaveEffect:
    assert wave.issued_on is not None  # noqa: S101 (waves are issued)
    seen = [one for _, one in own]
    steps = survival(seen)
    longest = max(one.days for one in seen)
    return WaveEffect(
        id=wave.pk,
        number=wave.number_text,
        issued_on=wave.issued_on,
        item_count=len(own),
        done_count=sum(one.is_done for one in seen),
        median=median_days(steps),
        done_before=_percent(_before(wave, {item.agency_id for item, _ in own}, actor)),
        done_after=_percent(share_done(seen, WINDOW)),
        curve=_curve(steps, longest),
        watched_days=longest,
    )


def _before(wave: UrgingLetter, agency_ids: set[int], actor: Actor) -> Fraction | None:
    """What share of the same agencies' late work was done in the same time before the letter."""
    assert wave.issued_on is not None  # noqa: S101 (waves are issued)
    calendar = working_calendar(None)
    begun = add_working_days(calendar, wave.issued_on, -WINDOW)
    givers = frozenset({province_committee(begun).id, wave.agency_id})
    wanted = LateWanted(on=begun, agency_ids=frozenset(agency_ids), issuer_ids=givers)
    rows = late_rows(wanted, actor=actor)
    fates = fates_of([row.occurrence_id for row in rows])
    seen = []
    for row in rows:
        day = fates[row.occurrence_id].submitted_on
        is_done = day is not None and day < wave.issued_on
        until = day if is_done and day else wave.issued_on
        seen.append(Watched(max(0, working_days_between(calendar, begun, until)), is_done))
    return share_done(seen, WINDOW)


def _agencies(watched: Sequence[tuple[UrgedItem, Watched]]) -> list[AgencyEffect]:
    own: dict[int, list[tuple[UrgedItem, Watched]]] = defaultdict(list)
    for item, seen in watched:
        own[item.agency_id].append((item, seen))
    cards = agency_cards(set(own))
    rows = [
        AgencyEffect(
            agency_id=pk,
            name=cards[pk].name,
            item_count=len(found),
            done_count=sum(seen.is_done for _, seen in found),
            answered_count=sum(item.answered_at is not None for item, _ in found),
            median=median_days(survival(seen for _, seen in found)),
            done_after=_percent(share_done([seen for _, seen in found], WINDOW)),
        )
        for pk, found in own.items()
    ]
    return sorted(rows, key=lambda row: (cards[row.agency_id].precedence, row.name))


def _curve(steps: Sequence[Step], longest: int) -> list[float]:
    return [_percent(open_share_on(steps, day)) or 0.0 for day in range(longest + 1)]


def _percent(share: Fraction | None) -> float | None:
    return None if share is None else round(float(share * 100), 1)
