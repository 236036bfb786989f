"""Who may do what to one piece of work, handed down or not: asked by operations and pages alike.

What a plan gives is governed by the permissions of the plan. What is handed down inside a thread is
governed by whoever gave it: the agency above, or the division where a division gave it. A person
who was named as holder may work on it wherever their roles hold.
"""

from __future__ import annotations

from cchc.modules.organisation.public import AgencyKind, agency_cards
from cchc.modules.plans.models import Assignment, Occurrence
from cchc.modules.plans.permissions import Permission
from cchc.platform.access import AccessDenied, Actor

Work = Assignment | Occurrence
_DOING = frozenset({Permission.HAND_IN, Permission.REPORT_PROGRESS, Permission.ACKNOWLEDGE})


class Rights:
    """The rights of one actor over work; built once a page or operation."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor
        self._divisions: dict[int, bool] = {}

    def may_give(self, agency_id: int) -> bool:
        """Whether the actor may hand down the work of this agency, and decide about the parts."""
        return self._leads(Permission.HAND_DOWN, agency_id)

    def may_hand_down(self, one: Work) -> bool:
        """Whether the actor may break down this work; one person's own work goes no further."""
        return not one.is_personal and self.may_give(one.agency_id)

    def may_decide(self, one: Work, ordinary: Permission) -> bool:
        """Whether the actor speaks for whoever gave this work; `ordinary` for what a plan gives."""
        if one.is_part:
            return self.may_give(one.issuer_id)
        return self.actor.may(ordinary, agency_id=one.issuer_id)

    def may_approve(self, one: Work) -> bool:
        """Whether the actor may approve for the agency that does the work."""
        if not one.is_part:
            return self.actor.may(Permission.APPROVE_PROOF, agency_id=one.agency_id)
        return self._leads(Permission.APPROVE_PROOF, one.agency_id)

    def may_work(self, one: Work, permission: Permission, *, holder_id: int | None) -> bool:
        """Whether the actor may work on it: by role in the agency, or as the named holder.

        Work given to one person is that person's alone.
        """
        is_holder = holder_id is not None and holder_id == self.actor.user_id
        if one.is_personal:
            return is_holder or self.actor.is_system
        if is_holder and permission in _DOING:
            return self.actor.may_somewhere(Permission.REPORT_PROGRESS)
        return self.actor.may(permission, agency_id=one.agency_id)

    def may_ask_for_time(self, one: Work, *, holder_id: int | None) -> bool:
        """Whether the actor may ask for more time, or hand the work back, in the agency's name."""
        if one.is_personal:
            return self.may_work(one, Permission.HAND_IN, holder_id=holder_id)
        return self._leads(Permission.ASK_EXTENSION, one.agency_id)

    def require_give(self, agency_id: int) -> None:
        """Raise AccessDenied unless the actor may hand down the work of this agency."""
        self._require(self.may_give(agency_id), Permission.HAND_DOWN, agency_id)

    def require_decide(self, one: Work, ordinary: Permission) -> None:
        """Raise AccessDenied unless the actor speaks for whoever gave this work."""
        needed = Permission.HAND_DOWN if one.is_part else ordinary
        self._require(self.may_decide(one, ordinary), needed, one.issuer_id)

    def require_approve(self, one: Work) -> None:
        """Raise AccessDenied unless the actor may approve for the agency that does the work."""
        self._require(self.may_approve(one), Permission.APPROVE_PROOF, one.agency_id)

    def require_work(self, one: Work, permission: Permission, *, holder_id: int | None) -> None:
        """Raise AccessDenied unless the actor may work on it."""
        allowed = self.may_work(one, permission, holder_id=holder_id)
        self._require(allowed, permission, one.agency_id)

    def require_ask_for_time(self, one: Work, *, holder_id: int | None) -> None:
        """Raise AccessDenied unless the actor may ask for more time in the agency's name."""
        allowed = self.may_ask_for_time(one, holder_id=holder_id)
        self._require(allowed, Permission.ASK_EXTENSION, one.agency_id)

    def _require(self, allowed: bool, permission: Permission, agency_id: int) -> None:  # noqa: FBT001
        """Raise AccessDenied unless allowed; those on whose behalf it is done are noted."""
        if not allowed:
            raise AccessDenied(permission)
        for giving in (permission, Permission.LEAD_DIVISION):
            if self.actor.may(giving, agency_id=agency_id):
                self.actor.require(giving, agency_id=agency_id)
                return

    def _leads(self, permission: Permission, agency_id: int) -> bool:
        """By permission in the agency, or as head of the division that it is."""
        if self.actor.may(permission, agency_id=agency_id):
            return True
        leads = self.actor.may(Permission.LEAD_DIVISION, agency_id=agency_id)
        return leads and self._is_division(agency_id)

    def _is_division(self, agency_id: int) -> bool:
        if agency_id not in self._divisions:
            card = agency_cards([agency_id]).get(agency_id)
            self._divisions[agency_id] = card is not None and card.kind == AgencyKind.DIVISION
        return self._divisions[agency_id]
