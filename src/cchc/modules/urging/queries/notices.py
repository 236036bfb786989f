"""Who was told what when, by which ways, and whether they have acknowledged it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from cchc.modules.organisation.public import agency_cards, find_people_ids, person_cards
from cchc.modules.plans.public import work_lines
from cchc.modules.urging.models import Notice
from cchc.modules.urging.models.notice import NoticeQuerySet
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.queries.wording import audience_words, channels_words, offset_words
from cchc.modules.urging.rules.kinds import Audience, Channel
from cchc.platform.access import Actor
from cchc.platform.text.writing import date_vi
from cchc.platform.web.paging import keyset_page

PAGE_SIZE = 50
MOST_EXPORTED = 200_000
_AT_ONCE = 2_000
UNREAD, READ, ACKNOWLEDGED, LATE_ANSWER = "chua-doc", "da-doc", "da-nhan", "qua-han-nhan"


@dataclass(frozen=True, slots=True)
class NoticeFilter:
    """What the list is narrowed to; empty fields narrow nothing."""

    since: date | None = None
    until: date | None = None
    agency_id: int | None = None
    audience: str = ""
    channel: str = ""
    state: str = ""
    person: str = ""
    """Words of a name."""
    task_id: int | None = None
    after: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One telling as lists show it."""

    id: int
    on: date
    step: str
    due_on: date
    is_brought_forward: bool
    """Told before its own day, because nobody answered the step below."""
    audience: str
    person_name: str
    stands_for: str
    agency_name: str
    task: str
    task_url: str
    channels: str
    tone: str
    state: str
    read_at: datetime | None
    acknowledged_at: datetime | None
    digest_id: int | None
    may_acknowledge: bool


@dataclass(frozen=True, slots=True)
class NoticeCounts:
    """How the tellings of a filter stand."""

    told: int
    unread: int
    read: int
    acknowledged: int
    late_answer: int
    """Not acknowledged although the day to answer by has passed."""


@dataclass(frozen=True, slots=True)
class NoticesPage:
    """One page of the list."""

    rows: tuple[NoticeRow, ...]
    counts: NoticeCounts
    next: str | None
    previous: str | None


def notices_page(*, actor: Actor, wanted: NoticeFilter, today: date) -> NoticesPage:
    """The tellings that the actor may know of, the last first. Raises AccessDenied."""
    found = _narrowed(actor, wanted, today)
    page = keyset_page(
        found, order=("-on", "-id"), after=wanted.after, before=wanted.before, size=PAGE_SIZE
    )
    rows = notice_rows(page.rows, actor=actor, today=today)
    return NoticesPage(rows, _counts(found, today), page.next, page.previous)


def notices_to_export(*, actor: Actor, wanted: NoticeFilter, today: date) -> Iterator[NoticeRow]:
    """The same tellings row by row, for a file. Raises AccessDenied at the first row."""
    found = _narrowed(actor, wanted, today).order_by("-on", "-id")[:MOST_EXPORTED]
    waiting = found.iterator(chunk_size=_AT_ONCE)
    while some := list(islice(waiting, _AT_ONCE)):
        yield from notice_rows(some, actor=actor, today=today)


def notice_rows(notices: Sequence[Notice], *, actor: Actor, today: date) -> tuple[NoticeRow, ...]:
    """Tellings with names put to the numbers; four queries however many they are."""
    people = {pk for one in notices for pk in (one.person_id, one.stands_for_id) if pk}
    names = {pk: card.full_name for pk, card in person_cards(people, today).items()}
    agencies = agency_cards({one.agency_id for one in notices}, today)
    lines = work_lines({one.occurrence_id for one in notices}, today=today)
    rows = []
    for one in notices:
        line = lines[one.occurrence_id]
        tone, state = _standing(one, today)
        rows.append(
            NoticeRow(
                id=one.pk,
                on=one.on,
                step=offset_words(one.offset),
                due_on=one.due_on,
                is_brought_forward=one.on < one.scheduled_on,
                audience=audience_words(one.audience),
                person_name=names.get(one.person_id, ""),
                stands_for=names.get(one.stands_for_id or 0, ""),
                agency_name=agencies[one.agency_id].name,
                task=f"{line.code} {line.content}".strip(),
                task_url=line.url,
                channels=channels_words(one.channels),
                tone=tone,
                state=state,
                read_at=one.read_at,
                acknowledged_at=one.acknowledged_at,
                digest_id=one.digest_id,
                may_acknowledge=one.person_id == actor.user_id and one.acknowledged_at is None,
            )
        )
    return tuple(rows)


def _standing(one: Notice, today: date) -> tuple[str, str]:
    if one.acknowledged_at is not None:
        return "ok", str(_("đã nhận"))
    if one.answer_by is not None and one.answer_by < today:
        words = _("chưa nhận, phải trả lời trước {day}")
        return "late", str(words).format(day=date_vi(one.answer_by))
    if one.read_at is not None:
        return "wait", str(_("đã đọc, chưa nhận"))
    return "idle", str(_("chưa đọc"))


def _narrowed(actor: Actor, wanted: NoticeFilter, today: date) -> NoticeQuerySet:
    actor.require_somewhere(Permission.VIEW)
    # In a demo whose clock was moved back, what later days said has not been said yet.
    found = Notice.objects.visible_to(actor).filter(on__lte=today)
    if wanted.since:
        found = found.filter(on__gte=wanted.since)
    if wanted.until:
        found = found.filter(on__lte=wanted.until)
    if wanted.agency_id:
        found = found.filter(agency_id=wanted.agency_id)
    if wanted.audience in set(Audience):
        found = found.filter(audience=wanted.audience)
    if wanted.channel in set(Channel):
        found = found.filter(channels__contains=[wanted.channel])
    if wanted.task_id:
        found = found.filter(task_id=wanted.task_id)
    if wanted.person:
        found = found.filter(person_id__in=find_people_ids(wanted.person))
    condition = _state(wanted.state, today)
    return found.filter(condition) if condition is not None else found


def _state(state: str, today: date) -> Q | None:
    return {
        UNREAD: Q(read_at=None),
        READ: Q(read_at__isnull=False, acknowledged_at=None),
        ACKNOWLEDGED: Q(acknowledged_at__isnull=False),
        LATE_ANSWER: Q(acknowledged_at=None, answer_by__lt=today),
    }.get(state)


def _counts(found: NoticeQuerySet, today: date) -> NoticeCounts:
    late = _state(LATE_ANSWER, today)
    numbers = found.aggregate(
        told=Count("pk"),
        unread=Count("pk", filter=_state(UNREAD, today)),
        read=Count("pk", filter=_state(READ, today)),
        acknowledged=Count("pk", filter=_state(ACKNOWLEDGED, today)),
        late_answer=Count("pk", filter=late),
    )
    return NoticeCounts(**numbers)
