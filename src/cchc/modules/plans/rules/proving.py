"""Who may decide about a proof: in the end nobody who handed it in or approved it."""

from __future__ import annotations

from enum import StrEnum


class ProofProblem(StrEnum):
    """Why something handed in is refused at once, or cannot be decided so."""

    NOTHING_HANDED_IN = "NOTHING_HANDED_IN"
    NO_FILE_OR_LINK = "NO_FILE_OR_LINK"
    NO_PRODUCT_NAME = "NO_PRODUCT_NAME"
    NO_REASON = "NO_REASON"
    OWN_WORK = "OWN_WORK"


class ProofRefused(Exception):
    """The proof cannot be handed in or decided so, and why."""

    def __init__(self, problem: ProofProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def check_product(*, name: str, has_file: bool, link: str) -> None:
    """Raise ProofRefused unless the product is named and can be looked at."""
    if not name.strip():
        raise ProofRefused(ProofProblem.NO_PRODUCT_NAME)
    if not has_file and not link.strip():
        raise ProofRefused(ProofProblem.NO_FILE_OR_LINK)


def check_return(reason: str) -> None:
    """Raise ProofRefused unless the agency is told why."""
    if not reason.strip():
        raise ProofRefused(ProofProblem.NO_REASON)


def check_four_eyes(*, decider_id: int | None, worker_ids: tuple[int | None, ...]) -> None:
    """Raise ProofRefused when the person who accepts did or approved the work; the system may."""
    if decider_id is not None and decider_id in worker_ids:
        raise ProofRefused(ProofProblem.OWN_WORK)
