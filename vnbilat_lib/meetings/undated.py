"""An article whose year is open, read as if it had come out in one: how its days lie to the news is known all the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from vnbilat_lib.calendar_days import days_of, parts_of, shift_unit
from vnbilat_lib.doc import Dating, Doc, Time, TimeMention

_SHORT = timedelta(days=3)  # a window of publication that leaves only the year open: "ngày 5/6 cho biết"
_NEAR = ("day", "days", "week")  # grains that need only the day of the news, whichever it is: "hôm qua", "tuần tới"
Days = tuple[date, date]  # a first and last day

_DAY = timedelta(days=1)
_MONTH = timedelta(days=31)
_FEW_YEARS = timedelta(days=1100)  # of the corpus's articles dated by text among more years, a third have the wrong one
_THIS_WEEK = ("week:0", "week:bare")  # over or to come, as the day of the news is
_ANY_DAY = date(2017, 3, 15)  # a Wednesday in the middle of a month


@dataclass(frozen=True, slots=True)
class Calendar:
    """An article's times as its meetings are read with, and the days of publication assumed for those without a year."""

    times: tuple[Time, ...]
    assumed: Days | None = None


def read_calendar(doc: Doc) -> Calendar:
    """The article's times, with days for those that need only the year, or only the day of the news.

    Such a time has the basis "inferred": its days serve to compare, and are never written.

    >>> from vnbilat_lib.doc import Span
    >>> said = TimeMention(Span(0, 8), "day", "date;past", anchor="year", month=6, day=5)  # "ngày 5/6"
    >>> windows = tuple((date(year, 6, 6), date(year, 6, 7)) for year in (2017, 2018))
    >>> doc = Doc(article=None, dating=Dating(date(2017, 6, 6), date(2018, 6, 7), (), windows))  # type: ignore[arg-type]
    >>> doc = replace(doc, time_mentions=(said,), times=(Time(said.span, None, None, "day", "resolved", "", said.value),))
    >>> [time.start.isoformat() for time in read_calendar(doc).times]
    ['2017-06-05']
    """
    if _is_sure(doc):
        return Calendar(doc.times)
    window = _window(doc.dating) or _first_told(doc)
    days = window or (_ANY_DAY, _ANY_DAY)
    mentions = {mention.span: mention for mention in doc.time_mentions}
    times: list[Time] = []
    for time in doc.times:
        mention = mentions.get(time.span)
        times.append(_assumed(mention, time, times, days[1], yearless=window is not None) if mention else time)
    return Calendar(tuple(times), days)


def _is_sure(doc: Doc) -> bool:
    """Whether the day is known from outside, or the text leaves so few years that its clues can be trusted with the year."""
    told, likely, left = doc.article.published if doc.article else None, doc.dating.likely, doc.dating.candidates
    near = bool(likely and left) and likely[-1][1] - likely[0][0] <= _MONTH
    return told is not None or (near and left[-1][1] - left[0][0] <= _FEW_YEARS)


def _window(dating: Dating) -> Days | None:
    """The first window of publication, where every one is short."""
    if not dating.likely or any(end - start > _SHORT for start, end in dating.likely):
        return None
    return dating.likely[0]


def _first_told(doc: Doc) -> Days | None:
    """The first day and month that the text tells, in any year: most news opens with its day."""
    dated = (m for m in doc.time_mentions if m.grain == "day" and m.anchor == "year" and m.month and m.day)
    first = next(dated, None)
    day = days_of(first, _ANY_DAY)[0] if first else None
    return (day, day + _DAY) if day else None


def _assumed(mention: TimeMention, time: Time, before: list[Time], day: date, *, yearless: bool) -> Time:
    """A time that hangs on the year of the article, as it would be if that had come out on `day`."""
    if mention.anchor == "none" or mention.modifier == "target":
        return time
    if time.start or time.end:
        return replace(time, basis="inferred")
    if mention.anchor == "previous":
        start, end = _from_previous(mention, before)
    elif yearless or (mention.anchor == "published" and mention.grain in _NEAR and not mention.value.startswith(_THIS_WEEK)):
        start, end = days_of(mention, day)
    else:
        return time
    return replace(time, start=start, end=end, basis="inferred") if start or end else time


def _from_previous(mention: TimeMention, before: list[Time]) -> tuple[date | None, date | None]:
    """The day of "cùng ngày", "ba ngày sau đó", where the day before is assumed."""
    part = parts_of(mention.value)[0]
    known = next((t.start for t in reversed(before) if t.grain == "day" and t.start), None)
    return shift_unit(known, "day", part.number()) if part.op == "day" and known else (None, None)
