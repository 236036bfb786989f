"""Addresses of work: lists, calendar, timeline, board, and each task."""

from __future__ import annotations

from django.urls import path

from cchc.modules.plans.web.views import (
    acts,
    boards,
    calendars,
    decisions,
    handing,
    settling,
    tasks,
    work,
)

urlpatterns = [
    path("nhiem-vu/", work.work_list, name="work"),
    path("nhiem-vu/xuat.xlsx", work.work_export, name="work_export"),
    path("nhiem-vu/lich/", calendars.month, name="work_calendar"),
    path("nhiem-vu/tien-do/", calendars.timeline, name="work_timeline"),
    path("nhiem-vu/theo-co-quan/", boards.agencies, name="work_by_agency"),
    path("nhiem-vu/theo-linh-vuc/", boards.areas, name="work_by_area"),
    path("nhiem-vu/theo-<slug:kind>/xuat.xlsx", boards.grouped_export, name="work_grouped_export"),
    path("toan-canh/", boards.board, name="board"),
    path("toan-canh/so-lieu.xlsx", boards.board_export, name="board_export"),
    path("nhiem-vu/tiep-nhan/", acts.take_up_many, name="acknowledge_many"),
    path("nhiem-vu/<int:task_id>/", tasks.task, name="task"),
    path("nhiem-vu/<int:task_id>/trao-doi/", acts.discuss, name="comment"),
    path("nhiem-vu/<int:task_id>/ghi-nhan-su-kien/", settling.record_event, name="record_trigger"),
    path("nhiem-vu/<int:task_id>/gan-van-ban/", settling.bind, name="bind_reference"),
    path("nhiem-vu/<int:task_id>/thu-hoi/", settling.take_back, name="withdraw_task"),
    path("nhiem-vu/thanh-phan/<int:party_id>/chon/", settling.choose, name="choose_members"),
    path("phan-viec/<int:assignment_id>/tiep-nhan/", acts.take_up, name="acknowledge"),
    path("phan-viec/<int:assignment_id>/phan-cong/", acts.hold, name="name_holder"),
    path("phan-viec/<int:assignment_id>/tien-do/", acts.progress, name="report_progress"),
    path("phan-viec/<int:assignment_id>/tra-lai/", handing.give_back, name="decline"),
    path("phan-viec/<int:assignment_id>/giu-nguyen/", handing.keep, name="insist"),
    path("phan-viec/<int:assignment_id>/chuyen/", handing.give_to_another, name="pass_on"),
    path("nhiem-vu/<int:task_id>/thu-hoi-viec-con/", handing.take_part_back, name="recall"),
    path("ky-viec/<int:occurrence_id>/giao-xuong/", handing.give_down, name="break_down"),
    path("ky-viec/<int:occurrence_id>/nop-minh-chung/", acts.hand_in, name="hand_in"),
    path("ky-viec/<int:occurrence_id>/duyet/", decisions.approve, name="approve"),
    path("ky-viec/<int:occurrence_id>/nghiem-thu/", decisions.accept, name="accept"),
    path("ky-viec/<int:occurrence_id>/tra-lai/", decisions.send_back, name="return_proof"),
    path("ky-viec/<int:occurrence_id>/xin-gia-han/", acts.ask_more_time, name="ask_extension"),
    path("ky-viec/<int:occurrence_id>/tam-dung/", decisions.stop, name="suspend"),
    path("ky-viec/<int:occurrence_id>/tiep-tuc/", decisions.go_on, name="resume"),
    path("gia-han/<int:extension_id>/", decisions.decide_more_time, name="decide_extension"),
]
