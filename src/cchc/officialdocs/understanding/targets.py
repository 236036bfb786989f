"""Targets: which sentences of a plan set a quantity to reach, and which numbers are none.

A number is a target when it is a percentage or counts something the plan wants; numbers of acts,
years, versions ("ISO 9001:2015"), levels ("mức độ 3, 4") and what stands in brackets are not.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cchc.officialdocs.document import Target
from cchc.officialdocs.understanding.areas import area_of
from cchc.officialdocs.understanding.citations import find_citations
from cchc.officialdocs.understanding.columns import Column, Columns, columns_of
from cchc.officialdocs.understanding.dates import Unit, stretches
from cchc.officialdocs.understanding.folding import Folded, fold, folded, tidy
from cchc.officialdocs.understanding.lines import Stream
from cchc.officialdocs.understanding.outline import Point, headings_above
from cchc.officialdocs.understanding.rows import TaskRow, read_rows
from cchc.officialdocs.understanding.tasks import Context

_TARGET_HEADING = re.compile(r"\b(?:chi tieu|muc tieu)\b")
_GENERAL_HEADING = re.compile(r"\bmuc tieu (?:chung|tong quat)\b|^tong quat\b|^muc dich\b")
_NO_TARGETS = re.compile(
    r"\b(?:nhiem vu|giai phap|to chuc thuc hien|kinh phi|yeu cau cu the|ket qua|quan diem)\b"
)
_COUNTED = (
    "doanh nghiep|dn|luot|tthc|thu tuc hanh chinh|thu tuc|ho so|van ban|cuoc|lop|nguoi|"
    "can bo|cong chuc|vien chuc|mo hinh|sang kien|xa|phuong|huyen|don vi|co quan|tin,? bai|"
    "tin|bai|chuyen muc|chuyen de|ky|hoi nghi|dich vu cong|dich vu|dvc|diem|bac|ngay|gio|"
    "phut|trieu dong|ty dong|dong|tram|video|phong su|lan|buoi|san pham|ung dung|he thong|"
    "phan mem|de an|hop tac xa|du an|nen tang|hoi thi|cuoc thi|giai phap|de tai|quy trinh|"
    "tieu chi|dia phuong"
)
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,6}(?:,\d{1,3})?"
_PERCENT = re.compile(
    rf"(?<![\w/.,:])(?P<number>{_NUMBER}|\d{{1,3}}\.\d{{1,2}})\s*(?:%\s*)?(?:(?:-|–"
    rf"|den)\s*(?P<upper>{_NUMBER})\s*)?%"
)
_COUNT = re.compile(
    rf"(?P<before>^|\b(?:it nhat|toi thieu|tren|hon|khong duoi|khong it hon|toi da|khong qua"
    rf"|phan dau co|phan dau dat"
    rf"|phan dau|dat|co|tang|giam|tang them|giam con|giam xuong con|duoi|to chuc|xay dung"
    rf"|thanh lap|cat giam|tu|rut ngan)"
    rf"|>=|<=|[≥≤><,;])\s*(?P<number>{_NUMBER})\s*(?P<unit>{_COUNTED})\b(?!\s*(?:ngay|thang)\s+\d)"
)
_RANK = re.compile(
    r"\b(?:nhom|top|xep (?:hang |thu )?(?:\w+ ){0,3}(?:tu )?(?:thu )?|vi tri (?:thu )?"
    r"|hang thu)\s*(?P<number>\d{1,2})\b"
    r"(?:\s*(?P<unit>tinh|don vi|dia phuong|so|huyen))?"
)
_NEVER_BEFORE = re.compile(
    r"(?:muc(?: do)?|so|dieu|khoan|iso|tcvn|nam|ngay|thang|quy|phien ban|giai doan|phu luc"
    r"|lan thu|cap|loai|khoa)\s*$"
)
_AT_LEAST = re.compile(
    r"(?:it nhat|toi thieu|khong duoi|khong thap hon|khong it hon|>=|≥|dat tu|\btu"
    r"|tren hoac bang|bang hoac (?:cao|lon) hon)"
    r"(?:\s+dat)?\s*$"
)
_MORE = re.compile(r"(?:\btren|\bhon|\bvuot|>|cao hon|lon hon)\s*$")
_AT_MOST = re.compile(r"(?:khong qua|toi da|khong vuot qua|khong cao hon|<=|≤)\s*$")
_LESS = re.compile(r"(?:\bduoi|<|thap hon|it hon)\s*$")
_OR_MORE = re.compile(r"^\s*(?:[^\d,;.]{0,25}\s)?tro len\b")
_OR_LESS = re.compile(r"^\s*(?:[^\d,;.]{0,25}\s)?tro xuong\b")
WINDOW = 60
"""Words that qualify a number stand within this many letters before it."""
MOST_QUANTITIES = 40
"""A statement with more numbers is a list of figures; the rest are not read as targets."""
_EXISTING = re.compile(r"\b(?:hien(?: nay| tai)? co|da co|hien dat|hien nay dat)\s*$")
_BREAK = re.compile(r"[,;]|\btrong do\b|\bva\b|\bdong thoi\b|[.]\s")
_DUE = re.compile(
    r"\b(?:den(?: het)?|het|truoc|trong|vao|cuoi|tinh den|phan dau den)\s+(?:cuoi\s+|ngay\s+"
    r"|nam\s+|quy\s+|thang\s+)*$"
)
_VERB = re.compile(
    r"\s(?:thực hiện|được|chuyển|công khai|có|đạt|hoàn thành|áp dụng|sử dụng|ban hành|xây dựng"
    r"|triển khai|cung cấp"
    r"|giải quyết|xử lý|tham gia|bảo đảm|đảm bảo|hài lòng|tiếp nhận|kết nối|số hóa|gửi|ký"
    r"|thanh toán|trở lên"
    r"|là|phải|đưa|tái cấu trúc|rà soát|cập nhật|bố trí|trong|tại|trên|theo|vào|so với|nằm)\b"
)


_NO_SUBJECT = re.compile(
    r"^(?:(?:phấn đấu|đến (?:hết )?năm \d{4}|tối thiểu|ít nhất|trên|dưới|đạt|không quá|có"
    r"|và)\b\s*)+",
    re.IGNORECASE,
)
_DUE_PREFIX = re.compile(r"^(?:[Đđ]ến(?: hết)?|[Tt]rong|[Hh]ết) (?:cuối )?năm \d{4}\s*[,:]?\s*")


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A quantity in a statement: value, unit, comparator, and where it stands."""

    value: float
    unit: str
    comparator: str
    start: int
    end: int
    is_rank: bool = False


def read_targets(points: Sequence[Point], stream: Stream, context: Context) -> tuple[Target, ...]:
    """The targets of a plan: those in words under its target headings, then those of its tables."""
    found: list[Target] = []
    bullet, horizon = 0, None
    for point in points:
        if point.is_heading and not _quantities(point.plain):
            horizon = None
            continue
        if not _sets_targets(points, point):
            continue
        own = list(_in_statement(point, points, context, horizon))
        if own:
            bullet += 1
            found += [replace(target, bullet=bullet) for target in own]
        elif point.text.endswith(":"):
            horizon = _due_in(point.plain, context)
    for data in stream.tables:
        columns = columns_of(data.table)
        if columns is not None and columns.is_target_table:
            rows = data.table.rows[columns.first_row :]
            found += [
                target
                for row in read_rows(rows, _as_tasks(columns))
                if isinstance(row, TaskRow)
                for target in _in_row(row, context)
            ]
    return tuple(replace(target, no=count) for count, target in enumerate(found, 1))


def _sets_targets(points: Sequence[Point], point: Point) -> bool:
    """Whether the headings above a point announce targets."""
    above = headings_above(points, point)
    for heading in reversed(above):
        plain = heading.plain
        if _GENERAL_HEADING.search(plain):
            return False
        if _TARGET_HEADING.search(plain):
            return True
        if _NO_TARGETS.search(plain):
            return False
    return False


def _in_statement(
    point: Point, points: Sequence[Point], context: Context, horizon: date | None = None
) -> Iterator[Target]:
    """The targets of a point; `horizon` is the day that a line before it set ("Đến năm 2030:")."""
    found = folded(point.text)
    plain = _blanked(point.text, found)
    quantities = _quantities(plain)
    headings = " ".join(heading.text for heading in headings_above(points, point))
    last_day = context.period[1] if context.period else None
    default = horizon or _due_in(fold(headings), context) or last_day
    area = next(
        (a.code for h in reversed(headings_above(points, point)) if (a := area_of(h.text))), None
    )
    spans = _clauses(plain, quantities)
    for quantity, (start, end) in zip(quantities, spans, strict=True):
        text = tidy(found.cut(start, end)).strip(" ,;.-–")
        text = re.sub(r"^(?:và|đồng thời|trong đó)\s+", "", text)
        due = _due_in(plain[start:end], context) or _due_in(plain[: quantities[0].start], context)
        yield Target(
            no=0,
            text=text,
            quantity=quantity.value,
            unit=_unit(found, quantity),
            comparator=quantity.comparator,
            subject=_subject(found, quantity, (start, end)),
            due=due or default,
            area=area,
            place=point.place,
            confidence=point.confidence * (0.7 if quantity.is_rank else 1.0),
            doubt="Chỉ tiêu xếp hạng; xin xem lại." if quantity.is_rank else None,
        )


def _unit(found: Folded, quantity: _Quantity) -> str:
    """The unit with its marks: as written after the number, "%" or "hạng"."""
    if quantity.unit == "%":
        return "%"
    if quantity.is_rank:
        return "hạng"
    return tidy(found.cut(quantity.end - len(quantity.unit), quantity.end))


def _blanked(text: str, found: Folded) -> str:
    """The folded text with brackets and cited acts made blank: their numbers are no targets."""
    plain = list(found.plain)
    for match in re.finditer(r"\([^()]*\)|“[^”]*”|\"[^\"]*\"", found.plain):
        plain[match.start() : match.end()] = " " * (match.end() - match.start())
    places = {origin: at for at, origin in reversed(list(enumerate(found.origins)))}
    for citation in find_citations(text):
        start, end = places.get(citation.start), places.get(citation.end, len(found.plain))
        if start is not None:
            plain[start:end] = " " * (end - start)
    return "".join(plain)


def _quantities(plain: str) -> list[_Quantity]:
    """The quantities of a statement in order; what exists already is none."""
    found: list[_Quantity] = []
    for match in itertools.islice(_PERCENT.finditer(plain), MOST_QUANTITIES):
        if not _NEVER_BEFORE.search(_before(plain, match.start())):
            value = _value(match.group("number"))
            comparator = _comparator(plain, *match.span())
            if match.group("upper") and comparator == "=":
                comparator = ">="
            found.append(_Quantity(value, "%", comparator, *match.span()))
    for match in itertools.islice(_COUNT.finditer(plain), MOST_QUANTITIES):
        start, end = match.span("number")[0], match.end()
        if any(start < known.end and known.start < end for known in found):
            continue
        if match.group("before") in {",", ";"} and not found:
            continue
        unit = match.group("unit")
        comparator = _comparator(plain, start, end)
        found.append(_Quantity(_value(match.group("number")), unit, comparator, start, end))
    for match in itertools.islice(_RANK.finditer(plain), MOST_QUANTITIES):
        if not any(match.start() < known.end and known.start < match.end() for known in found):
            value = float(match.group("number"))
            found.append(_Quantity(value, "hang", "<=", *match.span(), is_rank=True))
    found.sort(key=lambda quantity: quantity.start)
    del found[MOST_QUANTITIES:]
    found = [quantity for quantity in found if not _EXISTING.search(_before(plain, quantity.start))]
    return _with_shared_comparator(_without_alternatives(found, plain), plain)


def _with_shared_comparator(found: list[_Quantity], plain: str) -> list[_Quantity]:
    """The comparator said once serves the next: "ít nhất 100 …, 50 …"."""
    for at in range(1, len(found)):
        before, quantity = found[at - 1], found[at]
        is_bare = _before(plain, quantity.start).endswith((",", " va"))
        if is_bare and quantity.comparator == "=":
            found[at] = replace(quantity, comparator=before.comparator)
    return found


def _without_alternatives(found: list[_Quantity], plain: str) -> list[_Quantity]:
    """ "tăng 5% … hoặc nằm trong nhóm 5": what follows "hoặc" is another way to the same target."""
    kept: list[_Quantity] = []
    for quantity in found:
        between = plain[kept[-1].end : quantity.start] if kept else ""
        if kept and re.search(r"\bhoac\b", between) and not re.search(r"[;.]", between):
            continue
        kept.append(quantity)
    return kept


def _before(plain: str, at: int) -> str:
    """The few words before a place, without the spaces at their end."""
    return plain[max(0, at - WINDOW) : at].rstrip()


def _value(text: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    return float(text.replace(",", "."))


def _comparator(plain: str, start: int, end: int) -> str:
    before, after = _before(plain, start), plain[end : end + 40]
    if _AT_MOST.search(before) or _OR_LESS.match(after):
        return "<="
    if _AT_LEAST.search(before) or _OR_MORE.match(after):
        return ">="
    if _MORE.search(before):
        return ">"
    return "<" if _LESS.search(before) else "="


def _clauses(plain: str, quantities: Sequence[_Quantity]) -> list[tuple[int, int]]:
    """Where the words of each quantity begin and end: parted at the last break between two."""
    if not quantities:
        return []
    before_first = list(re.finditer(r";|\.\s", plain[: quantities[0].start]))
    starts = [before_first[-1].end() if before_first else 0]
    ends: list[int] = []
    for before, after in itertools.pairwise(quantities):
        breaks = list(_BREAK.finditer(plain, before.end, after.start))
        strong = [found for found in breaks if found.group() == ";"]
        chosen = strong[-1] if strong else (breaks[-1] if breaks else None)
        ends.append(chosen.start() if chosen else after.start)
        starts.append(chosen.end() if chosen else before.end)
    return list(zip(starts, [*ends, len(plain)], strict=True))


def _due_in(plain: str, context: Context) -> date | None:
    """The day by which a clause wants its target, when it says one."""
    for part in stretches(plain):
        lead_in = plain[: part.start]
        is_named = part.unit is Unit.YEAR or _DUE.search(lead_in + " ") is not None
        if not is_named or not _DUE.search(lead_in.rstrip() + " "):
            continue
        days = part.dates(context.year)
        if days is not None:
            return days[1]
    return None


def _subject(found: Folded, quantity: _Quantity, span: tuple[int, int]) -> str | None:
    """What the target counts: the words after the quantity up to the verb, or before "đạt"."""
    is_count = quantity.unit != "%" and not quantity.is_rank
    begin = quantity.end - len(quantity.unit) if is_count else quantity.end
    after = tidy(found.cut(begin, span[1])).strip(" ,;.")
    after = re.sub(r"^(?:trở lên|trở xuống)\s*", "", after)
    after = re.sub(r"^(?:số|các|tổng số)\s+(?=\w)", "", after)
    verb = _VERB.search(" " + after)
    subject = (after[: max(verb.start() - 1, 0)] if verb else after).strip(" ,;.")
    before = _DUE_PREFIX.sub("", tidy(found.cut(span[0], quantity.start)))
    before = re.split(r"\s(?:đạt|tối thiểu|ít nhất|trên|từ|là|tăng|giảm|không|dưới)\b", before)[0]
    before = _NO_SUBJECT.sub("", before).strip(" ,;.:-≥")
    chosen = (before, subject) if quantity.is_rank else (subject, before)
    for words in (*chosen, after):
        if len(words.split()) >= 2 and words[:1].isalpha():
            return words
    return subject or before or None


def _as_tasks(columns: Columns) -> Columns:
    """The columns of a target table with the targets in the place of the content."""
    roles = tuple(Column.CONTENT if role is Column.TARGET else role for role in columns.roles)
    seen = False
    kept: list[Column] = []
    for role in roles:
        kept.append(Column.QUANTITY if role is Column.CONTENT and seen else role)
        seen = seen or role is Column.CONTENT
    return replace(columns, roles=tuple(kept))


def _in_row(row: TaskRow, context: Context) -> Iterator[Target]:
    """The target of a table row: quantity in its own column, else in the words."""
    content = row.values.get(Column.CONTENT)
    if content is None:
        return
    lead = row.values.get(Column.LEAD)
    time = row.values.get(Column.TIME)
    unit_cell = row.values.get(Column.UNIT)
    number_cell = row.values.get(Column.QUANTITY)
    due = context.time_of(time.text).due if time else None
    default = due or (context.period[1] if context.period else None)
    base = Target(
        no=0,
        text=content.text,
        quantity=None,
        unit=unit_cell.text if unit_cell else None,
        comparator="=",
        subject=content.text,
        due=default,
        lead=context.agencies_of(lead.raw) if lead else (),
        place=content.place,
        confidence=content.confidence,
    )
    if number_cell is not None:
        yield _with_number(base, number_cell.text)
        return
    found = folded(content.text)
    plain = _blanked(content.text, found)
    quantities = _quantities(plain)
    if not quantities:
        yield replace(base, confidence=0.5, doubt="Chỉ tiêu không có con số.")
    for quantity, span in zip(quantities, _clauses(plain, quantities), strict=True):
        yield replace(
            base,
            text=tidy(found.cut(*span)).strip(" ,;.") if len(quantities) > 1 else content.text,
            quantity=quantity.value,
            unit=_unit(found, quantity),
            comparator=quantity.comparator,
            subject=_subject(found, quantity, span),
            due=_due_in(plain, context) or default,
        )


def _with_number(target: Target, text: str) -> Target:
    """The target with the quantity of its column: "≥ 90", "90%", "Trên 95"."""
    plain = fold(text)
    match = re.search(_NUMBER, plain)
    if match is None:
        return replace(target, doubt=f"Không đọc được giá trị “{text}”.", confidence=0.4)
    unit = "%" if "%" in plain else target.unit
    comparator = _comparator(plain, *match.span())
    return replace(target, quantity=_value(match.group()), unit=unit, comparator=comparator)
