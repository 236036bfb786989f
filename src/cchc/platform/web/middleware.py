"""Who asks, and what a refusal looks like."""

from __future__ import annotations

from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

from cchc.platform.access import NOBODY, AccessDenied, Actor, NotVisible
from cchc.platform.web.errors import error_page
from cchc.platform.web.signing_in import is_signed_in, to_sign_in

Answer = Callable[[HttpRequest], HttpResponseBase]
Resolver = Callable[[HttpRequest], Actor]
log = structlog.get_logger(__name__)


class ActorMiddleware:
    """Gives every request its actor, worked out by CCHC_ACTOR_RESOLVER when first asked for."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.resolve: Resolver | None = None
        if settings.CCHC_ACTOR_RESOLVER:
            self.resolve = import_string(settings.CCHC_ACTOR_RESOLVER)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Hang the actor on the request without asking the database yet."""
        request.actor = SimpleLazyObject(lambda: self._resolved(request))  # type: ignore[attr-defined]
        return self.get_response(request)

    def _resolved(self, request: HttpRequest) -> Actor:
        actor = self.resolve(request) if self.resolve else NOBODY
        structlog.contextvars.bind_contextvars(person_id=actor.user_id)
        return actor


class RefusalMiddleware:
    """Answers NotVisible as 404 and AccessDenied as 403, for pages and for machines alike."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        """The page for a refusal; other errors go their way. Who is nobody yet may sign in."""
        if isinstance(exception, NotVisible):
            return error_page(request, 404)
        if not isinstance(exception, AccessDenied):
            return None
        log.info("access.denied", permission=str(exception.permission))
        return error_page(request, 403) if is_signed_in(request) else to_sign_in(request)
