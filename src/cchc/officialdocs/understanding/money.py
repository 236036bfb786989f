"""The money of a task as it is written: an amount, for what unit, from which source.

`read_money` is total. An amount "mỗi huyện" never becomes a sum unless the number of districts is
known; a sum made from the rhythm of the task is marked as derived.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from cchc.officialdocs.understanding.folding import Folded, fold, folded, tidy
from cchc.officialdocs.understanding.rhythms import Freq
from cchc.officialdocs.understanding.times import Time, TimeKind

LUMP_SUM = "trọn gói"
MOST_VND = 10**16
"""Above this an amount is a slip of the pen or of recognition."""


@dataclass(frozen=True, slots=True)
class Budget:
    """Money as read; amounts in đồng.

    `vnd` is the amount as written and `basis` what it is for ("mỗi huyện", "trọn gói"); `total_vnd`
    is the whole, None when it cannot be known, and `total_is_derived` says it was computed.
    """

    text: str
    vnd: int | None = None
    basis: str | None = None
    total_vnd: int | None = None
    total_is_derived: bool = False
    funding_source: str | None = None
    note: str | None = None
    confidence: float = 1.0
    doubt: str | None = None


_NUMBER = r"\d+(?:[.,\s]\d{3})*(?:[.,]\d+)?"
_SCALES = {
    "ty": 10**9, "ti": 10**9, "trieu": 10**6, "tr": 10**6, "trd": 10**6,
    "nghin": 10**3, "ngan": 10**3,
    "dong": 1, "d": 1, "vnd": 1, "vnđ": 1,
}  # fmt: skip
_AMOUNT = re.compile(
    rf"(?<![\d/.,])(?P<number>{_NUMBER})\s*"
    r"(?P<scale>ty|ti|trieu|trd|tr|nghin|ngan|dong|vnd|d)(?![a-z])\.?"
    rf"(?:\s*(?P<more>{_NUMBER})\s*(?P<smaller>trieu|tr|nghin|ngan)(?![a-z])\.?)?"
    r"(?:\s*(?:dong|vnd|d)(?![a-z]))?"
)
_BARE = re.compile(r"^\D{0,3}(?P<number>\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?)\W*$")
_PER = re.compile(
    r"\s*(?:/|\bmoi\b|\bmot\b|\btren\b|\btung\b)\s*(?:0?1\s*|mot\s*)?"
    r"(?P<what>[a-z]+(?:\s(?:vi|quan|dan|vien|don|thi|tran|muc|trang|thi xa|de|truyen))?)"
)
_UNITS = {
    "huyen": "huyện", "xa": "xã", "phuong": "phường", "ky": "kỳ", "ki": "kỳ", "thang": "tháng",
    "quy": "quý", "nam": "năm", "tuan": "tuần", "ngay": "ngày", "lan": "lần", "lop": "lớp",
    "nguoi": "người", "don vi": "đơn vị", "co quan": "cơ quan", "so": "sở", "cuoc": "cuộc",
    "hoi nghi": "hội nghị", "bai": "bài", "tin": "tin", "buoi": "buổi", "phieu": "phiếu",
    "doan": "đoàn", "dot": "đợt", "chuyen muc": "chuyên mục", "video": "video",
    "hoc vien": "học viên", "dia phuong": "địa phương", "doi": "đội", "giai": "giải",
    "mo hinh": "mô hình",
}  # fmt: skip
_YEARLY_COUNT = {"tháng": 12, "quý": 4, "tuần": 52, "năm": 1}
_ROUNDS = frozenset({"kỳ", "lần", "cuộc", "buổi", "đợt", "bài", "tin", "chuyên mục", "số"})
_FREQ_COUNT = {
    Freq.DAILY: 365, Freq.WEEKLY: 52, Freq.MONTHLY: 12, Freq.QUARTERLY: 4,
    Freq.SEMIANNUAL: 2, Freq.YEARLY: 1,
}  # fmt: skip
_SELF = re.compile(r"\btu chu\b|\btu can doi\b|\btu dam bao\b|\btu bao dam\b")
_ELSEWHERE = re.compile(
    r"^\W*theo\b.*\b(?:ke hoach|de an|quy dinh|huong dan|du toan|chuong trinh|quyet dinh|hop dong"
    r"|phe duyet|de xuat|thuc te|nhiem vu|du an|dinh muc|van ban)\b|^\W*(?:ke hoach|de an) rieng\b"
)
_SOURCE = re.compile(
    r"\b(?:ns|nsnn|nstw|nsdp|ngan sach|nguon|von|kinh phi su nghiep|kinh phi thuong xuyen"
    r"|chi thuong xuyen|chi su nghiep|dau tu cong|xa hoi hoa|kinh phi khoan|kinh phi duoc giao"
    r"|kinh phi hoat dong|tai tro|oda|du toan duoc giao|du toan chi)\b"
)
_RANGE_DASH = re.compile(r"\d\s*[-–]\s*\d")


def read_money(
    text: str, *, time: Time | None = None, year: int | None = None, unit: str | None = None
) -> Budget:
    """The money that the words name; `unit` is that of the column ("triệu đồng") for bare numbers.

    `time` gives how often a task recurs, `year` is kept for plans whose period is one year; with
    both "05tr/kỳ" twice a month becomes a derived total of 24 rounds.
    """
    whole = tidy(text)
    if not whole.strip(" -–—._/"):
        return Budget(whole)
    found = folded(whole)
    source = funding_source(whole)
    amounts = list(_AMOUNT.finditer(found.plain))
    if amounts:
        budget = _with_amounts(found, amounts)
    else:
        budget = _bare_number(found, unit) or _without_amount(whole, found.plain, source)
    budget = replace(budget, text=whole, funding_source=source)
    return _with_total(budget, time, year)


def funding_source(text: str) -> str | None:
    """The words of a cell that name where money comes from ("NS tỉnh"); None when it names none."""
    whole = tidy(text).strip(" .;,-–")
    plain = fold(whole)
    if not plain or _SELF.search(plain) or not _SOURCE.search(plain):
        return None
    found = folded(whole)
    kept: list[str] = []
    last = 0
    for amount in _AMOUNT.finditer(found.plain):
        kept.append(found.cut(last, amount.start()))
        last = amount.end()
    kept.append(found.cut(last, len(found.plain)))
    rest = "; ".join(
        piece for part in kept if (piece := tidy(part.replace("()", " ")).strip(" .;:,-–/"))
    )
    return rest or None


def _with_amounts(found: Folded, amounts: list[re.Match[str]]) -> Budget:
    """One amount with its basis; several lump sums added up, with a doubt."""
    values = [_value(amount) for amount in amounts]
    if None in values or any(value is not None and value > MOST_VND for value in values):
        return Budget("", confidence=0.3, doubt="Số tiền không hợp lý; xin xem lại nguyên văn.")
    first = values[0]
    basis = _basis(found.plain, amounts[0].end())
    if len(values) == 1 or re.search(r"\b(?:trong do|gom|bao gom)\b", found.plain):
        if _RANGE_DASH.search(found.plain[: amounts[0].end()]):
            doubt = "Ghi khoảng tiền (từ … đến …); lấy số cuối."
            return Budget("", first, basis, confidence=0.6, doubt=doubt)
        return Budget("", first, basis)
    if any(_basis(found.plain, amount.end()) != LUMP_SUM for amount in amounts):
        doubt = "Có nhiều số tiền với đơn vị khác nhau; chỉ lấy số đầu."
        return Budget("", first, basis, confidence=0.5, doubt=doubt)
    total = sum(value for value in values if value is not None)
    doubt = "Có nhiều số tiền trong một ô; đã cộng lại."
    return Budget("", total, LUMP_SUM, confidence=0.6, doubt=doubt, note="cộng các số trong ô")


def _value(amount: re.Match[str]) -> int | None:
    value = _number(amount.group("number"), amount.group("scale"))
    if value is None or not amount.group("more"):
        return value
    more = _number(amount.group("more"), amount.group("smaller"))
    return None if more is None else value + more


def _number(text: str, scale: str) -> int | None:
    """A Vietnamese number in đồng: "." for thousands, "," for decimals: 1,5 tỷ; 3.000 đồng.

    Commas in threes of plain đồng part thousands all the same: 500,000 đồng.
    """
    text = text.strip().replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    elif _SCALES[scale] == 1 and re.fullmatch(r"\d{1,3}(?:,\d{3})+", text):
        text = text.replace(",", "")
    try:
        return int(Decimal(text.replace(",", ".")) * _SCALES[scale])
    except (InvalidOperation, ValueError):
        return None


def _basis(plain: str, end: int) -> str:
    """ "/huyện" after an amount: "mỗi huyện"; "trọn gói" when nothing stands there."""
    per = _PER.match(plain, end)
    if per is None:
        return LUMP_SUM
    what = per.group("what")
    name = _UNITS.get(what) or _UNITS.get(what.split()[0])
    return LUMP_SUM if name is None else f"mỗi {name}"


def _bare_number(found: Folded, unit: str | None) -> Budget | None:
    """A number without a unit: in đồng when it is long, else in the unit of the column."""
    match = _BARE.match(found.plain)
    if match is None:
        return None
    scale = next(
        (word for word in re.findall(r"[a-z]+", fold(unit or "")) if word in _SCALES), None
    )
    value = _number(match.group("number"), scale or "dong")
    if value is None or value > MOST_VND:
        return Budget("", confidence=0.3, doubt="Số tiền không hợp lý; xin xem lại nguyên văn.")
    if scale is not None or value >= 100_000:
        return Budget("", value, LUMP_SUM, confidence=1.0 if scale else 0.8)
    return Budget("", confidence=0.3, doubt="Có số nhưng không ghi đơn vị tiền.")


def _without_amount(whole: str, plain: str, source: str | None) -> Budget:
    """Words only: why there is no amount."""
    if _SELF.search(plain):
        note = "tự chủ: không phải số tiền"
    elif _ELSEWHERE.search(plain):
        note = "theo kế hoạch/đề án/quy định khác: chưa có số tiền"
    elif source is not None:
        note = "chỉ nêu nguồn, không có số tiền"
    else:
        note = f"{whole}: không có số tiền"
    return Budget("", note=note)


def _with_total(budget: Budget, time: Time | None, year: int | None) -> Budget:
    """The budget with its total where it follows from the basis and the rhythm of the task."""
    if budget.vnd is None or budget.basis is None:
        return budget
    if budget.basis == LUMP_SUM:
        return replace(budget, total_vnd=budget.vnd)
    what = budget.basis.removeprefix("mỗi ")
    count, note = _rounds(what, time, year)
    if count is None:
        note = f"không biết số {what} tham gia nên không có tổng"
        return replace(budget, note=_joined(budget.note, note))
    total = budget.vnd * count
    return replace(budget, total_vnd=total, total_is_derived=True, note=_joined(budget.note, note))


def _rounds(what: str, time: Time | None, year: int | None) -> tuple[int | None, str]:
    """How many units the plan has of what the amount is for, and the words that say so."""
    years = _years(time, year)
    if what in _YEARLY_COUNT:
        count = _YEARLY_COUNT[what] * years
        return count, f"suy ra {count} {what}"
    if time is None or time.kind is not TimeKind.RECURRING or time.freq is None:
        return None, ""
    if what not in _ROUNDS:
        return None, ""
    per_year = _FREQ_COUNT[time.freq] * (time.times_per_period or 1) // max(time.every, 1)
    count = per_year * years
    return count, f"suy ra {count} {what}/năm" if years == 1 else f"suy ra {count} {what}"


def _years(time: Time | None, year: int | None) -> int:
    if year is not None or time is None or time.start is None or time.due is None:
        return 1
    return max(time.due.year - time.start.year + 1, 1)


def _joined(first: str | None, second: str) -> str:
    return f"{first}; {second}" if first else second
