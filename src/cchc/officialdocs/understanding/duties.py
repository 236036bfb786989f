"""Duties that a directive or an urging letter lays down in numbered points, and who has them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cchc.officialdocs.document import Reading, Responsibility, Section, Task, TaskOrigin
from cchc.officialdocs.register import AgencyKind
from cchc.officialdocs.understanding.agencies import AgencyMention
from cchc.officialdocs.understanding.folding import folded, tidy
from cchc.officialdocs.understanding.lettering import Label, LabelStyle
from cchc.officialdocs.understanding.outline import Point, headings_above
from cchc.officialdocs.understanding.subjects import Subject, subject_of, unsure
from cchc.officialdocs.understanding.tasks import Context, Position, Words, read_task
from cchc.officialdocs.understanding.times import Time, TimeKind

_NUMBERED = (LabelStyle.NUMBER, LabelStyle.DOTTED)
_NOBODY = "Văn bản không nêu rõ ai làm; hiểu là các cơ quan nhận văn bản."
_DEADLINE = re.compile(
    r"\b(?:hoan thanh\b[^.;]{0,110}?\b)?(?P<when>(?:truoc\s+(?:ngay|thang|het|\d)|cham nhat"
    r"|muon nhat"
    r"|hoan thanh\s+(?:trong|truoc|xong)|xong\s+(?:trong|truoc)|den het\s+(?:ngay|thang|quy|nam)"
    r"|thoi (?:gian|han)(?: hoan thanh| thuc hien)?\s*:|(?<=\s)trong\s+(?:thang|quy)\s)[^;]{1,90})"
)
_RHYTHM = re.compile(
    r"\bdinh ky\s+(?:(?:hang|moi)\s+)?(?:\d+\s+)?(?:tuan|thang|quy|nam)\b"
    r"(?:(?:\s*,|\s+va|\s+hoac|\s*,\s*va)\s+(?:(?:hang|moi)\s+)?(?:\d+\s+)?"
    r"(?:tuan|thang|quy|nam)\b)*"
    r"|\bmoi\s+(?:tuan|thang|quy|nam)\s+(?:it nhat\s+|toi thieu\s+)?\d{1,2}\s+(?:lan|ky|dot|cuoc)\b"
    r"|\b(?:it nhat\s+|toi thieu\s+)?\d{1,2}\s+(?:lan|ky|dot|cuoc)\s*/\s*(?:tuan|thang|quy|nam)\b"
)
_WITHIN = re.compile(
    r"trong\s+(?:thang|quy)\s+(?:\d{1,2}|[ivx]{1,3})(?:\s*[/-]\s*|\s+nam\s+)?(?:\d{4})?"
)
_ARTICLE = re.compile(r"^Điều\s+(?P<number>\d{1,3})\s*[.:]\s*(?P<rest>.*)$", re.S)
_FORMALITY = re.compile(
    r"\b(?:co hieu luc|het hieu luc|bai bo|thay the quyet dinh|thi hanh quyet dinh nay"
    r"|thuc hien quyet dinh nay|can cu quyet dinh nay)\b"
)
_END_OF_PAPER = re.compile(r"\s*\.\s?/\s?\.\s*$")
_GIVES = re.compile(r"^\s*(?:Giao|Yêu cầu|Đề nghị|Phân công)\s")
_CLOSING = re.compile(
    r"^(?:(?:de nghi|yeu cau|giao)?\s*(?:cac|thu truong|giam doc|lanh dao|chu tich)?.{0,120}"
    r"(?:nghiem tuc|to chuc)\s+(?:trien khai|thuc hien).{0,160}|trong qua trinh|tren day la"
    r"|nhan duoc|uy ban nhan dan"
    r"|cong van nay|chi thi nay)"
)


@dataclass(frozen=True, slots=True)
class _Item:
    """A numbered point with everything up to the next."""

    head: Point
    rest: tuple[Point, ...]


def read_duties(
    points: Sequence[Point], addressees: tuple[AgencyMention, ...], context: Context
) -> tuple[Task, ...]:
    """The duties in the numbered points of a directive or letter, lettered ones each by itself."""
    tasks: list[Task] = []
    for item in _items(points):
        tasks += _of_item(item, points, addressees, context)
    return tuple(tasks)


def read_articles(points: Sequence[Point], context: Context) -> tuple[Task, ...]:
    """The duties that the articles of a decision give to agencies; articles that only enact,
    approve or say when the decision takes effect give none.
    """
    tasks: list[Task] = []
    starts = [at for at, point in enumerate(points) if _ARTICLE.match(point.text)]
    for start, end in zip(starts, [*starts[1:], len(points)], strict=True):
        match = _ARTICLE.match(points[start].text)
        assert match is not None  # noqa: S101 (that is how the starts were found)
        label = Label(LabelStyle.NUMBER, match.group("number"), int(match.group("number")))
        head = replace(points[start], text=match.group("rest"), label=label)
        if _FORMALITY.search(head.plain):
            continue
        tasks += _of_article(head, points[start + 1 : end], points, context)
    return tuple(tasks)


def _of_article(
    head: Point, rest: Sequence[Point], points: Sequence[Point], context: Context
) -> list[Task]:
    """What one article gives: to the agency it begins with, else to those of its own points."""
    if subject_of(head.text, context.register) is not None:
        return _of_item(_Item(head, tuple(rest)), points, (), context)
    found: list[Task] = []
    for item in _items(rest):
        if subject_of(item.head.text, context.register) is not None:
            found += _of_item(item, points, (), context)
    name = head.label.text if head.label else ""
    return [replace(task, key=f"{name}.{task.key}") for task in found]


def _items(points: Sequence[Point]) -> Iterator[_Item]:
    """The numbered points; the closing words after the last belong to none."""
    at = 0
    while at < len(points):
        point = points[at]
        if point.label is None or point.label.style not in _NUMBERED:
            at += 1
            continue
        end = at + 1
        while end < len(points) and not _ends_item(points[end]):
            end += 1
        rest = points[at + 1 : end]
        while rest and rest[-1].label is None and _CLOSING.match(rest[-1].plain):
            rest = rest[:-1]
        yield _Item(point, tuple(rest))
        at = end


def _ends_item(point: Point) -> bool:
    if point.label is not None and point.label.style in (
        *_NUMBERED, LabelStyle.ROMAN, LabelStyle.CAPITAL,
    ):  # fmt: skip
        return True
    return point.is_heading and point.label is None


def _of_item(
    item: _Item,
    points: Sequence[Point],
    addressees: tuple[AgencyMention, ...],
    context: Context,
) -> list[Task]:
    """One duty, or one for each lettered (or dashed) point under an agency or a topic."""
    head = item.head
    subject = subject_of(head.text, context.register)
    label = head.label.text if head.label else ""
    section = _section(points, head)
    letters = [p for p in item.rest if p.label is not None and p.label.style is LabelStyle.LETTER]
    dashes = [p for p in item.rest if p.label is not None and p.label.style is LabelStyle.DASH]
    is_agency_head = subject is not None and _is_only_agencies(head, subject)
    parts = letters or (dashes if is_agency_head or _all_give(dashes, context) else [])
    if not parts or not (is_agency_head or _is_topic(head)):
        text = " ".join([head.text, *(point.text for point in item.rest)])
        if is_agency_head and item.rest:
            text = " ".join(point.text for point in item.rest)
        where: tuple[str, Section | None] = (label, section)
        return [_task(head, text, context, position=where, subject=subject, addressees=addressees)]
    tasks = []
    own = Section(label, head.text.strip(" .:"), None, head.place, head.confidence)
    for count, part in enumerate(parts, 1):
        text = " ".join([part.text, *_following(item.rest, part)])
        actor = subject if is_agency_head else subject_of(part.text, context.register) or subject
        if is_agency_head and subject is not None:
            actor = _with_partners(subject, part.text, context)
        order = part.label.text if part in letters and part.label else str(count)
        tasks.append(
            _task(part, text, context, position=(order, own), subject=actor, addressees=addressees)
        )
    return tasks


def _all_give(dashes: Sequence[Point], context: Context) -> bool:
    """Whether each dashed point gives work to somebody ("- Giao Sở Y tế …"), as in conclusions."""
    return bool(dashes) and all(
        _GIVES.match(dash.text) and subject_of(dash.text, context.register) for dash in dashes
    )


def _with_partners(subject: Subject, text: str, context: Context) -> Subject:
    """The agency of the heading, with the partners that the point itself names."""
    spoken = subject_of(f"{subject.lead_text} {text[:1].lower()}{text[1:]}", context.register)
    if spoken is None or not spoken.coordinating:
        return subject
    return replace(
        subject, coordinating_text=spoken.coordinating_text, coordinating=spoken.coordinating
    )


def _is_only_agencies(head: Point, subject: Subject) -> bool:
    """Whether a point names agencies and says no more ("2. Sở Tài chính:")."""
    rest = tidy(head.text[subject.end :]).strip(" .:;,")
    sure = [m for m in subject.lead if m.kind is not AgencyKind.UNKNOWN]
    return not rest and len(head.text) <= 250 and bool(sure)


def _is_topic(head: Point) -> bool:
    return head.is_heading or head.text.rstrip().endswith(":")


def _following(rest: Sequence[Point], part: Point) -> list[str]:
    """The paragraphs and dashes under a lettered point."""
    texts = []
    for point in itertools.islice(rest, part.index - rest[0].index + 1, None):
        style = point.label.style if point.label is not None else None
        if style is LabelStyle.LETTER or (part.label is not None and style is part.label.style):
            break
        texts.append(point.text)
    return texts


def _section(points: Sequence[Point], point: Point) -> Section | None:
    above = [h for h in headings_above(points, point) if h.label is not None]
    if not above:
        return None
    heading = above[-1]
    code = heading.label.text if heading.label else None
    return Section(code, heading.text.strip(" .:"), None, heading.place, heading.confidence)


def _task(
    point: Point,
    text: str,
    context: Context,
    *,
    position: tuple[str, Section | None],
    subject: Subject | None,
    addressees: tuple[AgencyMention, ...],
) -> Task:
    """The duty of a point; without a subject it falls on those whom the document addresses."""
    order, section = position
    text = _END_OF_PAPER.sub(".", text)
    key = f"{section.code}.{order}" if section and section.code else order
    empty = Reading("", point.place)
    time_text = deadline_in(text, context) or rhythm_in(text, context)
    words = Words(
        content=Reading(text, point.place, point.confidence),
        product=empty,
        lead=Reading(subject.lead_text if subject else "", point.place, point.confidence),
        coordinating=Reading(subject.coordinating_text if subject else "", point.place),
        time=Reading(time_text, point.place, point.confidence),
        budget=empty,
        funding=empty,
        note=empty,
    )
    task = read_task(
        words,
        Position(
            key=key,
            order=Reading(order or None, point.place),
            section=section,
            origin=TaskOrigin.DUTY,
            places=(point.place,),
        ),
        context,
    )
    lead = subject.lead if subject else unsure(addressees, _NOBODY)
    return replace(task, lead=lead, coordinating=subject.coordinating if subject else ())


def deadline_in(text: str, context: Context) -> str:
    """The words of a text that set a deadline and can be read; empty when there are none."""
    found = folded(text)
    for match in _DEADLINE.finditer(found.plain):
        start, end = match.span("when")
        stop = re.search(r"[.](?!\d)|\)|\bde\b|\bva bao cao\b", found.plain[start:end])
        is_within = found.plain.startswith("trong", start)
        if is_within and not _sets_a_limit(found.plain, start, stop.start() if stop else None):
            continue
        words = tidy(found.cut(start, start + stop.start() if stop else end)).strip(" ,.;(")
        time: Time = context.time_of(words)
        if time.kind in (TimeKind.DEADLINE, TimeKind.RECURRING, TimeKind.PERIOD) and (
            time.confidence >= 0.6 and (time.due or time.anchors)
        ):
            return words
    return ""


def _sets_a_limit(plain: str, start: int, length: int | None) -> bool:
    """Whether "trong tháng …" says until when: after "hoàn thành", or ending a sentence."""
    if "hoan thanh" in plain[:start]:
        return True
    words = plain[start:] if length is None else plain[start : start + length]
    return _WITHIN.fullmatch(words.strip(" .;")) is not None


def rhythm_in(text: str, context: Context) -> str:
    """The words of a text that make it come again ("Định kỳ quý, 6 tháng và năm"); or nothing."""
    found = folded(text)
    for match in _RHYTHM.finditer(found.plain):
        words = tidy(found.cut(*match.span())).strip(" ,.;(")
        time: Time = context.time_of(words)
        if time.kind is TimeKind.RECURRING and time.freq is not None and time.confidence >= 0.6:
            return words
    return ""


def read_responsibilities(points: Sequence[Point], context: Context) -> tuple[Responsibility, ...]:
    """What a plan lays on each agency in "Tổ chức thực hiện"; kept apart from its tasks."""
    found: list[Responsibility] = []
    for item in _items(points):
        above = headings_above(points, item.head)
        if not any("to chuc thuc hien" in heading.plain for heading in above):
            continue
        subject = subject_of(item.head.text, context.register)
        if subject is None:
            continue
        texts = [point.text for point in item.rest]
        own = item.head.text if not _is_only_agencies(item.head, subject) else ""
        text = "\n".join([own, *texts]).strip()
        found.append(Responsibility(subject.lead, text, item.head.place))
    return tuple(found)
