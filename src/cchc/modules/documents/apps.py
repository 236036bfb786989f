"""The documents module as a Django application."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Papers that agencies issue: drafts to edit, registers with numbers, Word and PDF."""

    name = "cchc.modules.documents"
    label = "documents"

    def ready(self) -> None:
        """Give rights to roles, feed inboxes, decide who reads files, be found by search."""
        from cchc.modules.documents.grants import GRANTS, TITLE, WORDS
        from cchc.modules.documents.hearing import listen
        from cchc.modules.organisation.public import register_grants

        register_grants("documents", GRANTS, title=TITLE, words=WORDS)
        listen()
