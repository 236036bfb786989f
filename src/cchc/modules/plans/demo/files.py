"""Proofs of the demo: small real Word and PDF files, no two alike unless that is the point."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx

_TITLE, _BODY = "TEN-SAN-PHAM", "NOI-DUNG-SAN-PHAM"


def word_file(title: str, body: str) -> bytes:
    """A Word file of one page with this title and text."""
    buffer = BytesIO()
    with ZipFile(BytesIO(_template())) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "word/document.xml":
                text = content.decode().replace(_TITLE, _escaped(title))
                content = text.replace(_BODY, _escaped(body)).encode()
            target.writestr(entry, content)
    return buffer.getvalue()


def pdf_file(title: str) -> bytes:
    """A PDF file of one page with this text (plain letters: the file carries no font)."""
    said = title.replace("\\", "").replace("(", "").replace(")", "")
    page = f"BT /F1 14 Tf 72 760 Td ({said}) Tj ET".encode("ascii", "ignore")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return body + head + tail % (len(objects) + 1, len(body))


@cache
def _template() -> bytes:
    document = docx.Document()
    document.add_heading(_TITLE, level=1)
    document.add_paragraph(_BODY)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
