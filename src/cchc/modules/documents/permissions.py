"""What can be allowed in the documents module."""

from enum import StrEnum


class Permission(StrEnum):
    """Permissions on outgoing papers, asked of the agency that issues them."""

    VIEW = "documents.letter.view"
    EXPORT = "documents.letter.export"
    DRAFT = "documents.letter.draft"
    """Write, change, lay before who signs, give up."""
    ISSUE = "documents.letter.issue"
    """Note the signature, give the number, send, take back."""
    MANAGE_REGISTERS = "documents.register.manage"
    """Symbols, first numbers, explained gaps."""
