"""The organisation module as a Django application."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    """Holds agencies, people and rights."""

    name = "cchc.modules.organisation"
    label = "organisation"

    def ready(self) -> None:
        """Add this module's permissions to the roles; let a request see one state of agencies."""
        from allauth.mfa.signals import authenticator_added, authenticator_removed
        from django.core.signals import request_finished, request_started

        from cchc.modules.organisation.grants import GRANTS, TITLE, TO_EVERYONE, WORDS
        from cchc.modules.organisation.hearing import listen
        from cchc.modules.organisation.queries.version import begin_request, end_request
        from cchc.modules.organisation.roles import register_grants
        from cchc.modules.organisation.web.finding_agencies import search_agencies
        from cchc.modules.organisation.web.frame import agency_switch, person_facts, search_people
        from cchc.modules.organisation.web.second_factor import on_added, on_removed
        from cchc.ui.frame import describe_person_by, switch_agency_by
        from cchc.ui.search import register_search

        register_grants("organisation", GRANTS, to_everyone=TO_EVERYONE, title=TITLE, words=WORDS)
        describe_person_by(person_facts)
        switch_agency_by(agency_switch)
        listen()
        register_search("Cơ quan", search_agencies)
        register_search("Người", search_people)
        authenticator_added.connect(on_added, dispatch_uid="organisation.second_factor")
        authenticator_removed.connect(on_removed, dispatch_uid="organisation.second_factor")
        request_started.connect(begin_request, dispatch_uid="organisation.versions")
        request_finished.connect(end_request, dispatch_uid="organisation.versions")
