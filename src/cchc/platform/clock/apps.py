"""The clock as a Django application."""

from django.apps import AppConfig


class ClockConfig(AppConfig):
    """Holds where the clock of a demo stands."""

    name = "cchc.platform.clock"
    label = "clock"
