"""The time of a task as the plan keeps it: everything the reader understood of the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cchc.modules.plans.rules.kinds import Freq, TimeKind
from cchc.modules.plans.rules.rounds import Anchor, Rhythm
from cchc.officialdocs.understanding.times import Time

NO_RHYTHM = Rhythm(())


@dataclass(frozen=True, slots=True)
class Timing:
    """The time of a task as the clock needs it; days are inclusive."""

    kind: TimeKind
    starts_on: date | None = None
    due_on: date | None = None
    stated_on: date | None = None
    """The day the paper writes, where "trước ngày" makes the last day the one before."""
    rhythm: Rhythm = NO_RHYTHM
    reference: str = ""
    trigger: str = ""
    adhoc: str = ""
    is_continuous: bool = False
    is_open_ended: bool = False


UNTIMED = Timing(TimeKind.NONE)


def timing_of(time: Time) -> Timing:
    """What the reader understood, in the words of this module."""
    due_on = time.due
    starts_on = time.start if due_on is None or time.start is None else min(time.start, due_on)
    freqs = time.freqs or ((time.freq,) if time.freq else ())
    return Timing(
        kind=TimeKind(time.kind.value),
        starts_on=starts_on,
        due_on=due_on,
        stated_on=time.stated,
        rhythm=Rhythm(
            freqs=tuple(Freq(freq.value) for freq in freqs),
            times=time.times_per_period or 1,
            every=time.every,
            anchors=tuple(Anchor(a.month, a.day, a.is_last_month) for a in time.anchors),
            is_exclusive=time.exclusive,
        ),
        reference=time.reference or "",
        trigger=time.trigger or "",
        adhoc=time.adhoc or "",
        is_continuous=time.is_continuous,
        is_open_ended=time.open_ended,
    )
