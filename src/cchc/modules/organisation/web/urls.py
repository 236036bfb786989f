"""Addresses of the organisation module: agencies beside people, each in its own file."""

from __future__ import annotations

from django.urls import include, path

app_name = "organisation"

urlpatterns = [
    path("", include("cchc.modules.organisation.web.urls_agencies")),
    path("", include("cchc.modules.organisation.web.urls_people")),
]
