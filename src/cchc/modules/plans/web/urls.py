"""Addresses of plans and of the work they give."""

from __future__ import annotations

from cchc.modules.plans.web.urls_directives import urlpatterns as directives
from cchc.modules.plans.web.urls_plans import urlpatterns as plans
from cchc.modules.plans.web.urls_tasks import urlpatterns as tasks

app_name = "plans"
urlpatterns = [*directives, *plans, *tasks]
