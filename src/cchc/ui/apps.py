"""The design system as a Django application."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Brings templates, components and static files."""

    name = "cchc.ui"
    label = "ui"
