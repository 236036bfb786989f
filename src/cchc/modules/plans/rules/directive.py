"""What sets a document that gives work point by point apart from a plan with a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from cchc.modules.plans.rules.draft import Cell, Draft, DraftTask, Mention
from cchc.modules.plans.rules.editing import with_cell
from cchc.modules.plans.rules.kinds import TimeKind
from cchc.modules.plans.rules.readiness import Frame
from cchc.modules.plans.rules.timing import Timing

NO_DUTIES = (
    "Không thấy nhiệm vụ nào trong văn bản. Nếu văn bản có giao việc, hãy thêm từng nhiệm vụ bằng "
    "nút “Thêm nhiệm vụ”; nếu không, hãy bỏ bản nháp."
)
_TARGETLESS: tuple[()] = ()


def as_directive(draft: Draft, received_on: date | None) -> Draft:
    """A reading as the draft of a directive: its day of arrival, and a word where it gives nothing.

    Quantities in running text are no targets of their own there.
    """
    header = draft.header
    if received_on is not None:
        header = {**header, "received_on": Cell(received_on.isoformat())}
    doubts = draft.doubts if draft.tasks else (*draft.doubts, NO_DUTIES)
    return replace(draft, header=header, targets=_TARGETLESS, doubts=doubts)


def needs_deadline(task: DraftTask, frame: Frame) -> bool:
    """Whether a common deadline is meant for the row: it has none, or one before the issue."""
    if task.same_as is not None:
        return False
    if task.timing.kind is TimeKind.NONE:
        return True
    due_on = task.timing.due_on
    return due_on is not None and frame.issued_on is not None and due_on < frame.issued_on


def with_deadline(task: DraftTask, due_on: date) -> DraftTask:
    """The row due on a day, in words that anybody reads the same way."""
    said = with_cell(task, "time_text", f"Chậm nhất ngày {due_on:%d/%m/%Y}")
    return replace(said, timing=Timing(TimeKind.DEADLINE, due_on=due_on, stated_on=due_on))


def with_heirs(tasks: Sequence[DraftTask], heirs: Mapping[int, tuple[int, ...]]) -> list[DraftTask]:
    """The rows that name an agency which has ended, with its heirs in its place."""
    changed = []
    for task in tasks:
        fresh = replace(
            task,
            leads=_passed_on(task.leads, heirs),
            coordinators=_passed_on(task.coordinators, heirs),
        )
        if fresh != task:
            changed.append(fresh)
    return changed


def _passed_on(
    mentions: Sequence[Mention], heirs: Mapping[int, tuple[int, ...]]
) -> tuple[Mention, ...]:
    return tuple(_with_heir(mention, heirs) for mention in mentions)


def _with_heir(mention: Mention, heirs: Mapping[int, tuple[int, ...]]) -> Mention:
    ids = [int(code[7:]) for code in mention.codes if code.startswith("agency:")]
    if not any(pk in heirs for pk in (*ids, *mention.chosen)):
        return mention
    codes = [f"agency:{heir}" for code in mention.codes for heir in _heirs_of(code, heirs)] + [
        code for code in mention.codes if not code.startswith("agency:")
    ]
    chosen = [heir for pk in mention.chosen for heir in heirs.get(pk, (pk,))]
    return replace(
        mention,
        codes=tuple(dict.fromkeys(codes)),
        chosen=tuple(dict.fromkeys(chosen)),
        doubt="",
        is_chosen=True,
    )


def _heirs_of(code: str, heirs: Mapping[int, tuple[int, ...]]) -> tuple[int, ...]:
    if not code.startswith("agency:"):
        return ()
    pk = int(code.removeprefix("agency:"))
    return heirs.get(pk, (pk,))
