"""The words of a text with what the word lists know of them: the common ground of names and titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar

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

STOPS = (
    "starter", "place", "thing", "agency", "speech", "end", "plural", "compound", "org", "residence", "origin", "direction",
    "chain", "apposition", "copula", "list", "of", "about", "at", "and", "for", "people", "several", "ordinal", "age", "spouse",
    "particle", "shared", "named", "past", "suffix", "wire", "house", "source", "regime", "guest",
)  # fmt: skip
BITS = {kind: 1 << k for k, kind in enumerate(("title", "body", "nation", "firm", *STOPS))}
_TITLE, _BODY, _NATION = BITS["title"], BITS["body"], BITS["nation"]
_OPENER, _CAPITAL = 1 << len(BITS), 2 << len(BITS)  # a phrase of two words or more may begin; a capital
_TELLING = BITS["title"] | BITS["firm"] | BITS["compound"] | BITS["place"] | BITS["thing"] | _CAPITAL


class Tree(Generic[Value]):
    """A word list as a tree: the first word, the second, the rest; the longest phrase wins."""

    __slots__ = ("_alone", "_longer", "starts")

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._alone: dict[str, list[Value]] = {}
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], Value]]]] = {}
        for phrase, value in entries:
            first, *rest = _split(phrase)
            if rest:
                self._longer.setdefault(first, {}).setdefault(rest[0], []).append((tuple(rest[1:]), value))
            else:
                self._alone.setdefault(first, []).append(value)
        for seconds in self._longer.values():
            for found in seconds.values():
                found.sort(key=lambda entry: -len(entry[0]))
        self.starts = {*self._alone, *(f"{first} {second}" for first, seconds in self._longer.items() for second in seconds)}

    def longest(self, words: list[str], at: int) -> int:
        """Where the longest phrase that begins at word `at` ends; `at` itself where there is none."""
        word = words[at]
        seconds = self._longer.get(word)
        if seconds is not None and at + 1 < len(words):
            for rest, _ in seconds.get(words[at + 1], ()):
                past = at + 2 + len(rest)
                if not rest or tuple(words[at + 2 : past]) == rest:
                    return past
        return at + 1 if word in self._alone else at

    def find(self, words: list[str], at: int) -> Iterator[tuple[int, Value]]:
        """The phrases that begin at word `at`, each with the word behind it, the longest first."""
        word = words[at]
        seconds = self._longer.get(word)
        if seconds is not None and at + 1 < len(words):
            for rest, value in seconds.get(words[at + 1], ()):
                past = at + 2 + len(rest)
                if not rest or tuple(words[at + 2 : past]) == rest:
                    yield past, value
        for value in self._alone.get(word, ()):
            yield at + 1, value


@dataclass(frozen=True, slots=True)
class Lists:
    """The word lists of this room.

    `ruling` are titles before a place of a kind: "Chủ tịch" of a country is its head. `marks` has a bit for each list in which a
    word, or the first two words of a phrase, stand ("chủ tịch"); `openers` are the
    first words of phrases of two words or more.
    """

    titles: Tree[Title]
    ruling: dict[tuple[str, str], Title]
    bodies: Tree[Body]
    stops: dict[str, Tree[str]]
    nations: Tree[str]
    marks: dict[str, int]
    openers: frozenset[str]
    surnames: dict[str, frozenset[str]]
    surname_pairs: frozenset[tuple[str, str]]
    common: frozenset[str]
    given: dict[str, tuple[str, ...]]
    personal: frozenset[str]


def _marks(trees: dict[str, Tree[Any]]) -> dict[str, int]:
    """For each word, and each first two words of a phrase, the bits of the lists that have it."""
    found: dict[str, int] = {}
    for kind, tree in trees.items():
        for start in tree.starts:
            found[start] = found.get(start, 0) | BITS[kind]
    return found


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(phrase)))


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
    titles = Tree((row.title, row) for row in lexicon.titles() if row.kind != "ruling")
    heads = {row.title: row for row in lexicon.titles() if row.kind != "ruling"}
    ruling = {
        (row.title, row.scope): replace(heads[row.title], sector=row.sector, rank=row.rank)
        for row in lexicon.titles()
        if row.kind == "ruling"
    }
    stops = {kind: Tree((row.word, row.word) for row in lexicon.name_stops() if row.kind == kind) for kind in STOPS}
    bodies = Tree((row.word, row) for row in lexicon.bodies())
    nations = Tree((row.name, row.code) for row in lexicon.countries() if row.name.count(" ") < 2 and len(row.code) == 2)
    firms = Tree((row.word, row) for row in lexicon.bodies() if row.kind in ("firm", "school"))
    marks = _marks({"title": titles, "body": bodies, "nation": nations, "firm": firms, **stops})
    return Lists(
        titles=titles,
        ruling=ruling,
        bodies=bodies,
        stops=stops,
        nations=nations,
        marks=marks,
        openers=frozenset(start.split(" ")[0] for start in marks if " " in start),
        surnames={word: frozenset(found) for word, found in origins.items()},
        surname_pairs=frozenset(pairs),
        common=frozenset(_split(row.surname)[0] for row in lexicon.surnames()[:_COMMON_SURNAMES]),
        given={fold(row.name): row.countries for row in lexicon.given_names()},
        personal=frozenset(row.title for row in lexicon.titles() if row.definite in ("male", "female")),
    )


class Words:
    """The words of a doc's sentences: text, folded text, offsets, looks, places; positions are word numbers.

    `after[i]` is whether word i stands right behind word i - 1, without a blank; `bounds` are the sentences' (first, end) words;
    `telling` are the words at which a name, title, place or thing may begin.
    """

    __slots__ = (
        "_titles", "after", "bounds", "ends", "finals", "folded", "kinds", "marks", "names", "places",
        "singles", "starts", "telling", "text", "words",
    )  # fmt: skip

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.bounds: list[tuple[int, int]] = []
        self.words: list[str] = []
        self.starts: list[int] = []
        for sentence in doc.sentences:
            at, end = sentence.span.start, sentence.span.end
            first = len(self.words)
            self.words += _WORD.findall(doc.text, at, end)
            for word in self.words[first:]:
                at = doc.text.index(word, at)
                self.starts.append(at)
                at += len(word)
            self.bounds.append((first, len(self.words)))
        looks = [*map(_looks, self.words)]
        self.kinds = [kind for kind, _, _ in looks]
        self.folded = [folded for _, folded, _ in looks]
        self.marks = [mark for _, _, mark in looks]
        self.ends = [*map(int.__add__, self.starts, map(len, self.words))]
        self.after = [False, *map(int.__eq__, self.starts[1:], self.ends)]
        self.places = self._find_places(doc.places)
        self._mark_pairs()
        self.telling = [k for k, mark in enumerate(self.marks) if mark & _TELLING]
        self._titles: dict[int, tuple[int, Title] | None] = {}
        self.names: dict[tuple[int, int], Any] = {}  # names by shape, kept by names.find_name
        self.finals, self.singles = self._find_finals()

    def _mark_pairs(self) -> None:
        """Adds the bits of the phrases whose first two words stand in the text."""
        known, folded, last = lists().marks, self.folded, len(self.folded) - 1
        for at in [k for k, mark in enumerate(self.marks) if mark & _OPENER and k < last]:
            pair = f"{folded[at]} {folded[at + 1]}"
            if pair in known:
                self.marks[at] |= known[pair]

    def _find_finals(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words that end a run of capitals or stand alone behind an honorific (given names, surnames); those that do both."""
        found, single, personal = set(), set(), lists().personal
        placed = {k for first, (end, _) in self.places.items() for k in range(first, end)}
        capitals = [at for at, kind in enumerate(self.kinds) if kind == CAPITAL and at]
        for at in capitals:
            if at + 1 < len(self.words) and self.kinds[at + 1] in UPPER:
                continue
            placed_before = at - 1 in placed or self.marks[at - 1] & _NATION
            behind = self.kinds[at - 1] in (CAPITAL, INITIAL) and self.starts[at] == self.ends[at - 1] + 1 and not placed_before
            if self.folded[at - 1] in personal:
                single.add(self.folded[at])
            elif behind:
                found.add(self.folded[at])
        last = {word for word in single & found if "ko" not in lists().surnames.get(word, ())}
        return frozenset(found | single), frozenset(last)

    def _find_places(self, places: Iterable[Place]) -> dict[int, tuple[int, Place]]:
        numbers = dict(zip(self.starts, range(len(self.starts)), strict=True))
        ends = dict(zip(self.ends, range(1, len(self.ends) + 1), strict=True))
        found = {}
        for place in places:
            first, end = numbers.get(place.span.start), ends.get(place.span.end)
            if place.basis == "stated" and first is not None and end is not None:
                found[first] = (end, place)
        return found

    def __len__(self) -> int:
        return len(self.words)

    def has(self, at: int, kind: str) -> bool:
        """Whether a stop of `kind` begins at word `at`."""
        return bool(self.marks[at] & BITS[kind]) and self.stop(at, kind) > at

    def is_near(self, at: int) -> bool:
        """Whether at most one blank or line end parts word `at` from the word before."""
        return self.starts[at] - self.ends[at - 1] <= 1

    def is_next(self, at: int) -> bool:
        """Whether exactly one blank parts word `at` from the word before."""
        return self.starts[at] == self.ends[at - 1] + 1 and self.text[self.ends[at - 1]] == " "

    def is_surname(self, at: int) -> bool:
        """Whether word `at` is a surname of the list."""
        return self.folded[at] in lists().surnames

    def is_common(self, at: int) -> bool:
        """Whether word `at` is one of the commonest surnames."""
        return self.folded[at] in lists().common

    def span(self, first: int, end: int) -> Span:
        """The characters of the words first..end."""
        return Span(self.starts[first], self.ends[end - 1])

    def nation(self, at: int) -> tuple[int, Place] | None:
        """The country whose name stands at word `at`, also where its context does not show it: "Thủ tướng Đức Angela Merkel"."""
        if self.kinds[at] != CAPITAL or not self.marks[at] & _NATION:
            return None
        for past, code in lists().nations.find(self.folded, at):
            return past, Place(self.span(at, past), "country", (code,), code)
        return None

    def title(self, at: int) -> tuple[int, Title] | None:
        """The longest title that begins at word `at`, and where it ends; an abbreviation must stand in capitals."""
        if not self.marks[at] & _TITLE:
            return None
        if at not in self._titles:
            self._titles[at] = self._find_title(at)
        return self._titles[at]

    def _find_title(self, at: int) -> tuple[int, Title] | None:
        for past, row in lists().titles.find(self.folded, at):
            if past == at + 2 and self._parts_name(at + 1):
                continue
            if not row.title.isupper() or self.words[at] == row.title[: len(self.words[at])]:
                return past, row
        return None

    def _parts_name(self, at: int) -> bool:
        """Whether a name begins with a title's second word: "kiều nữ Hoàng Thu H."."""
        written = self.kinds[at - 1] == SMALL and self.kinds[at] == CAPITAL
        return written and self.is_common(at) and at + 1 < len(self.words) and self.kinds[at + 1] in UPPER

    def body(self, at: int, *, small: bool = False) -> tuple[int, Body] | None:
        """The longest word of an institution's name that begins at word `at`, and where it ends.

        Heads stand with a capital (unless `small`), abbreviations in capitals; the rest in any case.
        """
        if not self.marks[at] & _BODY:
            return None
        for past, row in lists().bodies.find(self.folded, at):
            if self.kinds[at] == SMALL and not small and row.kind in ("head", "body", "international"):
                continue
            if row.word.isupper() and self.words[at] != row.word[: len(self.words[at])]:
                continue
            return past, row
        return None

    def stop(self, at: int, kind: str) -> int:
        """Where the longest stop of `kind` that begins at word `at` ends; `at` itself where there is none."""
        if not self.marks[at] & BITS[kind] or (kind == "agency" and self.kinds[at] == SMALL):
            return at
        return lists().stops[kind].longest(self.folded, at)


@lru_cache(maxsize=16384)
def _looks(word: str) -> tuple[str, str, int]:
    """What a word looks like, its comparison form, and the bits of the lists that have it."""
    kind, folded = _look(word), fold(word)
    mark = lists().marks.get(folded, 0)
    return kind, folded, mark | (_OPENER if folded in lists().openers else 0) | (_CAPITAL if kind in UPPER else 0)


def _look(word: str) -> str:
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
