"""When a post may be taken up and left."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class PostWhyNot(StrEnum):
    """Why a post cannot be taken up or left."""

    AGENCY_ENDED = "AGENCY_ENDED"
    AGENCY_NOT_YET = "AGENCY_NOT_YET"
    ENDS_BEFORE_IT_BEGINS = "ENDS_BEFORE_IT_BEGINS"
    ALREADY_HELD = "ALREADY_HELD"
    ALREADY_LEFT = "ALREADY_LEFT"
    PERSON_INACTIVE = "PERSON_INACTIVE"


class PostRefused(Exception):
    """The post cannot be taken up or left so; `labels` has the sentence for `why`."""

    def __init__(self, why: PostWhyNot) -> None:
        super().__init__(str(why))
        self.why = why


def check_taking_up(
    *,
    held_from: date,
    held_until: date | None,
    agency_from: date,
    agency_until: date | None,
) -> None:
    """Refuse a post outside the life of its agency, or one that ends before it begins."""
    if held_until is not None and held_until < held_from:
        raise PostRefused(PostWhyNot.ENDS_BEFORE_IT_BEGINS)
    if held_from < agency_from:
        raise PostRefused(PostWhyNot.AGENCY_NOT_YET)
    if agency_until is not None and held_from > agency_until:
        raise PostRefused(PostWhyNot.AGENCY_ENDED)


def check_leaving(*, held_from: date, held_until: date | None, on: date) -> None:
    """Refuse to leave a post that was left before, or before it was taken up."""
    if held_until is not None and held_until <= on:
        raise PostRefused(PostWhyNot.ALREADY_LEFT)
    if on < held_from:
        raise PostRefused(PostWhyNot.ENDS_BEFORE_IT_BEGINS)
