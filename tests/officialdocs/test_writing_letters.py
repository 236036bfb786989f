"""Letters are written in official form, and our own reader finds the same items in them."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.officialdocs import read
from cchc.officialdocs.writing import (
    Block,
    BlockKind,
    Letter,
    LetterItem,
    NotALetter,
    Signature,
    blocks_of_word,
    items_appendix,
    letter_docx,
    letter_pdf,
    stamped,
)
from cchc.officialdocs.writing.letter import attached_to, lower_first, roman
from cchc.officialdocs.writing.typesetting import PdfNotMade, pdf_of

AGENCIES = (
    "Sở Tư pháp",
    "Sở Thông tin và Truyền thông",
    "Sở Tài nguyên và Môi trường",
    "Văn phòng UBND tỉnh",
    "Sở Lao động - Thương binh và Xã hội",
    "UBND huyện Đầm Sen",
)
WORK = (
    "Rà soát văn bản quy phạm pháp luật của tỉnh",
    "Xây dựng phim ngắn tuyên truyền về cải cách hành chính",
    "Báo cáo kết quả giải quyết hồ sơ thủ tục hành chính",
    "Cung cấp dịch vụ công trực tuyến mức độ 3, 4",
    "Sắp xếp, kiện toàn tổ chức bộ máy các đơn vị sự nghiệp",
    "Tổ chức đối thoại với doanh nghiệp và người dân",
)
BODY = (
    Block(BlockKind.BASIS, "Căn cứ Kế hoạch số 271/KH-UBND ngày 06/12/2018 của UBND tỉnh;"),
    Block(BlockKind.PARAGRAPH, "Qua theo dõi, còn nhiệm vụ quá hạn. Sở Nội vụ đề nghị:"),
    Block(BlockKind.ITEM, "Hoàn thành các nhiệm vụ tại Phụ lục kèm theo.", "1."),
    Block(BlockKind.ITEM, "Báo cáo nguyên nhân chậm, giải pháp khắc phục.", "2."),
    Block(BlockKind.PARAGRAPH, "Đề nghị các cơ quan, đơn vị quan tâm thực hiện."),
)


def a_letter(items: list[LetterItem], *, number: int | None = 7, kind: str = "") -> Letter:
    return Letter(
        superior="UBND TỈNH SEN HỒNG",
        issuer=("SỞ NỘI VỤ",),
        issuer_name="Sở Nội vụ",
        number=number,
        symbol="SNV-CCHC" if not kind else "TB-SNV",
        place="Sen Hồng",
        issued_on=date(2019, 10, 5) if number else None,
        kind=kind,
        title="Đôn đốc thực hiện nhiệm vụ cải cách hành chính",
        addressees=tuple(dict.fromkeys(item.agency for item in items)),
        blocks=BODY,
        appendices=(items_appendix(items),) if items else (),
        signature=Signature(("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC", "Phạm Quốc Bảo"),
        recipients=("Như trên", "UBND tỉnh (để báo cáo)", "Lưu: VT, CCHC"),
    )


def an_item(agency: str, content: str, days: int = 5) -> LetterItem:
    asked = date(2019, 10, 20) + timedelta(days=days)
    return LetterItem(agency, content, "271/KH-UBND", date(2019, 9, 30), days, asked)


ITEMS = [an_item(AGENCIES[at % 3], f"{WORK[at]}", at) for at in range(6)]
ITEMS.sort(key=lambda item: item.agency)


@st.composite
def some_items(draw: st.DrawFn) -> list[LetterItem]:
    agencies = draw(st.lists(st.sampled_from(AGENCIES), min_size=1, max_size=5, unique=True))
    items = []
    for agency in agencies:
        for _ in range(draw(st.integers(1, 4))):
            items.append(
                LetterItem(
                    agency=agency,
                    content=f"{draw(st.sampled_from(WORK))} đợt {draw(st.integers(1, 40))}",
                    source=draw(st.sampled_from(["271/KH-UBND", "02/CT-UBND", "15/KH-SNV"])),
                    due_on=date(2019, 1, 1) + timedelta(days=draw(st.integers(0, 270))),
                    late_days=draw(st.integers(-5, 200)),
                    requested_on=date(2019, 10, 10) + timedelta(days=draw(st.integers(0, 80))),
                    note=draw(st.sampled_from(["", "đã gia hạn 01 lần"])),
                )
            )
    return items


def told(items: list[LetterItem]) -> list[tuple[str, str, date]]:
    return [(item.agency, item.content, item.requested_on) for item in items]


def read_back(path: Path) -> list[tuple[str, str, date | None]]:
    tasks = read(path).tasks
    return [(", ".join(m.name for m in t.lead), t.content.value, t.time.due) for t in tasks]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(items=some_items())
def test_our_reader_finds_the_same_items_in_a_word_letter(
    tmp_path: Path, items: list[LetterItem]
) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(letter_docx(a_letter(items)))

    assert read_back(path) == told(items)


@pytest.mark.parametrize("count", [1, 6, 40])
def test_our_reader_finds_the_same_items_in_the_pdf(tmp_path: Path, count: int) -> None:
    items = [an_item(AGENCIES[0], f"{WORK[at % 6]} đợt {at}") for at in range(count)]
    path = tmp_path / "letter.pdf"
    path.write_bytes(letter_pdf(a_letter(items)))

    assert read_back(path) == told(items)


def test_rows_of_the_same_words_are_not_taken_for_the_head_of_the_next_page(tmp_path: Path) -> None:
    """A row under a repeated head was once dropped when it read like the table's first row."""
    items = [an_item(AGENCIES[0], WORK[at % 6]) for at in range(90)]
    path = tmp_path / "letter.pdf"
    path.write_bytes(letter_pdf(a_letter(items)))

    assert read_back(path) == told(items)


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_the_frame_of_a_letter_is_read_back(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"letter.{ending}"
    path.write_bytes((letter_docx if ending == "docx" else letter_pdf)(a_letter(ITEMS)))

    found = read(path)

    assert found.doc_type.value == "Công văn"
    assert (found.number.value, found.symbol.value) == ("07/SNV-CCHC", "SNV-CCHC")
    assert found.issued_on.value == date(2019, 10, 5)
    assert found.issuing_body.value == "Sở Nội vụ"
    assert found.title.value == "Đôn đốc thực hiện nhiệm vụ cải cách hành chính"
    signer = found.signer.value
    assert signer is not None
    assert signer.name == "Phạm Quốc Bảo"
    assert (signer.authority, signer.position) == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert [mention.name for mention in found.addressees] == list(a_letter(ITEMS).addressees)
    assert [one.value for one in found.recipients][-1] == "Lưu: VT, CCHC"


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_notice_has_its_name_and_title(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"notice.{ending}"
    letter = a_letter(ITEMS, kind="Thông báo")
    path.write_bytes((letter_docx if ending == "docx" else letter_pdf)(letter))

    found = read(path)

    assert found.doc_type.value == "Thông báo"
    assert found.title.value == "Đôn đốc thực hiện nhiệm vụ cải cách hành chính"
    assert found.number.value == "07/TB-SNV"


def test_a_draft_leaves_room_for_number_and_date(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(letter_docx(a_letter(ITEMS, number=None)))

    found = read(path)

    assert found.number.value is None
    assert found.issued_on.value is None
    assert found.symbol.value == "SNV-CCHC"


def test_numbered_duties_of_the_text_are_read_back(tmp_path: Path) -> None:
    duties = [
        Block(BlockKind.ITEM, "Sở Tư pháp rà soát văn bản, xong trước ngày 30/10/2019.", "1."),
        Block(BlockKind.ITEM, "Sở Tài chính bố trí kinh phí, xong trong tháng 11/2019.", "2."),
    ]
    letter = a_letter([])
    path = tmp_path / "letter.docx"
    path.write_bytes(letter_docx(Letter(**{**_fields(letter), "blocks": (BODY[1], *duties)})))

    found = read(path).tasks

    assert [[m.name for m in task.lead] for task in found] == [["Sở Tư pháp"], ["Sở Tài chính"]]


def test_a_letter_ends_with_its_mark() -> None:
    texts = [paragraph.text for paragraph in _opened(letter_docx(a_letter(ITEMS))).paragraphs]

    assert "Đề nghị các cơ quan, đơn vị quan tâm thực hiện./." in texts


def test_page_font_and_margins_are_those_of_the_decree() -> None:
    document = _opened(letter_docx(a_letter(ITEMS)))
    first, appendix = document.sections[0], document.sections[1]

    sizes = (first.page_width, first.page_height, appendix.page_width)
    margins = (first.top_margin, first.bottom_margin, first.left_margin, first.right_margin)
    assert [round(size.mm) for size in sizes] == [210, 297, 297]
    assert [round(margin.mm) for margin in margins] == [20, 20, 30, 20]
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert first.different_first_page_header_footer
    assert "PAGE" in first.header._element.xml


def test_the_appendix_says_what_it_belongs_to() -> None:
    letter = a_letter(ITEMS)

    assert attached_to(letter) == (
        "(Kèm theo Công văn số 07/SNV-CCHC ngày 05 tháng 10 năm 2019 của Sở Nội vụ)"
    )


def test_equal_letters_are_equal_pdf_files() -> None:
    assert letter_pdf(a_letter(ITEMS)) == letter_pdf(a_letter(ITEMS))


HOSTILE = '#panic("x") *a* _b_ $c$ <d> @e \\ ` // = + / {{ x }} <script>alert(1)</script> =cmd|x'


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    items = [LetterItem(HOSTILE, HOSTILE, HOSTILE, None, 0, date(2019, 10, 20), HOSTILE)]
    letter = a_letter(items)

    path = tmp_path / "letter.pdf"
    path.write_bytes(letter_pdf(letter))
    word = _opened(letter_docx(letter))

    assert path.read_bytes().startswith(b"%PDF")
    assert any(HOSTILE in paragraph.text for paragraph in word.paragraphs)


def test_a_wrong_source_is_said_to_be_wrong() -> None:
    with pytest.raises(PdfNotMade):
        pdf_of("#nothing-of-this-name()", {})


def test_an_edited_word_letter_gives_its_text_back() -> None:
    letter = a_letter(ITEMS)
    document = _opened(letter_docx(letter))
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("2."):
            paragraph.runs[0].text = "2. Báo cáo bằng văn bản."
    edited = BytesIO()
    document.save(edited)

    blocks = blocks_of_word(edited.getvalue())

    assert [block.kind for block in blocks] == [block.kind for block in BODY]
    assert blocks[3] == Block(BlockKind.ITEM, "Báo cáo bằng văn bản.", "2.")
    assert blocks[0] == BODY[0]


def test_the_number_is_written_into_an_edited_letter(tmp_path: Path) -> None:
    draft = letter_docx(a_letter(ITEMS, number=None))
    path = tmp_path / "issued.docx"

    path.write_bytes(stamped(draft, a_letter(ITEMS, number=7)))

    found = read(path)
    assert found.number.value == "07/SNV-CCHC"
    assert found.issued_on.value == date(2019, 10, 5)
    texts = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert attached_to(a_letter(ITEMS)) in texts
    assert read_back(path) == told(ITEMS)


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_what_is_no_word_file_is_no_letter(content: bytes) -> None:
    with pytest.raises(NotALetter):
        blocks_of_word(content)
    with pytest.raises(NotALetter):
        stamped(content, a_letter(ITEMS))


def test_a_zip_that_is_no_word_file_is_no_letter() -> None:
    other = BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("x.txt", "x")

    with pytest.raises(NotALetter):
        blocks_of_word(other.getvalue())


def test_a_word_file_without_text_is_no_letter() -> None:
    empty = BytesIO()
    docx.Document().save(empty)

    with pytest.raises(NotALetter):
        blocks_of_word(empty.getvalue())


@pytest.mark.slow
def test_a_word_letter_opens_in_libreoffice(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("không có LibreOffice trên máy này (Debian: libreoffice-writer-nogui)")
    path = tmp_path / "letter.docx"
    path.write_bytes(letter_docx(a_letter(ITEMS)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]

    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)

    assert read_back(tmp_path / "letter.pdf") == told(ITEMS)


def test_small_first_letters_and_roman_numbers() -> None:
    assert lower_first("Đôn đốc") == "đôn đốc"
    assert lower_first("UBND tỉnh") == "UBND tỉnh"
    assert [roman(number) for number in (1, 4, 9, 14, 19)] == ["I", "IV", "IX", "XIV", "XIX"]


def _opened(content: bytes) -> docx.document.Document:
    return docx.Document(BytesIO(content))


def _fields(letter: Letter) -> dict[str, object]:
    return {name: getattr(letter, name) for name in letter.__slots__}
