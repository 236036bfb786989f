"""What the module hears of the others, and what it tells the platform."""

from __future__ import annotations

from cchc.modules.documents.models import Letter
from cchc.modules.documents.queries.search import KIND, find_letters
from cchc.modules.documents.worklist import count_work, find_work, waiting_rows
from cchc.modules.worklist.public import register_source
from cchc.platform.access import Actor
from cchc.platform.storage.models import StoredFile
from cchc.platform.storage.reading import allow_reading, id_of_owner
from cchc.ui.search import register_search


def listen() -> None:
    """Called once when the application is ready."""
    allow_reading("documents.word", may_read_letter_file)
    allow_reading("documents.attachment", may_read_letter_file)
    register_source("documents", find_work, count_work, waiting_rows)
    register_search(KIND, find_letters)


def may_read_letter_file(actor: Actor, file: StoredFile) -> bool:
    """A file of a paper: whoever sees the paper."""
    return Letter.objects.visible_to(actor).filter(pk=id_of_owner(file)).exists()
