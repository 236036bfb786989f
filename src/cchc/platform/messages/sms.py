"""Messages to phones, behind a protocol: the province brings its own gateway."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Protocol

_NUMBER = re.compile(r"(?:\+?84|0)([35789]\d{8})")
_REFERENCE = re.compile(r"[0-9A-Za-z-]{1,80}")


class WrongNumber(Exception):
    """The number is not that of a mobile phone in Vietnam; trying again cannot help."""


class SmsGateway(Protocol):
    """What sends messages to phones.

    `send` raises WrongNumber for what is not a mobile number, and OSError when trying again later
    may help. A second call with the same reference sends nothing more.
    """

    def send(self, *, phone: str, text: str, reference: str) -> None:
        """Send a text; the reference names the message for all time."""
        ...


class FolderGateway:
    """Puts each message as a JSON file into a folder, where the province's gateway takes it.

    The file is named for the reference and appears whole or not at all. It stays: a message that
    was taken away by the gateway is not written again, since a mark of it is kept beside.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, *, phone: str, text: str, reference: str) -> None:
        """Write the message, unless it was written before."""
        number = mobile_number(phone)
        if not _REFERENCE.fullmatch(reference):
            raise ValueError(f"not a reference: {reference!r}")
        marks = self.folder / ".sent"
        marks.mkdir(mode=0o750, parents=True, exist_ok=True)
        mark = marks / reference
        if mark.exists():
            return
        message = {"reference": reference, "phone": number, "text": text}
        unfinished = self.folder / f".{reference}.part"
        with unfinished.open("w", encoding="utf-8") as target:
            json.dump(message, target, ensure_ascii=False)
            target.flush()
            os.fsync(target.fileno())
        unfinished.replace(self.folder / f"{reference}.json")
        mark.touch()


def mobile_number(phone: str) -> str:
    """The number as +84…, or WrongNumber."""
    match = _NUMBER.fullmatch(re.sub(r"[ .()-]", "", phone))
    if match is None:
        raise WrongNumber
    return f"+84{match.group(1)}"
