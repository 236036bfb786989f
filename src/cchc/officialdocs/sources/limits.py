"""How large a document may be: every limit of the readers in one place."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.officialdocs.errors import DangerousDocument, OversizedDocument

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What the readers take at most; whatever goes over is refused, naming the limit."""

    file_bytes: int = 100 * MEGABYTE
    pages: int = 1_000
    scanned_pages: int = 300
    table_rows: int = 10_000
    table_columns: int = 100
    text_characters: int = 20_000_000
    zip_entries: int = 5_000
    inflated_bytes: int = 200 * MEGABYTE
    """Of all parts of a zip container together, while they are inflated."""
    xml_part_bytes: int = 64 * MEGABYTE
    """Of one XML part, inflated."""
    inflation_ratio: int = 900
    """Inflated to compressed size of one part; only asked of parts over one megabyte.

    Tens of thousands of equal table rows reach 300; nothing an office writes comes near 900.
    """
    image_pixels: int = 120_000_000
    xml_depth: int = 250
    seconds_per_page: int = 90
    """How long the recognition of one scanned page may take."""


DEFAULT_LIMITS = Limits()


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def check_file_size(size: int, limits: Limits) -> None:
    """Refuse a file over the size limit; raises OversizedDocument."""
    if size > limits.file_bytes:
        raise OversizedDocument(
            "file-too-large",
            f"Tệp có dung lượng {size / MEGABYTE:.0f} MB, vượt giới hạn "
            f"{limits.file_bytes // MEGABYTE} MB. "
            "Hãy tách tệp hoặc giảm dung lượng ảnh rồi gửi lại.",
        )


def check_pages(count: int, limits: Limits) -> None:
    """Refuse a document with too many pages; raises OversizedDocument."""
    if count > limits.pages:
        raise OversizedDocument(
            "too-many-pages",
            f"Tài liệu có {_count(count)} trang, vượt giới hạn {_count(limits.pages)} trang. "
            "Hãy tách tài liệu rồi gửi lại.",
        )


def check_scanned_pages(count: int, limits: Limits) -> None:
    """Refuse a scan with too many pages to recognise; raises OversizedDocument."""
    if count > limits.scanned_pages:
        raise OversizedDocument(
            "too-many-scanned-pages",
            f"Tài liệu có {_count(count)} trang ảnh cần nhận dạng chữ, vượt giới hạn "
            f"{_count(limits.scanned_pages)} trang. Hãy tách tài liệu rồi gửi lại.",
        )


def check_rows(count: int, limits: Limits) -> None:
    """Refuse a table with too many rows; raises OversizedDocument."""
    if count > limits.table_rows:
        raise OversizedDocument(
            "too-many-rows",
            f"Tài liệu có bảng vượt giới hạn {_count(limits.table_rows)} dòng. "
            "Hãy tách bảng rồi gửi lại.",
        )


def check_characters(count: int, limits: Limits) -> None:
    """Refuse a document with too much text; raises OversizedDocument."""
    if count > limits.text_characters:
        raise OversizedDocument(
            "too-much-text",
            f"Tài liệu có quá nhiều chữ (giới hạn {_count(limits.text_characters)} ký tự). "
            "Hãy tách tài liệu rồi gửi lại.",
        )


def check_pixels(width: int, height: int, limits: Limits) -> None:
    """Refuse a picture whose dimensions would exhaust the memory; raises DangerousDocument."""
    if width * height > limits.image_pixels:
        raise image_too_large(limits)


def image_too_large(limits: Limits) -> DangerousDocument:
    """The refusal of a picture of absurd dimensions."""
    return DangerousDocument(
        "image-too-large",
        f"Ảnh vượt giới hạn {_count(limits.image_pixels // 1_000_000)} triệu điểm ảnh. "
        "Hãy quét lại ở 200-300 dpi.",
    )
