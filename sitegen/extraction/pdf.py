"""PDF: pages, comments, form fields, properties, embedded files."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from sitegen.extraction.kinds import COMMENTS, DAMAGED, ENCRYPTED, NO_TEXT, TOO_MUCH
from sitegen.extraction.records import Allowance, Extract, Piece, Trouble, UnreadableError

_NOTES = frozenset(
    (
        pdfium.FPDF_ANNOT_TEXT,
        pdfium.FPDF_ANNOT_FREETEXT,
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_UNDERLINE,
        pdfium.FPDF_ANNOT_STRIKEOUT,
        pdfium.FPDF_ANNOT_STAMP,
        pdfium.FPDF_ANNOT_CARET,
    )
)
_UNSEEN_HYPHEN = "\ufffe"


class PdfParts:
    """A PDF, opened; `extract` is what it says, `files` what is embedded in it."""

    def __init__(self, data: bytes, allowance: Allowance) -> None:
        """Raises `UnreadableError` for what is no PDF or has a password."""
        try:
            self._pdf = pypdfium2.PdfDocument(data)
            self._count = len(self._pdf)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower() or "security" in str(error).lower():
                raise UnreadableError(ENCRYPTED) from error
            raise UnreadableError(DAMAGED, "不是完整的 PDF") from error
        self._allowance = allowance
        self._troubles: list[Trouble] = []

    def extract(self) -> Extract:
        """Return the text of all pages and what lies over them (SG723, SG724, SG727)."""
        pages = min(self._count, self._allowance.limits.pages)
        if pages < self._count:
            detail = f"共 {self._count} 页，只查了前 {pages} 页"
            self._troubles.append(Trouble(kind=TOO_MUCH, detail=detail))
        text, marks, notes = self._pages(pages)
        if pages and not "".join(text).strip():
            self._troubles.append(Trouble(kind=NO_TEXT, detail=str(self._count)))
        if notes:
            self._troubles.append(Trouble(kind=COMMENTS, detail=str(len(notes))))
        facts = self._pdf.get_metadata_dict(skip_empty=True)
        tops = tuple(at for at, _ in marks)
        pieces = [
            Piece(text="".join(text), marks=marks, tops=tops),
            Piece(text="\n".join(notes), where="批注和表单"),
            Piece(text="\n".join(facts.values()), where="文件属性"),
        ]
        people = tuple(filter(None, (facts.get("Author", ""),)))
        found = tuple(piece for piece in pieces if piece.text.strip())
        return Extract(pieces=found, troubles=tuple(self._troubles), people=people)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the embedded files: their names and bytes."""
        for number in range(self._pdf.count_attachments()):
            attachment = self._pdf.get_attachment(number)
            data = bytes(attachment.get_data())
            self._allowance.file()
            self._allowance.take(len(data))
            yield attachment.get_name(), data

    def close(self) -> None:
        """Give back what the library holds."""
        self._pdf.close()

    def _pages(self, count: int) -> tuple[list[str], tuple[tuple[int, str], ...], list[str]]:
        """Return the texts of pages, where each begins, and the comments over them."""
        texts: list[str] = []
        marks: list[tuple[int, str]] = []
        notes: list[str] = []
        at = 0
        for number in range(count):
            try:
                text, more = _page(self._pdf, number)
            except pypdfium2.PdfiumError:
                detail = f"第{number + 1}页读不出来"
                self._troubles.append(Trouble(kind=TOO_MUCH, detail=detail))
                continue
            marks.append((at, f"第{number + 1}页"))
            texts.append(text)
            notes += more
            at += len(text)
            self._allowance.take(len(text))
        return texts, tuple(marks), notes


def _page(document: pypdfium2.PdfDocument, number: int) -> tuple[str, list[str]]:
    page = document[number]
    try:
        words = page.get_textpage()
        try:
            text = words.get_text_range().replace("\r\n", "\n").replace("\r", "\n").replace(_UNSEEN_HYPHEN, "")
        finally:
            words.close()
        return text + "\n\n", list(_notes(page))
    finally:
        page.close()


def _notes(page: pypdfium2.PdfPage) -> Iterator[str]:
    """Yield the comments of a page, and what is filled into its form fields."""
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(note)
            key = b"V" if kind == pdfium.FPDF_ANNOT_WIDGET else b"Contents"
            text = _string(note, key) if kind in _NOTES or kind == pdfium.FPDF_ANNOT_WIDGET else ""
            if text.strip():
                yield text
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def _string(note: pdfium.FPDF_ANNOTATION, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAnnot_GetStringValue(
        note, key, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size
    )
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")
