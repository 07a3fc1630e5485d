"""What is read from a source: items of bytes that become articles, and the problems of those that do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from vnbilat_lib.sources.places import Place

Kind = Literal["text", "page", "record"]
Metadata = tuple[tuple[str, str], ...]
Columns = tuple[tuple[str, str], ...]  # field, the column's name in the file

SURROGATE = re.compile("[\ud800-\udfff]")
# What would break a line, hide, or turn the direction of what stands behind it, in a list of files.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
LONGEST_NAME = 500


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or coded. `path` is relative to the source.

    `position` is the line of a text file or table, the row of a Parquet file, the record of a WARC file, counted from 1.
    """

    path: str | None
    doc_id: str | None
    position: int | None
    stage: str
    error: str


@dataclass(frozen=True, slots=True)
class Item:
    """One article's bytes as they stand in a file: a text, a page of HTML, or a record (an object of JSON).

    `metadata` is what is known from outside of it and wins; `hints` are what its surroundings tell (the address at which a
    crawler found a page) and give way. With `error`, it is a place where an article should be and cannot be read.
    """

    path: str
    data: bytes
    position: int | None = None
    kind: Kind = "text"
    metadata: Metadata = ()
    hints: Metadata = ()
    columns: Columns = ()
    error: str | None = None

    @property
    def place(self) -> str:
        """Path and position, unique in a source."""
        return self.path if self.position is None else f"{self.path}:{self.position}"


@dataclass(slots=True)
class Source:
    """Files of articles, read once from first to last; what stands below `columns` fills as they are read.

    `problems` are those of metadata.csv; `digests` the SHA-256 of each file as it lies on the disk; `read` of `size` bytes there
    have been read so far; `records` counts the items, and `passed_over` what a web crawl holds besides pages.
    """

    place: Place
    files: tuple[str, ...]
    size: int
    ids: dict[str, str] = field(default_factory=dict)
    metadata: dict[str, dict[str, str]] = field(default_factory=dict)
    columns: Columns = ()
    problems: list[Problem] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    read: int = 0
    records: int = 0
    passed_over: int = 0

    def known(self, doc_id: str) -> Metadata:
        """What metadata.csv knows of an article."""
        return tuple(self.metadata.get(doc_id, {}).items())


Items = Iterator[Item]


def whole(text: str) -> str:
    r"""`text` with each lone surrogate, which no file can hold, as U+FFFD: the length stays.

    >>> whole("Vân\ud800Nam") == "Vân\ufffdNam"
    True
    """
    return SURROGATE.sub("\ufffd", text)


def plain(value: object) -> str:
    r"""A name or address as one line without unseen characters; two that differ stay different in length or letters.

    >>> plain(" tin\n1\u202e "), plain(17)
    ('tin\ufffd1\ufffd', '17')
    """
    return _UNSEEN.sub("\ufffd", whole(str(value)).strip())


def label(name: str) -> str:
    """A file's name as a path to show: one line, not endless.

    >>> label("tin/2017/a.txt")
    'tin/2017/a.txt'
    """
    shown = _UNSEEN.sub("\ufffd", whole(name))
    return shown if len(shown) <= LONGEST_NAME else f"{shown[: LONGEST_NAME - 1]}…"
