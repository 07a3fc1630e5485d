"""Clues to the day of publication in gatherings of a numbered series: "Hội nghị thượng đỉnh ... lần thứ 8"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from vnbilat_lib.calendar_days import parts_of
from vnbilat_lib.dating.spans import Hint, favours, leaves, widened
from vnbilat_lib.doc import Doc, Sentence, Span
from vnbilat_lib.lexicon import Gathering, gatherings
from vnbilat_lib.match import fold
from vnbilat_lib.numerals import parse_words

# An article that reports a gathering comes out within these days of it.
_BEFORE, _AFTER = 3, 10
# Further on in an article a gathering is often recalled or foreseen.
_NEWS_SENTENCES = 8
# From the last word of a gathering's name to its number: "Hội chợ Trung Quốc - ASEAN (CAEXPO) lần thứ 13".
_TO_NUMBER = 60

# "lần thứ 8", "lần thứ VIII", "lần thứ tám", "lần 8".
_ORDINAL = re.compile(r"lần\s(?:thứ\s)?(?P<number>\d{1,3}|[ivxl]{1,7}(?!\w)|[^\W\d_]{2,6}(?:\s(?:mươi|mốt|[^\W\d_]{2,4}))?)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def gathering_hints(doc: Doc) -> Iterator[Hint]:
    """One clue for each numbered gathering that the text names and the list knows."""
    seen: dict[tuple[str, int], tuple[Gathering, Span, bool]] = {}
    text = fold(doc.text)
    for at, sentence in enumerate(doc.sentences):
        if "lần" not in text[sentence.span.start : sentence.span.end]:
            continue
        for row, span in _named(text, sentence):
            in_news = (at < _NEWS_SENTENCES or _today(doc, sentence)) and not _elsewhen(doc, sentence)
            earlier = seen.get((row.series, row.ordinal))
            if earlier is None or (in_news and not earlier[2]):
                seen[row.series, row.ordinal] = (row, span, in_news)
    series = [name for name, _ in seen]
    for (name, _), (row, span, in_news) in seen.items():
        yield from _hints(doc, row, span, in_news=in_news and series.count(name) == 1)


def _today(doc: Doc, sentence: Sentence) -> bool:
    """Whether the sentence tells of a day of the news: "cùng ngày", "hôm nay", "ngày 16/8"."""
    return any(time.grain == "day" and time.year is None for time in doc.time_mentions if time.span.within(sentence.span))


@cache
def _series() -> dict[tuple[str, ...], dict[int, Gathering]]:
    """The gatherings of each wording of a series, by number."""
    rows: dict[tuple[str, ...], dict[int, Gathering]] = defaultdict(dict)
    for row in gatherings():
        rows[tuple(fold(phrase) for phrase in row.phrases)][row.ordinal] = row
    return dict(rows)


def _named(text: str, sentence: Sentence) -> Iterator[tuple[Gathering, Span]]:
    """The gatherings that a sentence names: all phrases of the wording before the number, in their order."""
    start, end = sentence.span.start, sentence.span.end
    inside = text[start:end]
    for ordinal in _ORDINAL.finditer(inside):
        number = _number(ordinal["number"])
        if number is None:
            continue
        for phrases, rows in _series().items():
            row = rows.get(number)
            first = None if row is None else _phrases_before(inside, phrases, ordinal)
            if row is not None and first is not None:
                yield row, Span(start + first, start + ordinal.end())


def _phrases_before(text: str, phrases: tuple[str, ...], ordinal: re.Match[str]) -> int | None:
    """Where the wording begins, if all its phrases stand before the number, in order and near it."""
    upto = ordinal.end() if phrases[-1].endswith("lần thứ") else ordinal.start()
    last = text.rfind(phrases[-1], 0, upto)
    if last < 0 or ordinal.start() - (last + len(phrases[-1])) > _TO_NUMBER:
        return None
    first = last
    for phrase in reversed(phrases[:-1]):
        first = text.rfind(phrase, 0, first)
        if first < 0 or last - first > 2 * _TO_NUMBER:
            return None
    return first


def _number(written: str) -> int | None:
    """An ordinal in figures, Roman figures or words."""
    if written.isdigit():
        return int(written)
    if set(written) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in written]
        return sum(-v if v < max(values[k:]) else v for k, v in enumerate(values))
    words = written.split()
    for upto in range(len(words), 0, -1):
        value = parse_words(" ".join(words[:upto]))
        if value is not None:
            return int(value)
    return {"nhất": 1, "nhì": 2, "tư": 4}.get(words[0])


def _elsewhen(doc: Doc, sentence: Sentence) -> bool:
    """Whether the sentence tells of another time than the news: a plan, a stated year, "năm ngoái"."""
    for time in doc.time_mentions:
        if not time.span.within(sentence.span):
            continue
        part = parts_of(time.value)[0]
        planned = not {"future", "next"}.isdisjoint(part.notes) or time.modifier == "target"
        recalled = part.op in {"year", "month"} and bool(part.arguments) and part.arguments[0].startswith("-")
        if planned or recalled or (time.year is not None and time.grain not in {"day", "days"}):
            return True
    return False


def _hints(doc: Doc, row: Gathering, span: Span, *, in_news: bool) -> Iterator[Hint]:
    """A gathering in the news leaves the days around it; one that is recalled or foreseen favours its season."""
    name = f"“{span.of(doc.text)}” on {row.from_.isoformat()}..{row.to.isoformat()}"
    around = widened([(row.from_, row.to)], -_BEFORE, _AFTER)
    if in_news:
        yield leaves("gathering", around, name, span) if row.verified else favours("gathering", around, name, span, 4.0)
        return
    yield favours("gathering", widened([(row.from_, row.to)], -180, 365), name, span, 0.8)
