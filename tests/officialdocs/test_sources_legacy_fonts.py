"""Letters of the years before Unicode."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.officialdocs.legacy_fonts import (
    LegacyEncoding,
    as_bytes,
    convert,
    convert_run,
    detect,
    font_encoding,
)
from cchc.officialdocs.sources.intake import read_layout
from cchc.officialdocs.sources.syllables import is_syllable, looks_vietnamese

MOTTO = "Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc"
TCVN3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc"
VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñoäc laäp - Töï do - Haïnh phuùc"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TCVN3, LegacyEncoding.TCVN3),
        (VNI, LegacyEncoding.VNI),
        ("".join(_ for _ in MOTTO).encode().decode("latin-1"), LegacyEncoding.MOJIBAKE),
    ],
)
def test_old_letters_are_told_by_their_words(text: str, encoding: LegacyEncoding) -> None:
    assert detect([text]) is encoding
    assert convert(text, encoding) == MOTTO


def test_sound_vietnamese_and_other_languages_are_left_alone() -> None:
    assert detect([MOTTO]) is None
    assert detect(["Le résumé de la séance a été adopté à l'unanimité, déjà signé"]) is None
    assert detect(["Kế hoạch số 12"]) is None
    assert detect([]) is None


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", LegacyEncoding.TCVN3),
        ("ABCDEF+.VnArialH", LegacyEncoding.TCVN3),
        ("VNI-Times", LegacyEncoding.VNI),
        ("ABCDEF+VNI-Helve", LegacyEncoding.VNI),
        ("Times New Roman", None),
        ("Vnarial", None),
        (None, None),
    ],
)
def test_a_font_tells_its_encoding_by_its_name(
    font: str | None, encoding: LegacyEncoding | None
) -> None:
    assert font_encoding(font) is encoding


def test_capital_fonts_draw_small_letters_as_capitals() -> None:
    assert convert_run("quyÕt ®Þnh", ".VnTimeH") == "QUYẾT ĐỊNH"
    assert convert_run("quyÕt ®Þnh", ".VnTime") == "quyết định"


def test_unicode_text_in_an_old_font_is_left_alone() -> None:
    assert convert_run("Quyết định", ".VnTime") == "Quyết định"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (as_bytes(TCVN3), "TCVN3"),
        (as_bytes(VNI), "VNI"),
        (unicodedata.normalize("NFC", "Căn cứ Luật Tổ chức chính quyền địa phương").encode(), None),
        (MOTTO.encode("utf-16"), None),
        (MOTTO.encode("utf-16-le"), None),
        (MOTTO.encode("utf-8-sig"), None),
    ],
)
def test_a_text_file_is_read_whatever_its_encoding(
    tmp_path: Path, data: bytes, encoding: str | None
) -> None:
    path = tmp_path / "cu.txt"
    path.write_bytes(data)
    layout = read_layout(path)

    assert looks_vietnamese(layout.paragraphs()[0].text) is not False
    doubts = [doubt.message for doubt in layout.warnings if doubt.code == "legacy-encoding"]
    assert len(doubts) == (encoding is not None)
    assert all(encoding in message for message in doubts if encoding)


def with_tone_after(letter: str) -> str:
    """The letter as code page 1258 writes it: the vowel with its hat, then the tone."""
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", "".join(p for p in parts if p not in tone)) + tone


def test_code_page_1258_is_read(tmp_path: Path) -> None:
    path = tmp_path / "cu.txt"
    path.write_bytes("".join(map(with_tone_after, MOTTO)).encode("cp1258"))

    assert [p.text for p in read_layout(path).paragraphs()] == [MOTTO]


@pytest.mark.parametrize("word", ["nghĩa", "quyết", "giếng", "gì", "khuỷu", "thuở", "Đường", "yêu"])
def test_a_syllable_is_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["hßa", "zalo", "cạch́", "thícìch", "Vieät", "ngp", "xyz", "các̉"])
def test_gibberish_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@given(st.text())
def test_conversion_never_fails(text: str) -> None:
    for encoding in LegacyEncoding:
        assert isinstance(convert(text, encoding), str)
    detect([text])
