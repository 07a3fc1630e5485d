"""Clues to the day of publication in what the text tells of time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from vnbilat_lib.calendar_days import days_of, parts_of, safe_date, week_days
from vnbilat_lib.dating.spans import DaySpan, Hint, favours, leaves, shifted, widened, years
from vnbilat_lib.doc import Doc, TimeMention, inside

# A report of nine months may come out some days before the months are over, "6 tháng đầu năm" from the middle of June.
_EARLY_REPORT = 15
# Plans for a year are told from the middle of the year before.
_PLANNED_AHEAD = (7, 1)
# Expressions so far apart belong to one story: "ông đến thăm tuần trước. ... Tuyên bố chung ra ngày 6/11."
_SAME_STORY = 250
# A day in the future is seldom told earlier than this.
_ANNOUNCED = 30
# How much the newest year told of, the one after it and every later one weigh, by how often news of 2017 about relations between
# countries came out in them: where the year is also to come; where a month or day of it is told; where a figure of the whole
# year is told; else.
_PRESENT_YEAR = (1.5, 0.4, 0.0)
_BY_MONTH = (1.5, 1.2, 0.35)
_WITH_FIGURE = (0.4, 2.0, 0.6)
_ONE_YEAR = (1.0, 1.0, 0.35)
_HALF_YEAR = 6
_LEAD_SENTENCES = 4
_LEAD_CHARACTERS = 900


def told_hints(doc: Doc) -> Iterator[Hint]:
    """The clues of all temporal expressions."""
    news_day = _news_day(doc)
    for at, mention in enumerate(doc.time_mentions):
        ops = {part.op for part in parts_of(mention.value)}
        if "vague" in ops or mention.anchor == "previous":
            continue
        if ops == {"date"}:
            yield from _day_hints(doc, at, in_lead=mention is news_day)
        elif mention.year is not None:
            yield from _not_before(doc, mention)
        elif ops <= {"months", "quarter"}:
            yield from _months_hints(mention)
    yield from _newest_hints(doc)


def _lead_end(doc: Doc) -> int:
    """Where title and lead end: the first sentences that are no captions."""
    ends = [sentence.span.end for sentence in doc.sentences if sentence.part != "caption"][:_LEAD_SENTENCES]
    return min(ends[-1] if ends else _LEAD_CHARACTERS, _LEAD_CHARACTERS)


def _news_day(doc: Doc) -> TimeMention | None:
    """The latest day of the past that title and lead tell of: the day of the news."""
    lead = _lead_end(doc)
    days = [m for m in doc.time_mentions if m.span.start < lead and m.grain == "day" and m.month and m.day and not m.modifier]
    days = [m for m in days if parts_of(m.value)[0].op == "date" and not _future(m)]
    newest = max((m.year for m in days if m.year), default=None)
    days = [m for m in days if m.year in {None, newest}]
    months = [m.month or 0 for m in days]
    if days and max(months) - min(months) > _HALF_YEAR:  # 28/12 and 5/1
        days = [m for m in days if (m.month or 0) <= _HALF_YEAR]
    return max(days, key=lambda m: (m.month or 0, m.day or 0), default=None)


def _future(mention: TimeMention) -> bool:
    """Whether the expression tells of what is to come."""
    return mention.modifier == "target" or not {"future", "next"}.isdisjoint(mention.value.split(";"))


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
    """What a day tells: "hôm nay (ngày 6/11)" the very day, the day of the news that day or the next, a plan the days before."""
    mention = doc.time_mentions[at]
    spans = _day_spans(mention)
    if not spans:
        return
    span, part, text = mention.span, parts_of(mention.value)[0], mention.span.of(doc.text)
    if (offset := part.note("day")) is not None:
        days = widened(spans, -int(offset), -int(offset))
        yield leaves("relative", widened(days, 0, 1), f"“{text}”", span)
        yield favours("relative", days, f"“{text}”: that day", span, 5.0)
        return
    if part.note("weekday") is not None and mention.year is None:
        yield leaves("weekday", widened(spans, -90, 270), f"the weekday of “{text}”", span)
    if _future(mention) or (mention.modifier == "until" and "counted" not in part.notes):
        yield favours("day", widened(spans, -_ANNOUNCED, 1), f"“{text}” is to come", span, 0.45)
        yield favours("day", widened(spans, -7, 0), f"“{text}” is near", span, 0.3)
        return
    if mention.modifier == "until":  # "tính đến ngày 20/6"
        yield favours("day", widened(spans, 0, 45), f"figures up to “{text}”", span, 0.8)
        return
    yield from _past_day_hints(mention, spans, text, in_lead=in_lead)
    if mention.year is None:
        yield from _week_hints(doc, at, spans)


def _past_day_hints(mention: TimeMention, spans: list[DaySpan], text: str, *, in_lead: bool) -> Iterator[Hint]:
    """What a day of the past tells: not before it, and in the lead that day or the next."""
    span = mention.span
    if mention.year is not None and "past" in parts_of(mention.value)[0].notes:
        yield leaves("date", [(shifted(a, -3), date.max) for a, _ in spans], f"not before “{text}”", span)
    if in_lead:
        yield favours("day", widened(spans, 0, 1), f"“{text}” in the lead: that day or the next", span, 3.0)
    if mention.grain == "days" and mention.year is None:  # a visit's span may be told before it begins
        yield favours("day", widened(spans, -10, 7), f"about “{text}”", span, 1.2)
    elif in_lead or mention.year is None:
        yield favours("day", widened(spans, 0, 3), f"“{text}”: within some days", span, 0.6)
        yield favours("day", widened(spans, 0, 30), f"“{text}”: within a month", span, 0.6)


def _week_hints(doc: Doc, at: int, spans: list[DaySpan]) -> Iterator[Hint]:
    """A day beside "tuần trước": the article came out in the week after that day's."""
    mention = doc.time_mentions[at]
    for other in doc.time_mentions[max(0, at - 2) : at + 3]:
        near = max(other.span.start - mention.span.end, mention.span.start - other.span.end) <= _SAME_STORY
        if near and parts_of(other.value)[0].op == "week" and other.value.startswith("week:-1"):
            weeks = [week_days(a, 1) for a, _ in spans]
            days = [(a, b) for a, b in weeks if a is not None and b is not None]
            note = f"“{other.span.of(doc.text)}” beside “{mention.span.of(doc.text)}”: the week after"
            yield favours("relative", days, note, other.span, 3.0)
            return


def _not_before(doc: Doc, mention: TimeMention) -> Iterator[Hint]:
    """What a month, quarter or year of the past tells: not before it (a year is planned from the middle of the one before)."""
    if _future(mention) or mention.end_year is not None or (mention.year or 0) not in years():
        return
    start, end = days_of(replace(mention, modifier=""), date(mention.year or 2000, 1, 1))
    if start is None or end is None:
        return
    text = mention.span.of(doc.text)
    sure = "past" in parts_of(mention.value)[0].notes
    days = [(date(start.year - 1, *_PLANNED_AHEAD), date.max)]
    if sure:
        yield leaves("year", days, f"not before “{text}”", mention.span)
    else:
        yield favours("year", days, f"hardly before “{text}”", mention.span, 1.0)
    if mention.grain != "year":
        over = end if mention.grain in {"period", "half", "quarter"} or mention.modifier == "until" else start
        weight = 1.0 if sure else 0.5
        yield favours("period", [(shifted(over, -_EARLY_REPORT), date.max)], f"“{text}” has come", mention.span, weight)


def _newest_hints(doc: Doc) -> Iterator[Hint]:
    """What the newest year of the past favours: that year and the next; figures of a whole year come out after it."""
    stated = [m for m in doc.time_mentions if m.year in years() and m.end_year is None and m.anchor != "previous"]
    past = [m for m in stated if not _future(m) and m.modifier != "since"]
    newest = max((m.year for m in past if m.year is not None), default=None)
    if newest is None:
        return
    planned = {m.year for m in stated if _future(m) and (m.modifier != "target" or (m.year or 0) > newest)}
    told = [m for m in past if m.year == newest]
    by_month = next((m for m in told if m.grain != "year"), None)
    with_figure = next((m for m in told if _has_figure(doc, m)), None)
    weights, mention = _ONE_YEAR, told[0]
    if newest in planned:
        weights = _PRESENT_YEAR
    elif by_month is not None:
        weights, mention = _BY_MONTH, by_month
    elif with_figure is not None:
        weights, mention = _WITH_FIGURE, with_figure
    text = mention.span.of(doc.text)
    this, following, later = weights
    note = f"“{text}” is the newest year told of"
    yield favours("year", [(date(newest, 1, 1), date(newest, 12, 31))], note, mention.span, this)
    next_year = (date(newest + 1, 1, 1), date(newest + 1, 12, 31))
    yield favours("year", [next_year], note + ": the year after", mention.span, following)
    yield favours("year", [(date(newest + 2, 1, 1), date.max)], note + ": later", mention.span, later)
    to_come = min((year for year in planned if year is not None and year >= newest), default=None)
    if to_come is not None:
        yield favours("year", [(date.min, date(to_come, 12, 31))], f"{to_come} is to come", mention.span, 0.5)


def _has_figure(doc: Doc, mention: TimeMention) -> bool:
    """Whether an amount of money stands in the sentence of a year: figures of a whole year come out after it."""
    k = bisect_right(doc.sentences, mention.span.start, key=lambda s: s.span.start) - 1
    if k < 0 or not mention.span.within(doc.sentences[k].span):
        return False
    return any(amount.currency is not None for amount in inside(doc.amounts, doc.sentences[k].span))


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
    sure = same_year and part.op == "months"  # a quarter may be a term for what is to be done
    days, note = [(a, b) for a, b, _ in spans], "after the months told of, in their year"
    if sure:
        yield leaves("period", days, note, mention.span)
    else:
        yield favours("period", days, note, mention.span, 1.0)
    soon = [(a, shifted(end, 90)) for a, _, end in spans]
    yield favours("period", soon, "within a quarter of the months told of", mention.span, 0.8)
