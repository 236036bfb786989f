"""Addresses of agencies, groups and working calendars."""

from __future__ import annotations

from django.urls import path, re_path

from cchc.modules.organisation.web.views import (
    agencies,
    agency_changes,
    agency_endings,
    agency_tables,
    calendars,
    groups,
)

urlpatterns = [
    path("co-quan/", agencies.agencies, name="agencies"),
    path("co-quan/cay/", agencies.tree, name="agency_tree"),
    path("co-quan/xuat/", agencies.export, name="export_agencies"),
    path("co-quan/nhap/", agency_tables.import_page, name="import_agencies"),
    path("co-quan/nhap/mau/", agency_tables.import_template, name="import_agencies_template"),
    path("co-quan/them/", agency_changes.found, name="found_agency"),
    path("co-quan/ket-thuc-cap/", agency_tables.abolish, name="abolish_tier"),
    re_path(
        r"^co-quan/ket-thuc-cap/mau-(?P<level>huyen|xa)/$",
        agency_tables.heirs_template,
        name="heirs_template",
    ),
    path("co-quan/<int:agency_id>/", agencies.agency, name="agency"),
    path("co-quan/<int:agency_id>/doi-ten/", agency_changes.rename, name="rename_agency"),
    path("co-quan/<int:agency_id>/chuyen/", agency_changes.move, name="move_agency"),
    path("co-quan/<int:agency_id>/dinh-chinh/", agency_changes.correct, name="correct_agency"),
    path("co-quan/<int:agency_id>/sap-nhap/", agency_endings.merge, name="merge_agency"),
    path("co-quan/<int:agency_id>/chia-tach/", agency_endings.divide, name="divide_agency"),
    path("co-quan/<int:agency_id>/giai-the/", agency_endings.dissolve, name="dissolve_agency"),
    path("co-quan/<int:agency_id>/ten-khac/", agencies.add_alias, name="add_alias"),
    path(
        "co-quan/<int:agency_id>/ten-khac/<int:alias_id>/bo/",
        agencies.remove_alias,
        name="remove_alias",
    ),
    path("nhom-co-quan/", groups.groups, name="groups"),
    path("nhom-co-quan/them/", groups.create, name="create_group"),
    path("nhom-co-quan/<slug:code>/", groups.group, name="group"),
    path("nhom-co-quan/<slug:code>/sua/", groups.change, name="change_group"),
    path("nhom-co-quan/<slug:code>/thanh-vien/", groups.set_member, name="set_group_member"),
    path(
        "nhom-co-quan/<slug:code>/thanh-vien/<int:member_id>/bo/",
        groups.unset_member,
        name="unset_group_member",
    ),
    path("lich-lam-viec/", calendars.year, name="calendar"),
    path("lich-lam-viec/ngay/", calendars.set_days, name="set_special_days"),
    path(
        "lich-lam-viec/ngay/<int:special_day_id>/bo/",
        calendars.remove_day,
        name="remove_special_day",
    ),
    path("lich-lam-viec/gio/", calendars.hours, name="set_hours"),
]
