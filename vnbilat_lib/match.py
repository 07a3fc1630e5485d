"""Phrases of the word lists in a text, longest first, by whole syllables (Aho-Corasick)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

import ahocorasick

from vnbilat_lib.doc import Span

Value = TypeVar("Value")

# "hoà" and "hòa", "uỷ" and "ủy" are one syllable spelled in two ways: the tone stands on the second or on the first vowel.
_GLIDES = {"oa", "oe", "uy"}
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _bare(letter: str) -> tuple[str, str]:
    """A letter without its tone mark, and the tone mark."""
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(c for c in parts if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES)), tone


@lru_cache(maxsize=4096)
def _moved(pair: str) -> str:
    """A glide whose tone stands on the second vowel, with the tone on the first; any other pair as it is."""
    (first, tone), (second, late) = _bare(pair[0]), _bare(pair[1])
    if late and not tone and first + second in _GLIDES:
        return unicodedata.normalize("NFC", first + late) + second
    return pair


def fold(text: str) -> str:
    """The comparison form of `text` (NFC), of the same length: lower case, tone marks in one place.

    >>> fold("Khu Uỷ HOÀ Bình"), fold("toàn")
    ('khu ủy hòa bình', 'toàn')
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" has two characters in lower case
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for at in range(len(lowered) - 1):
        if lowered[at] in "ou" and ord(lowered[at + 1]) > 127:
            final = at + 2 == len(lowered) or not lowered[at + 2].isalpha()
            moved = _moved(lowered[at : at + 2]) if final and not (at and lowered[at - 1] == "q") else lowered[at : at + 2]
            lowered = lowered[:at] + moved + lowered[at + 2 :]
    return lowered


class Phrases(Generic[Value]):
    """A compiled word list: `find` yields its phrases in a text, the longest first from the left, without overlap.

    `entries` are (phrase, value); several values of one phrase are kept in order. `cased` matches capitals as written, else case and
    the place of tone marks do not matter. A phrase matches only between characters that are no letters or digits.

    >>> list(Phrases([("Hà Lan", "NL"), ("Lan", "x")], cased=True).find("Thủ tướng Hà Lan."))
    [(Span(start=10, end=16), ('NL',))]
    """

    __slots__ = ("_automaton", "_cased")

    def __init__(self, entries: Iterable[tuple[str, Value]], *, cased: bool = False) -> None:
        self._cased = cased
        grouped: dict[str, list[Value]] = {}
        for phrase, value in entries:
            grouped.setdefault(self._key(phrase), []).append(value)
        self._automaton = ahocorasick.Automaton()
        for key, values in grouped.items():
            self._automaton.add_word(key, (len(key), tuple(values)))
        if grouped:
            self._automaton.make_automaton()

    def _key(self, text: str) -> str:
        if not self._cased:
            return fold(text)
        # Tone marks are moved in cased lists too: fold gives the letters, the text gives the case.
        folded = fold(text)
        return "".join(f.upper() if t.isupper() and len(f.upper()) == 1 else f for f, t in zip(folded, text, strict=True))

    def find_all(self, text: str) -> Iterator[tuple[Span, tuple[Value, ...]]]:
        """Every phrase between word bounds, overlapping ones too, in the order of their ends."""
        if not len(self._automaton):
            return
        for last, (length, values) in self._automaton.iter(self._key(text)):
            start, end = last + 1 - length, last + 1
            if (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum()):
                yield Span(start, end), values

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, tuple[Value, ...]]]:
        """The phrases in text[start:end], leftmost and longest, without overlap; spans count from the start of `text`."""
        found = sorted(self.find_all(text[start:end]), key=lambda hit: (hit[0].start, -hit[0].end))
        reached = 0
        for span, values in found:
            if span.start >= reached:
                reached = span.end
                yield Span(span.start + start, span.end + start), values
