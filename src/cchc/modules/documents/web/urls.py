"""Addresses of documents."""

from __future__ import annotations

from django.urls import path

from cchc.modules.documents.web.views import letters, registers, signing, writing

app_name = "documents"
_LETTER = "van-ban/<int:letter_id>/"
_REGISTER = "van-ban/so/<int:register_id>/"

urlpatterns = [
    path("van-ban/", letters.letters, name="letters"),
    path("van-ban/xuat.xlsx", letters.letters_export, name="letters_export"),
    path("van-ban/moi/", writing.begin, name="letter_new"),
    path("van-ban/so/", registers.registers, name="registers"),
    path(_REGISTER, registers.register, name="register"),
    path(f"{_REGISTER}xuat.xlsx", registers.register_export, name="register_export"),
    path(f"{_REGISTER}ky-hieu/", registers.symbol, name="register_symbol"),
    path(f"{_REGISTER}bo-so/", registers.skip, name="register_skip"),
    path(_LETTER, letters.letter, name="letter"),
    path(f"{_LETTER}van-ban.docx", letters.letter_as_word, name="letter_docx"),
    path(f"{_LETTER}van-ban.pdf", letters.letter_as_pdf, name="letter_pdf"),
    path(f"{_LETTER}sua/", writing.edit, name="letter_edit"),
    path(f"{_LETTER}ban-word/", writing.bring_word, name="letter_word"),
    path(f"{_LETTER}dinh-kem/", writing.attach, name="letter_attach"),
    path(f"{_LETTER}trinh/", signing.submit, name="letter_submit"),
    path(f"{_LETTER}tra-lai/", signing.send_back, name="letter_return"),
    path(f"{_LETTER}phat-hanh/", signing.issue, name="letter_issue"),
    path(f"{_LETTER}gui/", signing.send, name="letter_send"),
    path(f"{_LETTER}thu-hoi/", signing.withdraw, name="letter_withdraw"),
    path(f"{_LETTER}bo/", signing.abandon, name="letter_abandon"),
]
