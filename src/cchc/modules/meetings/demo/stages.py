"""A meeting at each stage of its life, as it stands on the morning of 15/10/2019."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from cchc.modules.meetings.demo.cast import Cast, at
from cchc.modules.meetings.models import Meeting
from cchc.modules.meetings.operations.calling_off import cancel_meeting, postpone_meeting
from cchc.modules.meetings.operations.concluding import hand_over_conclusions, keep_conclusion
from cchc.modules.meetings.operations.holding import hold_meeting, keep_minutes
from cchc.modules.meetings.operations.inviting import answer_invitation, send_invitations
from cchc.modules.meetings.operations.papers import hand_in_paper
from cchc.modules.meetings.operations.planning import plan_meeting, set_agenda, set_invited
from cchc.modules.meetings.rules.fields import ConclusionFields, MeetingFields, PointFields
from cchc.modules.meetings.rules.kinds import Answer, MeetingKind, Presence
from cchc.modules.plans.public import confirm_plan

DEPARTMENTS = (
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Tài chính",
    "Sở Kế hoạch và Đầu tư",
    "Sở Thông tin và Truyền thông",
)
SEPTEMBER = (
    ("Sở Thông tin và Truyền thông", "Hoàn thành kết nối Cổng dịch vụ công của tỉnh với Cổng "
     "Dịch vụ công quốc gia", date(2019, 11, 30), "Báo cáo kết nối", ("Sở Nội vụ",)),
    ("Sở Tư pháp", "Rà soát, trình công bố lại thủ tục hành chính lĩnh vực tư pháp",
     date(2019, 10, 31), "Quyết định công bố", ()),
    ("Sở Tài chính", "Bố trí kinh phí thuê dịch vụ bưu chính công ích cho Bộ phận một cửa",
     date(2019, 11, 15), "Văn bản phân bổ", ("Sở Kế hoạch và Đầu tư",)),
)  # fmt: skip
STEERING = (
    ("Sở Nội vụ", "Lập danh sách cơ quan có tỷ lệ hồ sơ trễ hạn trên 5%, trình Chủ tịch UBND tỉnh",
     date(2019, 10, 25), "Danh sách", ()),
    ("Sở Tư pháp", "Đề xuất cắt giảm thời gian giải quyết mười thủ tục có nhiều hồ sơ",
     date(2019, 11, 20), "Tờ trình", ("Sở Nội vụ",)),
)  # fmt: skip


def hold_meetings(cast: Cast, rooms: dict[str, int]) -> None:
    """Concluded, held, invited, being prepared; one cancelled and one put off."""
    _concluded(cast, rooms["Hội trường UBND tỉnh"])
    _held(cast, rooms["Phòng họp số 2"])
    _invited(cast, rooms["Hội trường UBND tỉnh"])
    _planned(cast)
    _off(cast)


def _concluded(cast: Cast, room_id: int) -> None:
    meeting = _sent(
        cast,
        at(9, 20),
        title="Phiên họp thường kỳ tháng 9 của UBND tỉnh",
        on=date(2019, 9, 27),
        room_id=room_id,
    )
    _accept(cast, meeting, at(9, 23))
    who = _who(cast, meeting, at(9, 27, 11, 30))
    hold_meeting(presences=_presences(meeting), **who)
    keep_minutes(
        minutes="Chủ tịch UBND tỉnh kết luận phiên họp; xem các kết luận giao việc.", **who
    )
    _conclude(cast, meeting, SEPTEMBER, at(9, 27, 15))
    done = hand_over_conclusions(
        number="198/TB-UBND", issued_on=date(2019, 9, 30), **_who(cast, meeting, at(9, 30, 9))
    )
    if done.draft_id is not None:
        confirm_plan(draft_id=done.draft_id, actor=cast.secretary, now=at(9, 30, 10))


def _held(cast: Cast, room_id: int) -> None:
    meeting = _sent(
        cast,
        at(10, 9),
        kind=MeetingKind.TOPIC,
        title="Họp Ban Chỉ đạo cải cách hành chính tỉnh quý IV",
        on=date(2019, 10, 14),
        room_id=room_id,
        chair_id=cast.leaders["CVP"],
    )
    _accept(cast, meeting, at(10, 10))
    hold_meeting(presences=_presences(meeting), **_who(cast, meeting, at(10, 14, 11, 30)))
    _conclude(cast, meeting, STEERING, at(10, 14, 15))


def _invited(cast: Cast, room_id: int) -> None:
    meeting = _sent(
        cast,
        at(10, 14, 16),
        title="Phiên họp thường kỳ tháng 10 của UBND tỉnh",
        on=date(2019, 10, 25),
        room_id=room_id,
        papers_due_on=date(2019, 10, 22),
        purpose="Đánh giá tình hình kinh tế - xã hội tháng 10 và công tác cải cách hành chính.",
    )
    for name, answer, delegate, note in (
        ("Sở Nội vụ", Answer.ACCEPTED, "", ""),
        ("Sở Tài chính", Answer.DELEGATED, "Phó Giám đốc phụ trách ngân sách", ""),
        ("Sở Thông tin và Truyền thông", Answer.DECLINED, "", "Giám đốc dự tập huấn của Bộ"),
    ):
        answer_invitation(
            invitation_id=meeting.invitations.get(agency_id=cast.agency(name)).pk,
            answer=answer,
            delegate=delegate,
            note=note,
            actor=cast.head_of(name),
            now=at(10, 15, 7, 30),
        )
    hand_in_paper(
        meeting_id=meeting.pk,
        content=BytesIO("Báo cáo công tác cải cách hành chính tháng 10.".encode()),
        name="bao-cao-cchc-thang-10.txt",
        title="Báo cáo công tác cải cách hành chính tháng 10",
        actor=cast.head_of("Sở Nội vụ"),
        now=at(10, 15, 7, 40),
    )


def _planned(cast: Cast) -> None:
    _plan(
        cast,
        at(10, 14, 10),
        kind=MeetingKind.CONFERENCE,
        title="Hội nghị trực tuyến về dịch vụ công mức độ 3, 4",
        on=date(2019, 10, 30),
        chair_id=cast.leaders["PCT"],
    )


def _off(cast: Cast) -> None:
    cancelled = _sent(
        cast,
        at(10, 7),
        kind=MeetingKind.WORKING,
        title="Làm việc với các huyện về trả kết quả qua bưu chính",
        on=date(2019, 10, 11),
        chair_id=None,
    )
    cancel_meeting(
        reason="Ghép nội dung vào phiên họp thường kỳ tháng 10",
        **_who(cast, cancelled, at(10, 10)),
    )
    put_off = _sent(
        cast,
        at(10, 10),
        kind=MeetingKind.BRIEFING,
        title="Giao ban đầu mối cải cách hành chính các sở",
        on=date(2019, 10, 21),
        chair_id=None,
    )
    postpone_meeting(
        reason="Trùng đợt kiểm tra của Bộ Nội vụ", **_who(cast, put_off, at(10, 14, 9))
    )


def _plan(cast: Cast, now: datetime, **said: Any) -> Meeting:
    known: dict[str, Any] = {
        "kind": MeetingKind.REGULAR_SESSION,
        "starts_at": time(8),
        "ends_at": time(11, 30),
        "chair_id": cast.leaders["CT"],
    }
    meeting = plan_meeting(
        organiser_id=cast.committee_id,
        fields=MeetingFields(**{**known, **said}),
        accepts_conflicts=True,
        actor=cast.secretary,
        now=now,
    )
    points = [
        PointFields(
            title="Báo cáo tình hình kinh tế - xã hội",
            presenter_id=cast.agency("Sở Kế hoạch và Đầu tư"),
            minute_count=30,
        ),
        PointFields(
            title="Báo cáo công tác cải cách hành chính",
            presenter_id=cast.agency("Sở Nội vụ"),
            minute_count=20,
        ),
        PointFields(title="Thảo luận và kết luận", minute_count=90),
    ]
    set_agenda(points=points, **_who(cast, meeting, now))
    return meeting


def _sent(cast: Cast, now: datetime, **said: Any) -> Meeting:
    meeting = _plan(cast, now, **said)
    set_invited(
        agency_ids=[cast.agency(name) for name in DEPARTMENTS],
        person_ids=[cast.leaders["CVP"]],
        owing_ids=[cast.agency(name) for name in DEPARTMENTS[:2] if meeting.papers_due_on],
        **_who(cast, meeting, now),
    )
    return send_invitations(**_who(cast, meeting, now))


def _conclude(
    cast: Cast, meeting: Meeting, rows: tuple[tuple[Any, ...], ...], now: datetime
) -> None:
    for lead, content, due_on, product, others in rows:
        fields = ConclusionFields(
            content=content,
            lead_id=cast.agency(lead),
            due_on=due_on,
            product=product,
            coordinating_ids=tuple(cast.agency(name) for name in others),
        )
        keep_conclusion(fields=fields, **_who(cast, meeting, now))


def _accept(cast: Cast, meeting: Meeting, now: datetime) -> None:
    """Everybody invited comes."""
    heads = {cast.agency(name): cast.head_of(name) for name in DEPARTMENTS}
    for invitation in meeting.invitations.all():
        answer_invitation(
            invitation_id=invitation.pk,
            answer=Answer.ACCEPTED,
            actor=heads.get(invitation.agency_id or 0, cast.chief),
            now=now,
        )


def _presences(meeting: Meeting) -> dict[int, tuple[Presence, str]]:
    invited = list(meeting.invitations.order_by("pk"))
    there = {one.pk: (Presence.PRESENT, "") for one in invited}
    there[invited[2].pk] = (
        Presence.ABSENT_EXCUSED,
        "Giám đốc đi công tác, gửi ý kiến bằng văn bản",
    )
    return there


def _who(cast: Cast, meeting: Meeting, now: datetime) -> dict[str, Any]:
    return {"meeting_id": meeting.pk, "actor": cast.secretary, "now": now}
