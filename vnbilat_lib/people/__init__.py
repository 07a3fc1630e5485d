"""Persons of an article: names, roles, countries; "Thủ tướng", "ông Khôi" -> the person meant."""

from __future__ import annotations

from dataclasses import replace

from vnbilat_lib.doc import Doc
from vnbilat_lib.people.resolve import resolve
from vnbilat_lib.people.words import Words


def tag_people(doc: Doc) -> Doc:
    """The doc with its mentions of persons and office holders, and the persons behind them."""
    if not doc.sentences:
        return replace(doc, mentions=(), persons=())
    mentions, persons = resolve(doc, Words(doc))
    return replace(doc, mentions=mentions, persons=persons)
