"""What an exported file is called, and how it travels."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.utils.http import content_disposition_header


def download_headers(response: HttpResponseBase, name: str) -> None:
    """Let the browser keep the answer as a file of this name, and nobody keep it on the way."""
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
