"""Error pages: what happened, why, and what to do; plain ones when nothing else works."""

from __future__ import annotations

import structlog
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

log = structlog.get_logger(__name__)
STALE = "stale"
"""The page for a form that was open for too long."""


def error_page(
    request: HttpRequest, status: int, *, message: str = "", kind: str = ""
) -> HttpResponseBase:
    """The page for a status, or a small JSON object for who does not read pages.

    `kind` names a page of its own for one reason of the status. Never fails: without its template,
    or when that fails, the page is plain.
    """
    name = kind or str(status)
    reference = str(getattr(request, "request_id", ""))
    if not request.accepts("text/html"):
        body = {"status": status, "message": message or _title(name), "reference": reference}
        return JsonResponse(body, status=status)
    context = {
        "message": message,
        "reference": reference if status >= 500 else "",
        "back": _page_before(request),
    }
    return HttpResponse(_rendered(request, name, context), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponseBase:
    """400."""
    return error_page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponseBase:
    """403."""
    return error_page(request, 403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponseBase:
    """404."""
    return error_page(request, 404)


def too_many_requests(request: HttpRequest, exception: Exception | None = None) -> HttpResponseBase:
    """429, with the seconds after which one may come back."""
    response = error_page(request, 429)
    response["Retry-After"] = "60"
    return response


def server_error(request: HttpRequest) -> HttpResponseBase:
    """500, with the reference by which the log is searched."""
    return error_page(request, 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """A form whose protection code is missing or over: mostly a page left open for long."""
    log.info("access.csrf", reason=reason)
    return error_page(request, 403, kind=STALE)


def _page_before(request: HttpRequest) -> str:
    """The page of this site from which the person came; empty when it is another's."""
    before = request.META.get("HTTP_REFERER", "")
    try:
        is_ours = url_has_allowed_host_and_scheme(before, {request.get_host()})
    except DisallowedHost:
        return ""
    return before if is_ours else ""


def _rendered(request: HttpRequest, name: str, context: dict[str, str]) -> str:
    template = f"ui/errors/{name}.html"
    for given in (request, None):
        try:
            return render_to_string(template, context, request=given)
        except TemplateDoesNotExist:
            break
        except Exception:
            log.exception("errors.page_failed", page=name, has_request=given is not None)
    return format_html(
        '<!doctype html><html lang="vi"><meta charset="utf-8"><title>{0}</title>'
        '<h1>{0}</h1><p>{1}</p><p>{2}</p><p><a href="/">{3}</a></p></html>',
        _title(name),
        context["message"],
        context["reference"],
        _("Về trang chủ"),
    )


def _title(name: str) -> str:
    return {
        "400": _("Yêu cầu chưa đúng"),
        "403": _("Anh, chị chưa được giao quyền làm việc này"),
        STALE: _("Trang đã mở quá lâu nên chưa gửi được"),
        "404": _("Không tìm thấy trang này"),
        "429": _("Thao tác quá nhanh"),
    }.get(name, _("Hệ thống gặp trục trặc"))
