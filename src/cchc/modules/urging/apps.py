"""The urging module as a Django application."""

from django.apps import AppConfig


class UrgingConfig(AppConfig):
    """Urging (đôn đốc): reminders by steps, digests, letters, and what they brought about."""

    name = "cchc.modules.urging"
    label = "urging"

    def ready(self) -> None:
        """Give rights to roles, feed inboxes, follow the demo's clock."""
        from cchc.modules.organisation.public import register_grants
        from cchc.modules.urging.grants import GRANTS, TITLE, WORDS
        from cchc.modules.urging.hearing import listen

        register_grants("urging", GRANTS, title=TITLE, words=WORDS)
        listen()
