"""The organisation module as a Django application."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    """Holds agencies, people and rights."""

    name = "cchc.modules.organisation"
    label = "organisation"
