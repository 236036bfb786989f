"""The trail as a Django application."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Holds the table of entries."""

    name = "cchc.platform.audit"
    label = "audit"
