"""Counting work by anything, as the database groups it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _

from cchc.modules.plans.models.occurrence import OccurrenceQuerySet
from cchc.modules.plans.rules.counts import Counts, counts_of


def rate_note() -> str:
    """The sentence that says what a rate is counted over."""
    return str(
        _(
            "Tỷ lệ = hoàn thành đúng hạn / đã đến hạn. Đã đến hạn gồm việc đã hoàn thành và "
            "việc quá hạn chưa xong; việc còn trong hạn, chờ sự kiện, đã nộp chờ nghiệm thu "
            "chưa tính."
        )
    )


def count(work: OccurrenceQuerySet) -> Counts:
    """How the work stands as a whole."""
    rows = work.order_by().values_list("timeliness").annotate(number=Count("pk"))
    return counts_of(dict(rows))


def count_by(work: OccurrenceQuerySet, *names: str) -> dict[Any, Counts]:
    """How the work stands by one or more columns; the key is a tuple when there are several."""
    numbers: dict[Hashable, dict[str, int]] = defaultdict(dict)
    rows = work.order_by().values_list(*names, "timeliness").annotate(number=Count("pk"))
    for *key, timeliness, number in rows:
        numbers[tuple(key) if len(names) > 1 else key[0]][timeliness] = number
    return {key: counts_of(by_timeliness) for key, by_timeliness in numbers.items()}
