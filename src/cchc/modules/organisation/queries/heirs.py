"""Who follows whom when a level ends, from the table that an administrator filled in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.heir_table import heir_rows, read_heirs
from cchc.modules.organisation.rules.kinds import Level
from cchc.platform.text.folding import fold


def heirs_from_table(
    table: Sequence[Sequence[object]], *, level: Level, on: date
) -> dict[int, int | None]:
    """The heirs that a table names, for `abolish_tier`. Raises HeirsRefused."""
    cards = structure_on(on).cards.values()
    ending = {card.id: card.name for card in cards if card.level == level}
    heirs: dict[str, list[int]] = defaultdict(list)
    codes = dict(Agency.objects.living_on(on).values_list("pk", "code"))
    for card in cards:
        if card.level != level:
            for word in {fold(card.name), fold(card.short_name), fold(codes.get(card.id, ""))}:
                heirs[word].append(card.id)
    return read_heirs(heir_rows(table), ending=ending, heirs=heirs)
