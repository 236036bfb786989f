"""Rehearsing an operation: it is done and undone, so that a page can say what would happen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction

T = TypeVar("T")


def rehearse(run: Callable[[], T]) -> T:
    """What the operation would return; nothing remains of it. Refusals pass through."""
    with transaction.atomic():
        result = run()
        transaction.set_rollback(True)
    return result
