"""Addresses of urging."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "urging"

_LADDERS: list[URLPattern] = []
_LETTERS: list[URLPattern] = []

urlpatterns: list[URLPattern] = [*_LADDERS, *_LETTERS]
