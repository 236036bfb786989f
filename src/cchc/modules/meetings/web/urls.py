"""Addresses of calendars, of the work calendar of leaders, of rooms and of meetings."""

from __future__ import annotations

from django.urls import path

from cchc.modules.meetings.web.views import (
    calendars,
    entries,
    meeting_parts,
    meetings,
    rooms,
    weeks,
)

app_name = "meetings"
urlpatterns = [
    path("lich/", calendars.calendar, name="calendar"),
    path("lich/xuat.xlsx", calendars.calendar_export, name="calendar_export"),
    path("lich/dia-chi/", calendars.feed_address, name="feed_address"),
    path("lich/dia-chi/tao/", calendars.give_feed, name="give_feed"),
    path("lich/dia-chi/thu-hoi/", calendars.end_feed, name="end_feed"),
    path("lich/ics/<str:secret>.ics", calendars.feed, name="feed"),
    path("lich-cong-tac/", weeks.week, name="week"),
    path("lich-cong-tac/lich.docx", weeks.week_as_word, name="week_word"),
    path("lich-cong-tac/lich.pdf", weeks.week_as_pdf, name="week_pdf"),
    path("lich-cong-tac/lich.xlsx", weeks.week_export, name="week_export"),
    path("lich-cong-tac/<int:week_id>/ban-hanh/", weeks.publish, name="publish_week"),
    path("lich-cong-tac/de-nghi/", entries.propose, name="propose_entry"),
    path("lich-cong-tac/muc/<int:entry_id>/", entries.entry, name="entry"),
    path("lich-cong-tac/muc/<int:entry_id>/sua/", entries.correct, name="correct_entry"),
    path("lich-cong-tac/muc/<int:entry_id>/duyet/", entries.approve, name="approve_entry"),
    path("lich-cong-tac/muc/<int:entry_id>/tra-lai/", entries.send_back, name="return_entry"),
    path("lich-cong-tac/muc/<int:entry_id>/huy/", entries.cancel, name="cancel_entry"),
    path("phong-hop/", rooms.rooms, name="rooms"),
    path("phong-hop/them/", rooms.add_room, name="add_room"),
    path("phong-hop/<int:room_id>/sua/", rooms.change_room, name="change_room"),
    path("phong-hop/don-vi-giu-lich/", rooms.keepers, name="keepers"),
    path("cuoc-hop/", meetings.meetings, name="meetings"),
    path("cuoc-hop/xuat.xlsx", meetings.meetings_export, name="meetings_export"),
    path("cuoc-hop/lap/", meetings.plan, name="plan_meeting"),
    path("cuoc-hop/<int:meeting_id>/", meetings.meeting, name="meeting"),
    path("cuoc-hop/<int:meeting_id>/sua/", meetings.change, name="change_meeting"),
    path("cuoc-hop/<int:meeting_id>/chuong-trinh/", meetings.agenda, name="agenda"),
    path("cuoc-hop/<int:meeting_id>/thanh-phan/", meetings.invite, name="invite"),
    path("cuoc-hop/<int:meeting_id>/gui-giay-moi/", meetings.send, name="send_invitations"),
    path("cuoc-hop/<int:meeting_id>/hoan/", meetings.postpone, name="postpone_meeting"),
    path("cuoc-hop/<int:meeting_id>/huy/", meetings.cancel, name="cancel_meeting"),
    path("cuoc-hop/tra-loi/<int:invitation_id>/", meeting_parts.answer, name="answer"),
    path("cuoc-hop/<int:meeting_id>/tai-lieu/", meeting_parts.add_paper, name="add_paper"),
    path(
        "cuoc-hop/<int:meeting_id>/tai-lieu/<int:paper_id>/rut/",
        meeting_parts.remove_paper,
        name="remove_paper",
    ),
    path("cuoc-hop/<int:meeting_id>/diem-danh/", meeting_parts.attendance, name="attendance"),
    path(
        "cuoc-hop/<int:meeting_id>/thanh-phan.xlsx",
        meeting_parts.attendance_export,
        name="attendance_export",
    ),
    path("cuoc-hop/<int:meeting_id>/bien-ban/", meeting_parts.minutes, name="minutes"),
    path(
        "cuoc-hop/<int:meeting_id>/ket-luan/", meeting_parts.add_conclusion, name="add_conclusion"
    ),
    path(
        "cuoc-hop/ket-luan/<int:conclusion_id>/sua/",
        meeting_parts.change_conclusion,
        name="change_conclusion",
    ),
    path(
        "cuoc-hop/ket-luan/<int:conclusion_id>/bo/",
        meeting_parts.remove_conclusion,
        name="remove_conclusion",
    ),
    path("cuoc-hop/<int:meeting_id>/giao-viec/", meeting_parts.hand_over, name="hand_over"),
    path("cuoc-hop/<int:meeting_id>/ket-thuc/", meeting_parts.close, name="close_meeting"),
]
