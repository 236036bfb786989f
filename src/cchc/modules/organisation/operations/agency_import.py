"""Bringing agencies in from a table: a dry run that names every wrong row, then all or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from django.db import transaction

from cchc.modules.organisation.events import AgenciesImported
from cchc.modules.organisation.labels.agencies import KINDS, LEVELS
from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.operations.changing import correct_agency
from cchc.modules.organisation.operations.founding import found_agency
from cchc.modules.organisation.operations.rehearsing import rehearse
from cchc.modules.organisation.operations.writing_structure import add_aliases
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.rules.agency_table import (
    AgencyRow,
    CellRefused,
    Column,
    RowWhyNot,
    read_kind,
    read_level,
    read_precedence,
    read_since,
)
from cchc.modules.organisation.rules.kinds import AgencyKind, AliasKind, Level
from cchc.modules.organisation.rules.naming import tidy
from cchc.modules.organisation.rules.placing import NewAgency
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce
from cchc.platform.text.folding import fold


class Action(StrEnum):
    """What becomes of a row."""

    NEW = "NEW"
    CHANGED = "CHANGED"
    SAME = "SAME"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class ImportLine:
    """A row of the table and what becomes of it, or why it is wrong."""

    line: int
    name: str
    parent_name: str
    action: Action
    refused: StructureRefused | CellRefused | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """What a table brings, row by row."""

    lines: tuple[ImportLine, ...]

    def count(self, action: Action) -> int:
        """How many rows end so."""
        return sum(line.action is action for line in self.lines)

    @property
    def is_sound(self) -> bool:
        """Whether no row is wrong."""
        return not self.count(Action.WRONG)


class AgencyImportRefused(Exception):
    """The table has wrong rows, so nothing was brought in."""

    def __init__(self, imported: Imported) -> None:
        super().__init__(f"{imported.count(Action.WRONG)} wrong rows")
        self.imported = imported


def examine_agencies(
    *, rows: Sequence[AgencyRow], on: date, actor: Actor, now: datetime
) -> Imported:
    """The dry run: everything is done and undone again, so it says exactly what would happen.

    Raises AccessDenied.
    """
    return rehearse(lambda: _run(rows, on=on, actor=actor, now=now))


@transaction.atomic
def import_agencies(
    *, rows: Sequence[AgencyRow], source: str, on: date, actor: Actor, now: datetime
) -> Imported:
    """Bring in every agency of the table; none when one row is wrong.

    A row whose code or name is known mends that agency; others are founded `on` that day unless
    they say another. Raises AccessDenied or AgencyImportRefused with the lines of the dry run.
    """
    imported = _run(rows, on=on, actor=actor, now=now)
    if not imported.is_sound:
        raise AgencyImportRefused(imported)
    event = AgenciesImported(
        source=source,
        new_count=imported.count(Action.NEW),
        changed_count=imported.count(Action.CHANGED),
    )
    announce(event, actor=actor, at=now)
    return imported


def _run(rows: Sequence[AgencyRow], *, on: date, actor: Actor, now: datetime) -> Imported:
    actor.require(Permission.MANAGE_AGENCIES, agency_id=None)
    importer = _Importer(on, actor, now)
    return Imported(tuple(importer.take(row) for row in rows))


@dataclass(slots=True)
class _Importer:
    """Takes one row after the other; what stands above is known to those below."""

    on: date
    actor: Actor
    now: datetime
    known: dict[int, Agency] = field(default_factory=dict)
    by_word: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    taken: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for agency in Agency.objects.filter(effective_to=None).select_related("parent"):
            self._remember(agency)

    def take(self, row: AgencyRow) -> ImportLine:
        """Found or mend the agency of a row."""
        name, parent_name = tidy(row.text(Column.NAME)), row.text(Column.PARENT)
        try:
            with transaction.atomic():
                action = self._take(row)
        except (StructureRefused, CellRefused) as refused:
            return ImportLine(row.line, name, parent_name, Action.WRONG, refused)
        return ImportLine(row.line, name, parent_name, action)

    def _take(self, row: AgencyRow) -> Action:
        if not row.text(Column.NAME):
            raise CellRefused(Column.NAME, RowWhyNot.MISSING)
        parent = self._parent(row)
        present = self._present(row, parent)
        if present is None:
            return self._found(row, parent)
        if present.pk in self.taken:
            raise CellRefused(Column.NAME, RowWhyNot.TWICE, row.text(Column.NAME))
        self.taken.add(present.pk)
        return self._mend(row, present)

    def _found(self, row: AgencyRow, parent: Agency | None) -> Action:
        kind, level = read_kind(row, KINDS), read_level(row, LEVELS)
        if kind is None:
            raise CellRefused(Column.KIND, RowWhyNot.MISSING)
        if level is None:
            raise CellRefused(Column.LEVEL, RowWhyNot.MISSING)
        blank = NewAgency(name="", kind=kind, level=level, parent_id=parent.pk if parent else None)
        agency = found_agency(
            _with_cells(blank, row),
            on=read_since(row) or self.on,
            act=row.text(Column.ACT),
            aliases=row.aliases,
            actor=self.actor,
            now=self.now,
        )
        self._remember(agency)
        self.taken.add(agency.pk)
        return Action.NEW

    def _mend(self, row: AgencyRow, present: Agency) -> Action:
        read_since(row)
        before = set(present.aliases.values_list("name", flat=True)) | {present.name}
        aliases = [name for name in row.aliases if name not in before]
        add_aliases(present, dict.fromkeys(aliases, AliasKind.ALIAS))
        wanted = _with_cells(_as_new(present), row)
        wanted = replace(
            wanted,
            kind=read_kind(row, KINDS) or wanted.kind,
            level=read_level(row, LEVELS) or wanted.level,
        )
        try:
            correct_agency(
                agency_id=present.pk,
                corrected=wanted,
                act=row.text(Column.ACT),
                actor=self.actor,
                now=self.now,
            )
        except StructureRefused as refused:
            if refused.why is not StructureWhyNot.NOTHING_CHANGES:
                raise
            return Action.CHANGED if aliases else Action.SAME
        return Action.CHANGED

    def _parent(self, row: AgencyRow) -> Agency | None:
        text = row.text(Column.PARENT)
        if not text:
            return None
        found = self.by_word.get(fold(text), set())
        if len(found) != 1:
            why = RowWhyNot.PARENT_AMBIGUOUS if found else RowWhyNot.PARENT_UNKNOWN
            raise CellRefused(Column.PARENT, why, text)
        return self.known[next(iter(found))]

    def _present(self, row: AgencyRow, parent: Agency | None) -> Agency | None:
        """The living agency with this code, or with this name under this parent."""
        code = fold(row.text(Column.CODE))
        same_code = self.by_word.get(code, set()) if code else set()
        same_name = self.by_word.get(fold(row.text(Column.NAME)), set())
        named = [each for each in same_name if parent is None or self._is_under(each, parent)]
        found = next(iter(same_code), named[0] if len(named) == 1 else None)
        if found is None:
            return None
        if parent is not None and not self._is_under(found, parent):
            raise CellRefused(Column.PARENT, RowWhyNot.PARENT_DIFFERS, row.text(Column.PARENT))
        return self.known[found]

    def _is_under(self, agency_id: int, parent: Agency) -> bool:
        return self.known[agency_id].parent_id == parent.pk

    def _remember(self, agency: Agency) -> None:
        self.known[agency.pk] = agency
        for word in {fold(agency.name), fold(agency.short_name), fold(agency.code)} - {""}:
            self.by_word[word].add(agency.pk)


def _as_new(agency: Agency) -> NewAgency:
    return NewAgency(
        name=agency.name,
        short_name=agency.short_name,
        kind=AgencyKind(agency.kind),
        level=Level(agency.level),
        parent_id=agency.parent_id,
        code=agency.code,
        former_code=agency.former_code,
        territory_code=agency.territory_code,
        precedence=agency.precedence,
        email=agency.email,
    )


def _with_cells(agency: NewAgency, row: AgencyRow) -> NewAgency:
    """The agency with what the filled cells of a row say; an empty cell leaves it as it is."""
    precedence = read_precedence(row)
    return replace(
        agency,
        name=row.text(Column.NAME) or agency.name,
        short_name=row.text(Column.SHORT_NAME) or agency.short_name,
        code=row.text(Column.CODE) or agency.code,
        former_code=row.text(Column.FORMER_CODE) or agency.former_code,
        territory_code=row.text(Column.TERRITORY) or agency.territory_code,
        precedence=agency.precedence if precedence is None else precedence,
        email=row.text(Column.EMAIL) or agency.email,
    )
