"""A person's calendar for other programmes, found by its secret address."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from cchc.modules.meetings.labels import AGENDA_KINDS
from cchc.modules.meetings.models import FeedKey
from cchc.modules.meetings.queries.pages.calendar import FeedPage
from cchc.modules.meetings.rules.feed import FeedItem, ics_of, uid_of
from cchc.modules.organisation.public import actor_of
from cchc.modules.worklist.public import AgendaItem, agenda_of
from cchc.platform.access import Actor, NotVisible
from cchc.platform.calendar import VIETNAM, in_vietnam

BACK, AHEAD = timedelta(days=92), timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it is sent."""

    key_id: int
    body: bytes
    etag: str


def feed_of(secret: str, *, site: str, now: datetime) -> Feed:
    """The feed behind a secret; `site` is the address before the path, "https://cchc.…".

    Raises NotVisible when no address in force has it, or its person's account is locked or they
    work here no more: one answer for all, so that nothing is learned.
    """
    digest = hashlib.sha256(secret.encode()).hexdigest()
    key = FeedKey.objects.in_force().filter(secret_hash=digest).first()
    if key is None or not hmac.compare_digest(key.secret_hash, digest):
        raise NotVisible
    today = in_vietnam(now).date()
    actor = actor_of(key.person_id, today)
    if actor.user_id is None or actor.agency_id is None:
        raise NotVisible
    items = agenda_of(actor, today - BACK, today + AHEAD)
    feed = [_item(item, site) for item in items]
    stamped_at = datetime.combine(today, time.min, tzinfo=VIETNAM)
    body = ics_of(feed, name=str(_("Lịch công việc")), stamped_at=stamped_at)
    return Feed(key.pk, body, f'"{hashlib.sha256(body).hexdigest()[:32]}"')


def feed_page(*, actor: Actor) -> FeedPage:
    """Whether the actor has an address, and how to know which one."""
    key = FeedKey.objects.in_force().filter(person_id=actor.user_id or 0).first()
    if key is None:
        return FeedPage(is_given=False, hint="", given_on=None, last_used_on=None)
    given_on: date = in_vietnam(key.created_at).date()
    return FeedPage(True, key.hint, given_on, key.last_used_on)


def _item(item: AgendaItem, site: str) -> FeedItem:
    agency = "" if item.agency_name in item.detail else item.agency_name
    parts = (item.detail, agency)
    return FeedItem(
        uid=uid_of(item.key, _host(site)),
        on=item.on,
        title=item.title,
        kind=str(AGENDA_KINDS[item.kind]),
        url=f"{site}{item.url}",
        detail=" · ".join(dict.fromkeys(part for part in parts if part)),
        place=item.place,
        starts_at=item.starts_at,
        ends_at=item.ends_at,
    )


def _host(site: str) -> str:
    """The name after which UIDs are called: the site's, whatever port it listens on."""
    return site.rpartition("//")[2].partition(":")[0] or "cchc"
