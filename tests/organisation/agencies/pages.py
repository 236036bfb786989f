"""A person at the pages of agencies, and the tables that they send."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from xlsxwriter import Workbook

from cchc.modules.organisation.models import Person


def browser(person: Person) -> Client:
    """A browser in which the person is signed in."""
    client = Client()
    client.force_login(person)
    return client


def text_of(response: Any) -> str:
    """The page as text."""
    return str(response.content.decode())


def workbook(*rows: tuple[object, ...]) -> bytes:
    """A spreadsheet of these rows."""
    buffer = BytesIO()
    with Workbook(buffer) as book:
        sheet = book.add_worksheet()
        for line, cells in enumerate(rows):
            for at, cell in enumerate(cells):
                sheet.write(line, at, cell)
    return buffer.getvalue()


def send_table(client: Client, content: bytes, **fields: str) -> Any:
    """Send a table of agencies, to be looked at or (act=import) to be brought in."""
    file = SimpleUploadedFile("co-quan.xlsx", content)
    return client.post("/co-quan/nhap/", {"file": file, "on": "15/10/2019", **fields})
