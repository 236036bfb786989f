"""What every gateway for SMS promises; a new adapter joins `GATEWAYS` and passes the same tests."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from cchc.platform.messages.sms import FolderGateway, SmsGateway, mobile_number

Taken = list[tuple[str, str]]


class MemoryGateway:
    """A gateway for tests that keeps what it was given."""

    def __init__(self) -> None:
        self.sent: dict[str, tuple[str, str]] = {}

    def send(self, *, phone: str, text: str, reference: str) -> None:
        self.sent.setdefault(reference, (mobile_number(phone), text))


def in_folder(folder: Path) -> tuple[SmsGateway, Callable[[], Taken]]:
    def taken() -> Taken:
        found = [json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))]
        return [(message["phone"], message["text"]) for message in found]

    return FolderGateway(folder), taken


def in_memory(folder: Path) -> tuple[SmsGateway, Callable[[], Taken]]:
    gateway = MemoryGateway()
    return gateway, lambda: list(gateway.sent.values())


GATEWAYS = [in_folder, in_memory]
