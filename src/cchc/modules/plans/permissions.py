"""What can be allowed in the plans module."""

from enum import StrEnum


class Permission(StrEnum):
    """Permissions on plans and on the work they give.

    "Issuer side" permissions are asked of the agency that issued the plan, the others of the agency
    that is bound.
    """

    VIEW = "plans.work.view"
    EXPORT = "plans.work.export"

    IMPORT = "plans.draft.import"
    """Issuer side: bring a document in and correct what was understood."""
    CONFIRM = "plans.plan.confirm"
    """Issuer side: turn a draft into work."""
    MANAGE = "plans.plan.manage"
    """Issuer side: correct a confirmed plan, withdraw, suspend, record events, choose members."""
    ACCEPT_PROOF = "plans.proof.accept"
    """Issuer side."""
    DECIDE_EXTENSION = "plans.extension.decide"
    """Issuer side."""

    ACKNOWLEDGE = "plans.work.acknowledge"
    REPORT_PROGRESS = "plans.work.report"
    HAND_IN = "plans.proof.hand_in"
    APPROVE_PROOF = "plans.proof.approve"
    """The head of the agency that did the work."""
    ASK_EXTENSION = "plans.extension.ask"
    HAND_DOWN = "plans.work.hand_down"
    """Give parts of the agency's work to those below it and its people, and decide on them."""
    LEAD_DIVISION = "plans.division.lead"
    """Asked of divisions only: what HAND_DOWN, APPROVE_PROOF and ASK_EXTENSION are to agencies."""
    COMMENT = "plans.task.comment"
