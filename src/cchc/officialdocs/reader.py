"""From a file to an `OfficialDocument`: `read(path)`; from a layout: `understand(layout)`.

`understand` is total: whatever the layout, it gives a document; what is not found is None with the
reason. It knows no law but what the paper prints, and text in a document is only ever data.
"""

from __future__ import annotations

from pathlib import Path

from cchc.officialdocs.document import OfficialDocument, Section, Task
from cchc.officialdocs.layout import Doubt, Layout
from cchc.officialdocs.register import DEFAULT_REGISTER, AgencyRegister
from cchc.officialdocs.sources.intake import read_layout
from cchc.officialdocs.sources.progress import Progress, Report, say_nothing
from cchc.officialdocs.understanding.duties import (
    read_articles,
    read_duties,
    read_responsibilities,
)
from cchc.officialdocs.understanding.frame import Frame, frame_of
from cchc.officialdocs.understanding.kinds import DECISION, DIRECTIVES, REPORTS
from cchc.officialdocs.understanding.lines import stream_of
from cchc.officialdocs.understanding.prose import read_prose_tasks
from cchc.officialdocs.understanding.reports import read_report_duties
from cchc.officialdocs.understanding.secrecy import secrecy_of
from cchc.officialdocs.understanding.sections import sections_of
from cchc.officialdocs.understanding.table import TaskTables, read_task_tables
from cchc.officialdocs.understanding.targets import read_targets
from cchc.officialdocs.understanding.tasks import Context
from cchc.officialdocs.understanding.validity import check_tasks


def read(
    path: str | Path,
    *,
    register: AgencyRegister = DEFAULT_REGISTER,
    year: int | None = None,
    progress: Report | None = None,
) -> OfficialDocument:
    """The document in a file of any kind an office sends; raises UnreadableDocument, nothing else.

    `year` overrides the year of the title; `progress` is told how far a long reading has come.
    """
    report = progress or say_nothing
    layout = read_layout(Path(path), progress=report)
    report(Progress(layout.page_count or 1, layout.page_count or 1, "Đang hiểu nội dung"))
    return understand(layout, register=register, year=year)


def understand(
    layout: Layout,
    *,
    register: AgencyRegister = DEFAULT_REGISTER,
    year: int | None = None,
    stated_day_counts: bool = False,
) -> OfficialDocument:
    """What a layout says. `stated_day_counts`: whether "trước ngày 30" lets the 30th count."""
    stream = stream_of(layout)
    frame = frame_of(stream, register, year)
    context = Context(
        year=frame.year.value,
        period=(frame.period.value.first, frame.period.value.last) if frame.period.value else None,
        register=frame.register,
        issued_on=frame.issued_on.value,
        stated_day_counts=stated_day_counts,
    )
    tables = read_task_tables(stream, context)
    tasks, warnings = check_tasks(_tasks(frame, tables, context), context, frame.period.value)
    is_report = frame.doc_type.value in REPORTS
    return OfficialDocument(
        medium=layout.medium,
        doc_type=frame.doc_type,
        number=frame.number,
        symbol=frame.symbol,
        issued_on=frame.issued_on,
        issuing_body=frame.issuing_body,
        place=frame.place,
        signer=frame.signer,
        title=frame.title,
        year=frame.year,
        period=frame.period,
        secrecy=secrecy_of(stream),
        enclosing=frame.enclosing,
        basis=frame.basis,
        addressees=frame.addressees,
        sections=_sections(frame, tables, tasks),
        targets=() if is_report else read_targets(frame.points, stream, context),
        tasks=tasks,
        report_duties=()
        if is_report
        else read_report_duties(frame.points, frame.addressees, context),
        responsibilities=read_responsibilities(frame.points, context),
        recipients=frame.recipients,
        warnings=(*layout.warnings, *_frame_warnings(frame), *warnings),
        page_count=layout.page_count,
    )


def _tasks(frame: Frame, tables: TaskTables, context: Context) -> tuple[Task, ...]:
    """The tasks of the tables; those in labelled prose; in a directive the numbered duties."""
    if frame.doc_type.value in REPORTS:
        return tables.tasks
    prose = read_prose_tasks(frame.points, context, len(tables.tasks) + 1)
    if tables.tasks or prose:
        return (*tables.tasks, *_not_yet(prose, tables.tasks))
    if frame.doc_type.value in DIRECTIVES and frame.enclosing is None:
        return read_duties(frame.points, frame.addressees, context)
    if frame.doc_type.value == DECISION and frame.enclosing is None:
        return read_articles(frame.points, context)
    return ()


def _not_yet(prose: tuple[Task, ...], known: tuple[Task, ...]) -> tuple[Task, ...]:
    """The tasks in prose that no row of a table says in the same words."""
    said = {task.content.value.casefold().strip(" .;")[:80] for task in known}
    return tuple(t for t in prose if t.content.value.casefold().strip(" .;")[:80] not in said)


def _sections(frame: Frame, tables: TaskTables, tasks: tuple[Task, ...]) -> tuple[Section, ...]:
    """The headings of the tasks: those of the tables, else those in the text."""
    return tables.sections or sections_of(frame.points, tasks)


def _frame_warnings(frame: Frame) -> tuple[Doubt, ...]:
    """What the head of the document leaves open."""
    readings = (
        ("doc_type", frame.doc_type),
        ("number", frame.number),
        ("issued_on", frame.issued_on),
        ("issuing_body", frame.issuing_body),
        ("title", frame.title),
        ("year", frame.year),
        ("signer", frame.signer),
    )
    return tuple(
        Doubt(f"{name}_unsure", reading.doubt, reading.place)
        for name, reading in readings
        if reading.doubt
    )
