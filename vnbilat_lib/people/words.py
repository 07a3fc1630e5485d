"""The words of a text with what the word lists know of them: the common ground of names and titles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Doc, Place, Span
from vnbilat_lib.lexicon import Body, Title
from vnbilat_lib.match import fold

_WORD = re.compile(
    r"""
    [^\W\d_]{1,60}+(?:'[^\W\d_]{1,20}+)?   # letters, with an apostrophe inside: "O'Neill", "H'Hen"
    | \d{1,20}+(?:[.,/]\d{1,20}+){0,8}     # a number or date
    | [^\w\s]                              # a mark
    """,
    re.VERBOSE,
)

_OTHER_SCRIPT = re.compile(r"[^\x00-\u024f\u1e00-\u1eff]")  # letters that are not Latin: "Путин"

Value = TypeVar("Value")

_COMMON_SURNAMES = 36  # the list begins with the commonest

# What a word looks like: a capital and small letters, all capitals, one capital, small letters, a number, a mark.
CAPITAL, CAPITALS, INITIAL, SMALL, NUMBER, MARK = "CAIlnp"
UPPER = frozenset((CAPITAL, CAPITALS, INITIAL))


@dataclass(frozen=True, slots=True)
class Lists:
    """The word lists, each phrase under its first word: (the other words, what it is), the longest first."""

    titles: dict[str, list[tuple[tuple[str, ...], Title]]]
    bodies: dict[str, list[tuple[tuple[str, ...], Body]]]
    stops: dict[str, list[tuple[tuple[str, ...], str]]]
    surnames: dict[str, frozenset[str]]
    surname_pairs: frozenset[tuple[str, str]]
    common: frozenset[str]
    nations: dict[str, list[tuple[tuple[str, ...], str]]]


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(phrase)))


def _tree(entries: Iterable[tuple[str, Value]]) -> dict[str, list[tuple[tuple[str, ...], Value]]]:
    tree: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for phrase, value in entries:
        first, *rest = _split(phrase)
        tree.setdefault(first, []).append((tuple(rest), value))
    for found in tree.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return tree


@cache
def lists() -> Lists:
    """The word lists of this room, read once."""
    origins: dict[str, set[str]] = {}
    pairs = set()
    for row in lexicon.surnames():
        words = _split(row.surname)
        if len(words) == 2:
            pairs.add((words[0], words[1]))
        else:
            origins.setdefault(words[0], set()).add(row.origin)
    return Lists(
        titles=_tree((row.title, row) for row in lexicon.titles()),
        bodies=_tree((row.word, row) for row in lexicon.bodies()),
        stops=_tree((row.word, row.kind) for row in lexicon.name_stops()),
        surnames={word: frozenset(found) for word, found in origins.items()},
        surname_pairs=frozenset(pairs),
        common=frozenset(_split(row.surname)[0] for row in lexicon.surnames()[:_COMMON_SURNAMES]),
        nations=_tree((row.name, row.code) for row in lexicon.countries() if row.name.count(" ") < 2 and len(row.code) == 2),
    )


class Words:
    """The words of a doc's sentences: text, folded text, offsets, looks, places; positions are word numbers.

    `after[i]` is whether word i stands right behind word i - 1, without a blank; `bounds` are the sentences' (first, end) words.
    """

    __slots__ = ("after", "bounds", "ends", "folded", "kinds", "places", "starts", "text", "words")

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.words: list[str] = []
        self.folded: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.kinds: list[str] = []
        self.after: list[bool] = []
        self.bounds: list[tuple[int, int]] = []
        folded = fold(doc.text)
        for sentence in doc.sentences:
            first = len(self.words)
            self._read(folded, sentence.span)
            self.bounds.append((first, len(self.words)))
        self.places = self._find_places(doc.places)

    def _read(self, folded: str, span: Span) -> None:
        text, last = self.text, -1
        for match in _WORD.finditer(text, span.start, span.end):
            start, end = match.span()
            word = text[start:end]
            self.words.append(word)
            self.folded.append(folded[start:end])
            self.starts.append(start)
            self.ends.append(end)
            self.kinds.append(_looks(word))
            self.after.append(start == last)
            last = end

    def _find_places(self, places: Iterable[Place]) -> dict[int, tuple[int, Place]]:
        numbers = {start: number for number, start in enumerate(self.starts)}
        ends = {end: number + 1 for number, end in enumerate(self.ends)}
        found = {}
        for place in places:
            first, end = numbers.get(place.span.start), ends.get(place.span.end)
            if place.basis == "stated" and first is not None and end is not None:
                found[first] = (end, place)
        return found

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, end: int) -> Span:
        """The characters of the words first..end."""
        return Span(self.starts[first], self.ends[end - 1])

    def matches(self, at: int, rest: tuple[str, ...]) -> bool:
        """Whether `rest` stands behind word `at`."""
        return not rest or tuple(self.folded[at + 1 : at + 1 + len(rest)]) == rest

    def nation(self, at: int) -> tuple[int, Place] | None:
        """The country whose name stands at word `at`, also where its context does not show it: "Thủ tướng Đức Angela Merkel"."""
        if self.kinds[at] != CAPITAL:
            return None
        for rest, code in lists().nations.get(self.folded[at], ()):
            if self.matches(at, rest):
                past = at + 1 + len(rest)
                return past, Place(self.span(at, past), "country", (code,), code)
        return None

    def title(self, at: int) -> tuple[int, Title] | None:
        """The longest title that begins at word `at`, and where it ends; an abbreviation must stand in capitals."""
        for rest, row in lists().titles.get(self.folded[at], ()):
            if self.matches(at, rest) and not (row.title.isupper() and self.words[at] != row.title[: len(self.words[at])]):
                return at + 1 + len(rest), row
        return None

    def body(self, at: int, *, small: bool = False) -> tuple[int, Body] | None:
        """The longest word of an institution's name that begins at word `at`, and where it ends.

        Heads stand with a capital (unless `small`), abbreviations in capitals; the rest in any case.
        """
        for rest, row in lists().bodies.get(self.folded[at], ()):
            if not self.matches(at, rest):
                continue
            if row.kind in ("head", "body", "international") and self.kinds[at] == SMALL and not small:
                continue
            if row.word.isupper() and self.words[at] != row.word[: len(self.words[at])]:
                continue
            return at + 1 + len(rest), row
        return None

    def stop(self, at: int, kind: str) -> int:
        """Where the longest stop of `kind` that begins at word `at` ends; `at` itself where there is none."""
        for rest, found in lists().stops.get(self.folded[at], ()):
            if found == kind and self.matches(at, rest) and (kind != "agency" or self.kinds[at] != SMALL):
                return at + 1 + len(rest)
        return at


def _looks(word: str) -> str:
    first = word[0]
    if not word.isascii() and _OTHER_SCRIPT.search(word):
        return MARK
    if first.isupper():
        if len(word) == 1:
            return INITIAL
        return CAPITALS if word.isupper() else CAPITAL
    if first.isalpha():
        return SMALL
    return NUMBER if first.isdigit() else MARK
