"""Reads the XML inside Office files: no document types, no entities, nothing fetched."""

from __future__ import annotations

import re

from lxml import etree

from cchc.officialdocs.errors import DangerousDocument
from cchc.officialdocs.sources.limits import Limits
from cchc.officialdocs.sources.zipped import damaged_container

Element = etree._Element

_DOCTYPE = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
# The strict variant of the format says the same in other name spaces.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)  # fmt: skip


def parse(data: bytes, limits: Limits) -> Element:
    """The root of an XML part; raises DangerousDocument, DamagedDocument."""
    refuse_doctype(data)
    for strict, usual in _STRICT:
        if strict in data[:20_000]:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        if "depth" in str(problem).lower():
            raise too_deep() from problem
        raise damaged_container() from problem
    if root.getroottree().docinfo.internalDTD is not None:
        raise external_entities()
    if _depth_over(root, limits.xml_depth):
        raise too_deep()
    return root


def refuse_doctype(data: bytes) -> None:
    """Raises DangerousDocument when the part declares a document type or entities."""
    if _DOCTYPE.search(data):
        raise external_entities()


def local(element: Element) -> str:
    """The name of an element without its name space."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def external_entities() -> DangerousDocument:
    """The refusal of XML that declares a document type or entities: no program writes them."""
    return DangerousDocument(
        "external-entities",
        "Tệp có khai báo thực thể ngoài (DTD) không được phép nên hệ thống không mở.",
    )


def too_deep() -> DangerousDocument:
    """The refusal of XML nested beyond all measure."""
    return DangerousDocument("too-deep", "Tệp có cấu trúc lồng nhau quá sâu nên hệ thống không mở.")


def _depth_over(root: Element, limit: int) -> bool:
    return bool(root.getroottree().xpath(f"boolean({'/*' * (limit + 1)})"))
