"""The filters of the list of notices, in its address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from cchc.modules.organisation.public import AgencyCard, agency_cards, living_agencies
from cchc.modules.organisation.rules.kinds import INNER_KINDS
from cchc.modules.urging.labels import AUDIENCES, CHANNELS
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.queries.notices import (
    ACKNOWLEDGED,
    LATE_ANSWER,
    READ,
    UNREAD,
    NoticeFilter,
)
from cchc.platform.access import Actor
from cchc.platform.text.writing import date_vi
from cchc.ui.lists import chips
from cchc.ui.parts import Chip

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What the selects of the filter offer."""

    agencies: Choices
    audiences: Choices
    channels: Choices
    states: Choices


def filter_of(request: HttpRequest) -> NoticeFilter:
    """The filter that an address asks for; what cannot be read narrows nothing."""
    asked = request.GET
    return NoticeFilter(
        since=_day(asked.get("tu", "")),
        until=_day(asked.get("den", "")),
        agency_id=_number(asked.get("co_quan", "")),
        audience=asked.get("nguoi_nhan", ""),
        channel=asked.get("kenh", ""),
        state=asked.get("trang_thai", ""),
        person=asked.get("ten", "")[:100],
        task_id=_number(asked.get("nhiem_vu", "")),
        after=asked.get("sau", ""),
        before=asked.get("truoc", ""),
    )


def choices_of(actor: Actor, on: date) -> FilterChoices:
    """What the actor may narrow the list to."""
    scope = actor.scope_of(Permission.VIEW)
    if scope.everywhere:
        cards: list[AgencyCard] = [c for c in living_agencies(on) if c.kind not in INNER_KINDS]
    else:
        cards = sorted(agency_cards(scope.agencies, on).values(), key=lambda c: c.precedence)
    return FilterChoices(
        agencies=[(str(card.id), card.name) for card in cards],
        audiences=[(audience.value, str(words)) for audience, words in AUDIENCES.items()],
        channels=[(channel.value, str(words)) for channel, words in CHANNELS.items()],
        states=[
            (UNREAD, _("chưa đọc")),
            (READ, _("đã đọc, chưa nhận")),
            (ACKNOWLEDGED, _("đã nhận")),
            (LATE_ANSWER, _("quá ngày phải nhận")),
        ],
    )


def shown_chips(request: HttpRequest, wanted: NoticeFilter, choices: FilterChoices) -> list[Chip]:
    """A removable chip for each filter in force."""
    shown = {
        "tu": (_("Từ"), date_vi(wanted.since) if wanted.since else ""),
        "den": (_("Đến"), date_vi(wanted.until) if wanted.until else ""),
        "co_quan": (_("Cơ quan"), dict(choices.agencies).get(str(wanted.agency_id), "")),
        "nguoi_nhan": (_("Người nhận"), dict(choices.audiences).get(wanted.audience, "")),
        "kenh": (_("Kênh"), dict(choices.channels).get(wanted.channel, "")),
        "trang_thai": (_("Trạng thái"), dict(choices.states).get(wanted.state, "")),
        "ten": (_("Tên"), wanted.person),
        "nhiem_vu": (_("Nhiệm vụ"), _("một nhiệm vụ") if wanted.task_id else ""),
    }
    return chips(request, {name: pair for name, pair in shown.items() if pair[1]})


def _day(text: str) -> date | None:
    for pattern in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a day without a time
        except ValueError:
            continue
    return None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None
