"""Names of files."""

import unicodedata

import pytest

from cchc.platform.storage.naming import clean_name, extension_of
from cchc.platform.storage.refusals import RefusedFile


@pytest.mark.parametrize(
    "name",
    ["Kế hoạch số 272-KH-UBND.docx", "a.pdf", "Báo cáo (lần 2), quý III – 2019.xlsx", "không đuôi"],
)
def test_an_honest_name_is_kept(name):
    assert clean_name(name) == name
    assert clean_name(unicodedata.normalize("NFD", name)) == name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "no_name"),
        ("   ", "no_name"),
        ("..", "no_name"),
        ("../../etc/passwd.pdf", "bad_name"),
        ("C:\\Users\\x\\a.pdf", "bad_name"),
        ("a\x00.pdf", "bad_name"),
        ("a\nb.pdf", "bad_name"),
        ("hoadon\u202efdp.exe", "bad_name"),
        ("a\u200b.pdf", "bad_name"),
        (".htaccess.txt", "bad_name"),
        ("a.pdf.", "bad_name"),
        (" a.pdf", "bad_name"),
        ('a"b.pdf', "bad_name"),
        ("\ud800.pdf", "bad_name"),
        ("a" * 197 + ".pdf", "long_name"),
    ],
)
def test_a_tricky_name_is_refused_with_words(name, code):
    with pytest.raises(RefusedFile) as refusal:
        clean_name(name)

    assert refusal.value.code == code
    assert refusal.value.message.endswith(".")


@pytest.mark.parametrize(
    ("name", "extension"), [("a.PDF", "pdf"), ("a.b.docx", "docx"), ("docx", ""), ("a.", "")]
)
def test_the_extension_follows_the_last_dot(name, extension):
    assert extension_of(name) == extension
