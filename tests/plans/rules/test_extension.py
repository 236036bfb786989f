"""Asking for more time and deciding."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cchc.modules.plans.rules.extension import (
    ExtensionNotAllowed,
    ExtensionProblem,
    check_asking,
    check_deciding,
)
from cchc.modules.plans.rules.lifecycle import State

TODAY = date(2019, 10, 15)
GOOD: dict[str, Any] = {
    "state": State.IN_PROGRESS,
    "due_on": date(2019, 9, 30),
    "wanted_on": date(2019, 11, 15),
    "reason": "chờ hướng dẫn",
    "today": TODAY,
    "has_pending": False,
}


def test_more_time_may_be_asked_for_after_the_deadline() -> None:
    check_asking(**GOOD)
    check_asking(**{**GOOD, "due_on": date(2019, 10, 31), "state": State.ASSIGNED})


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"state": State.SUBMITTED}, ExtensionProblem.NOT_OPEN),
        ({"due_on": None}, ExtensionProblem.NO_DEADLINE),
        ({"has_pending": True}, ExtensionProblem.ALREADY_PENDING),
        ({"reason": "  "}, ExtensionProblem.NO_REASON),
        ({"wanted_on": date(2019, 9, 30)}, ExtensionProblem.NOT_LATER),
        ({"wanted_on": date(2019, 10, 14)}, ExtensionProblem.IN_THE_PAST),
    ],
)
def test_what_cannot_be_asked_for_says_why(
    change: dict[str, Any], problem: ExtensionProblem
) -> None:
    with pytest.raises(ExtensionNotAllowed) as refusal:
        check_asking(**{**GOOD, **change})

    assert refusal.value.problem is problem


def test_a_refusal_needs_its_reason() -> None:
    check_deciding(is_pending=True, is_granted=True, reason="")
    check_deciding(is_pending=True, is_granted=False, reason="không đủ căn cứ")

    with pytest.raises(ExtensionNotAllowed, match="NO_REASON"):
        check_deciding(is_pending=True, is_granted=False, reason=" ")
    with pytest.raises(ExtensionNotAllowed, match="NOT_PENDING"):
        check_deciding(is_pending=False, is_granted=True, reason="")
