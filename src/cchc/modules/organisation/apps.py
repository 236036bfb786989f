"""The organisation module as a Django application."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    """Holds agencies, people and rights."""

    name = "cchc.modules.organisation"
    label = "organisation"

    def ready(self) -> None:
        """Add this module's permissions to the catalogue of roles."""
        from cchc.modules.organisation.grants import GRANTS, TITLE, TO_EVERYONE, WORDS
        from cchc.modules.organisation.roles import register_grants

        register_grants("organisation", GRANTS, to_everyone=TO_EVERYONE, title=TITLE, words=WORDS)
