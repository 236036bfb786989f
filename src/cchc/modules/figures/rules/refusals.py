"""Why a number cannot be kept."""

from enum import StrEnum


class FreezeProblem(StrEnum):
    """What stands in the way."""

    NO_REASON = "NO_REASON"


class FreezeRefused(Exception):
    """The number is not kept; nothing was written."""

    def __init__(self, problem: FreezeProblem) -> None:
        super().__init__(problem)
        self.problem = problem
