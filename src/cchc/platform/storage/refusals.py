"""Why a file is not taken in."""

from __future__ import annotations


class RefusedFile(Exception):
    """The file is not taken in; `code` is stable, `message` is for the person who sent it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
