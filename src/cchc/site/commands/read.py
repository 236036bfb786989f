"""`cchc read`: what the reader understands of a document; no database, no Django."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from cchc.officialdocs import OfficialDocument, UnreadableDocument, read, to_json
from cchc.officialdocs.sources.progress import Progress
from cchc.site.console import Exit, Failure, add_json, complain, either, say, say_json

LONGEST_LINE = 96


def add(parser: argparse.ArgumentParser) -> None:
    """Which file."""
    parser.add_argument(
        "file",
        type=Path,
        metavar=either("TỆP", "FILE"),
        help=".docx .pdf .xlsx .txt .md .png .jpg .tif",
    )
    parser.add_argument(
        "--year",
        type=int,
        help=either(
            "năm của kế hoạch, khi tiêu đề không nói đúng",
            "the year of the plan, where its title does not say it rightly",
        ),
    )
    add_json(parser)


def run(options: argparse.Namespace) -> Exit:
    """Print the document; a file that cannot be read ends with code 1 and one sentence."""
    if not options.file.is_file():
        raise Failure(either(f"Không có tệp {options.file}", f"There is no file {options.file}"))
    try:
        document = read(options.file, year=options.year, progress=_progress)
    except UnreadableDocument as refusal:
        raise Failure(f"{refusal.message_vi} [{refusal.code}]") from None
    if options.json:
        say_json(to_json(document))
    else:
        _tell(document)
    return Exit.DONE


def _progress(progress: Progress) -> None:
    """Pages of a scan take seconds each: say how far it has come, to a person only."""
    if sys.stderr.isatty() and progress.total > 1:
        complain(f"{progress.message} {progress.done}/{progress.total}")


def _tell(document: OfficialDocument) -> None:
    """The document for a person: its head, then a line for each target and task."""
    signer = document.signer.value
    head = (
        (either("Loại", "Kind"), document.doc_type.value),
        (either("Số", "Number"), document.number.value or document.symbol.value),
        (either("Ngày", "Date"), f"{day:%d/%m/%Y}" if (day := document.issued_on.value) else None),
        (either("Cơ quan ban hành", "Issuer"), document.issuing_body.value),
        (either("Trích yếu", "Title"), document.title.value),
        (either("Người ký", "Signer"), signer.name if signer else None),
    )
    for name, value in head:
        say(f"{name}: {value or either('(không ghi)', '(not stated)')}")
    if document.targets:
        say("\n" + either(f"{len(document.targets)} chỉ tiêu", f"{len(document.targets)} targets"))
    for target in document.targets:
        say(f"  {target.no}. {_short(target.text)}")
    if document.tasks:
        say("\n" + either(f"{len(document.tasks)} nhiệm vụ", f"{len(document.tasks)} tasks"))
    for task in document.tasks:
        say(f"  {task.key}  {_short(task.content.value)}")
        lead = ", ".join(mention.name for mention in task.lead) or "?"
        say(f"      {lead} · {task.time_text.value or '?'}")
        for doubt in task.doubts():
            say(f"      ! {doubt.message}")
    for warning in document.warnings:
        say(f"! {warning.message}")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"
