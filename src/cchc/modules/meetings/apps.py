"""The meetings module as a Django application."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """The calendar of offices and leaders, and meetings from agenda to conclusions."""

    name = "cchc.modules.meetings"
    label = "meetings"

    def ready(self) -> None:
        """Give rights to roles, feed inboxes and calendars, decide who reads papers."""
        from cchc.modules.meetings.grants import GRANTS, TITLE, WORDS
        from cchc.modules.meetings.hearing import listen
        from cchc.modules.organisation.public import register_grants

        register_grants("meetings", GRANTS, title=TITLE, words=WORDS)
        listen()
