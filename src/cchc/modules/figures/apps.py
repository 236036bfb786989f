"""The figures module as a Django application."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """What is counted, for which agency and period, and from which rows."""

    name = "cchc.modules.figures"
    label = "figures"

    def ready(self) -> None:
        """Give rights to roles."""
        from cchc.modules.figures.grants import GRANTS, TITLE, WORDS
        from cchc.modules.organisation.public import register_grants

        register_grants("figures", GRANTS, title=TITLE, words=WORDS)
