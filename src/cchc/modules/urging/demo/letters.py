"""Letters of the demo: two waves with their effect, a draft that waits, the September notice."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO

from cchc.modules.documents.public import (
    LetterKind,
    begin_year,
    issue_letter,
    register_for,
    send_letter,
    signing_choices,
    submit_letter,
)
from cchc.modules.organisation.public import (
    AgencyCard,
    RoleCode,
    actor_of,
    agency_cards,
    find_agencies,
    people_with_role,
    province_committee,
    working_calendar,
)
from cchc.modules.plans.public import (
    LateWanted,
    Product,
    accept_proof,
    acknowledge,
    approve_proof,
    hand_in_proof,
    late_rows,
)
from cchc.modules.urging.models import UrgedItem, UrgingLetter
from cchc.modules.urging.operations.letter_lists import write_notice
from cchc.modules.urging.operations.letters import Asked, answer_item, write_letter
from cchc.modules.urging.queries.letter_lists import month_list
from cchc.platform.access import Actor
from cchc.platform.calendar import VIETNAM, add_working_days

FIRST, SECOND, WAITING = date(2019, 8, 5), date(2019, 10, 1), date(2019, 10, 14)
NOTICE = date(2019, 10, 4)
_OBEDIENT = frozenset(
    {
        *("Sở Y tế", "Ban Quản lý Khu kinh tế tỉnh", "Báo Sen Hồng", "Sở Ngoại vụ"),
        *("UBND xã Phước Ẻn", "UBND huyện Rạch Lúa", "Sở Kế hoạch và Đầu tư", "Công an tỉnh"),
    }
)
"""Agencies that do what the letter of October asks for; no planted fault is theirs."""
_ANSWERS = (
    "Đơn vị tư vấn bàn giao chậm; đã họp thống nhất lịch nghiệm thu.",
    "Chờ ý kiến góp ý của các cơ quan phối hợp; đang tổng hợp, hoàn thiện.",
    "Cán bộ phụ trách chuyển công tác; đã phân công người khác thực hiện.",
)


def build(now: datetime | None = None) -> None:
    """Write, issue and answer the letters; nothing happens when there is one."""
    if UrgingLetter.objects.exists():
        return
    operator = _operator(FIRST)
    home_affairs = find_agencies("Sở Nội vụ", FIRST)[0]
    committee = province_committee(FIRST)
    _begin(home_affairs.id, 812, operator)
    _begin(committee.id, 2315, operator)
    _wave(home_affairs.id, "OWN", FIRST, operator)
    second = _wave(committee.id, "BY_ORDER", SECOND, operator)
    if second is not None:
        _obey(second, operator)
    _notice(committee, operator)
    draft = _letter(home_affairs.id, "DEPUTY", WAITING, operator)
    if draft is not None:
        submit_letter(letter_id=draft.letter_id, actor=operator, now=_at(WAITING, 16))


def _wave(issuer_id: int, authority: str, day: date, operator: Actor) -> UrgingLetter | None:
    """A letter issued and sent; every third item is answered within the week."""
    made = _letter(issuer_id, authority, day, operator)
    if made is None:
        return None
    issue_letter(letter_id=made.letter_id, issued_on=day, actor=operator, now=_at(day, 15))
    send_letter(letter_id=made.letter_id, actor=operator, now=_at(day, 16))
    answered_on = add_working_days(working_calendar(None), day, 3)
    for place, item in enumerate(made.items.order_by("position")[::3]):
        _answer(item, _ANSWERS[place % len(_ANSWERS)], answered_on)
    return made


def _obey(wave: UrgingLetter, operator: Actor) -> None:
    """Some agencies do what the letter asks for: handed in, approved, accepted."""
    days = (3, 4, 7, 8, 9, 10)
    open_items = wave.items.filter(fulfilled_on=None).order_by("position")
    chosen = [item for item in open_items if _name(item.agency_id) in _OBEDIENT]
    for item, number in zip(chosen, days, strict=False):
        _finish(item, date(2019, 10, number), operator)


def _finish(item: UrgedItem, day: date, operator: Actor) -> None:
    officers = people_with_role(RoleCode.REFORM_OFFICER, item.agency_id, day)
    heads = people_with_role(RoleCode.AGENCY_HEAD, item.agency_id, day)
    if not officers or not heads:
        return
    officer, head = actor_of(officers[0].id, day), actor_of(heads[0].id, day)
    work = item.occurrence
    if work.assignment.acknowledged_at is None:
        acknowledge(assignment_id=work.assignment_id, actor=officer, now=_at(day, 8))
    words = "Báo cáo kết quả thực hiện theo công văn đôn đốc.".encode()
    product = Product("Báo cáo kết quả", BytesIO(words), "bao-cao-ket-qua.txt")
    hand_in_proof(occurrence_id=work.pk, products=[product], actor=officer, now=_at(day, 9))
    approve_proof(occurrence_id=work.pk, actor=head, now=_at(day, 11))
    accept_proof(occurrence_id=work.pk, actor=operator, now=_at(day, 16))


def _name(agency_id: int) -> str:
    card = agency_cards([agency_id]).get(agency_id)
    return card.name if card else ""


def _letter(issuer_id: int, authority: str, day: date, operator: Actor) -> UrgingLetter | None:
    """A draft of all that leads were late with on a day; None when nothing was."""
    given_by = frozenset({province_committee(day).id})
    wanted = LateWanted(on=day, issuer_ids=given_by)
    rows = [row.occurrence_id for row in late_rows(wanted, actor=operator)]
    if not rows:
        return None
    calendar = working_calendar(None)
    asked = Asked(
        issuer_id=issuer_id,
        as_of=day,
        answer_by=add_working_days(calendar, day, 5),
        finish_by=add_working_days(calendar, day, 15),
        signer=_signer(issuer_id, authority, day),
    )
    return write_letter(asked=asked, wanted=wanted, chosen=rows, actor=operator, now=_at(day, 9))


def _notice(committee: AgencyCard, operator: Actor) -> None:
    """The notice of September, signed by order of the chairman."""
    found = month_list(year=2019, month=9, actor=operator, today=NOTICE)
    letter = write_notice(
        found=found,
        issuer_id=committee.id,
        signer=_signer(committee.id, "BY_ORDER", NOTICE),
        actor=operator,
        now=_at(NOTICE, 9),
    )
    issue_letter(letter_id=letter.pk, issued_on=NOTICE, actor=operator, now=_at(NOTICE, 14))
    send_letter(letter_id=letter.pk, actor=operator, now=_at(NOTICE, 15))


def _answer(item: UrgedItem, text: str, day: date) -> None:
    officers = people_with_role(RoleCode.REFORM_OFFICER, item.agency_id, day)
    if not officers or (item.fulfilled_on is not None and item.fulfilled_on <= day):
        return
    answer_item(
        item_id=item.pk,
        text=text,
        promised_on=item.requested_on - timedelta(days=2),
        actor=actor_of(officers[0].id, day),
        now=_at(day, 10),
    )


def _begin(agency_id: int, first_number: int, operator: Actor) -> None:
    """The year began on paper."""
    given = register_for(
        agency_id=agency_id, kind=LetterKind.LETTER, on=FIRST, actor=operator, now=_at(FIRST, 8)
    )
    begin_year(
        register_id=given.register_id,
        year=FIRST.year,
        first_number=first_number,
        reason="Các số trước đã cấp trên sổ giấy",
        actor=operator,
        now=_at(FIRST, 8),
    )


def _signer(agency_id: int, authority: str, day: date) -> str:
    """Who signs by this authority; of several heads below that of Sở Nội vụ."""
    known = [one for one in signing_choices(agency_id, day) if one.authority == authority]
    home = [one for one in known if one.signature.position.endswith("SỞ NỘI VỤ")]
    found = home or known or signing_choices(agency_id, day)
    return found[0].code if found else ""


def _operator(day: date) -> Actor:
    found = people_with_role(RoleCode.PROVINCIAL_OPERATOR, None, day)
    named = next((one for one in found if one.full_name == "Lê Thị Hoa"), found[0])
    return actor_of(named.id, day)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=VIETNAM)
