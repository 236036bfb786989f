"""A person's digests: the page of a day, and the days before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cchc.modules.organisation.public import person_cards
from cchc.modules.plans.public import WorkLine, work_lines
from cchc.modules.urging.labels import SECTION_COUNTS, SECTIONS
from cchc.modules.urging.models import Digest, Notice
from cchc.modules.urging.queries.wording import channels_words
from cchc.modules.urging.rules.kinds import Audience, Section
from cchc.platform.access import Actor, NotVisible

_SHOWN = 50
_DAYS = 60
_TONES = {
    Section.ESCALATED: "late",
    Section.OVERDUE: "late",
    Section.DUE_TODAY: "soon",
    Section.RETURNED: "soon",
    Section.DUE_SOON: "soon",
    Section.NEWLY_GIVEN: "wait",
}


@dataclass(frozen=True, slots=True)
class DigestSection:
    """One part of a digest: its title, the first lines, how many in all."""

    title: str
    tone: str
    lines: tuple[WorkLine, ...]
    count: int
    done_count: int
    """Of those shown: no longer with the agency."""

    @property
    def more_count(self) -> int:
        """How many are not shown."""
        return self.count - len(self.lines)


@dataclass(frozen=True, slots=True)
class DigestPage:
    """Bản tin đôn đốc of one person and day, each thing standing as it does now."""

    id: int
    on: date
    sections: tuple[DigestSection, ...]
    muted_count: int
    channels: str
    stands_for: str
    """For whom the person stands in; empty for oneself only."""
    read_at: datetime | None
    acknowledged_at: datetime | None


@dataclass(frozen=True, slots=True)
class DigestRow:
    """One day in the list of a person's digests."""

    id: int
    on: date
    said: str
    channels: str
    read_at: datetime | None
    acknowledged_at: datetime | None


def digest_page(*, digest_id: int, actor: Actor, today: date) -> DigestPage:
    """One's own digest. Raises NotVisible for anybody else's."""
    digest = Digest.objects.filter(pk=digest_id, person_id=actor.user_id or 0).first()
    if digest is None:
        raise NotVisible
    wanted = {pk for works in _works(digest).values() for pk in works[:_SHOWN]}
    lines = work_lines(wanted, today=today)
    sections = tuple(
        _section(section, works, lines) for section, works in _works(digest).items() if works
    )
    return DigestPage(
        id=digest.pk,
        on=digest.on,
        sections=sections,
        muted_count=digest.muted_count,
        channels=channels_words(digest.channels),
        stands_for=_stands_for(digest),
        read_at=digest.read_at,
        acknowledged_at=digest.acknowledged_at,
    )


def own_digests(*, actor: Actor, today: date) -> list[DigestRow]:
    """One's digests, the last first."""
    own = Digest.objects.filter(person_id=actor.user_id or 0, on__lte=today)
    rows = own.order_by("-on")[:_DAYS]
    return [
        DigestRow(
            id=digest.pk,
            on=digest.on,
            said=said(digest),
            channels=channels_words(digest.channels),
            read_at=digest.read_at,
            acknowledged_at=digest.acknowledged_at,
        )
        for digest in rows
    ]


def said(digest: Digest) -> str:
    """ "3 việc quá hạn, 1 việc đến hạn hôm nay"."""
    return ", ".join(
        str(SECTION_COUNTS[section]).format(count=len(works))
        for section, works in _works(digest).items()
        if works
    )


def _works(digest: Digest) -> dict[Section, list[int]]:
    return {
        Section.ESCALATED: digest.escalated,
        Section.OVERDUE: digest.overdue,
        Section.DUE_TODAY: digest.due_today,
        Section.RETURNED: digest.returned,
        Section.DUE_SOON: digest.due_soon,
        Section.NEWLY_GIVEN: digest.newly_given,
    }


def _section(section: Section, works: list[int], lines: dict[int, WorkLine]) -> DigestSection:
    shown = tuple(lines[pk] for pk in works[:_SHOWN] if pk in lines)
    return DigestSection(
        title=str(SECTIONS[section]),
        tone=_TONES[section],
        lines=shown,
        count=len(works),
        done_count=sum(not line.is_with_the_agency for line in shown),
    )


def _stands_for(digest: Digest) -> str:
    ids = set(
        Notice.objects.filter(digest=digest, stands_for_id__isnull=False)
        .exclude(audience=Audience.HOLDER, stands_for_id=digest.person_id)
        .values_list("stands_for_id", flat=True)
    )
    cards = person_cards({pk for pk in ids if pk is not None}) if ids else {}
    return ", ".join(card.full_name for card in cards.values())
