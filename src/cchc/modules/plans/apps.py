"""The plans module as a Django application."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Turns plans into work and follows the work to its proof."""

    name = "cchc.modules.plans"
    label = "plans"

    def ready(self) -> None:
        """Give rights to roles, feed inboxes, decide who reads files, follow the organisation."""
        from cchc.modules.organisation.public import register_grants
        from cchc.modules.plans.grants import GRANTS, TITLE, WORDS
        from cchc.modules.plans.hearing import listen
        from cchc.modules.plans.web.finding import search_plans, search_tasks
        from cchc.ui.search import register_search

        register_grants("plans", GRANTS, title=TITLE, words=WORDS)
        listen()
        register_search("Kế hoạch", search_plans)
        register_search("Nhiệm vụ", search_tasks)
