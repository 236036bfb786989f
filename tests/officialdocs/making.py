"""Documents made in code for the readers: Word files, PDF files, scans and pictures."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw, ImageFont

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELS = (
    '<?xml version="1.0"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)


# --- Word -------------------------------------------------------------------------------------


def run(text: str, look: str = "") -> str:
    """A run; `look` are the elements of its properties."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(content: str, properties: str = "") -> str:
    """A paragraph of text, or of runs already made."""
    inner = content if content.startswith("<") else (run(content) if content else "")
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def cell(content: str, span: int = 1, merge: str = "") -> str:
    """A cell; `merge` is "restart" or "continue" for cells merged downwards."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if merge:
        properties += '<w:vMerge w:val="restart"/>' if merge == "restart" else "<w:vMerge/>"
    inner = content if content.startswith(("<w:p>", "<w:tbl>")) else para(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: Sequence[str], widths: Sequence[int] = ()) -> str:
    """A table of cells already made, or of plain texts."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        f"<w:tr>{''.join(each if each.startswith('<w:tc') else cell(each) for each in row)}</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def make_docx(path: Path, *body: str, parts: Mapping[str, str | bytes] | None = None) -> Path:
    """A Word file with this body; `parts` are further parts by name, or replace the usual ones."""
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document {W} '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{''.join(body)}</w:body></w:document>"
    )
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _PACKAGE_RELS,
        "word/document.xml": document,
        **(parts or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in whole.items():
            container.writestr(name, data)
    return path


def numbering(*levels: tuple[str, str], number: int = 1) -> dict[str, str]:
    """The part with one list, of levels as (format, text)."""
    recipe = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return {
        "word/numbering.xml": f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{recipe}'
        f'</w:abstractNum><w:num w:numId="{number}"><w:abstractNumId w:val="7"/></w:num>'
        "</w:numbering>"
    }


def item(level: int = 0, number: int = 1) -> str:
    """The properties of a paragraph that is an item of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


# --- PDF --------------------------------------------------------------------------------------

A4 = (595.0, 842.0)


@dataclass
class PdfPage:
    """A page on which text and lines are put; positions are points from the top left."""

    size: tuple[float, float] = A4
    operators: list[str] = field(default_factory=list)
    image: Image.Image | None = None

    def text(self, x: float, top: float, text: str, size: float = 13, font: str = "F1") -> PdfPage:
        """A line of text whose baseline lies a letter's height below `top`."""
        codes = "".join(f"{ord(letter):04x}" for letter in text)
        at = f"{x:.2f} {self.size[1] - top - 0.78 * size:.2f}"
        self.operators.append(f"BT /{font} {size} Tf {at} Td <{codes}> Tj ET")
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> PdfPage:
        """A ruling line."""
        height = self.size[1]
        self.operators.append(f"0.5 w {x0} {height - y0} m {x1} {height - y1} l S")
        return self

    def table(
        self, xs: Sequence[float], top: float, rows: Sequence[Sequence[str]], *, ruled: bool = True
    ) -> float:
        """A table with lines wrapped at each column; the height at which it ends."""
        size, leading = 11.0, 14.0
        for row in rows:
            wrapped = [wrap(text, xs[at + 1] - xs[at] - 10, size) for at, text in enumerate(row)]
            height = leading * max(len(lines) for lines in wrapped) + 6
            for at, lines in enumerate(wrapped):
                for place, line in enumerate(lines):
                    self.text(xs[at] + 5, top + 3 + place * leading, line, size)
            if ruled:
                self.line(xs[0], top, xs[-1], top)
                for x in xs:
                    self.line(x, top, x, top + height)
            top += height
        if ruled:
            self.line(xs[0], top, xs[-1], top)
        return top


def width_of(letter: str) -> float:
    """The width of a letter in the made PDF files, in letter sizes."""
    if letter in " .,;:()ijlIt|'/-":
        return 0.3
    return 0.65 if letter.isupper() else 0.5


def wrap(text: str, width: float, size: float) -> list[str]:
    """The text in lines no wider than `width`."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and sum(map(width_of, longer)) * size > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def make_pdf(path: Path, *pages: PdfPage, extra: str = "", is_broken_font: bool = False) -> Path:
    """A PDF file with a text layer in fonts F1 and F2 (bold); `extra` goes into the trailer."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    letters = {code for page in pages for code in _codes(page)}
    fonts = [_add_font(objects, letters, "Times", is_broken=is_broken_font)]
    fonts.append(_add_font(objects, letters, "Times-Bold", is_broken=is_broken_font))
    kids = []
    for page in pages:
        content = "\n".join(page.operators).encode()
        resources = f"/Font << /F1 {fonts[0]} 0 R /F2 {fonts[1]} 0 R >>"
        if page.image is not None:
            objects.append(_image(page.image))
            resources += f" /XObject << /Im {len(objects)} 0 R >>"
            content += f"\nq {page.size[0]} 0 0 {page.size[1]} 0 0 cm /Im Do Q".encode()
        objects.append(_stream(content))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.size[0]} {page.size[1]}] "
            f"/Contents {len(objects)} 0 R /Resources << {resources} >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    path.write_bytes(_assembled(objects, extra))
    return path


def _codes(page: PdfPage) -> set[int]:
    codes = set()
    for operator in page.operators:
        if "<" in operator:
            text = operator.partition("<")[2].partition(">")[0]
            codes |= {int(text[at : at + 4], 16) for at in range(0, len(text), 4)}
    return codes


def _add_font(objects: list[bytes], letters: set[int], name: str, *, is_broken: bool) -> int:
    """A font whose codes are the letters themselves; a broken one does not say so."""
    widths = " ".join(f"{code} [{int(width_of(chr(code)) * 1000)}]" for code in sorted(letters))
    pairs = "\n".join(f"<{code:04x}> <{code:04x}>" for code in sorted(letters))
    mapping = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{pairs}\nendbfchar endcmap end end"
    )
    objects.append(_stream(mapping.encode()))
    to_unicode = "" if is_broken else f"/ToUnicode {len(objects)} 0 R"
    objects.append(
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -220 1000 780] "
        "/ItalicAngle 0 /Ascent 780 /Descent -220 /CapHeight 700 /StemV 80 >>".encode()
    )
    objects.append(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity "
        f"/FontDescriptor {len(objects)} 0 R /DW 500 /W [{widths}] >>".encode()
    )
    objects.append(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
        f"/DescendantFonts [{len(objects)} 0 R] {to_unicode} >>".encode()
    )
    return len(objects)


def _stream(data: bytes, head: str = "") -> bytes:
    packed = zlib.compress(data)
    filters = "" if "/Filter" in head else "/Filter /FlateDecode"
    body = data if "/Filter" in head else packed
    return f"<< /Length {len(body)} {filters} {head} >>\nstream\n".encode() + body + b"\nendstream"


def _image(image: Image.Image) -> bytes:
    gray = image.convert("L")
    return _stream(
        gray.tobytes(),
        f"/Type /XObject /Subtype /Image /Width {gray.width} /Height {gray.height} "
        "/ColorSpace /DeviceGray /BitsPerComponent 8",
    )


def _assembled(objects: Sequence[bytes], extra: str) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {extra} >>\n".encode()
    out += f"startxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


# --- scans ------------------------------------------------------------------------------------

_FONTS = (
    "/usr/share/fonts/truetype/freefont/FreeSerif.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
)


def font_file() -> str | None:
    """A font of the system that has the Vietnamese letters, None when there is none."""
    return next((name for name in _FONTS if Path(name).exists()), None)


@dataclass
class Paper:
    """A page drawn as a picture at `dpi`, as a scanner would deliver it."""

    dpi: int = 200
    size: tuple[float, float] = A4
    picture: Image.Image = field(init=False)

    def __post_init__(self) -> None:
        """Begin with white paper."""
        shape = tuple(round(side * self.dpi / 72) for side in self.size)
        self.picture = Image.new("RGB", (shape[0], shape[1]), "white")

    def text(self, x: float, top: float, text: str, size: float = 13) -> Paper:
        """A line of text."""
        file = font_file()
        assert file is not None
        font = ImageFont.truetype(file, size * self.dpi / 72)
        ImageDraw.Draw(self.picture).text(self._at(x, top), text, fill="black", font=font)
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Paper:
        """A ruling line."""
        draw = ImageDraw.Draw(self.picture)
        draw.line(
            [*self._at(x0, y0), *self._at(x1, y1)], fill="black", width=max(self.dpi // 100, 1)
        )
        return self

    def table(self, xs: Sequence[float], top: float, rows: Sequence[Sequence[str]]) -> float:
        """A ruled table with lines wrapped at each column; the height at which it ends."""
        for row in rows:
            wrapped = [self._wrapped(text, xs[at + 1] - xs[at] - 12) for at, text in enumerate(row)]
            height = 17 * max(len(lines) for lines in wrapped) + 8
            for at, lines in enumerate(wrapped):
                for place, line in enumerate(lines):
                    self.text(xs[at] + 5, top + 3 + place * 17, line)
            self.line(xs[0], top, xs[-1], top)
            for x in xs:
                self.line(x, top, x, top + height)
            top += height
        self.line(xs[0], top, xs[-1], top)
        return top

    def stamp(self, x: float, top: float) -> Paper:
        """A round red stamp."""
        box = [*self._at(x, top), *self._at(x + 100, top + 100)]
        ImageDraw.Draw(self.picture).ellipse(box, outline=(205, 40, 50), width=self.dpi // 40)
        return self

    def turned(self, degrees: float) -> Paper:
        """The page lying askew on the glass."""
        self.picture = self.picture.rotate(
            degrees, resample=Image.Resampling.BICUBIC, fillcolor="white"
        )
        return self

    def _wrapped(self, text: str, width: float, size: float = 13) -> list[str]:
        file = font_file()
        assert file is not None
        font = ImageFont.truetype(file, size)
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and font.getlength(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def _at(self, x: float, y: float) -> tuple[int, int]:
        return round(x * self.dpi / 72), round(y * self.dpi / 72)


def make_scan(path: Path, *papers: Paper) -> Path:
    """The pages as a PDF file of pictures."""
    first, *others = [paper.picture for paper in papers]
    first.save(path, save_all=True, append_images=others, resolution=papers[0].dpi)
    return path
