"""What a file holds, told from its first bytes; its name is asked only where these leave it open."""

from __future__ import annotations

import csv
import re
from typing import Literal

from vnbilat_lib.sources.columns import find_columns
from vnbilat_lib.sources.items import Columns
from vnbilat_lib.sources.pages import is_page
from vnbilat_lib.sources.streams import UnreadableError

Format = Literal["zip", "tar", "parquet", "warc", "page", "lines", "json", "table", "text"]
SEPARATORS = ",;\t|"
WIDEST, LONGEST = 200, 60  # cells of a header that is known by its names alone, letters of a cell

_SIGNS: tuple[tuple[bytes, Format], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
)
# Files that people keep beside articles; text has to be taken out of them first.
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x89HDF", "an HDF5 file"),
    (b"ORC", "an ORC file"),
    (b"Obj\x01", "an Avro file"),
    (b"ARROW1", "an Arrow file"),
    (b"filedesc://", "an ARC file: convert it to WARC"),
)
_JSON_OBJECT = re.compile(r'\s*\{\s*(?:"|\}|$)')
_JSON_LIST = re.compile(r"\s*\[\s*(?:\{|$)")
_PRETTY = re.compile(r"\s*\{[ \t\r]*\n")


def sniff(head: bytes, name: str, columns: Columns) -> Format:
    """The format of a file that begins with `head`; raises UnreadableError where it is one that is not read."""
    for sign, kind in _SIGNS:
        if head.startswith(sign):
            return kind
    if head[257:262] == b"ustar":
        return "tar"
    for sign, what in _OTHERS:
        if head.startswith(sign) and (b"\0" in head or sign in {b"%PDF", b"{\\rtf", b"filedesc://", b"Rar!"}):
            raise UnreadableError(
                f"{what}: this format is not read; save the article as UTF-8 text, or the articles as JSON Lines"
            )
    return _sniff_text(text_of(head), name.lower(), columns)


def _sniff_text(text: str, name: str, columns: Columns) -> Format:
    if is_page(text):
        return "page"
    if _JSON_LIST.match(text) or (_PRETTY.match(text) and not name.endswith((".jsonl", ".ndjson"))):
        return "json"
    if _JSON_OBJECT.match(text) or name.endswith((".jsonl", ".ndjson")):
        return "lines"
    first = text.lstrip("\ufeff\r\n").split("\n", 1)[0]
    header = header_of(first)
    is_header = 2 <= len(header) <= WIDEST and max(map(len, header)) <= LONGEST
    if (is_header and find_columns(header, columns).keys() & {"text", "html"}) or name.endswith((".csv", ".tsv")):
        return "table"
    return "text"


def text_of(head: bytes) -> str:
    """The first characters of a file, for its signs: they are ASCII in all encodings but UTF-16 and UTF-32."""
    from_wide = wide_encoding(head)
    if from_wide:
        return head.decode(from_wide, "replace").removeprefix("\ufeff")
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def wide_encoding(head: bytes) -> str | None:
    """The encoding of a text of two or four bytes a letter; None of any other."""
    if head.startswith(b"\xff\xfe\0\0"):
        return "utf-32"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = head[:400]
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if len(start) >= 4 and max(even, odd) > 0.3 * len(start) / 2 and min(even, odd) == 0:
        return "utf-16-be" if even > odd else "utf-16-le"
    return None


def separator_of(header: str) -> str:
    """What stands between the cells of a table's first line.

    >>> separator_of("id;tiêu đề;nội dung")
    ';'
    """
    return max(SEPARATORS, key=header.count)


def header_of(line: str) -> tuple[str, ...]:
    """The names in a table's first line."""
    try:
        return tuple(cell.strip() for cell in next(csv.reader([line.rstrip("\r\n")], delimiter=separator_of(line)), ()))
    except csv.Error:
        return ()
