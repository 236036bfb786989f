"""The list of outgoing papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from cchc.modules.documents.labels import KINDS, STATES, TONES
from cchc.modules.documents.models import Letter
from cchc.modules.documents.models.letter import LetterQuerySet
from cchc.modules.documents.permissions import Permission
from cchc.modules.documents.queries.pages import Choice, LetterFilter, LetterRow, LettersPage
from cchc.modules.documents.queries.search import narrowed_by_words
from cchc.modules.documents.rules.kinds import LetterKind, LetterState
from cchc.modules.organisation.public import agency_cards, living_agencies
from cchc.platform.access import Actor
from cchc.platform.web.paging import keyset_page

PAGE_SIZE = 50
ORDER = ["-changed_at", "-pk"]
_HEAVY = ("blocks", "appendices", "folded")


def letters_page(
    *, wanted: LetterFilter, actor: Actor, today: date, after: str = "", before: str = ""
) -> LettersPage:
    """A page of the papers that the actor may know of, the last changed first."""
    found = narrowed(Letter.objects.visible_to(actor), wanted)
    page = keyset_page(
        found.defer(*_HEAVY), order=ORDER, after=after, before=before, size=PAGE_SIZE
    )
    return LettersPage(
        rows=letter_rows(page.rows),
        total=found.count(),
        filter=wanted,
        kinds=kind_choices(),
        states=[Choice(state, str(label)) for state, label in STATES.items()],
        agencies=_agencies(actor, today),
        years=_years(actor),
        next_cursor=page.next or "",
        previous_cursor=page.previous or "",
        may_draft=actor.may_somewhere(Permission.DRAFT),
        may_export=actor.may_somewhere(Permission.EXPORT),
    )


def narrowed(letters: LetterQuerySet, wanted: LetterFilter) -> LetterQuerySet:
    """The papers that a filter leaves."""
    if wanted.kind:
        letters = letters.filter(kind=wanted.kind)
    if wanted.state:
        letters = letters.filter(state=wanted.state)
    if wanted.agency_id:
        letters = letters.filter(agency_id=wanted.agency_id)
    if wanted.year:
        letters = letters.filter(issued_on__year=wanted.year)
    return narrowed_by_words(letters, wanted.text)


def letters_for_export(*, wanted: LetterFilter, actor: Actor) -> Iterator[LetterRow]:
    """Every paper of the list, in its order. Raises AccessDenied."""
    actor.require_somewhere(Permission.EXPORT)
    found = narrowed(Letter.objects.visible_to(actor), wanted).defer(*_HEAVY).order_by(*ORDER)
    yield from letter_rows(found[:50_000])


def letter_rows(letters: Iterable[Letter]) -> list[LetterRow]:
    """Papers as rows."""
    found = list(letters)
    agencies = agency_cards({letter.agency_id for letter in found})
    return [
        LetterRow(
            id=letter.pk,
            number=letter.number_text,
            subject=letter.subject,
            kind_label=str(KINDS[LetterKind(letter.kind)]),
            agency_name=agencies[letter.agency_id].name,
            issued_on=letter.issued_on,
            state=letter.state,
            state_label=str(STATES[LetterState(letter.state)]),
            tone=TONES[LetterState(letter.state)],
            signer=letter.signer_name,
            addressees="; ".join(letter.addressees),
            changed_at=letter.changed_at,
        )
        for letter in found
    ]


def kind_choices() -> list[Choice]:
    """The kinds of papers."""
    return [Choice(kind, str(label)) for kind, label in KINDS.items()]


def drafting_agencies(actor: Actor, today: date) -> list[Choice]:
    """The agencies for which a person may write papers, their own first."""
    scope = actor.scope_of(Permission.DRAFT)
    cards = [card for card in living_agencies(today) if card.id in scope]
    cards.sort(key=lambda card: card.id != actor.agency_id)
    return [Choice(str(card.id), card.name) for card in cards]


def _agencies(actor: Actor, today: date) -> list[Choice]:
    ids = Letter.objects.visible_to(actor).order_by().values_list("agency_id", flat=True)
    cards = agency_cards(set(ids.distinct()), today)
    return [Choice(str(card.id), card.name) for card in cards.values()]


def _years(actor: Actor) -> list[Choice]:
    dates = Letter.objects.visible_to(actor).numbered().dates("issued_on", "year", order="DESC")
    return [Choice(str(day.year), str(day.year)) for day in dates]
