"""Asking ClamAV, where the installation has it, whether a file carries a virus."""

from __future__ import annotations

import socket
import struct
from pathlib import Path

import structlog
from django.conf import settings
from django.utils.translation import gettext as _

from cchc.platform.storage.refusals import RefusedFile

PART = 1 << 18
ANSWER_SECONDS = 120.0
log = structlog.get_logger(__name__)


def scan(path: Path) -> bool:
    """True when the file was scanned and is clean, False when no scanner is set up.

    Raises RefusedFile (infected, not_scanned): where a scanner is set up, nothing enters unscanned.
    """
    address: Path | None = settings.CCHC_CLAMD_SOCKET
    if address is None:
        return False
    try:
        answer = _ask(address, path)
    except OSError as error:
        log.error("storage.scanner_unreachable", error=str(error))
        raise _not_scanned() from None
    if answer.endswith("FOUND"):
        log.warning("storage.infected", answer=answer)
        raise RefusedFile(
            "infected", _("Tệp bị phần mềm diệt vi-rút phát hiện có mã độc nên không được nhận.")
        )
    if not answer.endswith("OK"):
        log.error("storage.scanner_failed", answer=answer)
        raise _not_scanned()
    return True


def _ask(address: Path, path: Path) -> str:
    """One INSTREAM conversation: length-prefixed parts, an empty part, then one line of answer."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(ANSWER_SECONDS)
        connection.connect(str(address))
        connection.sendall(b"zINSTREAM\x00")
        with path.open("rb") as content:
            while part := content.read(PART):
                connection.sendall(struct.pack("!L", len(part)) + part)
        connection.sendall(struct.pack("!L", 0))
        answer = b""
        while part := connection.recv(4096):
            answer += part
    return answer.rstrip(b"\x00\n").decode("utf-8", "replace")


def _not_scanned() -> RefusedFile:
    return RefusedFile(
        "not_scanned",
        _("Chưa quét được vi-rút cho tệp này nên chưa nhận. Hãy thử lại sau ít phút."),
    )
