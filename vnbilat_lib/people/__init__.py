"""Persons of an article: names, roles, countries; "Thủ tướng", "ông Khôi" -> the person meant."""

from __future__ import annotations

from dataclasses import replace

from vnbilat_lib.doc import Doc
from vnbilat_lib.people.records import to_records
from vnbilat_lib.people.resolve import resolve
from vnbilat_lib.people.words import Words


def tag_people(doc: Doc) -> Doc:
    """The doc with its mentions of persons and office holders, and the persons behind them."""
    w = Words(doc)
    mentions, persons = to_records(w, resolve(w))
    return replace(doc, mentions=mentions, persons=persons)
