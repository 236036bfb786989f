"""Error pages: what happened, why, and what to do; plain ones when nothing else works."""

from __future__ import annotations

import structlog
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext as _

log = structlog.get_logger(__name__)


def error_page(request: HttpRequest, status: int, *, message: str = "") -> HttpResponseBase:
    """The page for a status, or a small JSON object for who does not read pages.

    Never fails: without its template, or when that fails, the page is plain.
    """
    reference = str(getattr(request, "request_id", ""))
    if not request.accepts("text/html"):
        body = {"status": status, "message": message or _title(status), "reference": reference}
        return JsonResponse(body, status=status)
    context = {"message": message, "reference": reference if status >= 500 else ""}
    return HttpResponse(_rendered(request, status, context), status=status)


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
    message = _("Trang đã mở quá lâu hoặc trình duyệt chặn cookie. Hãy tải lại trang rồi gửi lại.")
    return error_page(request, 403, message=message)


def _rendered(request: HttpRequest, status: int, context: dict[str, str]) -> str:
    template = f"ui/errors/{status}.html"
    for given in (request, None):
        try:
            return render_to_string(template, context, request=given)
        except TemplateDoesNotExist:
            break
        except Exception:
            log.exception("errors.page_failed", status=status, has_request=given is not None)
    return format_html(
        '<!doctype html><html lang="vi"><meta charset="utf-8"><title>{0}</title>'
        '<h1>{0}</h1><p>{1}</p><p>{2}</p><p><a href="/">{3}</a></p></html>',
        _title(status),
        context["message"],
        context["reference"],
        _("Về trang chủ"),
    )


def _title(status: int) -> str:
    return {
        400: _("Yêu cầu chưa đúng"),
        403: _("Anh, chị chưa được giao quyền làm việc này"),
        404: _("Không tìm thấy trang này"),
        429: _("Thao tác quá nhanh"),
    }.get(status, _("Hệ thống gặp trục trặc"))
