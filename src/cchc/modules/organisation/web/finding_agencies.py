"""What the search box finds among agencies."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from cchc.modules.organisation.labels.agencies import KINDS, word
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.agencies import find_agencies
from cchc.modules.organisation.queries.structure import structure_on
from cchc.platform import clock
from cchc.platform.access import Actor
from cchc.ui.search import SearchHit


def search_agencies(actor: Actor, words: str, limit: int) -> list[SearchHit]:
    """The agencies of today that fit the words; a division with the agency that it belongs to."""
    if not actor.may_somewhere(Permission.VIEW_AGENCIES):
        return []
    today = clock.today()
    structure = structure_on(today)
    return [
        SearchHit(
            kind=_("Cơ quan"),
            title=card.name,
            detail=" · ".join(
                [word(KINDS, card.kind), *(up.short_name for up in structure.above(card.id)[:1])]
            ),
            url=reverse("organisation:agency", args=[card.id]),
            icon="building",
        )
        for card in find_agencies(words, today, limit)
    ]
