"""Keeping registers: opening them, setting symbols, explaining numbers without a paper."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import connection, transaction

from cchc.modules.documents.events import NumbersSkipped, RegisterOpened, SymbolSet
from cchc.modules.documents.labels import KINDS
from cchc.modules.documents.models import Register, RegisterEntry, RegisterSymbol, RegisterYear
from cchc.modules.documents.operations.reaching import reason_of
from cchc.modules.documents.permissions import Permission
from cchc.modules.documents.rules.kinds import LetterKind
from cchc.modules.documents.rules.numbering import is_symbol, usual_symbol
from cchc.modules.documents.rules.refusals import LetterProblem, LetterRefused
from cchc.modules.organisation.public import agency_cards
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce
from cchc.platform.text.writing import date_vi

_MOST_SKIPPED = 2_000
_LOCK_CLASS = 0x53_4F_56_42
"""Advisory locks by which two people do not open the first register of an agency at once."""


@transaction.atomic
def register_for(
    *, agency_id: int, kind: LetterKind, on: date, actor: Actor, now: datetime
) -> RegisterSymbol:
    """The register and symbol for papers of a kind on a day; the usual ones when none is kept.

    The caller has asked whether the actor may issue there.
    """
    known = _symbol_on(agency_id, kind, on)
    if known is not None:
        return known
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCK_CLASS, agency_id % 2**31])
    known = _symbol_on(agency_id, kind, on)
    if known is not None:
        return known
    register = _register_on(agency_id, on) or _open(agency_id, on, actor, now)
    card = agency_cards([agency_id], on)[agency_id]
    later = RegisterSymbol.objects.filter(agency_id=agency_id, kind=kind, effective_from__gt=on)
    begins = later.order_by("effective_from").values_list("effective_from", flat=True).first()
    return RegisterSymbol.objects.create(
        register=register,
        agency_id=agency_id,
        kind=kind,
        symbol=usual_symbol(kind, card.name),
        effective_from=on,
        effective_to=begins - timedelta(days=1) if begins else None,
    )


@transaction.atomic
def set_symbol(
    *,
    register_id: int,
    kind: LetterKind,
    symbol: str,
    since: date,
    actor: Actor,
    now: datetime,
) -> RegisterSymbol:
    """From a day on, papers of a kind carry this symbol; earlier papers keep theirs.

    Raises NotVisible, AccessDenied or LetterRefused.
    """
    register = Register.objects.select_for_update().get_visible(actor, pk=register_id)
    actor.require(Permission.MANAGE_REGISTERS, agency_id=register.agency_id)
    said = symbol.strip().upper()
    if not is_symbol(said):
        raise LetterRefused(LetterProblem.BAD_SYMBOL)
    known = RegisterSymbol.objects.filter(agency_id=register.agency_id, kind=kind)
    known.filter(effective_from__gte=since).delete()
    last_day = since - timedelta(days=1)
    known.filter(effective_from__lt=since).exclude(effective_to__lt=since).update(
        effective_to=last_day
    )
    made = RegisterSymbol.objects.create(
        register=register,
        agency_id=register.agency_id,
        kind=kind,
        symbol=said,
        effective_from=since,
    )
    event = SymbolSet(
        register_id=register.pk,
        register_name=register.name,
        kind_name=str(KINDS[kind]).lower(),
        symbol=said,
        since=date_vi(since),
    )
    announce(event, actor=actor, at=now)
    return made


@transaction.atomic
def skip_numbers(
    *, register_id: int, year: int, last: int, reason: str, actor: Actor, now: datetime
) -> int:
    """Note that the numbers up to `last` were used on paper, or will never be; says how many.

    Raises NotVisible, AccessDenied or LetterRefused.
    """
    register = Register.objects.get_visible(actor, pk=register_id)
    actor.require(Permission.MANAGE_REGISTERS, agency_id=register.agency_id)
    said = reason_of(reason)
    counted = locked_year(register, year)
    if not counted.last_number < last <= counted.last_number + _MOST_SKIPPED:
        raise LetterRefused(LetterProblem.BAD_NUMBER, str(counted.last_number))
    first = counted.last_number + 1
    today = in_vietnam(now).date()
    for number in range(first, last + 1):
        RegisterEntry.objects.create(
            register=register,
            year=year,
            number=number,
            kind="",
            symbol="",
            issued_on=today,
            explanation=said,
            recorded_at=now,
            recorded_by_name=actor.name,
        )
    counted.last_number = last
    counted.save(update_fields=["last_number"])
    event = NumbersSkipped(
        register_id=register.pk,
        register_name=register.name,
        year=year,
        first=first,
        last=last,
        reason=said,
    )
    announce(event, actor=actor, at=now)
    return last - first + 1


@transaction.atomic
def begin_year(
    *, register_id: int, year: int, first_number: int, reason: str, actor: Actor, now: datetime
) -> RegisterYear:
    """Let a year of a register begin with a higher number: the lower ones stand on paper.

    Raises NotVisible, AccessDenied or LetterRefused.
    """
    register = Register.objects.get_visible(actor, pk=register_id)
    actor.require(Permission.MANAGE_REGISTERS, agency_id=register.agency_id)
    said = reason_of(reason)
    counted = locked_year(register, year)
    if register.entries.filter(year=year).exists():
        raise LetterRefused(LetterProblem.YEAR_HAS_BEGUN)
    if first_number < 2:
        raise LetterRefused(LetterProblem.BAD_NUMBER, "1")
    counted.first_number, counted.last_number = first_number, first_number - 1
    counted.save(update_fields=["first_number", "last_number"])
    event = NumbersSkipped(
        register_id=register.pk,
        register_name=register.name,
        year=year,
        first=1,
        last=first_number - 1,
        reason=said,
    )
    announce(event, actor=actor, at=now)
    return counted


def locked_year(register: Register, year: int) -> RegisterYear:
    """The year of a register, locked until the end of the transaction: one number at a time."""
    RegisterYear.objects.get_or_create(register=register, year=year)
    return RegisterYear.objects.select_for_update().get(register=register, year=year)


def _symbol_on(agency_id: int, kind: LetterKind, on: date) -> RegisterSymbol | None:
    known = RegisterSymbol.objects.select_related("register")
    return (
        known.filter(agency_id=agency_id, kind=kind, effective_from__lte=on)
        .exclude(effective_to__lt=on)
        .first()
    )


def _register_on(agency_id: int, on: date) -> Register | None:
    known = Register.objects.filter(agency_id=agency_id, effective_from__lte=on)
    return known.exclude(effective_to__lt=on).order_by("pk").first()


def _open(agency_id: int, on: date, actor: Actor, now: datetime) -> Register:
    card = agency_cards([agency_id], on)[agency_id]
    register, is_new = Register.objects.get_or_create(
        agency_id=agency_id,
        name=f"Sổ đăng ký văn bản đi của {card.name}"[:200],
        defaults={"effective_from": date(on.year, 1, 1)},
    )
    if is_new:
        event = RegisterOpened(register_id=register.pk, register_name=register.name)
        announce(event, actor=actor, at=now)
    return register
