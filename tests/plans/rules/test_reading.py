"""From a paper as read to a draft, and from typed words to their meaning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc.modules.plans.rules.areas import scheme_for
from cchc.modules.plans.rules.draft import (
    Cell,
    DraftSection,
    DraftTask,
    Mention,
    draft_from_json,
    draft_to_json,
)
from cchc.modules.plans.rules.kinds import Freq, TimeKind
from cchc.modules.plans.rules.paper import paper_of
from cchc.modules.plans.rules.reading import (
    areas_by,
    draft_from_document,
    mentions_in,
    place_key,
    reread_money,
    reread_parties,
    reread_time,
)
from cchc.officialdocs import DEFAULT_REGISTER, read, read_layout
from cchc.officialdocs.document import OfficialDocument
from cchc.officialdocs.layout import Place
from cchc.officialdocs.writing import PaperPart, PaperRow, PaperSection, PlanPaper, plan_docx

YEAR = (date(2019, 1, 1), date(2019, 12, 31))


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = (
        PaperRow("a", "Dựng phim", "Phim", "Sở Nội vụ", "Sở Tư pháp", "Mỗi tháng 02 kỳ", "05tr/kỳ"),
        PaperRow("b", "Họp bàn", "", "Các cơ quan có liên quan", "", "Trước ngày 01/12/2018", ""),
    )
    plan = PlanPaper(
        superior="",
        issuer=("ỦY BAN NHÂN DÂN", "TỈNH SEN HỒNG"),
        issuer_name="Ủy ban nhân dân tỉnh Sen Hồng",
        number="12/KH-UBND",
        place="Sen Hồng",
        issued_on=date(2018, 12, 6),
        kind="Kế hoạch",
        title="Cải cách hành chính năm 2019",
        parts=(PaperPart("I. CHỈ TIÊU", ("- Trên 90% hồ sơ được giải quyết đúng hạn.",)),),
        sections=(PaperSection("1", "Công tác thông tin, tuyên truyền", rows),),
    )
    path = tmp_path_factory.mktemp("papers") / "plan.docx"
    path.write_bytes(plan_docx(plan))
    return path


@pytest.fixture(scope="module")
def document(paper: Path) -> OfficialDocument:
    return read(paper)


def test_everything_that_was_read_is_in_the_draft(document: OfficialDocument) -> None:
    draft = draft_from_document(document)

    assert draft.head("number") == "12/KH-UBND"
    assert (draft.head("year"), draft.head("issued_on")) == ("2019", "2018-12-06")
    assert draft.sections[0].area_code == "COMMUNICATION"
    film, meeting = draft.tasks
    assert (film.code, film.section, film.timing.rhythm.freqs) == ("1.a", 0, (Freq.MONTHLY,))
    assert (film.money.amount, film.money.total, film.money.is_total_derived) == (
        5_000_000,
        120_000_000,
        True,
    )
    assert [mention.text for mention in film.leads] == ["Sở Nội vụ"]
    assert meeting.doubt_count
    assert draft.targets[0].text("quantity") == "90"
    assert draft_from_json(draft_to_json(draft)) == draft


def test_every_value_knows_its_place_on_the_paper(paper: Path, document: OfficialDocument) -> None:
    blocks = paper_of(read_layout(paper))
    places = {
        cell["place"]: cell["text"] for b in blocks for row in b.get("rows", []) for cell in row
    }

    film = draft_from_document(document).tasks[0]

    assert places[film.cells["time_text"].place] == "Mỗi tháng 02 kỳ"


def test_places_are_named_alike() -> None:
    assert place_key(None) == ""
    assert place_key(Place(page=3)) == ""
    assert place_key(Place(paragraph=4)) == "p4"
    assert place_key(Place(table=1, row=2, cell=3)) == "t1.r2.c3"
    assert place_key(Place(table=1)) == "t1"


def test_typed_words_are_understood_again() -> None:
    task = DraftTask(
        "t0",
        cells={
            "time_text": Cell("Định kỳ hàng quý"),
            "budget_text": Cell("05tr/kỳ"),
            "note_text": Cell("NS tỉnh"),
            "lead_text": Cell("Sở Nội vụ, Sở Tư pháp"),
        },
    )

    timed = reread_time(task, year=2019, period=YEAR)
    priced = reread_money(timed, year=2019, period=YEAR)
    bound = reread_parties(priced, DEFAULT_REGISTER)

    assert timed.timing.kind is TimeKind.RECURRING
    assert priced.money.total == 20_000_000
    assert priced.text("funding_source") == "NS tỉnh"
    assert [mention.text for mention in bound.leads] == ["Sở Nội vụ", "Sở Tư pháp"]


def test_words_that_say_no_time_are_marked() -> None:
    task = DraftTask("t0", cells={"time_text": Cell("xyz abc")})

    reread = reread_time(task, year=2019, period=YEAR)

    assert reread.timing.kind is TimeKind.NONE
    assert reread.cells["time_text"].doubts


def test_what_a_person_settled_is_kept_when_words_are_read_again() -> None:
    settled = Mention("Sở Nội vụ", ("agency:7",), is_chosen=True)
    task = DraftTask("t0", cells={"lead_text": Cell("Sở Nội vụ, Sở Y tế")}, leads=(settled,))

    again = reread_parties(task, DEFAULT_REGISTER)

    assert again.leads[0] == settled
    assert again.leads[1].text == "Sở Y tế"


def test_a_source_that_was_typed_is_not_overwritten() -> None:
    task = DraftTask(
        "t0", cells={"budget_text": Cell("40 tr (NS tỉnh)"), "funding_source": Cell("Xã hội hóa")}
    )

    assert reread_money(task, year=2019, period=YEAR).text("funding_source") == "Xã hội hóa"


def test_headings_name_their_areas_unless_a_person_said() -> None:
    sections = (DraftSection("1", "Cải cách thể chế"), DraftSection("2", "Khác", "STEERING"))

    named = areas_by(scheme_for(2019), sections)

    assert [section.area_code for section in named] == ["INSTITUTIONS", "STEERING"]
    foreign = (replace(sections[0], area_code="COMMUNICATION"),)
    assert areas_by(scheme_for(2025), foreign)[0].area_code == "INSTITUTIONS"


def test_a_condition_is_kept_with_its_party() -> None:
    (mention,) = mentions_in("UBND cấp huyện (các huyện có điều kiện)", DEFAULT_REGISTER)

    assert mention.condition == "các huyện có điều kiện"
