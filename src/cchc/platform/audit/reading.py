"""Reading the trail: in sentences, with personal data masked unless the reader may see them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext

from cchc.platform.audit.models import Entry
from cchc.platform.events.event import event_named
from cchc.platform.sql import prepared_for
from cchc.platform.text.folding import squeeze
from cchc.platform.text.writing import date_vi, list_vi, moment_vi

MASK = "•••"
_FIELD = re.compile(r"\{(\w+)\}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class TrailLine:
    """An entry of the trail as a page shows it."""

    at: datetime
    actor_name: str
    sentence: str
    event: str
    data: Mapping[str, Any]
    """The fields of the event; personal ones masked."""
    id: int
    actor_id: int | None
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which part of the trail is asked for; what is not set does not narrow it.

    `event` is the name of an event or the beginning of names up to a dot ("plans.", "plans.task.");
    `since` belongs to the time asked for, `until` does not.
    """

    about: str = ""
    event: str = ""
    actor_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None


def trail_of(about: str, *, limit: int = 50, may_see_personal: bool = False) -> list[TrailLine]:
    """What happened to a thing ("plans.task:12"), latest first."""

    def latest(about: str) -> QuerySet[Entry]:
        return Entry.objects.filter(about__contains=[about]).order_by("-pk")[:limit]

    found: list[Entry] = prepared_for(("audit.about", limit), latest).objects(about)
    return [_line(row, may_see_personal=may_see_personal) for row in found]


def recent(
    wanted: Wanted | None = None,
    *,
    before: int | None = None,
    limit: int = 50,
    may_see_personal: bool = False,
) -> list[TrailLine]:
    """What happened lately, latest first; `before` is the `id` of the last line already seen."""
    rows = Entry.objects.filter(**_conditions(wanted or Wanted()))
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return [_line(row, may_see_personal=may_see_personal) for row in rows.order_by("-pk")[:limit]]


def _conditions(wanted: Wanted) -> dict[str, Any]:
    asked: dict[str, Any] = {
        "about__contains": [wanted.about] if wanted.about else None,
        "event__startswith" if wanted.event.endswith(".") else "event": wanted.event or None,
        "actor_id": wanted.actor_id,
        "at__gte": wanted.since,
        "at__lt": wanted.until,
    }
    return {name: value for name, value in asked.items() if value is not None}


def _line(entry: Entry, *, may_see_personal: bool) -> TrailLine:
    known = event_named(entry.event)
    data: dict[str, Any] = dict(entry.data)
    if known is None:
        data = data if may_see_personal else dict.fromkeys(data, MASK)
    elif not may_see_personal:
        data.update((name, MASK) for name in known.personal & data.keys() if data[name])
    sentence = gettext(known.sentence) if known else entry.event
    return TrailLine(
        at=entry.at,
        actor_name=entry.actor_name,
        sentence=_filled(sentence, data),
        event=entry.event,
        data=data,
        id=entry.pk,
        actor_id=entry.actor_id,
        about=tuple(entry.about),
    )


def _filled(sentence: str, data: Mapping[str, Any]) -> str:
    """The sentence with its fields; what is empty leaves no gap and no loose mark at the end."""
    filled = _FIELD.sub(lambda match: _said(data.get(match.group(1))), sentence)
    return squeeze(filled).rstrip(" .,:;–—")


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return gettext("có") if value else gettext("không")
    if isinstance(value, list):
        return list_vi([_said(each) for each in value])
    text = str(value)
    if _DAY.fullmatch(text):
        return date_vi(date.fromisoformat(text))
    if _MOMENT.fullmatch(text):
        return moment_vi(datetime.fromisoformat(text))
    return text
