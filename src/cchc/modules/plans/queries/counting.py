"""Counting work: from the tallies where they suffice, from the occurrences where they do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Any

from django.db.models import Count, Sum
from django.utils.translation import gettext as _

from cchc.modules.plans.models import Tally
from cchc.modules.plans.models.occurrence import OccurrenceQuerySet
from cchc.modules.plans.models.tally import TallyQuerySet
from cchc.modules.plans.queries.pages import WorkFilter
from cchc.modules.plans.queries.work_filter import is_tallied, listed, narrow, narrow_tallies
from cchc.modules.plans.rules.counts import Counts, counts_of
from cchc.platform.access import Actor

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


def count(work: Countable) -> Counts:
    """How the work stands as a whole."""
    return counts_of(dict(_grouped(work, "timeliness")))


def count_by(work: Countable, *names: str) -> dict[Any, Counts]:
    """How the work stands by one or more columns; the key is a tuple when there are several."""
    numbers: dict[Hashable, dict[str, int]] = defaultdict(dict)
    for *key, timeliness, number in _grouped(work, *names, "timeliness"):
        numbers[tuple(key) if len(names) > 1 else key[0]][timeliness] = number
    return {key: counts_of(by_timeliness) for key, by_timeliness in numbers.items()}


def _grouped(work: Countable, *names: str) -> Iterable[tuple[Any, ...]]:
    """The groups that are not empty: tallies are added up, occurrences counted."""
    number = Sum("number") if work.model is Tally else Count("pk")
    rows = work.order_by().values_list(*names).annotate(found=number)
    return (row for row in rows if row[-1])
