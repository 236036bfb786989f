"""Registers of outgoing papers: which numbers were given, and why any has no paper."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from cchc.modules.documents.models.letter import Letter
from cchc.modules.documents.permissions import Permission
from cchc.modules.documents.rules.kinds import LetterKind
from cchc.platform.access.visibility import ScopedQuerySet

IN_FORCE = Func(
    F("effective_from"),
    F("effective_to"),
    Value("[]"),
    function="daterange",
    output_field=DateRangeField(),
)


class RegisterQuerySet(ScopedQuerySet["Register"]):
    """Questions about registers."""

    view_permission = Permission.VIEW


class Register(models.Model):
    """A register of outgoing papers of one agency (sổ đăng ký văn bản đi)."""

    agency = models.ForeignKey("organisation.Agency", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    effective_from = models.DateField()
    effective_to = models.DateField(null=True, blank=True)

    objects = RegisterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="register_ends_after_it_begins",
                condition=Q(effective_to=None) | Q(effective_to__gte=F("effective_from")),
            ),
            models.UniqueConstraint(name="register_name_once", fields=["agency", "name"]),
        ]

    def __str__(self) -> str:
        return self.name


class RegisterSymbol(models.Model):
    """With which symbol a register numbers papers of one kind, from when until when."""

    register = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="symbols")
    agency = models.ForeignKey("organisation.Agency", on_delete=models.PROTECT, related_name="+")
    """The register's agency, kept here so that the database can refuse two at a time."""
    kind = models.CharField(max_length=12)
    symbol = models.CharField(max_length=40)
    effective_from = models.DateField()
    effective_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="symbol_kind_known", condition=Q(kind__in=list(LetterKind))
            ),
            models.CheckConstraint(name="symbol_said", condition=~Q(symbol="")),
            models.CheckConstraint(
                name="symbol_ends_after_it_begins",
                condition=Q(effective_to=None) | Q(effective_to__gte=F("effective_from")),
            ),
            ExclusionConstraint(
                name="symbol_one_at_a_time",
                expressions=[
                    ("agency", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (IN_FORCE, RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.symbol}"


class RegisterYear(models.Model):
    """One year of a register: its row is locked while a number is given."""

    register = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="years")
    year = models.PositiveSmallIntegerField()
    first_number = models.PositiveIntegerField(default=1)
    """Higher than 1 where the year began on paper."""
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="register_year_once", fields=["register", "year"]),
            models.CheckConstraint(
                name="register_year_counts_up",
                condition=Q(first_number__gte=1) & Q(last_number__gte=F("first_number") - 1),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.register_id}/{self.year}: {self.last_number}"


_FOLLOWS = """
    IF NEW.number <> 1 + COALESCE(
        (SELECT MAX(number) FROM documents_registerentry
          WHERE register_id = NEW.register_id AND year = NEW.year),
        (SELECT first_number - 1 FROM documents_registeryear
          WHERE register_id = NEW.register_id AND year = NEW.year),
        0)
    THEN
        RAISE EXCEPTION 'number % does not follow the last of register %',
            NEW.number, NEW.register_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


class RegisterEntry(models.Model):
    """One number of a register: the paper that carries it, or the reason why none does."""

    register = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="entries")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    letter = models.OneToOneField(
        Letter, null=True, blank=True, on_delete=models.PROTECT, related_name="entry"
    )
    kind = models.CharField(max_length=12)
    symbol = models.CharField(max_length=40)
    issued_on = models.DateField()
    explanation = models.CharField(max_length=500, blank=True)
    """Why no paper of the platform carries this number."""
    recorded_at = models.DateTimeField()
    recorded_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="entry_number_once", fields=["register", "year", "number"]
            ),
            models.CheckConstraint(
                name="entry_paper_or_reason",
                condition=Q(letter__isnull=False, explanation="")
                | (Q(letter=None) & ~Q(explanation="")),
            ),
            models.CheckConstraint(name="entry_year_is_its_days", condition=Q(year__gte=1990)),
        ]
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="entry_follows_the_last",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=_FOLLOWS,
            ),
            pgtrigger.Protect(
                name="entry_never_changes", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number:02d}/{self.symbol}"
