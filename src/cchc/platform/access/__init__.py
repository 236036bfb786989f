"""Who acts, and where they may do what: pure, asked by every module in the same words."""

from cchc.platform.access.actor import NOBODY, SYSTEM, Actor, Grant, Scope
from cchc.platform.access.refusals import AccessDenied, NotVisible

__all__ = ["NOBODY", "SYSTEM", "AccessDenied", "Actor", "Grant", "NotVisible", "Scope"]
