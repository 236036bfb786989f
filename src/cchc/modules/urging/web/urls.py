"""Addresses of urging."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "urging"
urlpatterns: list[URLPattern] = []
