"""The dashboards module as a Django application."""

from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    """Composes pages from what the modules below tell."""

    name = "cchc.modules.dashboards"
    label = "dashboards"
