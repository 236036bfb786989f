"""The plans module as a Django application."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Turns plans into work and follows the work to its proof."""

    name = "cchc.modules.plans"
    label = "plans"
