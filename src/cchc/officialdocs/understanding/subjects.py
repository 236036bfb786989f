"""Whom a sentence gives work to: "Giao Sở Nội vụ chủ trì, phối hợp với …"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from cchc.officialdocs.register import AgencyKind, AgencyRegister
from cchc.officialdocs.understanding.agencies import AgencyMention, split_agencies
from cchc.officialdocs.understanding.agency_words import (
    COUNCILS,
    ROLES,
    group_at,
    head_at,
    phrase_at,
)
from cchc.officialdocs.understanding.name_words import words_of

MOST_SUBJECT = 400
"""The subject of a sentence ends within this many letters."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts and with whom; `end` is where the naming of who acts ends in the text."""

    lead_text: str
    lead: tuple[AgencyMention, ...]
    coordinating_text: str
    coordinating: tuple[AgencyMention, ...]
    end: int


_GIVING = re.compile(
    r"^\s*(?:Giao(?: cho)?|Yêu cầu|Đề nghị|Phân công|Giao nhiệm vụ cho|Chỉ đạo|Đề xuất)\s+(?=\S)"
)
_VERBS = (
    "chủ trì", "phối hợp", "có trách nhiệm", "chịu trách nhiệm", "tiếp tục", "tăng cường",
    "thực hiện", "theo dõi", "chủ động", "đẩy mạnh", "tham mưu", "xây dựng", "rà soát",
    "khẩn trương", "nghiêm túc", "căn cứ", "cần", "phải", "đề xuất", "hướng dẫn", "chỉ đạo",
    "triển khai", "tập trung", "kiểm tra", "đôn đốc", "thường xuyên", "kịp thời", "nâng cao",
    "bố trí", "lập", "báo cáo", "ban hành", "hoàn thành", "quán triệt", "tuyên truyền",
    "tổ chức thực hiện", "tổ chức triển khai", "tổng hợp", "thẩm định", "cập nhật", "công khai",
    "niêm yết", "định kỳ", "xác định", "trực tiếp", "là cơ quan", "làm đầu mối", "đảm bảo",
    "bảo đảm", "duy trì", "đánh giá", "nghiên cứu", "khắc phục", "chấn chỉnh", "phân công",
    "giám sát", "thanh tra", "trình", "gửi", "quan tâm", "nhanh chóng", "giải quyết", "tiếp nhận",
    "đăng tải", "cung cấp", "hỗ trợ", "vận hành", "sử dụng", "áp dụng", "thành lập", "kiện toàn",
    "sắp xếp", "tổ chức", "tích cực", "phát huy", "sớm", "được giao", "thông tin", "trên cơ sở",
    "trong phạm vi", "theo chức năng", "đưa", "lồng ghép", "thống nhất", "quyết liệt", "ưu tiên",
    "phát động", "mở", "giúp", "làm việc", "đề cao", "gương mẫu", "chấp hành", "đối chiếu",
    "kết nối", "khảo sát", "không được", "không để", "hoàn thiện", "chuẩn bị", "số hóa",
    "xem xét", "xử lý", "bổ sung", "điều chỉnh", "phân loại", "khai thác", "rút gọn", "cắt giảm",
)  # fmt: skip
_VERB = re.compile(r"(?<!\w)(?:" + "|".join(sorted(_VERBS, key=len, reverse=True)) + r")(?!\w)")
_NOUN_BEFORE = re.compile(r"(?:\bcác|\bmột số|\bcá nhân,|\bcơ quan,|\bvà)\s*$")
_WITH = re.compile(
    r"(?:phối hợp|phối hợp chặt chẽ|cùng phối hợp)\s+(?:với\s+)?(?=các|Sở|sở|UBND|Ủy ban|Uỷ ban"
    r"|cơ quan|Văn phòng"
    r"|Công an|Ban|Bộ|Cục|Đài|Báo|phòng|Phòng|Trung tâm|Hội|đơn vị|Thanh tra|Mặt trận)"
)


def subject_of(text: str, register: AgencyRegister) -> Subject | None:
    """Who the text gives its work to; None when it begins with no agency."""
    normal = unicodedata.normalize("NFC", text)
    if len(normal) != len(text):
        text = normal
    giving = _GIVING.match(text)
    start = giving.end() if giving else 0
    verb = _first_verb(text, start)
    end = verb if verb is not None else min(len(text), start + MOST_SUBJECT)
    named = text[start:end].strip(" ,:;.-–")
    if not _may_be_agencies(named):
        return None
    mentions = _agencies(named, register)
    if not mentions:
        return None
    with_text, with_mentions = _partners(text[end:], register)
    return Subject(named, mentions, with_text, with_mentions, end)


def _first_verb(text: str, start: int) -> int | None:
    """Where the first verb stands that is no part of a name and no noun ("các tổ chức")."""
    for match in _VERB.finditer(text, start + 1, start + MOST_SUBJECT):
        before = text[start : match.start()]
        if not before.strip() or (_NOUN_BEFORE.search(before) and match.group() == "tổ chức"):
            continue
        if _inside_brackets(before):
            continue
        return match.start()
    return None


def _inside_brackets(before: str) -> bool:
    return before.count("(") > before.count(")")


def _may_be_agencies(text: str) -> bool:
    """Whether words can name agencies: they begin with a head, a group or a role."""
    if not 2 <= len(text) <= MOST_SUBJECT:
        return False
    words = words_of(text)
    if not words:
        return False
    if head_at(words, 0) is not None or words[0].key in COUNCILS:
        return True
    return phrase_at(words, 0, ROLES) is not None or group_at(words, 0) is not None


def _agencies(text: str, register: AgencyRegister) -> tuple[AgencyMention, ...]:
    """The agencies of a subject; nothing when its first words name none that is known of."""
    mentions = split_agencies(text, register)
    sure = [mention for mention in mentions if mention.kind is not AgencyKind.UNKNOWN]
    if not mentions:
        return ()
    first = mentions[0]
    if first.kind is AgencyKind.UNKNOWN and (first.confidence < 0.7 or len(first.name) > 90):
        return tuple(sure) if sure and first in sure else ()
    return tuple(mentions)


def _partners(rest: str, register: AgencyRegister) -> tuple[str, tuple[AgencyMention, ...]]:
    """The agencies after "phối hợp với", up to the verb that says what to do."""
    match = _WITH.search(rest[:MOST_SUBJECT])
    if match is None:
        return "", ()
    verb = _first_verb(rest, match.end())
    stop = re.search(r"[.;:]", rest[match.end() :])
    ends = [len(rest)]
    if verb is not None:
        ends.append(verb)
    if stop:
        ends.append(match.end() + stop.start())
    named = rest[match.end() : min(ends)].strip(" ,:;.-–")
    if not _may_be_agencies(named):
        return "", ()
    return named, tuple(split_agencies(named, register))


def unsure(mentions: tuple[AgencyMention, ...], doubt: str) -> tuple[AgencyMention, ...]:
    """The agencies with a doubt, for work that the text gives to nobody by name."""
    return tuple(
        replace(mention, confidence=min(mention.confidence, 0.5), doubt=doubt)
        for mention in mentions
    )
