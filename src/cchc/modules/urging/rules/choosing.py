"""Which ladder holds for which work: the one that says most about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of work; an empty word means any."""

    plan_kind: str = ""
    document_kind: str = ""
    """Folded: "cong van"."""
    obligation: str = ""
    area_code: str = ""

    def covers(self, work: Kind) -> bool:
        """Whether this work is of the kind."""
        return all(
            not mine or mine == theirs
            for mine, theirs in zip(self.words(), work.words(), strict=True)
        )

    def words(self) -> tuple[str, ...]:
        """The four words, those that outweigh first."""
        return (self.area_code, self.document_kind, self.plan_kind, self.obligation)

    @property
    def weight(self) -> tuple[int, tuple[bool, ...]]:
        """More words outweigh fewer; of as many, the area outweighs the kinds of paper."""
        said = tuple(bool(word) for word in self.words())
        return sum(said), said


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """A ladder for a kind of work."""

    kind: Kind
    ladder: T


def choose(choices: Iterable[Choice[T]], work: Kind) -> T | None:
    """The ladder for this work; None when not even a default covers it."""
    covering = [choice for choice in choices if choice.kind.covers(work)]
    return max(covering, key=lambda c: c.kind.weight).ladder if covering else None
