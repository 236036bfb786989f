"""People, who sign in, and their posts."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Lower

from cchc.modules.organisation.models.agency import Agency
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.rules.kinds import PostKind
from cchc.platform.access import Actor, NotVisible

TENURE = Func(
    F("held_from"),
    F("held_until"),
    Value("[]"),
    function="daterange",
    output_field=DateRangeField(),
)
"""From the first to the last day in a post, both included."""


class PersonQuerySet(models.QuerySet["Person"]):
    """Questions about people."""

    def visible_to(self, actor: Actor) -> Self:
        """Oneself, and everybody who has held a post in an agency where one may view people."""
        scope = actor.scope_of(Permission.VIEW_PEOPLE)
        if scope.everywhere:
            return self
        there = Post.objects.filter(agency_id__in=scope.agencies).values("person_id")
        return self.filter(Q(pk=actor.user_id) | Q(pk__in=there))

    def get_visible(self, actor: Actor, *, pk: int) -> Person:
        """The person, or NotVisible."""
        found = self.visible_to(actor).filter(pk=pk).first()
        if found is None:
            raise NotVisible
        return found

    def active(self) -> Self:
        """The people whose accounts are open."""
        return self.filter(is_active=True)

    def in_order(self) -> Self:
        """By given name, as lists of staff are written."""
        return self.order_by("sort_key", "id")


class PersonManager(BaseUserManager["Person"].from_queryset(PersonQuerySet)):  # type: ignore[misc]
    """Creates people for Django's own machinery; the office uses the operations."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> Person:
        """A person with a password, or without one."""
        person: Person = self.model(username=username, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


@pghistory.track(exclude=["password", "last_login"])
class Person(AbstractBaseUser):
    """A civil servant or another person with an account; names are written family-first."""

    username = models.CharField(max_length=150, unique=True)
    full_name = models.CharField(max_length=150)
    form_of_address = models.CharField(max_length=10, blank=True)
    """How the page greets: "anh", "chị", "đồng chí"; empty when not known."""
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    """True after an administrator set a temporary password, until its owner chooses another."""
    folded = models.TextField(blank=True)
    sort_key = models.CharField(max_length=400, blank=True)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        verbose_name = "person"
        constraints = [
            models.UniqueConstraint(
                Lower("email"), name="person_email_once", condition=~Q(email="")
            ),
            models.UniqueConstraint(Lower("username"), name="person_username_any_case"),
        ]
        indexes = [
            models.Index(name="person_order", fields=["sort_key", "id"]),
            GinIndex(name="person_search", fields=["folded"], opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.full_name


class PostQuerySet(models.QuerySet["Post"]):
    """Questions about posts."""

    def held_on(self, day: date) -> Self:
        """The posts that people hold on this day."""
        return self.filter(held_from__lte=day).filter(Q(held_until=None) | Q(held_until__gte=day))

    def not_over_on(self, day: date) -> Self:
        """The posts that are held on this day or later."""
        return self.filter(Q(held_until=None) | Q(held_until__gte=day))


@pghistory.track()
class Post(models.Model):
    """That a person works in an agency, as what, and from when until when."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="posts")
    kind = models.CharField(max_length=30)
    title = models.CharField(max_length=150)
    is_main = models.BooleanField(default=True)
    held_from = models.DateField()
    held_until = models.DateField(null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="post_kind_known", condition=Q(kind__in=list(PostKind))),
            models.CheckConstraint(
                name="post_ends_after_it_begins",
                condition=Q(held_until=None) | Q(held_until__gte=F("held_from")),
            ),
            ExclusionConstraint(
                name="post_one_main_at_a_time",
                expressions=[("person", RangeOperators.EQUAL), (TENURE, RangeOperators.OVERLAPS)],
                condition=Q(is_main=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.person_id} @ {self.agency_id})"
