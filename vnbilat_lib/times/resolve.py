"""The days of temporal expressions once the article is dated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from vnbilat_lib.calendar_days import (
    OPEN,
    Days,
    Part,
    days_of,
    months_days,
    parts_of,
    safe_date,
    shift_month,
    shift_unit,
    shift_year,
)
from vnbilat_lib.doc import Doc, Time, TimeMention

# "Cùng ngày" in a new paragraph takes up a day of the news, no day of history: one so near publication.
_NEWS_DAYS = 60
# In an interval of publication up to this long every day is tried, in a longer one its ends and middle.
_SHORT_INTERVAL = 14
# A stated year is the same whenever the article came out; targets and "vào năm" are then told from the past by this day.
_ANY_DAY = date(2000, 1, 1)
_TOLD = 200  # expressions on which a later one can lean


def resolve_times(doc: Doc) -> Doc:
    """The article with a Time for each of its temporal expressions, in the order of the text.

    >>> from vnbilat_lib.doc import Dating, Span
    >>> said = TimeMention(Span(0, 9), "year", "year:-1", anchor="published")  # "Năm ngoái"
    >>> dating = Dating(date(2015, 11, 9), date(2015, 11, 13))
    >>> doc = Doc(article=None, text="Năm ngoái", time_mentions=(said,), dating=dating)  # type: ignore[arg-type]
    >>> resolve_times(doc).times[0].start.isoformat()
    '2014-01-01'
    """
    times: list[Time] = []
    for mention in doc.time_mentions:
        times.append(_time(mention, times[-_TOLD:], doc))
    return replace(doc, times=tuple(times))


def _time(mention: TimeMention, before: list[Time], doc: Doc) -> Time:
    """One expression with its days, as the days of publication and the expressions before it allow."""
    earliest, latest = doc.dating.published_from, doc.dating.published_to
    if mention.anchor == "previous":
        start, end = _from_previous(mention, before, doc)
    elif mention.anchor == "none":
        start, end = days_of(mention, earliest or _ANY_DAY)
    else:
        start, end = _from_interval(mention, earliest, latest)
    modifier = mention.modifier
    if modifier == "target":
        modifier, start = _target(mention, start, end, latest)
    basis = "stated" if mention.anchor == "none" else "resolved"
    return Time(mention.span, start, end, mention.grain, basis, modifier, mention.value)  # type: ignore[arg-type]


def _from_interval(mention: TimeMention, earliest: date | None, latest: date | None) -> Days:
    """The days that the expression means on every day on which the article may have come out; open where they differ."""
    if earliest is None or latest is None:
        return OPEN
    if earliest == latest:
        return days_of(mention, earliest)
    length = (latest - earliest).days
    steps = range(length + 1) if length <= _SHORT_INTERVAL else (0, length // 2, length)
    answers = {days_of(mention, earliest + timedelta(days=step)) for step in steps}
    return answers.pop() if len(answers) == 1 else OPEN


def _target(mention: TimeMention, start: date | None, end: date | None, latest: date | None) -> tuple[str, date | None]:
    """Whether "đến năm 2020", "vào năm 2020" aims at a year or tells of one that has come; "đến năm 2016" then ends there."""
    if end is None or latest is None or end > latest:
        return "target", start
    return ("", start) if "at" in parts_of(mention.value)[0].notes else ("until", None)


def _from_previous(mention: TimeMention, before: list[Time], doc: Doc) -> Days:
    """The days of an expression that leans on those told before it: "cùng ngày", "một tháng sau đó", "cùng kỳ"."""
    part = parts_of(mention.value)[0]
    if part.op == "same":
        return _same_period(mention, before)
    if (offset := part.note("prevyear")) is not None:
        return _in_previous_year(mention, part, int(offset), before)
    wanted = {"day", "days"} if part.op == "day" else None
    for time in _days_of_news(mention, before, doc) if wanted else reversed(before):
        known = time.end if part.op == "day" and part.number() > 0 and time.grain == "days" else time.start or time.end
        if known is None or (wanted is not None and time.grain not in wanted) or time.modifier == "target":
            continue
        unit = "quarter" if part.op == "quarters" else part.op
        return shift_unit(known, unit, part.number())
    return OPEN


def _days_of_news(mention: TimeMention, before: list[Time], doc: Doc) -> Iterator[Time]:
    """The days told before, the last first: those of the same sentence, then single days of the news, then all others.

    "... thiết lập quan hệ (25/3/1971).", and in the next paragraph "Cùng ngày, ..." is the day of the talks.
    """
    aside = []
    for time in reversed(before):
        between = doc.text[time.span.end : mention.span.start]
        here = "\n" not in between and (". " not in between or time.grain == "day")
        if here or (time.grain == "day" and _is_news(time, doc)):
            yield time
        else:
            aside.append(time)
    yield from aside


def _is_news(time: Time, doc: Doc) -> bool:
    """Whether a day is near the days on which the article can have come out; any day where these are unknown."""
    first, last, reach = doc.dating.published_from, doc.dating.published_to, timedelta(days=_NEWS_DAYS)
    if time.start is None or first is None or last is None:
        return True
    return first - reach <= time.start <= last + reach


def _in_previous_year(mention: TimeMention, part: Part, offset: int, before: list[Time]) -> Days:
    """A day or month of the year told before: "tháng 9 cùng năm"."""
    known = next((t.start or t.end for t in reversed(before) if t.start or t.end), None)
    if known is None or mention.month is None:
        return OPEN
    year = known.year + offset
    if part.op == "month":
        return shift_month(date(year, mention.month, 1), 0)
    day = safe_date(year, mention.month, mention.day or 1)
    return (day, day) if day else OPEN


def _same_period(mention: TimeMention, before: list[Time]) -> Days:
    """The last period told before, one year earlier or in the year that is stated; a whole year where none was told."""
    for time in reversed(before):
        known = time.end or time.start
        if known is None or (time.grain in {"day", "week", "vague"} and time.modifier != "until") or time.modifier == "target":
            continue
        years = -1 if mention.year is None else mention.year - known.year
        if years == 0:
            continue
        return (shift_year(time.start, years) if time.start else None, _same_end(time.end, years) if time.end else None)
    return months_days(mention.year, 1, 12) if mention.year is not None and not before else OPEN


def _same_end(day: date, years: int) -> date:
    """The last day of the same period: the end of February stays the end of February."""
    if (day + timedelta(days=1)).day == 1:
        return shift_month(date(day.year + years, day.month, 1), 0)[1] or day
    return shift_year(day, years)
