"""A text as a Word document in the layout of official papers (GB/T 9704—2012): A4, 方正小标宋, 仿宋, 22 lines a page.

Written directly: six small files in a zip. A library's template brings 800 kB of styles along, and its clock.
The same text gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence

from sitegen.formats.html_blocks import Block
from sitegen.formats.xml_text import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
FONTS = {
    "方正小标宋简体": "方正小标宋_GBK",
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "黑体": "SimHei",
    "宋体": "SimSun",
}
"""What the standard names, and what to take where that is not installed."""
NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
CENTRED = f'{NO_INDENT}<w:jc w:val="center"/>'
AT_RIGHT = '<w:ind w:rightChars="400" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>'
STYLES = (
    ("Normal", "正文", "仿宋_GB2312", 32, '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>'),
    ("Title", "标题", "方正小标宋简体", 44, CENTRED),
    ("Note", "题注", "楷体_GB2312", 32, CENTRED),
    ("Chapter", "章", "黑体", 32, CENTRED),
    ("Heading1", "一级标题", "黑体", 32, ""),
    ("Heading2", "二级标题", "楷体_GB2312", 32, ""),
    ("Flush", "主送", "仿宋_GB2312", 32, NO_INDENT),
    ("Sign", "落款", "仿宋_GB2312", 32, AT_RIGHT),
    ("Cell", "表格", "仿宋_GB2312", 24, f'<w:spacing w:line="300" w:lineRule="auto"/>{NO_INDENT}'),
    ("Source", "出处", "宋体", 21, f'<w:spacing w:before="579"/>{NO_INDENT}'),
)
"""Id, name, font, size in half points, and what differs in the paragraph."""
CHAPTER = re.compile(r"第[一二三四五六七八九十百]+[编章节]|附\s*则|总\s*则")
DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
LONGEST_NAME = 40
FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def as_docx(title: str, note: str, blocks: Sequence[Block], source: str) -> bytes:
    """Return the document: title, 题注 (may be empty), text, and a line that says where it was published."""
    paragraphs = [_paragraph("Title", title)]
    if note:
        paragraphs.append(_paragraph("Note", note))
    paragraphs += [*_text(blocks), _paragraph("Source", source)]
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _links([("officeDocument", "word/document.xml")]),
        "word/document.xml": f"{HEAD}<w:document {W} {R}><w:body>{''.join(paragraphs)}{_SECTION}</w:body></w:document>",
        "word/_rels/document.xml.rels": _links(
            [("styles", "styles.xml"), ("fontTable", "fontTable.xml"), ("footer", "footer.xml")]
        ),
        "word/styles.xml": _styles(),
        "word/fontTable.xml": _fonts(),
        "word/footer.xml": _FOOTER,
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, FIRST_DAY)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            archive.writestr(info, text)
    return made.getvalue()


def _text(blocks: Sequence[Block]) -> Iterator[str]:
    for at, block in enumerate(blocks):
        if block.rows:
            yield _table(block)
        elif block.level:
            chapter = CHAPTER.match(block.text)
            yield _paragraph("Chapter" if chapter else "Heading1" if block.level <= 2 else "Heading2", block.text)
        elif block.lead:
            yield _paragraph("Normal", block.text, lead=f"{block.lead}　")
        else:
            yield _paragraph(_style_of(at, blocks), block.text)


def _style_of(at: int, blocks: Sequence[Block]) -> str:
    """Return the style of a plain paragraph: whom it is addressed to, who signed it and when, or text."""
    text = blocks[at].text
    if at == 0 and text.endswith("："):
        return "Flush"
    following = blocks[at + 1].text if at + 1 < len(blocks) else ""
    signs = DATE.fullmatch(following) and len(text) <= LONGEST_NAME and not text.endswith(("。", "：", "；"))
    return "Sign" if DATE.fullmatch(text) or signs else "Normal"


def _paragraph(style: str, text: str, lead: str = "") -> str:
    runs = _run(lead, '<w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr>') if lead else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}{_run(text)}</w:p>'


def _run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _table(block: Block) -> str:
    columns = max(len(row) for row in block.rows)
    rows = "".join(_row(row, columns, at < block.head) for at, row in enumerate(block.rows))
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "<w:gridCol/>" * columns
    properties = f'<w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{edges}</w:tblBorders>'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _row(cells: Iterable[str], columns: int, heading: bool) -> str:
    texts = [*cells]
    texts += [""] * (columns - len(texts))
    made = "".join(f"<w:tc>{_paragraph('Cell', text)}</w:tc>" for text in texts)
    repeated = "<w:trPr><w:tblHeader/></w:trPr>" if heading else ""
    return f"<w:tr>{repeated}{made}</w:tr>"


def _styles() -> str:
    made = "".join(_style(*style) for style in STYLES)
    return f"{HEAD}<w:styles {W}>{made}</w:styles>"


def _style(code: str, name: str, font: str, size: int, paragraph: str) -> str:
    first = ' w:default="1"' if code == "Normal" else ""
    base = "" if code == "Normal" else '<w:basedOn w:val="Normal"/>'
    spacing = '<w:spacing w:line="579" w:lineRule="exact"/>' if code == "Normal" else ""
    fonts = f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia={quoteattr(font)}/>'
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{code}"><w:name w:val={quoteattr(name)}/>{base}'
        f"<w:pPr>{spacing}{paragraph}</w:pPr>"
        f'<w:rPr>{fonts}<w:sz w:val="{size}"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:style>'
    )


def _fonts() -> str:
    made = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>' for name, other in FONTS.items()
    )
    return f"{HEAD}<w:fonts {W}>{made}</w:fonts>"


def _links(links: Iterable[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="r{at}" Type="{LINKS}{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(links, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{space}">{made}</Relationships>'


def _content_types() -> str:
    parts = (("document", "document.main"), ("styles", "styles"), ("fontTable", "fontTable"), ("footer", "footer"))
    made = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}{kind}+xml"/>' for name, kind in parts
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{made}</Types>'
    )


_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="r3"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1400" w:gutter="0"/>'
    "</w:sectPr>"
)
"""A4, 37 mm above, 28 mm at the binding, a text area of 156 × 225 mm; the lengths are twentieths of a point."""
_NUMBER = '<w:rPr><w:rFonts w:ascii="SimSun" w:hAnsi="SimSun" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>'
_FOOTER = (
    f'{HEAD}<w:ftr {W}><w:p><w:pPr><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
    f'<w:r>{_NUMBER}<w:t xml:space="preserve">— </w:t></w:r>'
    f'<w:fldSimple w:instr="PAGE"><w:r>{_NUMBER}<w:t>1</w:t></w:r></w:fldSimple>'
    f'<w:r>{_NUMBER}<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
)
