"""A sentence as a row of tokens: its words of meeting, its people, places and times, and the text between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Doc, Form, Mention, Place, Sentence, Span, Time
from vnbilat_lib.lexicon import MeetingCue
from vnbilat_lib.match import Phrases, fold

CORE = frozenset({"meets", "meets-with", "encounter", "travels", "goes", "trip", "attends", "event", "speaks"})
_BETWEEN = 20  # letters between an office and the first place of its list: "các tỉnh biên giới"
NAMES = frozenset({"deputy", "city-state", "envoy", "anybody", "speaker", "counted"})  # read in names only
_PIECE = re.compile(
    r"""
    (?P<mark> [,;:()\[\]"“”«»!?…] | \.{1,6}+ | (?<=\s)[-–—](?=\s) )   # a mark, a dash between blanks
    | (?P<word> [^\s,;:()\[\]"“”«»!?….]++ (?:\.(?=\w)[^\s,;:()\[\]"“”«»!?….]++){0,6}+ )   # a word, "TP.HCM" too
    """,
    re.VERBOSE,
)


_WHO, _TIME, _PLACE = frozenset({"who"}), frozenset({"time"}), frozenset({"place"})
_TEXT, _MARK = frozenset({"text"}), frozenset({"mark"})


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of a sentence. `kinds`: "who", "place", "time", "mark", "text", or the kinds of its rows in meeting_cues.csv."""

    kinds: frozenset[str]
    span: Span
    words: str
    form: Form | None = None
    who: Mention | None = None
    place: Place | None = None
    time: Time | None = None

    def has(self, *kinds: str) -> bool:
        """Whether the token is of one of `kinds`."""
        return not self.kinds.isdisjoint(kinds)

    def is_mark(self, marks: str) -> bool:
        """Whether the token is one of the punctuation marks."""
        return self.words in marks and "mark" in self.kinds

    @property
    def syllables(self) -> int:
        """How many words the token has."""
        return self.words.count(" ") + 1


Row = tuple[Token, ...]


@cache
def cue_phrases() -> Phrases[MeetingCue]:
    """The word list, compiled."""
    return Phrases((row.phrase, row) for row in lexicon.meeting_cues() if row.kind not in NAMES)


@cache
def _leaders() -> tuple[str, ...]:
    return tuple(fold(row.phrase) for row in lexicon.meeting_cues() if row.kind == "leader-of")


@cache
def _trigger_phrases() -> Phrases[MeetingCue]:
    """The triggers, with the longer phrases that hide them ("tiếp tục"): few hits, so that most sentences are spared."""
    rows = lexicon.meeting_cues()
    triggers = {fold(row.phrase) for row in rows if row.kind in CORE}
    hiding = [row for row in rows if triggers.intersection(_parts(fold(row.phrase)))]
    return Phrases((row.phrase, row) for row in rows if row.kind in CORE or row in hiding)


def _parts(phrase: str) -> Iterator[str]:
    """The runs of words in a phrase."""
    words = phrase.split()
    return (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1))


def find_triggers(text: str) -> list[int]:
    """Where the words stand that can tell of a meeting; "dự" and "chủ trì" alone tell none.

    >>> find_triggers("Bộ trưởng tiếp tục dự lễ, rồi hội đàm với Đại sứ."), find_triggers("Ông tiếp quản dự án.")
    ([30], [])
    """
    hits = _trigger_phrases().find(text)
    return [span.start for span, rows in hits if any(row.kind in CORE and row.kind != "attends" for row in rows)]


@dataclass(frozen=True, slots=True)
class Index:
    """The mentions, places and times of an article, each in the order of the text, with their starts."""

    mentions: tuple[Mention, ...]
    mention_starts: tuple[int, ...]
    places: tuple[Place, ...]
    place_starts: tuple[int, ...]
    times: tuple[Time, ...]
    time_starts: tuple[int, ...]

    @classmethod
    def of(cls, doc: Doc, told: tuple[Time, ...] | None = None) -> Index:
        """The index of an article; `told` are its times where they are read otherwise than they stand in it."""
        mentions = tuple(sorted(doc.mentions, key=lambda m: m.span))
        places = tuple(sorted(doc.places, key=lambda p: p.span))
        times = tuple(sorted(doc.times if told is None else told, key=lambda t: t.span))
        return cls(
            mentions,
            tuple(m.span.start for m in mentions),
            places,
            tuple(p.span.start for p in places),
            times,
            tuple(t.span.start for t in times),
        )

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that begin in a span."""
        return self.mentions[bisect_left(self.mention_starts, span.start) : bisect_left(self.mention_starts, span.end)]

    def places_in(self, span: Span) -> tuple[Place, ...]:
        """The places that begin in a span."""
        return self.places[bisect_left(self.place_starts, span.start) : bisect_left(self.place_starts, span.end)]

    def times_in(self, span: Span) -> tuple[Time, ...]:
        """The times that begin in a span."""
        return self.times[bisect_left(self.time_starts, span.start) : bisect_left(self.time_starts, span.end)]


def tokenize(doc: Doc, sentence: Sentence, index: Index) -> Row:
    """The sentence as a row of tokens: people first, then times, cue words, places; what is left is text and marks."""
    text, span = doc.text, sentence.span
    found: list[Token] = []

    def add(token: Token) -> None:
        if not any(token.span.overlaps(other.span) for other in found):
            found.append(token)

    for mention in index.mentions_in(span):
        if mention.person is None and fold(mention.span.of(text)).startswith(_leaders()):
            continue  # "lãnh đạo các tập đoàn" is nobody in particular
        head = _with_head(text, mention, span.start)
        own = mention.span if any(head.overlaps(token.span) for token in found) else head
        add(Token(_WHO, own, own.of(text), who=mention))
    for time in index.times_in(span):
        add(Token(_TIME, time.span, time.span.of(text), time=time))
    places = [Token(_PLACE, place.span, place.span.of(text), place=place) for place in index.places_in(span)]
    words = [_word(text, *hit) for hit in cue_phrases().find(text, span.start, span.end)]
    # "Liên bang Nga" is a place and holds the word "bang"; "Hội nghị Trung Quốc - ASEAN" is an event and holds a place
    for token in sorted(words + places, key=lambda token: token.span.start - token.span.end):
        add(token)
    found.sort(key=lambda token: token.span.start)
    return tuple(_filled(text, span, found))


def _with_head(text: str, mention: Mention, start: int) -> Span:
    """The first of a list of places with the office that they share: "Đại sứ các nước Peru, Chile và Cuba"."""
    span, office = mention.span, mention.office or ""
    place = span.of(text)
    if mention.kind != "office" or not office.endswith(place) or office == place:
        return span
    head = office.removesuffix(place).strip()
    at = text.rfind(head, max(start, span.start - len(head) - _BETWEEN), span.start)
    return Span(at, span.end) if at >= 0 else span


def _word(text: str, span: Span, rows: tuple[MeetingCue, ...]) -> Token:
    form = next((row.form for row in rows if row.form), None)
    kinds = frozenset(row.kind for row in rows)
    return Token(_TEXT if kinds == {"no-cue"} else kinds, span, span.of(text), form=form)  # type: ignore[arg-type]


def _filled(text: str, span: Span, found: list[Token]) -> Iterator[Token]:
    """The tokens with marks and text in the gaps."""
    at = span.start
    for token in found:
        yield from _rest(text, at, token.span.start)
        yield token
        at = token.span.end
    yield from _rest(text, at, span.end)


def _rest(text: str, start: int, end: int) -> Iterator[Token]:
    """The marks and the runs of words in a stretch that nothing labels."""
    run: Span | None = None
    for piece in _PIECE.finditer(text, start, end):
        if piece.lastgroup == "word":
            run = Span(run.start if run else piece.start(), piece.end())
            continue
        if run:
            yield Token(_TEXT, run, run.of(text))
        run = None
        yield Token(_MARK, Span(piece.start(), piece.end()), piece.group())
    if run:
        yield Token(_TEXT, run, run.of(text))
