"""The mail server of an installation, read out of one address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from cchc.site.configuration import Configuration

PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where e-mail goes: a server, or a folder in which each message becomes a file."""

    backend: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    starts_tls: bool = False
    is_tls: bool = False
    folder: Path | None = None


def mail_server(configuration: Configuration) -> MailServer:
    """Read CCHC_EMAIL_URL; where it is not set, messages become files in `.local/mail`."""
    parts = urlsplit(configuration.email_url)
    if parts.scheme not in PORTS:
        folder = Path(unquote(parts.path)) if parts.path else configuration.local_dir / "mail"
        return MailServer("django.core.mail.backends.filebased.EmailBackend", folder=folder)
    return MailServer(
        "django.core.mail.backends.smtp.EmailBackend",
        host=parts.hostname or "",
        port=parts.port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starts_tls=parts.scheme == "smtp" and bool(parts.username or parts.port == PORTS["smtp"]),
        is_tls=parts.scheme == "smtps",
    )
