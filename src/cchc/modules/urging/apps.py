"""The urging module as a Django application."""

from django.apps import AppConfig


class UrgingConfig(AppConfig):
    """Urging (đôn đốc): reminders by steps, digests, urging letters, and what they brought about."""

    name = "cchc.modules.urging"
    label = "urging"
