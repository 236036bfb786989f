"""Messages as a Django application."""

from django.apps import AppConfig


class MessagesConfig(AppConfig):
    """Holds notifications and the outbox; the label leaves Django's own `messages` alone."""

    name = "cchc.platform.messages"
    label = "messages_"
