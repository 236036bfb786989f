"""The meetings module as a Django application."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """The calendar of offices and leaders, and meetings from agenda to conclusions."""

    name = "cchc.modules.meetings"
    label = "meetings"
