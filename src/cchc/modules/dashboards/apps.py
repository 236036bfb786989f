"""The dashboards module as a Django application."""

from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    """Composes pages from what the modules below tell."""

    name = "cchc.modules.dashboards"
    label = "dashboards"

    def ready(self) -> None:
        """Give rights to roles."""
        from cchc.modules.dashboards.grants import GRANTS, TITLE, WORDS
        from cchc.modules.organisation.public import register_grants

        register_grants("dashboards", GRANTS, title=TITLE, words=WORDS)
