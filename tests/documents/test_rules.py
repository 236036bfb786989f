"""Rules of outgoing papers: symbols, signatures, text, life cycle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.documents.labels import KINDS, PROBLEMS, STATES, TONES
from cchc.modules.documents.rules.content import (
    appendices_of_stored,
    blocks_of_stored,
    blocks_of_text,
    lines_of,
    stored_appendices,
    stored_blocks,
    text_of_blocks,
)
from cchc.modules.documents.rules.kinds import Authority, LetterKind, LetterState
from cchc.modules.documents.rules.lifecycle import (
    TRANSITIONS,
    LetterTransitionNotAllowed,
    check_transition,
    draw,
)
from cchc.modules.documents.rules.numbering import (
    agency_code,
    full_number,
    is_symbol,
    usual_symbol,
)
from cchc.modules.documents.rules.refusals import LetterProblem
from cchc.modules.documents.rules.signing import PostHolder, choices, find_choice, is_deputy
from cchc.officialdocs.writing import Appendix, AppendixColumn, AppendixGroup, Block, BlockKind


def test_every_state_says_where_it_leads_and_has_words() -> None:
    assert set(TRANSITIONS) == set(LetterState) == set(STATES) == set(TONES)
    assert set(KINDS) == set(LetterKind)
    assert set(PROBLEMS) == set(LetterProblem)
    assert "ISSUED --> SENT" in draw()


def test_what_was_issued_never_becomes_a_draft_again() -> None:
    for wanted in (LetterState.DRAFT, LetterState.SUBMITTED, LetterState.ABANDONED):
        with pytest.raises(LetterTransitionNotAllowed):
            check_transition(LetterState.SENT, wanted)
    check_transition(LetterState.DRAFT, LetterState.ISSUED)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Sở Nội vụ", "SNV"),
        ("Sở Thông tin và Truyền thông", "STTTT"),
        ("UBND tỉnh Sen Hồng", "UBND"),
        ("Văn phòng UBND tỉnh", "VP"),
        ("Sở Lao động - Thương binh và Xã hội", "SLĐTBXH"),
    ],
)
def test_symbols_call_an_agency_by_its_initials(name: str, code: str) -> None:
    assert agency_code(name) == code


def test_the_usual_symbols_are_those_of_the_decree() -> None:
    assert usual_symbol(LetterKind.LETTER, "Sở Nội vụ") == "SNV-CCHC"
    assert usual_symbol(LetterKind.NOTICE, "UBND tỉnh Sen Hồng") == "TB-UBND"
    assert full_number(7, "SNV-CCHC") == "07/SNV-CCHC"
    assert full_number(1046, "TB-UBND") == "1046/TB-UBND"


@pytest.mark.parametrize("text", ["SNV-CCHC", "TB-UBND", "QĐ-UBND-HC", "VP"])
def test_a_symbol_is_capitals_joined_by_hyphens(text: str) -> None:
    assert is_symbol(text)


@pytest.mark.parametrize("text", ["", "snv", "SNV CCHC", "SNV/CCHC", "<b>", "-SNV", "A" * 41])
def test_anything_else_is_no_symbol(text: str) -> None:
    assert not is_symbol(text)


def holder(name: str, title: str, agency: str = "Sở Nội vụ", pk: int = 1) -> PostHolder:
    return PostHolder(pk, name, title, agency)


def test_a_committee_is_signed_for_by_chair_deputy_and_by_order() -> None:
    found = choices(
        is_committee=True,
        own=[
            holder("Trần Hữu Nghĩa", "Chủ tịch UBND tỉnh", pk=1),
            holder("Nguyễn Thị Mai", "Phó Chủ tịch UBND tỉnh", pk=2),
            holder("Lê Văn Ba", "Chuyên viên", pk=3),
        ],
        below=[
            holder("Vũ Thị Minh", "Giám đốc", pk=4),
            holder("Hồ Văn Tư", "Chánh Văn phòng", "Văn phòng UBND tỉnh", pk=5),
        ],
    )

    lines = {
        (one.authority, one.person_id): (*one.signature.authority, one.signature.position)
        for one in found
    }
    assert lines[Authority.OWN, 1] == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert lines[Authority.CHAIR, 1] == ("CHỦ TỊCH",)
    assert lines[Authority.DEPUTY, 2] == (
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
    )
    assert lines[Authority.CHAIR, 2] == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert lines[Authority.BY_ORDER, 4] == ("TL. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ")
    assert lines[Authority.BY_MANDATE, 4] == ("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ")
    assert lines[Authority.BY_ORDER, 5] == ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")
    assert not any(one.person_id == 3 for one in found)


def test_a_department_is_signed_for_by_its_director_and_deputy() -> None:
    found = choices(
        is_committee=False,
        own=[holder("Vũ Thị Minh", "Giám đốc", pk=1), holder("Phạm Bảo", "Phó Giám đốc", pk=2)],
        below=[holder("Hồ Lan", "Trưởng phòng", "Phòng Cải cách hành chính", pk=3)],
    )

    said = [(*one.signature.authority, one.signature.position) for one in found]
    assert said == [
        ("GIÁM ĐỐC",),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG CẢI CÁCH HÀNH CHÍNH"),
        ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG CẢI CÁCH HÀNH CHÍNH"),
    ]


def test_a_deputy_signs_for_the_head_even_when_there_is_none() -> None:
    own = [holder("A", "Phó Chủ tịch")]
    found = choices(is_committee=True, own=own, below=[])

    assert found[0].signature.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    assert find_choice("DEPUTY:1", found) is found[0]
    assert find_choice("OWN:1", found) is None
    assert not is_deputy("Phó phòng")


def test_typed_paragraphs_become_what_they_look_like() -> None:
    text = "Căn cứ Luật;\n\nĐề nghị:\n1. Làm\na) Phần một\n- gạch\nII. Đề mục"

    kinds = [(block.kind, block.label, block.text) for block in blocks_of_text(text)]

    assert kinds == [
        (BlockKind.BASIS, "", "Căn cứ Luật;"),
        (BlockKind.PARAGRAPH, "", "Đề nghị:"),
        (BlockKind.ITEM, "1.", "Làm"),
        (BlockKind.SUBITEM, "a)", "Phần một"),
        (BlockKind.DASH, "", "gạch"),
        (BlockKind.HEADING, "II.", "Đề mục"),
    ]


@given(st.text(max_size=300))
def test_typing_what_is_shown_changes_nothing(text: str) -> None:
    blocks = blocks_of_text(text)

    assert blocks_of_text(text_of_blocks(blocks)) == blocks
    assert blocks_of_stored(stored_blocks(blocks)) == blocks


def test_lines_lose_dashes_and_closing_marks() -> None:
    assert lines_of("- Sở Tư pháp;\n\n UBND huyện.  \n-") == ("Sở Tư pháp", "UBND huyện")


def test_appendices_are_stored_whole() -> None:
    one = Appendix(
        "Danh mục",
        (AppendixColumn("TT", 10, is_centered=True), AppendixColumn("Việc", 100)),
        (AppendixGroup("Sở Tư pháp", (("1", "Rà soát"),), "I"),),
        is_landscape=False,
    )

    assert appendices_of_stored(stored_appendices([one])) == (one,)
    assert blocks_of_stored([]) == ()
    assert Block(BlockKind.DASH, "x").line == "- x"
