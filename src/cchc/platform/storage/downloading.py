"""Handing a file out to who may read it."""

from __future__ import annotations

from django.http import FileResponse, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils.http import content_disposition_header, parse_etags
from django.views.decorators.http import require_safe

from cchc.platform.storage.kinds import BY_CONTENT_TYPE
from cchc.platform.storage.models import StoredFile
from cchc.platform.storage.reading import readable_file
from cchc.platform.storage.storing import open_file
from cchc.platform.web.request import ActorRequest

_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"
"""Seen to let Chromium show PDF files and images, alone and in a frame of ours."""


@require_safe
def download(request: ActorRequest, file_id: int) -> HttpResponseBase:
    """The file as an attachment; `?xem=1` shows a PDF or an image in the browser instead."""
    file = readable_file(file_id, actor=request.actor)
    etag = f'"{file.sha256}"'
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        response: HttpResponseBase = HttpResponseNotModified()
    elif request.method == "HEAD":
        response = HttpResponse(content_type=file.content_type)
        response["Content-Length"] = str(file.size)
    else:
        response = FileResponse(open_file(file), content_type=file.content_type)
        response["Content-Length"] = str(file.size)
    _protect(response, file, is_shown=request.GET.get("xem") == "1")
    response["ETag"] = etag
    return response


def _protect(response: HttpResponseBase, file: StoredFile, *, is_shown: bool) -> None:
    """Headers by which a file can do nothing in our name, whatever is in it."""
    kind = BY_CONTENT_TYPE.get(file.content_type)
    is_inline = is_shown and kind is not None and kind.is_shown
    disposition = content_disposition_header(not is_inline, file.name) or "inline"
    response["Content-Disposition"] = disposition
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-cache"
    response["Content-Security-Policy"] = _POLICY
    response["X-Frame-Options"] = "SAMEORIGIN" if is_inline else "DENY"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
