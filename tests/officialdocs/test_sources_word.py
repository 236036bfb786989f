"""Word files: what shows on paper, whatever the file makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.officialdocs.layout import Layout, Paragraph, Table
from cchc.officialdocs.sources.intake import read_layout
from tests.officialdocs.making import W, cell, item, make_docx, numbering, para, run, table


def read(folder: Path, *body: str, **parts: str) -> Layout:
    named = {name.replace("__", "/").replace("_xml", ".xml"): data for name, data in parts.items()}
    return read_layout(make_docx(folder / "a.docx", *body, parts=named))


def lines(layout: Layout) -> list[str]:
    return [paragraph.text for paragraph in layout.paragraphs()]


def cells(layout: Layout, at: int = 0) -> list[list[str]]:
    return [[one.text for one in row.cells] for row in layout.tables()[at].rows]


def codes(layout: Layout) -> list[str]:
    return [doubt.code for doubt in layout.warnings]


def test_bold_italic_and_centred_are_told_of_whole_paragraphs(tmp_path: Path) -> None:
    layout = read(
        tmp_path,
        para(run("KẾ HOẠCH", "<w:b/>"), '<w:jc w:val="center"/>'),
        para(run("Điều 1.", "<w:b/>") + run(" Ban hành", '<w:b w:val="0"/>')),
        para(run("Căn cứ Luật;", "<w:i/>")),
        para(run("chữ hoa", "<w:caps/>")),
    )

    first, second, third, fourth = layout.paragraphs()
    assert (first.is_bold, first.is_centered) == (True, True)
    assert not second.is_bold
    assert third.is_italic
    assert fourth.text == "CHỮ HOA"


def test_the_look_comes_down_from_styles(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr>'
        '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Ten">'
        '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Ten"/></w:style></w:styles>'
    )
    layout = read(
        tmp_path, para("Céng hßa x· héi", '<w:pStyle w:val="Con"/>'), word__styles_xml=styles
    )

    (paragraph,) = layout.paragraphs()
    assert paragraph.text == "Cộng hòa xã hội"
    assert (paragraph.is_bold, paragraph.is_centered) == (True, True)


def test_merged_cells_are_repeated_and_marked_as_covered(tmp_path: Path) -> None:
    layout = read(
        tmp_path,
        table(
            ["TT", "Nội dung", "Chủ trì", "Kinh phí"],
            ["I", cell("Thể chế", span=3)],
            ["1", "Rà soát", "Sở Tư pháp", cell("Tự chủ", merge="restart")],
            ["2", "Kiểm tra", "Sở Nội vụ", cell("", merge="continue")],
            widths=[500, 3000, 2000, 1500],
        ),
    )

    assert cells(layout) == [
        ["TT", "Nội dung", "Chủ trì", "Kinh phí"],
        ["I", "Thể chế", "Thể chế", "Thể chế"],
        ["1", "Rà soát", "Sở Tư pháp", "Tự chủ"],
        ["2", "Kiểm tra", "Sở Nội vụ", "Tự chủ"],
    ]
    section, first, second = layout.tables()[0].rows[1:]
    assert [one.is_covered for one in section.cells] == [False, False, True, True]
    assert section.cells[1].spans == 3
    assert first.cells[3].row_spans == 2
    assert second.cells[3].is_covered


def test_columns_that_no_cell_begins_in_are_no_columns(tmp_path: Path) -> None:
    layout = read(
        tmp_path,
        table(
            [cell("TT", span=2), cell("Nội dung", span=2), "Chủ trì"],
            ["1", cell("", span=1), cell("Rà soát", span=2), "Sở Tư pháp"],
            widths=[600, 60, 1500, 1500, 2000],
        ),
        table([cell("Một"), cell("Hai", span=2)], [cell("Ba"), cell("Bốn", span=2)]),
    )

    assert cells(layout, 1) == [["Một", "Hai"], ["Ba", "Bốn"]]
    assert len(layout.tables()[0].rows[0].cells) == 4


def test_numbers_that_word_itself_prints_are_there(tmp_path: Path) -> None:
    layout = read(
        tmp_path,
        para("Mục tiêu", item()),
        para("Chung", item(1)),
        para("Riêng", item(1)),
        para("Nhiệm vụ", item()),
        para("Chung", item(1)),
        para("Gạch", item(2)),
        **numbering(("upperRoman", "%1."), ("decimal", "%1.%2."), ("bullet", "\uf0b7")),
    )

    assert lines(layout) == [
        "I. Mục tiêu",
        "I.1. Chung",
        "I.2. Riêng",
        "II. Nhiệm vụ",
        "II.1. Chung",
        "- Gạch",
    ]


@pytest.mark.parametrize(
    ("form", "labels"),
    [
        ("decimal", ["1)", "2)", "3)"]),
        ("lowerLetter", ["a)", "b)", "c)"]),
        ("upperLetter", ["A)", "B)", "C)"]),
        ("lowerRoman", ["i)", "ii)", "iii)"]),
        ("decimalZero", ["01)", "02)", "03)"]),
    ],
)
def test_an_order_column_numbered_by_word_has_its_marks(
    tmp_path: Path, form: str, labels: list[str]
) -> None:
    rows = [[cell(para("", item())), "Việc"] for _ in labels]
    layout = read(tmp_path, table(["TT", "Nội dung"], *rows), **numbering((form, "%1)")))

    assert [row[0] for row in cells(layout)[1:]] == labels


def test_a_list_begun_anew_counts_anew(tmp_path: Path) -> None:
    part = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
    )
    layout = read(
        tmp_path,
        *(para("Việc", item(number=number)) for number in (1, 1, 2, 2)),
        word__numbering_xml=part,
    )

    assert [line.split()[0] for line in lines(layout)] == ["1.", "2.", "1.", "2."]


def test_deleted_text_is_gone_inserted_text_stays_and_a_doubt_says_so(tmp_path: Path) -> None:
    layout = read(
        tmp_path,
        "<w:p><w:r><w:t>Hạn </w:t></w:r><w:del><w:r><w:delText>30/6</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>31/7</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom>"
        "</w:p>",
        table(["TT", "Nội dung", "Chủ trì"], ["1", "Một", "Sở"]).replace(
            "</w:tbl>",
            f"<w:tr><w:trPr><w:del/></w:trPr>{cell('2')}{cell('Xóa')}{cell('Sở')}</w:tr></w:tbl>",
        ),
    )

    assert lines(layout) == ["Hạn 31/7"]
    assert len(layout.tables()[0].rows) == 2
    assert codes(layout) == ["tracked-changes"]


def test_hidden_text_is_not_read_and_a_doubt_says_so(tmp_path: Path) -> None:
    layout = read(tmp_path, para(run("Thấy") + run(" giấu", "<w:vanish/>")))

    assert lines(layout) == ["Thấy"]
    assert codes(layout) == ["hidden-text"]


def test_line_breaks_tabs_and_odd_letters_are_as_they_show(tmp_path: Path) -> None:
    layout = read(
        tmp_path,
        "<w:p><w:r><w:t>TM. ỦY BAN NHÂN DÂN</w:t><w:br/><w:t>CHỦ TỊCH</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>1.</w:t><w:tab/><w:t>Số 12</w:t><w:noBreakHyphen/><w:t>KH</w:t>"
        "<w:softHyphen/></w:r></w:p>",
        f"<w:p>{run('(kèm')}<w:r><w:footnoteReference w:id='1'/></w:r>{run(' theo)')}</w:p>",
    )

    assert lines(layout) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "1. Số 12-KH", "(kèm theo)"]


def test_text_boxes_content_controls_and_fields_are_read_once(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent>"
    layout = read(
        tmp_path,
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
        "</w:r></w:p>",
        f"<w:sdt><w:sdtContent>{para('Trong ô điều khiển')}</w:sdtContent></w:sdt>",
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText>"
        "<w:fldChar w:fldCharType='separate'/><w:t>7</w:t></w:r></w:p>",
    )

    assert lines(layout) == ["DỰ THẢO", "Trong ô điều khiển", "7"]


def test_the_letter_head_stays_a_table_of_two_columns(tmp_path: Path) -> None:
    layout = read(
        tmp_path,
        table([cell(para("UBND TỈNH SEN HỒNG") + para("SỞ NỘI VỤ")), "CỘNG HÒA XÃ HỘI"]),
        para("Kính gửi: Các sở"),
    )

    assert isinstance(layout.blocks[0], Table)
    assert cells(layout) == [["UBND TỈNH SEN HỒNG\nSỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI"]]
    assert isinstance(layout.blocks[1], Paragraph)


def test_a_frame_around_the_page_is_opened_and_a_table_in_a_cell_set_apart(tmp_path: Path) -> None:
    inner = table(["TT", "Nội dung", "Chủ trì"], ["1", "Một", "Sở Nội vụ"])
    layout = read(
        tmp_path,
        table([cell(table(["a", "b"]) + para("Trong khung"))]),
        table(["Trái", cell(inner + para("Phải"))]),
    )

    assert cells(layout, 0) == [["a", "b"]]
    assert lines(layout) == ["Trong khung"]
    assert cells(layout, 1) == [["Trái", "Phải"]]
    assert cells(layout, 2)[1] == ["1", "Một", "Sở Nội vụ"]


def test_two_halves_of_one_table_are_joined(tmp_path: Path) -> None:
    head = ["TT", "Nội dung", "Chủ trì"]
    layout = read(
        tmp_path,
        table(head, ["1", "Một", "Sở Nội vụ"]),
        para(""),
        table(head, ["2", "Hai", "Sở Tư pháp"]),
        para("Giữa hai bảng."),
        table(head, ["3", "Ba", "Sở Y tế"]),
    )

    assert [len(one.rows) for one in layout.tables()] == [3, 2]
    assert [row.place.row for row in layout.tables()[0].rows] == [1, 2, 3]


def test_pages_are_those_word_last_counted(tmp_path: Path) -> None:
    broken = (
        "<w:p><w:r><w:t>Một</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t> hai</w:t></w:r></w:p>"
    )
    layout = read(tmp_path, para("Đầu."), broken, para("Cuối."))

    assert [paragraph.place.page for paragraph in layout.paragraphs()] == [1, 2, 2]
    assert layout.page_count == 2


def test_a_run_in_an_old_font_is_converted_and_others_are_not(tmp_path: Path) -> None:
    old = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'
    layout = read(
        tmp_path,
        para(run("Uûy ban nhaân daân ", old) + run("tỉnh Sen Hồng")),
        para(run("quyÕt ®Þnh", '<w:rFonts w:ascii=".VnTimeH"/>')),
    )

    assert lines(layout) == ["Ủy ban nhân dân tỉnh Sen Hồng", "QUYẾT ĐỊNH"]


def test_old_letters_in_an_ordinary_font_are_found_by_their_words(tmp_path: Path) -> None:
    layout = read(
        tmp_path,
        para("Céng hßa x· héi chñ nghÜa ViÖt Nam"),
        table(["TT", "Néi dung c«ng viÖc", "C¬ quan chñ tr×"]),
    )

    assert lines(layout) == ["Cộng hòa xã hội chủ nghĩa Việt Nam"]
    assert cells(layout) == [["TT", "Nội dung công việc", "Cơ quan chủ trì"]]
    assert codes(layout) == ["legacy-encoding"]
