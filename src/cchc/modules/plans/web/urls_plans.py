"""Addresses of plans and of the way by which they come in."""

from __future__ import annotations

from django.urls import path

from cchc.modules.plans.web.views import imports, plans, programmes, review, targets

_DRAFT = "ke-hoach/nhap/<int:draft_id>/"

urlpatterns = [
    path("ke-hoach/", plans.plans, name="plans"),
    path("ke-hoach/xuat.xlsx", plans.plans_export, name="plans_export"),
    path("ke-hoach/chuong-trinh/", programmes.programmes, name="programmes"),
    path("ke-hoach/nhap/", imports.start, name="import"),
    path("ke-hoach/nhap/tay/", imports.by_hand, name="import_by_hand"),
    path(_DRAFT, imports.draft, name="draft"),
    path(f"{_DRAFT}xac-nhan/", imports.confirm, name="draft_confirm"),
    path(f"{_DRAFT}doc-lai/", imports.again, name="draft_again"),
    path(f"{_DRAFT}bo/", imports.abandon, name="draft_abandon"),
    path(f"{_DRAFT}dinh-chinh/", imports.as_correction, name="draft_as_correction"),
    path(f"{_DRAFT}van-ban/", review.header, name="draft_header"),
    path(f"{_DRAFT}chia-se/", review.share, name="draft_share"),
    path(f"{_DRAFT}gan/", review.tie, name="draft_tie"),
    path(f"{_DRAFT}hoan-tac/", review.undo, name="draft_undo"),
    path(f"{_DRAFT}them-dong/", review.add, name="draft_add_row"),
    path(f"{_DRAFT}dong/<str:row_id>/", review.row, name="draft_row"),
    path(f"{_DRAFT}dong/<str:row_id>/noi/", review.merge, name="draft_merge"),
    path(f"{_DRAFT}dong/<str:row_id>/bo/", review.drop, name="draft_drop_row"),
    path(f"{_DRAFT}dong/<str:row_id>/lay/", review.take_duty, name="draft_take_duty"),
    path(f"{_DRAFT}dong/<str:row_id>/<str:side>/<int:index>/", review.party, name="draft_party"),
    path(f"{_DRAFT}them-chi-tieu/", review.add_one_target, name="draft_add_target"),
    path(f"{_DRAFT}chi-tieu/<str:row_id>/", review.target, name="draft_target"),
    path(f"{_DRAFT}chi-tieu/<str:row_id>/bo/", review.drop_a_target, name="draft_drop_target"),
    path("ke-hoach/chi-tieu/<int:target_id>/so-lieu/", targets.bind_figure, name="bind_target"),
    path("ke-hoach/<int:plan_id>/", plans.plan, name="plan"),
    path("ke-hoach/<int:plan_id>/phu-luc.docx", plans.plan_as_word, name="plan_docx"),
    path("ke-hoach/<int:plan_id>/phu-luc.xlsx", plans.plan_as_excel, name="plan_xlsx"),
    path("ke-hoach/<int:plan_id>/thu-hoi/", plans.withdraw, name="withdraw_plan"),
]
