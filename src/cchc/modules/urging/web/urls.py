"""Addresses of urging."""

from __future__ import annotations

from django.urls import URLPattern, path

from cchc.modules.urging.web.views import (
    digests,
    effect,
    ladders,
    letter_lists,
    letters,
    mutes,
    notices,
)

app_name = "urging"

_LADDERS: list[URLPattern] = [
    path("don-doc/", notices.notices, name="notices"),
    path("don-doc/xuat-excel/", notices.notices_export, name="notices_export"),
    path(
        "don-doc/nhac/<int:notice_id>/da-nhan/",
        digests.acknowledge_notice,
        name="acknowledge_notice",
    ),
    path("don-doc/ban-tin/", digests.digests, name="digests"),
    path("don-doc/ban-tin/<int:digest_id>/", digests.digest, name="digest"),
    path(
        "don-doc/ban-tin/<int:digest_id>/da-nhan/",
        digests.acknowledge_digest,
        name="acknowledge_digest",
    ),
    path("don-doc/thang/", ladders.ladders, name="ladders"),
    path("don-doc/thang/them/", ladders.new_ladder, name="new_ladder"),
    path("don-doc/thang/gio-gui/", ladders.set_hour, name="set_digest_hour"),
    path("don-doc/thang/<int:ladder_id>/", ladders.ladder, name="ladder"),
    path("don-doc/thang/<int:ladder_id>/sua/", ladders.change_ladder, name="change_ladder"),
    path("don-doc/thang/<int:ladder_id>/thoi/", ladders.end_ladder, name="end_ladder"),
    path("don-doc/tam-ngung/", mutes.mutes, name="mutes"),
    path("don-doc/tam-ngung/<slug:kind>/<int:target_id>/", mutes.mute, name="mute"),
    path("don-doc/tam-ngung/<int:mute_id>/bo/", mutes.lift, name="lift_mute"),
]
_WAVE = "don-doc/cong-van/<int:urging_id>/"
_LETTERS: list[URLPattern] = [
    path("don-doc/cong-van/", letters.waves, name="waves"),
    path("don-doc/cong-van/xuat.xlsx", letters.waves_export, name="waves_export"),
    path("don-doc/cong-van/moi/", letters.write, name="write_letter"),
    path(_WAVE, letters.wave, name="wave"),
    path(f"{_WAVE}xuat.xlsx", letters.wave_export, name="wave_export"),
    path("don-doc/tra-loi/<int:item_id>/", letters.answer, name="answer"),
    path("don-doc/hieu-qua/", effect.board, name="effect"),
    path("don-doc/hieu-qua/xuat.xlsx", effect.board_export, name="effect_export"),
    path("don-doc/thong-bao-thang/", letter_lists.month, name="month_list"),
    path("don-doc/thong-bao-thang/lap/", letter_lists.draft_month, name="month_draft"),
    path("don-doc/thong-bao-thang/tai.<str:ending>", letter_lists.month_file, name="month_file"),
    path("don-doc/phien-hop/", letter_lists.meeting, name="meeting_list"),
    path("don-doc/phien-hop/tai.<str:ending>", letter_lists.meeting_file, name="meeting_file"),
]

urlpatterns: list[URLPattern] = [*_LADDERS, *_LETTERS]
