"""Addresses of the home page and of the boards over everything."""

from __future__ import annotations

from django.urls import include, path

from cchc.modules.dashboards.web import heads, views

_boards = (
    [
        path("trach-nhiem/", heads.heads, name="heads"),
        path("trach-nhiem/xuat.xlsx", heads.heads_export, name="heads_export"),
        path("trach-nhiem/<int:agency_id>/", heads.sheet, name="head"),
        path("trach-nhiem/<int:agency_id>/phieu.pdf", heads.sheet_pdf, name="head_pdf"),
    ],
    "dashboards",
)
urlpatterns = [path("", views.home, name="home"), path("", include(_boards))]
