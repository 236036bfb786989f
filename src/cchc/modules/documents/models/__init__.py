"""Tables of documents."""

from cchc.modules.documents.models.letter import Letter
from cchc.modules.documents.models.register import (
    Register,
    RegisterEntry,
    RegisterSymbol,
    RegisterYear,
)

__all__ = ["Letter", "Register", "RegisterEntry", "RegisterSymbol", "RegisterYear"]
