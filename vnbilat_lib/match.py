"""Phrases of the word lists in a text, longest first, by whole syllables (Aho-Corasick)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

import ahocorasick  # type: ignore[import-not-found]  # it ships no types

from vnbilat_lib.doc import Span

Value = TypeVar("Value")

# "hoà" and "hòa", "uỷ" and "ủy" are one syllable spelled in two ways: the tone stands on the second or on the first vowel.
_GLIDES = {"oa": "àáảãạ òóỏõọ", "oe": "èéẻẽẹ òóỏõọ", "uy": "ỳýỷỹỵ ùúủũụ"}
_MOVED: dict[str, str] = {
    glide[0] + late: early + glide[1]
    for glide, tones in _GLIDES.items()
    for late, early in zip(*tones.split(), strict=True)
}
_MOVED |= {old.title(): new.title() for old, new in _MOVED.items()} | {old.upper(): new.upper() for old, new in _MOVED.items()}
_TONED = "".join(sorted({pair[1] for pair in _MOVED}))
_OPEN_GLIDE = re.compile(rf"[oOuU][{_TONED}](?![^\W\d_])")  # nothing follows in the syllable


def _move_tone(glide: re.Match[str]) -> str:
    pair = str(glide.group())
    if pair[0] in "uU" and glide.string[max(0, glide.start() - 1) : glide.start()] in {"q", "Q"}:  # "quý": the u is the onset's
        return pair
    return _MOVED.get(pair, pair)


def settle_tones(text: str) -> str:
    """`text` (NFC) with the tone of "oa", "oe", "uy" on the first vowel, of the same length.

    >>> settle_tones("Uỷ ban Hoà Bình, toàn quốc"), settle_tones("quý")
    ('Ủy ban Hòa Bình, toàn quốc', 'quý')
    """
    return _OPEN_GLIDE.sub(_move_tone, text)


# What a pattern without regard to case takes for an "i" or "s", and lower() does not.
_LIKE_LATIN = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})


def small(text: str) -> str:
    """The text in small letters as a pattern without regard to case compares them, so that what it finds is found in a word list.

    >>> small("HaI mươİ")
    'hai mươi'
    """
    return text.translate(_LIKE_LATIN).lower()


def fold(text: str) -> str:
    """The comparison form of `text` (NFC), of the same length: lower case, tone marks in one place.

    >>> fold("Khu Uỷ HOÀ Bình"), fold("toàn")
    ('khu ủy hòa bình', 'toàn')
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" has two characters in lower case
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return settle_tones(lowered)


# Each stage looks for its own phrases in one and the same text: these two remember the comparison forms of the last long ones.
_LONG = 300
_last_folded = lru_cache(maxsize=8)(fold)
_last_settled = lru_cache(maxsize=8)(settle_tones)


class Phrases(Generic[Value]):
    """A compiled word list: `find` yields its phrases in a text, the longest first from the left, without overlap.

    `entries` are (phrase, value); several values of one phrase are kept in order. `cased` matches capitals as written, else
    case and the place of tone marks do not matter. A phrase matches only between characters that are no letters or digits.

    >>> list(Phrases([("Hà Lan", "NL"), ("Lan", "x")], cased=True).find("Thủ tướng Hà Lan."))
    [(Span(start=10, end=16), ('NL',))]
    """

    __slots__ = ("_automaton", "_cased")

    def __init__(self, entries: Iterable[tuple[str, Value]], *, cased: bool = False) -> None:
        self._cased = cased
        grouped: dict[str, list[Value]] = {}
        for phrase, value in entries:
            grouped.setdefault(settle_tones(phrase) if cased else fold(phrase), []).append(value)
        self._automaton = ahocorasick.Automaton()
        for key, values in grouped.items():
            self._automaton.add_word(key, (len(key), tuple(values)))
        if grouped:
            self._automaton.make_automaton()

    def find_all(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, tuple[Value, ...]]]:
        """Every phrase of text[start:end] between word bounds, overlapping ones too, in the order of their ends.

        Spans count from the start of `text`; letters before `start` and from `end` on do not count as neighbours.
        """
        if not len(self._automaton):
            return
        stop = len(text) if end is None else min(end, len(text))
        for last, (length, values) in self._automaton.iter(self._form(text, start, stop)):
            first, behind = start + last + 1 - length, start + last + 1
            if (first == start or not text[first - 1].isalnum()) and (behind == stop or not text[behind].isalnum()):
                yield Span(first, behind), values

    def _form(self, text: str, start: int, stop: int) -> str:
        """The comparison form of a stretch."""
        if start == 0 and stop == len(text) > _LONG:
            return _last_settled(text) if self._cased else _last_folded(text)
        stretch = text[start:stop]
        return settle_tones(stretch) if self._cased else fold(stretch)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, tuple[Value, ...]]]:
        """The phrases in text[start:end], leftmost and longest, without overlap; spans count from the start of `text`."""
        found = sorted(self.find_all(text, start, end), key=lambda hit: (hit[0].start, -hit[0].end))
        reached = start
        for span, values in found:
            if span.start >= reached:
                reached = span.end
                yield span, values


# A word before a place in the text, without an opening bracket or quotation mark ("(khoảng 5 tỷ").
_WORD_BEFORE = re.compile(r"[^\s(\[“\"']+")


class Endings(Generic[Value]):
    """A compiled word list for looking back: `before` gives the longest phrase that ends right before a place in the text.

    >>> Endings([("mốc", 1), ("vượt qua mốc", 2)]).before("sẽ sớm vượt qua mốc 100", 20)
    (Span(start=7, end=19), 2)
    """

    __slots__ = ("_by_last", "_longest")

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._by_last: dict[str, dict[str, Value]] = {}
        self._longest = 1
        for phrase, value in entries:
            key = fold(phrase)
            self._by_last.setdefault(key.rsplit(" ", 1)[-1], {})[key] = value
            self._longest = max(self._longest, key.count(" ") + 1)

    def before(self, text: str, end: int) -> tuple[Span, Value] | None:
        """The phrase and its value, blanks between it and `end`; None where no phrase of the list stands there."""
        if not text[end - 1 : end].isspace():
            return None
        tail = fold(text[max(0, end - 16) : end])
        last = _WORD_BEFORE.findall(tail)
        phrases = self._by_last.get(last[-1]) if last else None
        if phrases is None:
            return None
        start = max(0, end - 12 * self._longest)
        tail = fold(text[start:end])
        words = list(_WORD_BEFORE.finditer(tail))
        for word in words[-self._longest :]:
            phrase = " ".join(tail[word.start() :].split())
            if phrase in phrases:
                return Span(start + word.start(), start + words[-1].end()), phrases[phrase]
        return None
