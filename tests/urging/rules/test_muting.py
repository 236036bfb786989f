"""Stopping the urging: with a reason, with an end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cchc.modules.urging.rules.muting import LONGEST_DAYS, MuteRefused, MuteWhyNot, check_mute

TODAY = date(2019, 10, 15)


@pytest.mark.parametrize(
    ("reason", "days", "is_muted", "why"),
    [
        ("  ", 3, False, MuteWhyNot.NO_REASON),
        ("Chờ Bộ", -1, False, MuteWhyNot.ENDS_IN_THE_PAST),
        ("Chờ Bộ", LONGEST_DAYS + 1, False, MuteWhyNot.TOO_LONG),
        ("Chờ Bộ", 3, True, MuteWhyNot.ALREADY_MUTED),
    ],
)
def test_a_mute_needs_reason_end_and_a_right_to_begin(
    reason: str, days: int, is_muted: bool, why: MuteWhyNot
):
    with pytest.raises(MuteRefused) as refused:
        check_mute(
            reason=reason, ends_on=TODAY + timedelta(days=days), today=TODAY, is_muted=is_muted
        )

    assert refused.value.why is why


@pytest.mark.parametrize("days", [0, 1, LONGEST_DAYS])
def test_a_mute_may_last_a_quarter_at_most(days: int):
    check_mute(reason="Chờ", ends_on=TODAY + timedelta(days=days), today=TODAY, is_muted=False)
