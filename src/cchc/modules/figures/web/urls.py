"""Addresses of figures."""

from __future__ import annotations

from django.urls import path

from cchc.modules.figures.web.views import catalogue, rows, snapshots

app_name = "figures"
urlpatterns = [
    path("so-lieu/", catalogue.catalogue, name="catalogue"),
    path("so-lieu/xuat.xlsx", catalogue.catalogue_export, name="catalogue_export"),
    path("so-lieu/da-chot/", snapshots.snapshots, name="snapshots"),
    path("so-lieu/da-chot/<int:snapshot_id>/", snapshots.snapshot, name="snapshot"),
    path("so-lieu/<str:code>/", catalogue.figure, name="figure"),
    path("so-lieu/<str:code>/xuat.xlsx", catalogue.figure_export, name="figure_export"),
    path("so-lieu/<str:code>/chi-tiet/", rows.rows, name="rows"),
    path("so-lieu/<str:code>/chi-tiet/xuat.xlsx", rows.rows_export, name="rows_export"),
    path("so-lieu/<str:code>/chot/", snapshots.keep, name="freeze"),
]
