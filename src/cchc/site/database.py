"""Which PostgreSQL: the province's own by DATABASE_URL, or a real one from a wheel in `.local/`."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from cchc.site import embedded
from cchc.site.configuration import Configuration

PREPARED_AFTER = 3
"""How often a fixed text is asked before the database keeps it prepared. A pool that hands the same
connection to others between transactions (PgBouncer) needs `?prepare_threshold=none`."""


def make_ready(configuration: Configuration) -> None:
    """Start the embedded PostgreSQL where no DATABASE_URL is set; it stops with its last user."""
    if not configuration.database_url:
        embedded.use(configuration.local_dir)


def database_url(configuration: Configuration) -> str:
    """The address of the database; nothing is started."""
    return configuration.database_url or embedded.place(configuration.local_dir).url()


def database_settings(configuration: Configuration) -> dict[str, Any]:
    """Django's settings for the database."""
    parts = urlsplit(database_url(configuration))
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
        "OPTIONS": {**query, "prepare_threshold": _threshold(query.get("prepare_threshold", ""))},
    }


def _threshold(written: str) -> int | None:
    """After how often a fixed text is prepared; none where a pool shares connections."""
    return None if written == "none" else int(written or PREPARED_AFTER)
