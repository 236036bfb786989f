"""Lists of agencies, split against a register."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.officialdocs.register import (
    DEFAULT_REGISTER,
    AgencyEntry,
    AgencyKind,
    AgencyRegister,
)
from cchc.officialdocs.understanding.agencies import AgencyMention, split_agencies
from cchc.officialdocs.understanding.name_words import same_name

REGISTER = DEFAULT_REGISTER.for_place("Sen Hồng")


def names(text: str) -> list[str]:
    return [mention.name for mention in split_agencies(text, REGISTER)]


def one(text: str) -> AgencyMention:
    (mention,) = split_agencies(text, REGISTER)
    return mention


@pytest.mark.parametrize(
    "name",
    [
        "Sở Thông tin và Truyền thông",
        "Sở Tài nguyên và Môi trường",
        "Sở Nông nghiệp và Môi trường",
        "Sở Lao động - Thương binh và Xã hội",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Cục Xuất bản, In và Phát hành",
        "Vụ Kế hoạch, Tài chính",
        "Báo và Phát thanh, Truyền hình tỉnh",
        "Ban Quản lý các khu công nghệ cao và khu công nghiệp",
        "Trung tâm KSTTHC và PVHCC",
        "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
        "Văn phòng HĐND và UBND huyện",
        "Các cơ quan, đơn vị, địa phương liên quan",
        "UBND các xã, phường, đặc khu",
        "Các cơ quan, đơn vị đã và chuẩn bị được công nhận",
    ],
)
def test_commas_and_ands_inside_a_name_do_not_split_it(name: str) -> None:
    assert names(name) == [name]
    assert names(f"Sở Nội vụ, {name}; Sở Tư pháp") == ["Sở Nội vụ", name, "Sở Tư pháp"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Nội vụ, Báo Sen Hồng", ["Sở Nội vụ", "Báo Sen Hồng"]),
        (
            "Cơ quan hành chính, đơn vị sự nghiệp",
            ["Cơ quan hành chính", "Đơn vị sự nghiệp"],
        ),
        (
            "Các sở, ngành tỉnh và huyện, thị xã, thành phố có điều kiện",
            ["Các sở, ngành tỉnh", "UBND huyện, thị xã, thành phố"],
        ),
        (
            "Sở Thông tin và Truyền thông và các sở, ngành tỉnh có liên quan và UBND cấp huyện",
            ["Sở Thông tin và Truyền thông", "Các sở, ngành tỉnh có liên quan", "UBND cấp huyện"],
        ),
        ("Sở Tài chính/Sở Nội vụ", ["Sở Tài chính", "Sở Nội vụ"]),
        ("- Sở Nội vụ\n- UBND cấp xã", ["Sở Nội vụ", "UBND cấp xã"]),
        ("Sở Nội vụ\nSở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
        ("Sở Tài nguyên\nvà Môi trường", ["Sở Tài nguyên và Môi trường"]),
        (
            "UBND huyện Sen Trắng, thị xã Sen Hạ và thành phố Hồng An",
            ["UBND huyện Sen Trắng", "UBND thị xã Sen Hạ", "UBND thành phố Hồng An"],
        ),
        ("Các đơn vị: Sở Nội vụ, Sở Y tế", ["Sở Nội vụ", "Sở Y tế"]),
        ("Cơ quan chủ trì: Sở Nội vụ", ["Sở Nội vụ"]),
        ("Sở Nội vụ, Công ty Bình Minh", ["Sở Nội vụ", "Công ty Bình Minh"]),
    ],
)
def test_a_list_is_split_into_its_elements(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Các Sở: Tư pháp, Tài chính, Tài nguyên và Môi trường; Ban Dân vận Tỉnh ủy",
            ["Sở Tư pháp", "Sở Tài chính", "Sở Tài nguyên và Môi trường", "Ban Dân vận Tỉnh ủy"],
        ),
        (
            "Các Sở: Nội vụ, Kế hoạch và Đầu tư, Văn phòng UBND tỉnh",
            ["Sở Nội vụ", "Sở Kế hoạch và Đầu tư", "Văn phòng UBND tỉnh"],
        ),
        ("Các Sở Tư pháp, Nội vụ; Công an tỉnh", ["Sở Tư pháp", "Sở Nội vụ", "Công an tỉnh"]),
        (
            "Các Cục: Hàng hải; Đường sắt; Đường bộ",
            ["Cục Hàng hải", "Cục Đường sắt", "Cục Đường bộ"],
        ),
        ("Sở Tư pháp, Tài chính, UBND tỉnh", ["Sở Tư pháp", "Sở Tài chính", "UBND tỉnh"]),
        ("UBND các huyện: Sen Trắng, Sen Vàng", ["UBND huyện Sen Trắng", "UBND huyện Sen Vàng"]),
    ],
)
def test_a_head_said_once_is_given_back_to_each(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND cấp huyện, cấp xã", ["UBND cấp huyện", "UBND cấp xã"]),
        ("UBND cấp huyện và cấp xã", ["UBND cấp huyện", "UBND cấp xã"]),
        (
            "UBND và Đài Truyền thanh cấp huyện",
            ["UBND cấp huyện", "Đài Truyền thanh cấp huyện"],
        ),
        ("HĐND và UBND cấp xã", ["HĐND cấp xã", "UBND cấp xã"]),
    ],
)
def test_an_end_said_once_is_given_back_to_each(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Các sở, ban, ngành tỉnh", "so-ban-nganh"),
        ("Các Sở, ban ngành tỉnh", "so-ban-nganh"),
        ("Sở, ban, ngành", "so-ban-nganh"),
        ("Các sở, ngành tỉnh", "so-nganh"),
        ("UBND cấp huyện", "ubnd-cap-huyen"),
        ("Ủy ban nhân dân các huyện, thị xã, thành phố", "ubnd-cap-huyen"),
        ("huyện, thị xã, thành phố", "ubnd-cap-huyen"),
        ("UBND các xã, phường, thị trấn", "ubnd-cap-xa"),
    ],
)
def test_a_group_stays_one_group(text: str, code: str) -> None:
    mention = one(text)

    assert mention.kind is AgencyKind.GROUP
    assert mention.codes == (code,)


@pytest.mark.parametrize(
    "text", ["Các cơ quan có liên quan", "Sở, ngành liên quan", "Các đơn vị khác"]
)
def test_an_open_group_is_for_a_person_to_fill(text: str) -> None:
    mention = one(text)

    assert mention.kind is AgencyKind.OPEN
    assert not mention.codes
    assert mention.doubt


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sở KH&CN", "so-khoa-hoc-cong-nghe"),
        ("Sở NN-MT", "so-nong-nghiep-moi-truong"),
        ("VPUBND tỉnh", "van-phong-ubnd-tinh"),
        ("Sở LĐ-TB&XH", "so-lao-dong-thuong-binh-xa-hoi"),
        ("Sở GDĐT", "so-giao-duc-dao-tao"),
        ("Sở thông tin và truyền thông", "so-thong-tin-truyen-thong"),
        ("Sở Văn hoá Thể thao du lịch", "so-van-hoa-the-thao-du-lich"),
        ("Văn phòng Uỷ ban nhân dân Tỉnh", "van-phong-ubnd-tinh"),
        ("Đài PT&TH Sen Hồng", "dai-phat-thanh-truyen-hinh"),
        ("Bộ CHQS tỉnh", "bo-chi-huy-quan-su"),
        ("SỞ NỘI VỤ", "so-noi-vu"),
    ],
)
def test_short_and_uneven_spellings_are_known(text: str, code: str) -> None:
    mention = one(text)

    assert mention.codes == (code,)
    assert mention.confidence == 1.0


def test_a_spelling_that_recognition_spoilt_is_found_with_a_doubt() -> None:
    mention = one("Sở Tài chnh")

    assert mention.codes == ("so-tai-chinh",)
    assert mention.doubt
    assert mention.confidence < 0.8


def test_a_missing_separator_is_doubted() -> None:
    first, second = split_agencies("Sở Khoa học và Công nghệ Sở Công Thương", REGISTER)

    assert first.doubt
    assert second.name == "Sở Công Thương"


def test_what_stands_in_brackets_is_a_condition() -> None:
    mention = one("UBND cấp huyện (các huyện có điều kiện)")

    assert mention.name == "UBND cấp huyện"
    assert mention.condition == "các huyện có điều kiện"


def test_who_speaks_and_what_is_done_are_roles_and_no_part_of_the_name() -> None:
    head = one("Giám đốc Sở Nội vụ")
    guide, others = split_agencies(
        "Sở KH&CN chủ trì hướng dẫn, tổng hợp; các sở, ban, ngành thực hiện", REGISTER
    )

    assert (head.name, head.role) == ("Sở Nội vụ", "Giám đốc")
    assert (guide.name, guide.role) == ("Sở KH&CN", "chủ trì hướng dẫn, tổng hợp")
    assert (others.name, others.role) == ("Các sở, ban, ngành", "thực hiện")


def test_an_agency_may_lead_and_co_operate_at_once() -> None:
    assert names("Sở Nội vụ; Sở Nội vụ") == ["Sở Nội vụ", "Sở Nội vụ"]


def test_a_caller_brings_a_register_of_its_own() -> None:
    own = AgencyRegister(
        (
            AgencyEntry("agency:7", "Sở Nội vụ", aliases=("SNV",)),
            AgencyEntry("agency:8", "UBND huyện Sen Trắng", level="district"),
            AgencyEntry("group:xa", "UBND cấp xã", AgencyKind.GROUP),
        )
    )

    mentions = split_agencies("SNV; UBND huyện Sen Trắng, UBND cấp xã", own)

    assert [mention.codes for mention in mentions] == [("agency:7",), ("agency:8",), ("group:xa",)]


def test_a_name_that_several_agencies_bear_gives_candidates() -> None:
    own = AgencyRegister(
        (AgencyEntry("a", "Trung tâm Y tế"), AgencyEntry("b", "Trung tâm Y tế", level="district"))
    )

    (mention,) = split_agencies("Trung tâm Y tế", own)

    assert not mention.codes
    assert set(mention.candidates) == {"a", "b"}
    assert mention.doubt


@pytest.mark.parametrize("text", ["", " ", ";;", "và", "(", ")", "- ; ,"])
def test_nothing_named_is_nobody(text: str) -> None:
    assert [m for m in split_agencies(text, REGISTER) if m.kind is not AgencyKind.UNKNOWN] == []


pieces = st.sampled_from(
    [
        "Sở Nội vụ", "Các Sở:", "Tư pháp", "Tài chính", "UBND", "cấp huyện", "cấp xã",
        "Các sở, ban, ngành tỉnh", "và", ",", ";", "(", ")", "\n", "-", "huyện Sen Trắng",
        "Đài PT&TH", "liên quan", "Giám đốc", "chủ trì", "Abc", "Trung tâm", "các",
        "Văn phòng HĐND và UBND", "TT&TT", ":", "/",
    ]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(pieces, max_size=16).map(" ".join)))
def test_any_words_give_mentions_whose_spans_are_the_text(text: str) -> None:
    mentions = split_agencies(text, REGISTER)

    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.name
        assert 0 < mention.confidence <= 1
    starts = [mention.start for mention in mentions]
    assert starts == sorted(starts)


@given(st.lists(st.sampled_from(DEFAULT_REGISTER.entries), min_size=1, max_size=5))
def test_a_list_of_registered_names_is_split_back_into_them(entries: list[AgencyEntry]) -> None:
    wanted = [entry.name for entry in entries]

    got = names("; ".join(wanted))

    assert len(got) == len(wanted)
    assert all(same_name(a, b) for a, b in zip(got, wanted, strict=True))
