"""Rows about the shape of a text: abbreviations, beginnings of sentences, furniture; and the words of the pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from vnbilat_lib.lexicon.reader import read_table


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A shortened word whose full stop ends no sentence."""

    abbreviation: str
    example: str


@dataclass(frozen=True, slots=True)
class SentenceStarter:
    """A phrase that is capitalised only where a sentence begins, so that it ends a caption that lost its full stop.

    `kind`: start; name (a given name too: "Lê Văn Hiện", so a word in small letters must precede); date (a number
    follows: "Ngày 5/6"); open (no starter, but a word that ends no sentence: "của", "tháng").
    """

    phrase: str
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class FurniturePhrase:
    """Words that tell furniture; kind: tail, related, share, link, credit, source, agency, byline, within (data/README.md)."""

    phrase: str
    kind: str
    example: str


@cache
def abbreviations() -> tuple[Abbreviation, ...]:
    """Abbreviations written with a full stop."""
    return read_table("abbreviations", Abbreviation)


@cache
def sentence_starters() -> tuple[SentenceStarter, ...]:
    """Phrases that begin a sentence."""
    return read_table("sentence_starters", SentenceStarter)


@cache
def furniture_phrases() -> tuple[FurniturePhrase, ...]:
    """Phrases of related links, share bars, photo credits and bylines."""
    return read_table("furniture", FurniturePhrase)


@dataclass(frozen=True, slots=True)
class Label:
    """A word or phrase of the pages in both languages; `{name}` stands for a value."""

    key: str
    vi: str
    en: str


@cache
def labels() -> dict[str, Label]:
    """The words of the pages by key."""
    return {row.key: row for row in read_table("labels", Label)}
