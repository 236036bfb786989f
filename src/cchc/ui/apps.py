"""The design system as a Django application."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Brings templates, components and static files."""

    name = "cchc.ui"
    label = "ui"

    def ready(self) -> None:
        """Let the bell count what a person has not read."""
        from cchc.platform.messages.inbox import unread_count
        from cchc.ui.frame import count_unread_by

        count_unread_by(unread_count)
