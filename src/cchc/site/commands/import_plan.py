"""`cchc import-plan`: a document into a draft, read at once; confirmed too when it is asked."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cchc.site.console import Exit, Failure, add_json, either, say, say_json
from cchc.site.starting import require_migrated, start_django

if TYPE_CHECKING:
    from cchc.modules.plans.models import ImportDraft
    from cchc.platform.access import Actor


def add(parser: argparse.ArgumentParser) -> None:
    """Which file, of which agency."""
    parser.add_argument(
        "file", type=Path, metavar=either("TỆP", "FILE"), help=".docx .pdf .xlsx .txt .md …"
    )
    parser.add_argument(
        "--agency",
        type=int,
        metavar="ID",
        help=either(
            "cơ quan ban hành (mặc định UBND tỉnh)",
            "the agency that issues it (by default the provincial People's Committee)",
        ),
    )
    parser.add_argument(
        "--confirm",
        action="store_true",
        help=either(
            "xác nhận ngay khi không có chỗ nào còn ngờ",
            "confirm at once when nothing is doubtful",
        ),
    )
    add_json(parser)


def run(options: argparse.Namespace) -> Exit:
    """Read the file into a draft; with doubts left --confirm confirms nothing and ends with 3."""
    if not options.file.is_file():
        raise Failure(either(f"Không có tệp {options.file}", f"There is no file {options.file}"))
    start_django()
    require_migrated()
    from cchc.platform import clock
    from cchc.site.acting import command_line_actor

    actor, now = command_line_actor(), clock.now()
    draft = _read_into_draft(options, actor, now)
    facts: dict[str, Any] = {
        "draft": draft.pk,
        "title": draft.title,
        "number": draft.number,
        "tasks": draft.task_count,
        "doubts": draft.doubt_count,
    }
    is_confirmed = options.confirm and not draft.doubt_count
    if is_confirmed:
        from cchc.modules.plans.operations.confirm_plan import confirm_plan

        facts["plan"] = confirm_plan(draft_id=draft.pk, actor=actor, now=now).pk
    _tell(facts, as_json=options.json)
    return Exit.NEEDS_MENDING if options.confirm and not is_confirmed else Exit.DONE


def _read_into_draft(options: argparse.Namespace, actor: Actor, now: datetime) -> ImportDraft:
    """The draft with what was read; a document that cannot be read is refused with its reason."""
    from cchc.modules.organisation.public import province_committee
    from cchc.modules.plans.operations.read_draft import read_draft
    from cchc.modules.plans.operations.start_import import start_import
    from cchc.platform.storage.refusals import RefusedFile

    issuer_id = options.agency or province_committee(now.date()).id
    try:
        with options.file.open("rb") as content:
            draft = start_import(
                content=content,
                name=options.file.name,
                issuer_id=issuer_id,
                actor=actor,
                now=now,
            )
    except RefusedFile as refusal:
        raise Failure(f"{refusal.message} [{refusal.code}]") from None
    read_draft(draft_id=draft.pk, actor=actor, now=now)
    draft.refresh_from_db()
    if draft.failure_code:
        raise Failure(f"{draft.failure_text} [{draft.failure_code}]")
    return draft


def _tell(facts: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        say_json(facts)
        return
    say(f"{facts['number']} {facts['title']}".strip())
    say(
        either(
            f"Bản nháp {facts['draft']}: {facts['tasks']} nhiệm vụ, "
            f"{facts['doubts']} chỗ cần xem lại.",
            f"Draft {facts['draft']}: {facts['tasks']} tasks, {facts['doubts']} doubts.",
        )
    )
    if "plan" in facts:
        say(either(f"Đã xác nhận: kế hoạch {facts['plan']}", f"Confirmed: plan {facts['plan']}"))
