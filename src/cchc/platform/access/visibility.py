"""Lists and single objects ask the same question: what is visible to this actor."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Self, TypeVar

from django.db import models

from cchc.platform.access.actor import Actor
from cchc.platform.access.refusals import NotVisible

M = TypeVar("M", bound=models.Model)


class ScopedQuerySet(models.QuerySet[M]):
    """A queryset whose rows belong to an agency and are seen by permission there."""

    view_permission: ClassVar[StrEnum]
    agency_field: ClassVar[str] = "agency_id"

    def visible_to(self, actor: Actor) -> Self:
        """The rows that this actor may know of."""
        scope = actor.scope_of(self.view_permission)
        if scope.everywhere:
            return self
        return self.filter(**{f"{self.agency_field}__in": scope.agencies})

    def get_visible(self, actor: Actor, *, pk: int) -> M:
        """The object, or NotVisible: nobody learns whether a hidden object exists."""
        found = self.visible_to(actor).filter(pk=pk).first()
        if found is None:
            raise NotVisible
        return found
