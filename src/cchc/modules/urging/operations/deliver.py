"""Sending the digests: the bell at once, e-mail and SMS by the outbox."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import islice

from django.utils.translation import gettext as _

from cchc.modules.plans.public import WorkName, work_names
from cchc.modules.urging import links
from cchc.modules.urging.labels import SECTION_COUNTS, SECTIONS
from cchc.modules.urging.operations.gather import Gathered
from cchc.modules.urging.rules.kinds import Channel, Section
from cchc.platform.messages.sending import Message, notify_each
from cchc.platform.text.writing import date_vi

TOPIC = "urging.digest"
_AT_ONCE = 500


def deliver(gathered: Sequence[Gathered], *, on: date, now: datetime, leaves: bool) -> None:
    """Tell everybody that their digest is there; `leaves`: also outside the application."""
    waiting = iter(gathered)
    while some := list(islice(waiting, _AT_ONCE)):
        notify_each(list(_messages(some, on=on, leaves=leaves)), now=now)


def _messages(some: Sequence[Gathered], *, on: date, leaves: bool) -> Iterator[Message]:
    mailed = {one.id for one in some if leaves and Channel.EMAIL in one.channels}
    named = {pk for one in some if one.id in mailed for pk in one.first}
    lines = work_names(named) if named else {}
    for one in some:
        yield Message(
            to=one.person_id,
            topic=TOPIC,
            title=short_form(one, on),
            body=_body(one, lines) if one.id in mailed else "",
            link=links.digest(one.id),
            by_email=one.id in mailed,
            by_sms=leaves and Channel.SMS in one.channels,
        )


def short_form(one: Gathered, on: date) -> str:
    """ "Đôn đốc 15/10/2019: 3 việc quá hạn, 1 việc đến hạn hôm nay"."""
    said = [
        str(SECTION_COUNTS[section]).format(count=count)
        for section, count in zip(Section, one.counts, strict=True)
        if count
    ]
    day = date_vi(on)
    return str(_("Đôn đốc {day}: {said}")).format(day=day, said=", ".join(said))


def _body(one: Gathered, lines: dict[int, WorkName]) -> str:
    """The first few of each section, and how many more there are."""
    parts, waiting = [], list(one.first)
    for section, count in zip(Section, one.counts, strict=True):
        shown, waiting = waiting[: min(count, 5)], waiting[min(count, 5) :]
        if not count:
            continue
        said = [f"{SECTIONS[section]} ({count}):"]
        said += [f"- {_line(lines[pk])}" for pk in shown if pk in lines]
        if count > len(shown):
            said.append(str(_("… và {more} việc nữa").format(more=count - len(shown))))
        parts.append("\n".join(said))
    return "\n\n".join(parts)


def _line(line: WorkName) -> str:
    due = _("hạn {day}").format(day=date_vi(line.due_on)) if line.due_on else _("chưa có hạn")
    content = f"{line.code} {line.content}"[:160].strip()
    return f"{content} ({line.agency_name}, {due})"
