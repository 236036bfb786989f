"""Addresses of the frame."""

from __future__ import annotations

from django.urls import path

from cchc.ui.views import finding, notifications, own, preferences, samples

urlpatterns = [
    path("tim/", finding.search, name="search"),
    path("tim/goi-y/", finding.suggestions, name="search_suggestions"),
    path("thong-bao/", notifications.notifications, name="notifications"),
    path("thong-bao/da-doc/", notifications.read_all, name="notifications_read"),
    path("thong-bao/<int:notification_id>/", notifications.open_notification, name="notification"),
    path("toi/", own.own_page, name="own_page"),
    path("giao-dien/", preferences.choose_theme, name="choose_theme"),
    path("giao-dien/ngon-ngu/", preferences.choose_language, name="choose_language"),
    path("ky/", preferences.choose_period, name="choose_period"),
    path("_ui/", samples.samples, name="ui_samples"),
    path("_ui/<slug:part>/", samples.samples, name="ui_sample"),
]
