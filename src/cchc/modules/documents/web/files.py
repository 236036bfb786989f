"""Word and PDF files as answers."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.text import slugify

from cchc.platform.text.folding import fold

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


def file_answer(content: bytes, *, name: str, content_type: str) -> HttpResponse:
    """A file to keep, named in plain letters."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)


def plain_name(*parts: str) -> str:
    """ "07/SNV-CCHC" and a subject as "07-snv-cchc-don-doc"."""
    said = "-".join(part for part in parts if part).replace("/", "-")
    return slugify(fold(said))[:80].strip("-") or "van-ban"
