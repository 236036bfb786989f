"""`cchc export-plan`: a plan in force as the official Word appendix or as a spreadsheet."""

from __future__ import annotations

import argparse
from pathlib import Path

from cchc.site.console import Exit, Failure, add_json, either, say, say_json
from cchc.site.starting import require_migrated, start_django


def add(parser: argparse.ArgumentParser) -> None:
    """Which plan, into which file."""
    parser.add_argument(
        "plan",
        type=int,
        metavar="ID",
        help=either(
            "mã của kế hoạch (số cuối trong địa chỉ trang kế hoạch)",
            "the plan's id (the number at the end of its page's address)",
        ),
    )
    parser.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar=either("TỆP", "FILE"),
        help=either("tệp .docx hoặc .xlsx", "a .docx or .xlsx file"),
    )
    add_json(parser)


def run(options: argparse.Namespace) -> Exit:
    """Write the file; the ending of its name says which kind."""
    from cchc.officialdocs.writing import plan_docx, plan_xlsx

    writers = {".docx": plan_docx, ".xlsx": plan_xlsx}
    write = writers.get(options.to.suffix.lower())
    if write is None:
        raise Failure(either("Tên tệp phải kết thúc bằng .docx hoặc .xlsx", "--to: .docx or .xlsx"))
    start_django()
    require_migrated()
    from cchc.modules.plans.queries.exports import plan_paper
    from cchc.platform.access import NotVisible
    from cchc.site.acting import command_line_actor

    try:
        paper = plan_paper(plan_id=options.plan, actor=command_line_actor())
    except NotVisible:
        raise Failure(
            either(f"Không có kế hoạch {options.plan}", f"There is no plan {options.plan}")
        ) from None
    options.to.write_bytes(write(paper))
    rows = sum(len(section.rows) for section in paper.sections)
    if options.json:
        say_json({"file": options.to, "number": paper.number, "tasks": rows})
    else:
        said = f"{paper.number}: {rows} " + either("nhiệm vụ", "tasks")
        say(f"{said} → {options.to}")
    return Exit.DONE
