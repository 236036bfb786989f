"""Registers: symbols from a day on, explained gaps, and what the database refuses."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from cchc.modules.documents.models import Register, RegisterEntry, RegisterYear
from cchc.modules.documents.operations.registers import begin_year, set_symbol, skip_numbers
from cchc.modules.documents.queries.papers import symbol_on
from cchc.modules.documents.queries.registers import register_page, register_rows
from cchc.modules.documents.rules.kinds import LetterKind
from cchc.modules.documents.rules.refusals import LetterRefused
from tests.documents.world import DocumentsWorld


def test_a_symbol_holds_from_its_day(world: DocumentsWorld) -> None:
    world.issued(on=date(2019, 3, 1))
    register = Register.objects.get()
    who = {"actor": world.actor(world.operator), "now": world.now}
    since = date(2019, 10, 1)
    for symbol in ("SNV-VP", "snv-ccv "):
        set_symbol(
            register_id=register.pk, kind=LetterKind.LETTER, symbol=symbol, since=since, **who
        )

    assert world.issued(on=date(2019, 9, 30)).number_text == "02/SNV-CCHC"
    assert world.issued().number_text == "03/SNV-CCV"
    agency = world.home_affairs.pk
    assert symbol_on(agency, LetterKind.LETTER, date(2019, 9, 30)) == "SNV-CCHC"
    with pytest.raises(LetterRefused, match="BAD_SYMBOL"):
        set_symbol(
            register_id=register.pk, kind=LetterKind.LETTER, symbol="a b", since=since, **who
        )


def test_a_symbol_of_a_later_day_leaves_the_earlier_days_usual(world: DocumentsWorld) -> None:
    world.issued(world.draft(kind=LetterKind.NOTICE))
    set_symbol(
        register_id=Register.objects.get().pk,
        kind=LetterKind.REPORT,
        symbol="BC-NV",
        since=world.today + timedelta(days=30),
        actor=world.actor(world.operator),
        now=world.now,
    )

    assert world.issued(world.draft(kind=LetterKind.REPORT)).number_text == "02/BC-SNV"


def test_gaps_are_explained(world: DocumentsWorld) -> None:
    world.issued()
    register = Register.objects.get()
    who = {"actor": world.actor(world.operator), "now": world.now}

    count = skip_numbers(
        register_id=register.pk, year=2019, last=45, reason="Đã cấp trên sổ giấy", **who
    )

    assert count == 44
    assert world.issued().number_text == "46/SNV-CCHC"
    page = register_page(register_id=register.pk, year=None, actor=who["actor"], this_year=2019)
    assert [row.number for row in page.rows] == list(range(46, 0, -1))
    assert (page.gap_count, page.next_number) == (44, 47)
    assert register_rows(actor=who["actor"])[0].last_number == 46
    for last in (46, 0, 100_000):
        with pytest.raises(LetterRefused, match="BAD_NUMBER"):
            skip_numbers(register_id=register.pk, year=2019, last=last, reason="x", **who)
    with pytest.raises(LetterRefused, match="NO_REASON"):
        skip_numbers(register_id=register.pk, year=2019, last=50, reason=" ", **who)


def test_a_year_may_begin_where_the_paper_register_ends(world: DocumentsWorld) -> None:
    world.issued(on=date(2018, 12, 28))
    register = Register.objects.get()
    who = {"actor": world.actor(world.operator), "now": world.now}
    with pytest.raises(LetterRefused, match="BAD_NUMBER"):
        begin_year(register_id=register.pk, year=2019, first_number=1, reason="x", **who)

    begin_year(register_id=register.pk, year=2019, first_number=812, reason="Sổ giấy", **who)

    assert world.issued().number_text == "812/SNV-CCHC"
    with pytest.raises(LetterRefused, match="YEAR_HAS_BEGUN"):
        begin_year(register_id=register.pk, year=2019, first_number=900, reason="x", **who)


def an_entry(world: DocumentsWorld, number: int) -> RegisterEntry:
    return RegisterEntry(
        register=Register.objects.get(),
        year=2019,
        number=number,
        kind="",
        symbol="",
        issued_on=world.today,
        explanation="thử",
        recorded_at=world.now,
        recorded_by_name="",
    )


@pytest.mark.parametrize("number", [1, 3, 99])
def test_the_database_refuses_a_number_that_does_not_follow(
    world: DocumentsWorld, number: int
) -> None:
    world.issued()

    with pytest.raises(IntegrityError), transaction.atomic():
        an_entry(world, number).save()


def test_the_database_refuses_to_change_a_register(world: DocumentsWorld) -> None:
    world.issued()

    with pytest.raises(ProgrammingError), transaction.atomic():
        RegisterEntry.objects.update(number=5)
    with pytest.raises(ProgrammingError), transaction.atomic():
        RegisterEntry.objects.all().delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        RegisterYear.objects.update(first_number=9)


def test_an_issued_paper_without_number_is_refused_by_the_database(world: DocumentsWorld) -> None:
    letter = world.draft()

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE documents_letter SET state = 'ISSUED' WHERE id = %s", [letter.pk])
