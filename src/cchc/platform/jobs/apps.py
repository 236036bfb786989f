"""Jobs as a Django application."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Holds the progress of long work."""

    name = "cchc.platform.jobs"
    label = "jobs"
