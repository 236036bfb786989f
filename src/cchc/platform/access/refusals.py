"""The two refusals of access; one middleware answers them for the web and the machine API."""

from enum import StrEnum


class NotVisible(Exception):
    """It does not exist for this actor: answered as 404, so that nobody learns that it does."""


class AccessDenied(Exception):
    """The actor sees the thing but may not do this to it: answered as 403."""

    def __init__(self, permission: StrEnum) -> None:
        super().__init__(str(permission))
        self.permission = permission
