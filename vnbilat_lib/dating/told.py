"""Clues to the day of publication in what the text tells of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from vnbilat_lib.calendar_days import days_of, parts_of, safe_date, week_days
from vnbilat_lib.dating.spans import DaySpan, Hint, shifted, union, years
from vnbilat_lib.doc import Doc, TimeMention

# A report of nine months may come out some days before the months are over, "6 tháng đầu năm" from the middle of June.
_EARLY_REPORT = 15
# Plans for a year are told from the middle of the year before.
_PLANNED_AHEAD = (7, 1)
# Expressions so far apart belong to one story: "ông đến thăm tuần trước. ... Tuyên bố chung ra ngày 6/11."
_SAME_STORY = 250
# A day in the future is seldom told earlier than this.
_ANNOUNCED = 30
_LEAD_CHARACTERS = 700


def told_hints(doc: Doc) -> Iterator[Hint]:
    """The clues of all temporal expressions."""
    lead = _lead_end(doc)
    latest = _latest_year(doc.time_mentions)
    for at, mention in enumerate(doc.time_mentions):
        ops = {part.op for part in parts_of(mention.value)}
        if "vague" in ops or mention.anchor == "previous":
            continue
        if ops == {"date"}:
            yield from _day_hints(doc, at, in_lead=mention.span.start < lead)
        elif mention.year is not None:
            yield from _stated_hints(doc, mention, newest=latest)
        elif ops <= {"months", "quarter"}:
            yield from _months_hints(mention)


def _lead_end(doc: Doc) -> int:
    """Where title and lead end: the first three sentences."""
    ends = [sentence.span.end for sentence in doc.sentences[:3]]
    return min(ends[-1] if ends else _LEAD_CHARACTERS, _LEAD_CHARACTERS)


def _future(mention: TimeMention) -> bool:
    """Whether the expression tells of what is to come."""
    return mention.modifier == "target" or not {"future", "next"}.isdisjoint(mention.value.split(";"))


def _latest_year(mentions: Sequence[TimeMention]) -> int | None:
    """The latest year that the text states of what has been."""
    stated = [max(m.year or 0, m.end_year or 0) for m in mentions if m.year is not None and m.end_year is None and not _future(m)]
    return max((year for year in stated if year in years()), default=None)


def _day_spans(mention: TimeMention) -> list[DaySpan]:
    """The day or days of the expression: in its year, else in every year (with its weekday, if that is told)."""
    if mention.month is None or mention.day is None:
        return []
    weekday = parts_of(mention.value)[0].note("weekday")
    spans = []
    for year in [mention.year] if mention.year is not None else years():
        start = safe_date(year, mention.month, mention.day)
        end = start
        if mention.end_month is not None and mention.end_day is not None:
            wraps = mention.end_year is None and (mention.end_month, mention.end_day) < (mention.month, mention.day)
            end = safe_date(mention.end_year or year + wraps, mention.end_month, mention.end_day)
        if start and end and start <= end and (mention.year is not None or weekday is None or start.weekday() == int(weekday)):
            spans.append((start, end))
    return spans


def _day_hints(doc: Doc, at: int, *, in_lead: bool) -> Iterator[Hint]:
    """What a day tells: "hôm nay (ngày 6/11)" the very day, a day in the lead that day or the next, a planned day the days before."""
    mention = doc.time_mentions[at]
    spans = _day_spans(mention)
    if not spans:
        return
    span, part = mention.span, parts_of(mention.value)[0]
    text = span.of(doc.text)
    if (offset := part.note("day")) is not None:
        days = [(shifted(a, -int(offset)), shifted(b, -int(offset))) for a, b in spans]
        yield Hint("relative", True, union((a, shifted(b, 1)) for a, b in days), f"“{text}”", span)
        yield Hint("relative", False, union(days), f"“{text}”: that day", span, 5.0)
        return
    if part.note("weekday") is not None and mention.year is None:
        yield Hint("weekday", True, union((shifted(a, -90), shifted(b, 270)) for a, b in spans), f"the weekday of “{text}”", span)
    if mention.modifier == "until":
        yield Hint("day", False, union((shifted(b, -_ANNOUNCED), b) for _, b in spans), f"“{text}” is to come", span, 0.9)
        yield Hint("day", False, union((shifted(b, -7), b) for _, b in spans), f"“{text}” is near", span, 0.3)
        return
    if _future(mention):
        yield Hint("day", False, union((shifted(a, -_ANNOUNCED), b) for a, b in spans), f"“{text}” is to come", span, 0.9)
        return
    yield from _past_day_hints(mention, spans, text, in_lead=in_lead)
    if mention.year is None:
        yield from _week_hints(doc, at, spans)


def _past_day_hints(mention: TimeMention, spans: list[DaySpan], text: str, *, in_lead: bool) -> Iterator[Hint]:
    """What a day of the past tells: not before it, and in the lead that day or the next."""
    if mention.year is not None:
        yield Hint("date", True, union((shifted(a, -3), date.max) for a, _ in spans), f"not before “{text}”", mention.span)
    if in_lead:
        yield Hint("day", False, union((a, shifted(b, 1)) for a, b in spans), f"“{text}” in the lead: that day or the next", mention.span, 3.0)
    yield Hint("day", False, union((a, shifted(b, 30)) for a, b in spans), f"“{text}”: within a month", mention.span, 0.6)


def _week_hints(doc: Doc, at: int, spans: list[DaySpan]) -> Iterator[Hint]:
    """A day beside "tuần trước": the article came out in the week after that day's."""
    mention = doc.time_mentions[at]
    for other in doc.time_mentions[max(0, at - 2) : at + 3]:
        near = max(other.span.start - mention.span.end, mention.span.start - other.span.end) <= _SAME_STORY
        if near and parts_of(other.value)[0].op == "week" and other.value.startswith("week:-1"):
            weeks = [week_days(a, 1) for a, _ in spans]
            days = union((a, b) for a, b in weeks if a is not None and b is not None)
            note = f"“{other.span.of(doc.text)}” beside “{mention.span.of(doc.text)}”: the week after"
            yield Hint("relative", False, days, note, other.span, 3.0)
            return


def _stated_hints(doc: Doc, mention: TimeMention, *, newest: int | None) -> Iterator[Hint]:
    """What a month, quarter or year that is stated tells: not before it, soon after the newest; before what is planned."""
    anywhen = date(mention.year or 2000, 1, 1)
    start, end = days_of(replace(mention, modifier=""), anywhen)
    if start is None or end is None or (mention.year or 0) not in years():
        return
    span, text = mention.span, mention.span.of(doc.text)
    if _future(mention):
        yield Hint("year", False, union([(date.min, end)]), f"“{text}” is to come", span, 0.9)
        return
    if mention.end_year is not None:
        return
    whole_year = mention.grain == "year"
    if whole_year and mention.year is not None:
        known_from = date(mention.year - 1, *_PLANNED_AHEAD)
    else:
        known_from = shifted(end, -_EARLY_REPORT) if mention.grain in {"period", "half", "quarter"} else shifted(start, -3)
    yield Hint("year", True, union([(known_from, date.max)]), f"not before “{text}”", span)
    if mention.year != newest:
        return
    if whole_year and _has_figure(doc, mention):
        yield Hint("year", False, union([(shifted(end, -20), shifted(end, 365))]), f"figures of “{text}”: the year after", span, 2.0)
        yield Hint("year", False, union([(start, end)]), f"“{text}” is the latest year told of", span, 1.0)
    elif whole_year:
        yield Hint("year", False, union([(start, end)]), f"“{text}” is the latest year told of", span, 1.5)
        yield Hint("year", False, union([(end, shifted(end, 365))]), f"“{text}” is the latest year told of", span, 0.6)
    else:
        yield Hint("period", False, union([(start, shifted(end, 120))]), f"“{text}” is the latest time told of", span, 1.5)


def _has_figure(doc: Doc, mention: TimeMention) -> bool:
    """Whether an amount of money stands in the sentence of a year: figures of a whole year come out after it."""
    sentence = next((s.span for s in doc.sentences if mention.span.within(s.span)), None)
    return sentence is not None and any(a.currency is not None and a.span.within(sentence) for a in doc.amounts)


def _months_hints(mention: TimeMention) -> Iterator[Hint]:
    """What months without a year tell: "9 tháng đầu năm nay" comes out after September, in that year."""
    part = parts_of(mention.value)[0]
    if _future(mention) or (part.op == "months" and part.arguments[0] == "last"):
        return
    same_year = part.note("year") == "0"
    spans = []
    for year in years():
        _, end = days_of(replace(mention, year=year, modifier="", anchor="none"), date(year, 1, 1))
        if end is not None:
            spans.append((shifted(end, -_EARLY_REPORT), date(year, 12, 31) if same_year else shifted(end, 180), end))
    yield Hint("period", same_year, union((a, b) for a, b, _ in spans), "after the months told of, in their year", mention.span, 1.0)
    soon = union((a, shifted(end, 90)) for a, _, end in spans)
    yield Hint("period", False, soon, "within a quarter of the months told of", mention.span, 0.8)
