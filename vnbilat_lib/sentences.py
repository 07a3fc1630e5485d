"""Lines, then sentences: never across a line end or furniture, never after an initial or "PGS.TS."."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Doc, Sentence, Span
from vnbilat_lib.letters import UPPER, has_tone
from vnbilat_lib.match import Phrases

_STOP = re.compile(
    rf"""
    (?:
        [.!?…](?<=[^\s.].)[.!?…]{{0,5}}   # the stop, right behind a word
        (?:["')\]]{{0,2}}|/\.?)           # what closes with it: a quote, "./."
      | [:;](?=[ ]-[ ]?[{UPPER}])         # what introduces an item of a list
    )
    [ ]++(?=(?:[-•*+][ ])?["'(\[-]{{0,2}}\w)   # then a blank and a word
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[^\W_]{1,20}$")
_ONE_OR_TWO_BEFORE = re.compile(r"((?:[^\W_]{1,20} )?([^\W_]{1,20}))$")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[IVX]{1,4}|[a-zA-ZđĐ])[.)]?")
_DIGIT_NEXT = re.compile(r"[ ]\d")
_NEXT_WORD = re.compile(r",?[ ]\w")
_EDGES = " -|•*"
TITLE_LENGTH = 250
_LONGEST = 1000  # characters: what is longer is a table (one in ten thousand), and later stages read a sentence as a whole
_LEAD_LENGTH = 600  # a lead that shares its line with the body ends with the sentence that passes this


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row.abbreviation for row in lexicon.abbreviations())


@cache
def _starters() -> Phrases[str]:
    return Phrases(((row.phrase, row.kind) for row in lexicon.sentence_starters() if row.kind != "open"), cased=True)


@cache
def _open_words() -> frozenset[str]:
    return frozenset(row.phrase for row in lexicon.sentence_starters() if row.kind == "open")


def _is_stop(text: str, stop: re.Match[str]) -> bool:
    """Whether the mark ends a sentence: a capital, a digit or a quote follows, and no abbreviation precedes."""
    following = text[stop.end() : stop.end() + 5].lstrip("\"'([-•*+ ")
    if not following or following[0].islower():
        return False
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return True
    before = _WORD_BEFORE.search(text, max(0, stop.start() - 20), stop.start())
    if not before:
        return True
    word = before.group()
    if word in _abbreviations():
        return False
    if len(word) == 1 and word.isupper() and not has_tone(word):  # an initial, but not in "khối A. Theo đó, ..."
        return any(s.start == stop.end() for s, _ in _starters().find(text, stop.end(), stop.end() + 20))
    return True


def _is_start(text: str, span: Span, kind: str) -> bool:
    """Whether a phrase that only begins sentences begins one here, where no stop precedes: "Toàn cảnh lễ ký Tại buổi lễ, ..."."""
    if text[span.start - 1 : span.start] != " " or not _NEXT_WORD.match(text, span.end):
        return False
    last = text[span.start - 2 : span.start - 1]
    if not (last.isalnum() or last in {")", '"'}) or (kind == "date" and not _DIGIT_NEXT.match(text, span.end)):
        return False
    if kind == "start" and " " in span.of(text):
        return True
    before = _ONE_OR_TWO_BEFORE.search(text, max(0, span.start - 41), span.start - 1)
    if before and (before.group(1) in _open_words() or before.group(2) in _open_words()):
        return False
    return kind != "name" or last in {")", '"'} or (before is not None and before.group(2)[0].islower())


def find_sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences in text[start:end], a stretch without line ends and furniture.

    >>> t = "PGS.TS. Nguyễn An dự họp. Ông G. W. Lee vắng mặt."
    >>> [s.of(t) for s in find_sentences(t, 0, len(t))]
    ['PGS.TS. Nguyễn An dự họp.', 'Ông G. W. Lee vắng mặt.']
    """
    cuts = {m.end() for m in _STOP.finditer(text, start, end) if _is_stop(text, m)}
    cuts.update(s.start for s, kinds in _starters().find(text, start, end) if s.start > start and _is_start(text, s, kinds[0]))
    left = start
    for right in _short_enough(text, start, [*sorted(c for c in cuts if start < c < end), end]):
        first, behind = left, right
        while first < behind and text[first] in _EDGES:
            first += 1
        while behind > first and text[behind - 1] in _EDGES:
            behind -= 1
        if right < end and _ENUMERATOR.fullmatch(text, first, behind):  # "2. Thúc đẩy hợp tác": the number is no sentence
            continue
        left = right
        if any(c.isalnum() for c in text[first:behind]):
            yield Span(first, behind)


def _short_enough(text: str, start: int, ends: list[int]) -> Iterator[int]:
    """The ends of sentences, with more of them where one would be too long: behind a semicolon or comma, else a blank."""
    for end in ends:
        while end - start > _LONGEST:
            half, whole = start + _LONGEST // 2, start + _LONGEST
            pause = max(text.rfind(f"{sign} ", half, whole) for sign in ";,")
            start = (pause if pause >= 0 else text.rfind(" ", half, whole)) + 1 or whole
            yield start
        yield end
        start = end


def _stretches(doc: Doc) -> Iterator[tuple[Span, int]]:
    """Stretches of text without line ends and furniture, with the number of their line."""
    starts = [f.span.start for f in doc.furniture]
    at = 0
    for number, line in enumerate(doc.text.split("\n")):
        start, end = at, at + len(line)
        at = end + 1
        first = max(0, bisect_left(starts, start) - 1)
        for item in doc.furniture[first : bisect_left(starts, end)]:
            if item.span.start > start:
                yield Span(start, min(item.span.start, end)), number
            start = max(start, min(item.span.end, end))
        if start < end:
            yield Span(start, end), number


def tag_sentences(doc: Doc) -> Doc:
    """The article with its sentences; the first line is the title where it is short and more follows, the next line the lead."""
    credited = {f.span.start for f in doc.furniture if f.kind == "credit"}
    found: list[Sentence] = []
    for stretch, number in _stretches(doc):
        spans = list(find_sentences(doc.text, stretch.start, stretch.end))
        found += [Sentence(span, number, "body") for span in spans]
        if spans and any(spans[-1].end + gap in credited for gap in range(4)):
            found[-1] = replace(found[-1], part="caption")
    return replace(doc, sentences=tuple(_name_parts(found)))


def _name_parts(found: list[Sentence]) -> Iterator[Sentence]:
    """Title and lead told: the first line is the title where it is short and another follows; then comes the lead."""
    lines = list(dict.fromkeys(s.line for s in found))[:2]
    first_length = sum(s.span.end - s.span.start for s in found if s.line == lines[0]) if lines else 0
    titled = len(lines) > 1 and first_length <= TITLE_LENGTH
    lead = lines[1] if titled else lines[0] if lines else -1
    length = 0
    for sentence in found:
        if titled and sentence.line == lines[0]:
            yield replace(sentence, part="title")
        elif sentence.line == lead and sentence.part == "body" and length < _LEAD_LENGTH:
            length += sentence.span.end - sentence.span.start
            yield replace(sentence, part="lead")
        else:
            yield sentence
