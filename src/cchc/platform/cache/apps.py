"""The shared cache as a Django application."""

from django.apps import AppConfig


class CacheConfig(AppConfig):
    """Brings the table of Django's database cache, by a migration like every other table."""

    name = "cchc.platform.cache"
    label = "shared_cache"
