"""What the page of the import shows before anybody is brought in."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.modules.organisation.labels.people import POSTS, row_error_words
from cchc.modules.organisation.operations.people_import import Examined
from cchc.modules.organisation.queries.choices import agency_names
from cchc.modules.organisation.roles import CATALOGUE

MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class PreviewPerson:
    """A person who would come in."""

    full_name: str
    agency: str
    title: str
    post: str
    roles: str


@dataclass(frozen=True, slots=True)
class PreviewError:
    """A cell that stops the import."""

    line: int
    column: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The first people and all errors; the counts are of the whole table."""

    people: tuple[PreviewPerson, ...]
    people_count: int
    errors: tuple[PreviewError, ...]

    @property
    def is_sound(self) -> bool:
        """Whether everybody can be brought in."""
        return not self.errors


def preview_of(examined: Examined) -> Preview:
    """The dry run as the page shows it."""
    shown = examined.people[:MOST_SHOWN]
    names = agency_names({person.post.agency_id for person in shown})
    return Preview(
        people=tuple(
            PreviewPerson(
                full_name=person.details.full_name,
                agency=names[person.post.agency_id],
                title=person.post.title,
                post=str(POSTS[person.post.kind]),
                roles=", ".join(str(CATALOGUE[role.role].name) for role in person.roles),
            )
            for person in shown
        ),
        people_count=len(examined.people),
        errors=tuple(
            PreviewError(e.line, e.column.value, e.value, str(row_error_words(e)))
            for e in examined.errors
        ),
    )
