"""Addresses of plans and of the way by which they come in."""

from __future__ import annotations

from django.urls import path

from cchc.modules.plans.web.views import plans

urlpatterns = [
    path("ke-hoach/", plans.plans, name="plans"),
    path("ke-hoach/xuat.xlsx", plans.plans_export, name="plans_export"),
    path("ke-hoach/<int:plan_id>/", plans.plan, name="plan"),
    path("ke-hoach/<int:plan_id>/thu-hoi/", plans.withdraw, name="withdraw_plan"),
]
