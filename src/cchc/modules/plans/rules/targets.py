"""Whether what was measured reaches what a plan sets out to reach."""

from __future__ import annotations

from decimal import Decimal

from cchc.modules.plans.rules.kinds import Comparator


def is_reached(measured: Decimal, comparator: Comparator, wanted: Decimal) -> bool:
    """Compare as the paper writes it; "đạt 90%" without a sign is reached from 90 on.

    A plan that names a quantity alone means at least as much: nobody fails by doing more.
    """
    if comparator is Comparator.MORE_THAN:
        return measured > wanted
    if comparator is Comparator.AT_MOST:
        return measured <= wanted
    if comparator is Comparator.LESS_THAN:
        return measured < wanted
    return measured >= wanted
