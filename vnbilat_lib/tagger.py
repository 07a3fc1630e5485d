"""The only import of underthesea: the spans that its tagger takes for persons, with offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from vnbilat_lib.doc import Span

# Feature building grows with the square of the sentence: 26 ms at 50 syllables, 8.4 s at 1,600.
_MOST_SYLLABLES = 120
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\ud800-\udfff\ufeff]")

Tagged = tuple[str, str, str, str]


@cache
def _ner() -> Callable[[str], list[Tagged]]:
    """The tagger, loaded on first use (0.4 s, 117 MB); its model lies in the wheel."""
    from underthesea import ner

    return ner  # type: ignore[no-any-return]


def can_read(sentence: str) -> bool:
    """Whether the tagger can be asked: short enough, in one Unicode form, without control characters.

    >>> can_read("Ông Putin thăm Hà Nội."), can_read("một " * 200)
    (True, False)
    """
    return (
        0 < len(sentence.split()) <= _MOST_SYLLABLES
        and not _CONTROL.search(sentence)
        and unicodedata.is_normalized("NFC", sentence)
    )


@lru_cache(maxsize=1024)
def tag_persons(sentence: str) -> tuple[Span, ...]:
    """The spans of one sentence that underthesea tags as persons; none where it cannot be asked.

    It joins titles, places and names and splits initials: a witness to be weighed, not a judge.
    """
    if not can_read(sentence):
        return ()
    spans: list[Span] = []
    at = 0
    for word, _, _, label in _ner()(sentence):
        start, at = _locate(sentence, at, word)
        if label == "I-PER" and spans and sentence[spans[-1].end : start].isspace():
            spans[-1] = Span(spans[-1].start, at)
        elif label in ("B-PER", "I-PER"):
            spans.append(Span(start, at))
    return tuple(spans)


def _locate(sentence: str, at: int, word: str) -> tuple[int, int]:
    """Where the tagger's next word stands: it comes back with other blanks, sometimes with another spelling."""
    while at < len(sentence) and sentence[at].isspace():
        at += 1
    start = at
    for letter in word:
        if letter.isspace() or letter == "_":
            continue
        while at < len(sentence) and sentence[at].isspace():
            at += 1
        at = min(at + 1, len(sentence))
    return start, at
