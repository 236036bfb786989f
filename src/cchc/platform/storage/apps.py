"""Storage as a Django application."""

from django.apps import AppConfig


class StorageConfig(AppConfig):
    """Holds the register of stored files."""

    name = "cchc.platform.storage"
    label = "storage"
