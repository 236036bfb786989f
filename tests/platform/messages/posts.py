"""Mail servers for the tests."""

from __future__ import annotations

from smtplib import SMTPDataError, SMTPRecipientsRefused
from typing import Any, ClassVar

from django.core.mail.backends.locmem import EmailBackend


class Unwilling(EmailBackend):
    """A mail server that answers with the next of these errors, then works."""

    errors: ClassVar[list[Exception]] = []

    def send_messages(self, messages: Any) -> int:
        if self.errors:
            raise self.errors.pop(0)
        return super().send_messages(messages)


def refused(code: int) -> Exception:
    return SMTPRecipientsRefused({"lan@tinh.gov.vn": (code, b"lan@tinh.gov.vn refused")})


def busy() -> Exception:
    return SMTPDataError(451, b"lan@tinh.gov.vn: try later")
