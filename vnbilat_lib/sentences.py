"""Lines, then sentences: never across a line end or furniture, never after an initial or "PGS.TS."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Doc, Sentence, Span

_STOP = re.compile(
    r"""
    (?<=[^\s.])(?:\.{1,6}|[!?…]{1,4})   # the stop
    (?:["')\]]{0,2}|/[.]?)              # what closes with it: a quote, "./."
    [ ]++(?=["'(\[-]{0,2}\w)            # then a blank and a word
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[^\W_]{1,20}$")
_TITLE_LENGTH = 250
_LEAD_LENGTH = 600  # a lead that shares its line with the body ends with the sentence that passes this


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row.abbreviation for row in lexicon.abbreviations())


@cache
def _starters() -> dict[str, bool]:
    return {row.phrase: row.name for row in lexicon.sentence_starters()}


@cache
def _starter() -> re.Pattern[str]:
    """A phrase that only begins sentences, after a word without a stop: "phát biểu tại Hội nghị Tham dự Hội nghị có ..."."""
    phrases = sorted(map(re.escape, _starters()), key=len, reverse=True)
    return re.compile(rf"(?<=[\w)\"])[ ]++({'|'.join(phrases)})(?=[ ,][ ]?\w)")


def _is_stop(text: str, stop: re.Match[str]) -> bool:
    """Whether the mark ends a sentence: what follows begins with a capital, a digit or a quote; what precedes is no abbreviation."""
    following = text[stop.end() : stop.end() + 3].lstrip("\"'([-")
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
    return not (len(word) == 1 and word.isupper() and word != "Á")


def _is_start(text: str, starter: re.Match[str]) -> bool:
    """Whether a starter phrase really starts: one that may be a name asks for a word in small letters before it."""
    if not _starters()[starter.group(1)]:
        return True
    before = text[max(0, starter.start() - 20) : starter.start()].rsplit(" ", 1)[-1].lstrip("\"'([")
    return before[:1].islower() or text[starter.end() :].lstrip(" ,")[:1].isdigit()


def find_sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences in text[start:end], a stretch without line ends and furniture.

    >>> t = "PGS.TS. Nguyễn An dự họp. Ông G. W. Lee vắng mặt."
    >>> [s.of(t) for s in find_sentences(t, 0, len(t))]
    ['PGS.TS. Nguyễn An dự họp.', 'Ông G. W. Lee vắng mặt.']
    """
    cuts = {m.end() for m in _STOP.finditer(text, start, end) if _is_stop(text, m)}
    cuts |= {m.start(1) for m in _starter().finditer(text, start, end) if _is_start(text, m)}
    bounds = [start, *sorted(c for c in cuts if start < c < end), end]
    for left, right in pairwise(bounds):
        stretch = text[left:right]
        inner = Span(left + len(stretch) - len(stretch.lstrip()), left + len(stretch.rstrip()))
        if any(c.isalnum() for c in inner.of(text)):
            yield inner


def _stretches(doc: Doc) -> Iterator[tuple[Span, int]]:
    """Stretches of text without line ends and furniture, with the number of their line."""
    furniture = [f.span for f in doc.furniture]
    at = 0
    for number, line in enumerate(doc.text.split("\n")):
        start, end = at, at + len(line)
        at = end + 1
        for item in furniture:
            if item.start < end and item.end > start:
                if item.start > start:
                    yield Span(start, item.start), number
                start = max(start, min(item.end, end))
        if start < end:
            yield Span(start, end), number


def tag_sentences(doc: Doc) -> Doc:
    """The article with its sentences; the first line is the title where it is short and more follows, the next line the lead."""
    found: list[Sentence] = []
    credited = {f.span.start for f in doc.furniture if f.kind == "credit"}
    text = doc.text
    lines: list[int] = []
    for stretch, number in _stretches(doc):
        spans = list(find_sentences(text, stretch.start, stretch.end))
        if not spans:
            continue
        if number not in lines:
            lines.append(number)
        for span in spans:
            captioned = span is spans[-1] and any(0 <= c - span.end <= 3 for c in credited)
            found.append(Sentence(span, number, "caption" if captioned else "body"))
    return replace(doc, sentences=_name_parts(found, lines))


def _name_parts(found: list[Sentence], lines: list[int]) -> tuple[Sentence, ...]:
    """Title and lead told: the first line is the title where it is short and another follows; then comes the lead."""
    first_length = sum(s.span.end - s.span.start for s in found if s.line == lines[0]) if lines else 0
    titled = len(lines) > 1 and first_length <= _TITLE_LENGTH
    lead = lines[1] if titled else lines[0] if lines else -1
    named, length = [], 0
    for sentence in found:
        part = sentence.part
        if titled and sentence.line == lines[0]:
            part = "title"
        elif sentence.line == lead and part == "body" and length < _LEAD_LENGTH:
            part = "lead"
            length += sentence.span.end - sentence.span.start
        named.append(replace(sentence, part=part))
    return tuple(named)
