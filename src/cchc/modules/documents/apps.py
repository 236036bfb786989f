"""The documents module as a Django application."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Letters and other papers that agencies issue: drafts to edit, registers with numbers, Word and PDF."""

    name = "cchc.modules.documents"
    label = "documents"
