"""The worklist as a Django application."""

from django.apps import AppConfig


class WorklistConfig(AppConfig):
    """Holds no tables: the sources of the modules answer."""

    name = "cchc.modules.worklist"
    label = "worklist"

    def ready(self) -> None:
        """Let a page count once what waits."""
        from django.core.signals import request_finished, request_started

        from cchc.modules.worklist.queries.inbox import begin_request, end_request

        request_started.connect(begin_request, dispatch_uid="worklist.counted")
        request_finished.connect(end_request, dispatch_uid="worklist.counted")
