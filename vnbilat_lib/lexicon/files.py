"""Rows about files that others made: what their columns are called, and how the old Vietnamese encodings write a letter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from vnbilat_lib.lexicon.reader import read_table


@dataclass(frozen=True, slots=True)
class ColumnName:
    """What a column of articles is called; field: doc_id, id, text, html, title, published, url, outlet, lead."""

    name: str
    field: str


@dataclass(frozen=True, slots=True)
class LegacyLetter:
    """How an encoding from before Unicode (tcvn3, vni) writes a letter: `codes` are its bytes in hexadecimal digits."""

    encoding: str
    codes: str
    letter: str


@cache
def column_names() -> tuple[ColumnName, ...]:
    """Names of columns, of one field the surest first."""
    return read_table("columns", ColumnName)


@cache
def legacy_letters() -> tuple[LegacyLetter, ...]:
    """The letters of the old encodings."""
    return read_table("legacy_letters", LegacyLetter)
