"""Counting work: from the tallies where they suffice, from the occurrences where they do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.utils.translation import gettext as _

from cchc.modules.plans.models import Tally
from cchc.modules.plans.models.occurrence import OccurrenceQuerySet
from cchc.modules.plans.models.tally import TallyQuerySet
from cchc.modules.plans.queries.pages import WorkFilter
from cchc.modules.plans.queries.work_filter import is_tallied, listed, narrow, narrow_tallies
from cchc.modules.plans.rules.counts import Counts, counts_of
from cchc.platform.access import Actor
from cchc.platform.sql import rows_kept

Countable = OccurrenceQuerySet | TallyQuerySet


def rate_note() -> str:
    """The sentence that says what a rate is counted over."""
    return str(
        _(
            "Tỷ lệ = hoàn thành đúng hạn / đã đến hạn. Đã đến hạn gồm việc đã hoàn thành và "
            "việc quá hạn chưa xong; việc còn trong hạn, chờ sự kiện, đã nộp chờ nghiệm thu "
            "chưa tính."
        )
    )


def countable(wanted: WorkFilter, actor: Actor) -> Countable:
    """What to count for a filter, whatever its timeliness and state."""
    if is_tallied(wanted):
        return narrow_tallies(Tally.objects.visible_to(actor).by_area(), wanted, actor)
    return narrow(listed(wanted, actor), wanted, actor)


def counts_wanted(wanted: WorkFilter, actor: Actor) -> Counts:
    """How the work that a filter asks for stands as a whole, whatever its timeliness and state."""
    return counts_of(dict(_wanted_rows(wanted, actor, "timeliness")))


def counts_wanted_by(wanted: WorkFilter, actor: Actor, *names: str) -> dict[Any, Counts]:
    """The same by one or more columns; the key is a tuple when there are several."""
    return _gathered(_wanted_rows(wanted, actor, *names, "timeliness"))


def _wanted_rows(wanted: WorkFilter, actor: Actor, *names: str) -> Iterable[tuple[Any, ...]]:
    key = ("plans.counts", replace(wanted, timeliness="", state="", sort=""), actor, names)
    rows = rows_kept(key, lambda: _groups(countable(wanted, actor), *names))
    return (row for row in rows if row[-1])


def counts_kept(key: Hashable, work: Callable[[], Countable], *names: str) -> dict[Any, Counts]:
    """As `count_by`, of work that follows from the key: the text of the question is kept."""
    rows = rows_kept(("plans.counts", key, names), lambda: _groups(work(), *names, "timeliness"))
    return _gathered(row for row in rows if row[-1])


def count(work: Countable) -> Counts:
    """How the work stands as a whole."""
    return counts_of(dict(_grouped(work, "timeliness")))


def count_by(work: Countable, *names: str) -> dict[Any, Counts]:
    """How the work stands by one or more columns; the key is a tuple when there are several."""
    return _gathered(_grouped(work, *names, "timeliness"))


def _gathered(rows: Iterable[tuple[Any, ...]]) -> dict[Any, Counts]:
    numbers: dict[Hashable, dict[str, int]] = defaultdict(dict)
    for *key, timeliness, number in rows:
        numbers[tuple(key) if len(key) > 1 else key[0]][timeliness] = number
    return {key: counts_of(by_timeliness) for key, by_timeliness in numbers.items()}


def _grouped(work: Countable, *names: str) -> Iterable[tuple[Any, ...]]:
    """The groups that are not empty: tallies are added up, occurrences counted."""
    return (row for row in _groups(work, *names) if row[-1])


def _groups(work: Countable, *names: str) -> QuerySet[Any, Any]:
    number = Sum("number") if work.model is Tally else Count("pk")
    return work.order_by().values_list(*names).annotate(found=number)
