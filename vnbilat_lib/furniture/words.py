"""The words of furniture, and what begins a sentence behind a photographer's name."""

from __future__ import annotations

import re
from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.letters import UPPER
from vnbilat_lib.match import Endings, Phrases, fold

NAME_WORD = re.compile(rf"[ ]?([{UPPER}](?:[\w'&+]|-(?![{UPPER}]{{2}})|\.(?=\w)){{0,24}}+)")
ADDRESS = re.compile(r"[ ]?[a-zA-Z][a-zA-Z0-9-]{1,30}(?:\.[A-Za-z]{2,6}){1,3}(?!\w)")  # "vov.vn"
LINE = re.compile(r"[^\n]++")
STOP_AT_END = re.compile(r"""[.!?…]["')\]]{0,2}$""")
_DIGIT_NEXT = re.compile(r"[ ]\d")


@cache
def phrases(kind: str) -> Phrases[str]:
    """The phrases of a kind; agencies by their capitals."""
    return Phrases(((row.phrase, row.kind) for row in lexicon.furniture_phrases() if row.kind == kind), cased=kind == "agency")


@cache
def word_list(kind: str) -> frozenset[str]:
    """The phrases of a kind, folded, to compare with whole labels."""
    return frozenset(fold(row.phrase) for row in lexicon.furniture_phrases() if row.kind == kind)


@cache
def credit_cues() -> tuple[str, ...]:
    """What stands before the colon of a credit, the longest first."""
    return tuple(sorted((row.phrase for row in lexicon.furniture_phrases() if row.kind == "credit"), key=len, reverse=True))


@cache
def byline_words() -> frozenset[str]:
    """The small words of a byline: "tổng", "hợp", "theo", "và"."""
    return frozenset(word for kind in ("byline", "within") for phrase in word_list(kind) for word in phrase.split())


@cache
def surnames() -> frozenset[str]:
    """First syllables of Vietnamese, Chinese and Korean names."""
    return frozenset(row.surname for row in lexicon.surnames())


@cache
def _offices() -> Phrases[str]:
    return Phrases((t.title, t.kind) for t in lexicon.titles() if t.kind in {"office", "function", "rank"} and " " in t.title)


@cache
def openers() -> Phrases[str]:
    """What else begins the sentence after a photographer's name: a country or city, "Theo", "Trước đó"."""
    places = [c.name for c in lexicon.countries() if not c.ambiguous]
    places += [r.name for r in lexicon.regions() if not r.ambiguous]
    places += [c.name for c in lexicon.cities() if not c.ambiguous]
    starters = [row.phrase for row in lexicon.sentence_starters() if row.kind in {"start", "name"}]
    return Phrases(((phrase, "opener") for phrase in [*(p for p in places if " " in p), *starters]), cased=True)


@cache
def _dates() -> frozenset[str]:
    """What begins a sentence before a number: "Ngày", "Chiều"."""
    return frozenset(row.phrase for row in lexicon.sentence_starters() if row.kind == "date")


@cache
def abbreviations() -> frozenset[str]:
    """Words whose full stop ends no sentence."""
    return frozenset(row.abbreviation for row in lexicon.abbreviations())


@cache
def honorifics() -> frozenset[str]:
    """Forms of address such as "Ông" and "bà", folded."""
    return frozenset(fold(t.title) for t in lexicon.titles() if t.kind == "honorific")


@cache
def titles_before() -> Endings[str]:
    """What a person's name follows in running text: "Chủ tịch", "ông"."""
    return Endings((t.title, t.kind) for t in lexicon.titles() if t.kind != "modifier")


@cache
def open_words() -> frozenset[str]:
    """Words that end no sentence: "của", "ở"."""
    return frozenset(row.phrase for row in lexicon.sentence_starters() if row.kind == "open")


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(t.title for t in lexicon.titles() if t.kind == "modifier")


def begins(phrases: Phrases[str], text: str, at: int) -> int | None:
    """Where a phrase that begins at `at` ends."""
    first = next(iter(phrases.find(text, at, min(len(text), at + 50))), None)
    return first[0].end if first and first[0].start == at else None


def opens_sentence(text: str, at: int) -> bool:
    """Whether an office, a place or a phrase that begins sentences stands at `at`: "Tổng Bí thư", "Phó Thủ tướng", "Trước đó"."""
    word = NAME_WORD.match(text, at)
    if word and fold(word.group(1)) in _modifiers() and begins(_offices(), text, word.end() + 1):
        return True
    if word and word.group(1) in _dates() and _DIGIT_NEXT.match(text, word.end()):
        return True
    return begins(_offices(), text, at) is not None or begins(openers(), text, at) is not None
