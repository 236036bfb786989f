"""Duties to report that stand outside the table: "trước ngày 15 hằng tháng báo cáo …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cchc.officialdocs.document import Reading, Task, TaskOrigin
from cchc.officialdocs.understanding.agencies import AgencyMention
from cchc.officialdocs.understanding.folding import folded, tidy
from cchc.officialdocs.understanding.outline import Point, headings_above, sentences
from cchc.officialdocs.understanding.subjects import Subject, subject_of, unsure
from cchc.officialdocs.understanding.tasks import Context, Position, Words, read_task
from cchc.officialdocs.understanding.times import Time, TimeKind

_NOBODY = "Câu không nêu rõ ai báo cáo; xin chọn."
_REPORT = re.compile(r"\b(?:bao cao|gui|nop)\b")
_DONE = re.compile(
    r"\b(?:da bao cao|da gui|duoc bao cao|theo bao cao|tai bao cao|phuc vu bao cao)\b"
)
_WHEN = re.compile(
    r"(?:\bdinh ky\b(?:[^.;]{0,60}?\btruoc ngay\b[^.;]{2,40})?[^.;]{0,50}"
    r"|\b(?:truoc|cham nhat|muon nhat)\s+(?:la\s+)?(?:ngay|thang)?\s*\d[^.;]{0,60}"
    r"|\b(?:hang|moi)\s+(?:thang|quy|nam|tuan|6 thang)\b[^.;]{0,60})"
)
_DEADLINE_SPLIT = re.compile(r";|\.\s|,?\s+(?:va|dong thoi)\s+(?=tong hop|bao cao)")
_NO_DUTY = re.compile(r"^\W*(?:huong dan|theo doi|don doc|tiep nhan|kiem tra|xem xet)\b")
_GROUP_ACTS = re.compile(
    r"(?:^|[\s,])((?:các|Các)\s[^.;]{3,90}?)\s+(?=(?:rà soát|báo cáo|gửi|tổng hợp"
    r"|có trách nhiệm|xây dựng))"
)
_STOP = re.compile(
    r"\s*,?\s(?:can cu|ve|cua)\b|\s(?:bao cao|gui|ve so|ve ubnd|ve uy ban|ve van phong"
    r"|de tong hop|de theo doi|de bao cao|\(qua|\(thong qua|tong hop)\b"
)


def read_report_duties(
    points: Sequence[Point], addressees: tuple[AgencyMention, ...], context: Context
) -> tuple[Task, ...]:
    """The duties to report, each with its rhythm or day; one sentence may hold several."""
    tasks: list[Task] = []
    for point in points:
        if "bao cao" not in point.plain and "gui" not in point.plain:
            continue
        for sentence in sentences(point.text):
            for clause, when, time in _dated_clauses(sentence, context):
                subject = _subject(sentence, clause, point, points, context)
                made = _task(
                    point,
                    clause,
                    when,
                    context,
                    count=len(tasks) + 1,
                    lead_text=subject.lead_text if subject else "",
                )
                lead = subject.lead if subject else unsure(addressees, _NOBODY)
                tasks.append(replace(made, time=time, lead=lead))
    return tuple(tasks)


def _dated_clauses(sentence: str, context: Context) -> Iterator[tuple[str, str, Time]]:
    """The clauses of a sentence that ask for a report at a time that can be read."""
    found = folded(sentence)
    if not _REPORT.search(found.plain) or _DONE.search(found.plain) or _NO_DUTY.match(found.plain):
        return
    for start, end in _clauses(found.plain):
        clause = found.plain[start:end]
        match = _WHEN.search(clause)
        if match is None:
            continue
        stop = _STOP.search(clause, match.start() + 6, match.end())
        last = stop.start() if stop else match.end()
        when = tidy(found.cut(start + match.start(), start + last)).strip(" ,.;()")
        time = context.time_of(when)
        is_dated = time.kind is TimeKind.DEADLINE and (time.due or time.anchors)
        is_recurring = time.kind is TimeKind.RECURRING and time.freq is not None
        if not (is_dated or is_recurring):
            continue
        has_report = _REPORT.search(clause) is not None
        text = found.cut(start, end) if has_report else sentence
        yield tidy(text).strip(" ,;"), when, time


def _clauses(plain: str) -> list[tuple[int, int]]:
    """The clauses of a sentence; one that names no time belongs to the next."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _DEADLINE_SPLIT.finditer(plain):
        if _WHEN.search(plain, start, match.start()):
            spans.append((start, match.start()))
            start = match.end()
    return [*spans, (start, len(plain))]


def _subject(
    sentence: str, clause: str, point: Point, points: Sequence[Point], context: Context
) -> Subject | None:
    """Who reports: as the clause, the sentence, or the heading above says."""
    for text in (clause, sentence):
        subject = (
            subject_of(text, context.register)
            or _after_time(text, context)
            or _group_acting(text, context)
        )
        if subject is not None:
            return subject
    subject = subject_of(point.text, context.register)
    if subject is not None:
        return subject
    for heading in reversed(headings_above(points, point)):
        subject = subject_of(heading.text, context.register)
        if subject is not None:
            return subject
    return None


def _after_time(text: str, context: Context) -> Subject | None:
    """ "Định kỳ hằng quý, các sở báo cáo …": who acts stands after the comma."""
    comma = text.find(",")
    if not 0 < comma < 120:
        return None
    return subject_of(text[comma + 1 :].strip(), context.register)


def _group_acting(text: str, context: Context) -> Subject | None:
    """The group before the verb: "Định kỳ quý, căn cứ …, các đơn vị báo cáo …"."""
    found = _GROUP_ACTS.findall(text)
    return subject_of(found[-1], context.register) if found else None


def _task(
    point: Point,
    clause: str,
    when: str,
    context: Context,
    *,
    count: int,
    lead_text: str,
) -> Task:
    """The duty that a clause lays down; `when` are its words of time."""
    empty = Reading("", point.place)
    words = Words(
        content=Reading(clause, point.place, point.confidence),
        product=Reading("Báo cáo", point.place, 0.9),
        lead=Reading(lead_text, point.place, point.confidence),
        coordinating=empty,
        time=Reading(when, point.place, point.confidence),
        budget=empty,
        funding=empty,
        note=empty,
    )
    position = Position(
        key=f"BC.{count}",
        order=Reading(None, point.place),
        section=None,
        origin=TaskOrigin.REPORT,
        places=(point.place,),
    )
    return read_task(words, position, context)
