"""The worklist as a Django application."""

from django.apps import AppConfig


class WorklistConfig(AppConfig):
    """Holds no tables: the sources of the modules answer."""

    name = "cchc.modules.worklist"
    label = "worklist"
