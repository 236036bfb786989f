"""The refusals of the reader: why a file cannot be read, said once and clearly to its sender."""

from __future__ import annotations


class UnreadableDocument(Exception):
    """A file that cannot be read; `code` is stable, `message_vi` is for the person who sent it."""

    def __init__(self, code: str, message_vi: str) -> None:
        super().__init__(f"{code}: {message_vi}")
        self.code = code
        self.message_vi = message_vi


class NotADocument(UnreadableDocument):
    """The file is none of the kinds the reader takes, or of one that must be saved anew first."""


class EmptyDocument(UnreadableDocument):
    """The file, or everything that could be read in it, is empty."""


class ProtectedDocument(UnreadableDocument):
    """The file asks for a password."""


class DamagedDocument(UnreadableDocument):
    """The file is cut short or broken."""


class DangerousDocument(UnreadableDocument):
    """The file is built to exhaust or to trick whoever opens it."""


class OversizedDocument(UnreadableDocument):
    """The file goes over one of the limits; the message names the limit."""


class SecretDocument(UnreadableDocument):
    """The document bears a degree of secrecy: it may not be taken in at all."""


class RecognitionUnavailable(UnreadableDocument):
    """The document is a picture and text recognition is not installed, or not for Vietnamese."""
