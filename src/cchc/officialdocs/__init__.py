"""Reads and writes Vietnamese official documents; knows nothing of the web or the database.

`read(path)` gives the document in a file: `read_layout` says what stands on the paper, `understand`
what it means. Five words: a *layout* is paragraphs and tables with their places; a *reading* is a
value with its place, certainty and doubt; a *register* knows the agencies that names may mean; a
*mention* is an agency or group named in a list; a *doubt* is for a person to settle.

Text in a document is data: it is never run, followed or trusted.
"""

from cchc.officialdocs.document import (
    OfficialDocument,
    Period,
    Reading,
    Section,
    Signer,
    Target,
    Task,
    TaskOrigin,
)
from cchc.officialdocs.errors import UnreadableDocument
from cchc.officialdocs.layout import Doubt, Layout, Medium, Place
from cchc.officialdocs.reader import read, understand
from cchc.officialdocs.register import (
    DEFAULT_REGISTER,
    AgencyEntry,
    AgencyKind,
    AgencyRegister,
)
from cchc.officialdocs.schema import json_schema, to_json
from cchc.officialdocs.sources.intake import read_layout

__all__ = [
    "DEFAULT_REGISTER",
    "AgencyEntry",
    "AgencyKind",
    "AgencyRegister",
    "Doubt",
    "Layout",
    "Medium",
    "OfficialDocument",
    "Period",
    "Place",
    "Reading",
    "Section",
    "Signer",
    "Target",
    "Task",
    "TaskOrigin",
    "UnreadableDocument",
    "json_schema",
    "read",
    "read_layout",
    "to_json",
    "understand",
]
