"""Many people issue at the same moment: no number twice, none left out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import close_old_connections, connection

from cchc.modules.documents.models import Register, RegisterEntry
from cchc.modules.documents.operations.issuing import issue_letter
from cchc.modules.documents.rules.lifecycle import LetterTransitionNotAllowed
from tests.documents.world import DocumentsWorld


@pytest.mark.django_db(transaction=True)
def test_numbers_given_at_once_are_continuous() -> None:
    world = DocumentsWorld()
    letters = [world.draft(f"Công văn {number}").pk for number in range(24)]
    actor = world.actor(world.operator)

    def issue(letter_id: int) -> str:
        try:
            made = issue_letter(
                letter_id=letter_id, issued_on=world.today, actor=actor, now=world.now
            )
            return made.number_text
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as people:
        numbers = list(people.map(issue, letters))
    close_old_connections()

    assert sorted(numbers) == [f"{number:02d}/SNV-CCHC" for number in range(1, 25)]
    assert Register.objects.count() == 1
    given = RegisterEntry.objects.order_by("number").values_list("number", flat=True)
    assert list(given) == list(range(1, 25))


@pytest.mark.django_db(transaction=True)
def test_one_paper_issued_by_two_people_at_once_has_one_number() -> None:
    world = DocumentsWorld()
    letter = world.draft()
    actor = world.actor(world.operator)

    def issue(_: int) -> str:
        try:
            return issue_letter(
                letter_id=letter.pk, issued_on=world.today, actor=actor, now=world.now
            ).number_text
        except LetterTransitionNotAllowed:
            return "too late"
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as people:
        answers = sorted(people.map(issue, range(4)))

    assert answers == ["01/SNV-CCHC", *["too late"] * 3]
    assert RegisterEntry.objects.count() == 1
