"""Addresses of documents that give work, of what their review settles, and of sources of tasks."""

from __future__ import annotations

from django.urls import path

from cchc.modules.plans.web.views import directive_review, directives, sources

_DRAFT = "ke-hoach/nhap/<int:draft_id>/"
_SOURCE = "nhiem-vu/nguon/<int:source_id>/"

urlpatterns = [
    path("chi-dao/", directives.register, name="directives"),
    path("chi-dao/xuat.xlsx", directives.register_export, name="directives_export"),
    path("chi-dao/nhap/", directives.start, name="directive_import"),
    path("chi-dao/nhap/tay/", directives.by_hand, name="directive_by_hand"),
    path("chi-dao/<int:plan_id>/", directives.directive, name="directive"),
    path(f"{_DRAFT}co-quan-giao/", directive_review.issuer, name="draft_issuer"),
    path(f"{_DRAFT}han-chung/", directive_review.common_deadline, name="draft_deadline"),
    path(f"{_DRAFT}ke-thua/", directive_review.heirs, name="draft_heirs"),
    path(f"{_DRAFT}dong/<str:row_id>/cung-viec/", directive_review.same, name="draft_same"),
    path("nhiem-vu/<int:task_id>/nguon/them/", sources.add, name="source_add"),
    path(f"{_SOURCE}go/", sources.remove, name="source_remove"),
    path(f"{_SOURCE}giu/", sources.keep, name="source_keep"),
    path(f"{_SOURCE}lay-han/", sources.re_date, name="source_re_date"),
    path(f"{_SOURCE}tach/", sources.separate, name="source_separate"),
]
