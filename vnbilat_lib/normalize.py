"""Not written yet."""

from dataclasses import replace
import unicodedata
from vnbilat_lib.alignment import Alignment
from vnbilat_lib.doc import Doc


def normalize(doc: Doc) -> Doc:
    raw = doc.article.text
    return replace(doc, raw=raw, text=raw, alignment=Alignment.identity(len(raw)))
