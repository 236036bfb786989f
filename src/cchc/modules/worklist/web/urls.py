"""Addresses of the inbox."""

from __future__ import annotations

from django.urls import path

from cchc.modules.worklist.web import views

app_name = "worklist"
urlpatterns = [path("viec-cho-toi/", views.inbox, name="inbox")]
