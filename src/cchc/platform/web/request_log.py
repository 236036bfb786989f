"""One line in the log for each request, and the headers that every answer carries."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

_GIVEN_ID = re.compile(r"[0-9A-Za-z-]{8,64}")
_PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
log = structlog.get_logger("cchc.request")


class RequestLogMiddleware:
    """Names each request, logs it when answered, and sets the headers that Django does not.

    The line holds the pattern of the address (never its values or its query), the method, the
    status, the milliseconds, and the number of the person when rights were asked for: no name, no
    address, nothing that was typed.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, then log."""
        started = time.perf_counter()
        request_id = _request_id(request)
        request.request_id = request_id  # type: ignore[attr-defined]
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        response = self.get_response(request)
        _set_headers(response, request_id)
        spoken = log.debug if _is_quiet(request) else log.info
        spoken(
            "request",
            method=request.method,
            route=_route(request),
            status=response.status_code,
            milliseconds=round((time.perf_counter() - started) * 1000, 1),
        )
        structlog.contextvars.clear_contextvars()
        return response


def _request_id(request: HttpRequest) -> str:
    """The id that the proxy gave, when it looks like one; else a new one."""
    given = request.headers.get("X-Request-ID", "")
    return given if _GIVEN_ID.fullmatch(given) else uuid.uuid4().hex


def _set_headers(response: HttpResponseBase, request_id: str) -> None:
    response["X-Request-ID"] = request_id
    response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
    response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    response.headers.setdefault("Cache-Control", "private, no-cache")


def _route(request: HttpRequest) -> str:
    match = request.resolver_match
    return match.route if match else "-"


def _is_quiet(request: HttpRequest) -> bool:
    static = settings.STATIC_URL or "/static/"
    return request.path.startswith((static, "/-/"))
