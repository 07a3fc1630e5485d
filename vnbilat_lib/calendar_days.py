"""Calendar arithmetic: what a temporal expression means on the day on which its article came out."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar

from vnbilat_lib.doc import TimeMention

Option = TypeVar("Option")
Days = tuple[date | None, date | None]
OPEN: Days = (None, None)

# A day in the wrong direction of the tense costs so much more than one in the right direction: "đã thăm hồi tháng 12" read in
# February is December of last year, "ngày 5/6 ... sẽ" read on 6 June is still yesterday.
_AGAINST_TENSE = 3.0
_AGAINST_HABIT = 1.3  # news without tense tells of the past more often than of the future
# A past event may bear the day after publication: articles are dated before their last update.
_SLACK_DAYS = 3

_DAY = timedelta(days=1)
_MID_MONTH = 15


@dataclass(frozen=True, slots=True)
class Part:
    """One end of an expression as its shorthand says: `op` with `arguments`; `notes` hold for the whole expression."""

    op: str
    arguments: tuple[str, ...]
    notes: frozenset[str]

    def number(self, at: int = 0) -> int:
        """The argument at `at` as a number."""
        return int(self.arguments[at])

    def note(self, name: str) -> str | None:
        """What follows `name` and a colon among the notes."""
        return next((note[len(name) + 1 :] for note in self.notes if note.startswith(name + ":")), None)


@lru_cache(maxsize=4096)
def parts_of(value: str) -> tuple[Part, ...]:
    """The one or two parts of a TimeMention's `value`: "op:argument;note", or "op..op;note" for a span of time.

    >>> [part.op for part in parts_of("date..date;past")], parts_of("week:-1")[0].number()
    (['date', 'date'], -1)
    """
    ends, *notes = value.split(";")
    parts = (end.split(":") for end in ends.split(".."))
    return tuple(Part(op, tuple(arguments), frozenset(notes)) for op, *arguments in parts)


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day (31 June)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days:
    """First and last day of a month.

    >>> month_days(2016, 2)[1].isoformat()
    '2016-02-29'
    """
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_days(year: int, first: int, last: int) -> Days:
    """First day of month `first` and last day of month `last` of a year."""
    return date(year, first, 1), month_days(year, last)[1]


def week_days(day: date, offset: int = 0) -> Days:
    """Monday and Sunday of the week of `day`, or of a week before or after it."""
    monday = day - timedelta(days=day.weekday() - 7 * offset)
    return monday, monday + 6 * _DAY


def shift_month(day: date, months: int) -> Days:
    """The whole month that lies `months` after the month of `day`."""
    index = day.year * 12 + day.month - 1 + months
    return month_days(index // 12, index % 12 + 1)


def shift_year(day: date, years: int) -> date:
    """The same day in another year; 29 February becomes the 28th, and the 28th before a leap day stays."""
    return safe_date(day.year + years, day.month, day.day) or date(day.year + years, 2, 28)


def shift_unit(day: date, unit: str, number: int) -> Days:
    """The day, or the whole week, month or year, that lies `number` units after `day`.

    >>> [d.isoformat() for d in shift_unit(date(1995, 7, 11), "month", 1)]
    ['1995-08-01', '1995-08-31']
    """
    if unit == "day":
        return day + number * _DAY, day + number * _DAY
    if unit == "week":
        return week_days(day, number)
    if unit == "month":
        return shift_month(day, number)
    if unit == "quarter":
        index = day.year * 4 + (day.month - 1) // 3 + number
        return months_days(index // 4, index % 4 * 3 + 1, index % 4 * 3 + 3)
    return months_days(day.year + number, 1, 12)


def days_of(mention: TimeMention, published: date) -> Days:
    """First and last day that the mention would mean if the article had come out on `published`; (None, None) if it stays open.

    A mention that leans on its neighbours ("cùng ngày") stays open here: only its text tells.

    >>> from vnbilat_lib.doc import Span
    >>> said = TimeMention(Span(0, 9), "day", "date;past", anchor="year", month=8, day=15)  # "Chiều 15/8"
    >>> days_of(said, date(2023, 8, 16))[0].isoformat()
    '2023-08-15'
    """
    if mention.anchor == "previous":
        return OPEN
    try:
        days = _whole(mention, published)
    except (ValueError, OverflowError):  # years outside the calendar
        return OPEN
    return _modified(mention, days)


def _whole(mention: TimeMention, published: date) -> Days:
    """The days without regard to "since" and "until"."""
    left, *rest = parts_of(mention.value)
    first = _days(left, (mention.year, mention.month, mention.day), published)
    if not rest:
        return first
    stated = (mention.end_year, mention.end_month, mention.end_day)
    if left.op == rest[0].op == "month" and mention.year is None and mention.end_year is None and left.note("year") is None:
        return _months_without_year(mention, rest[0], published)
    # The right end lies after the left one: "28/12 - 3/1", "từ tháng 11 đến tháng 2".
    leans = mention.end_year is None and rest[0].op in _YEARLESS and rest[0].note("month") is None
    anchor = first[0] if first[0] is not None and leans else published
    last = _days(rest[0], stated, anchor)
    if first[0] is not None and last[1] is not None and last[1] < first[0]:
        if mention.end_year is not None or rest[0].op not in _YEARLESS:
            return OPEN
        last = (last[0], shift_year(last[1], 1))
    return (first[0], last[1]) if first[0] is not None and last[1] is not None else OPEN


def _months_without_year(mention: TimeMention, part: Part, published: date) -> Days:
    """Months from one to another: the last one's year is the nearest, "từ tháng 1 đến tháng 11" in December is not to come."""
    first, last = _month(part, (None, mention.end_month, None), published)
    if first is None or mention.month is None or mention.end_month is None:
        return OPEN
    return date(first.year - (mention.month > mention.end_month), mention.month, 1), last


def _modified(mention: TimeMention, days: Days) -> Days:
    """The days with one end left open by "since" or "until"."""
    start, end = days
    if mention.modifier == "since":
        return start, None
    if mention.modifier != "until":
        return days
    part = parts_of(mention.value)[-1].note("part")
    if part == "mid" and start is not None and end is not None:  # "tính đến giữa năm 2016"
        return None, start + (end - start) // 2 if mention.grain == "month" else _mid_year(start)
    return None, None if part == "first" and mention.grain == "year" else end


def _mid_year(start: date) -> date:
    """30 June of a year."""
    return date(start.year, 6, 30)


def _days(part: Part, stated: tuple[int | None, int | None, int | None], published: date) -> Days:
    """The days of one end of an expression."""
    return _OPS.get(part.op, _vague)(part, stated, published)


_Stated = tuple[int | None, int | None, int | None]


def _vague(_part: Part, _stated: _Stated, _published: date) -> Days:
    """No days: "hiện nay", "mỗi năm", "trong 10 năm qua"."""
    return OPEN


def _relative_year(part: Part, published: date) -> int | None:
    """The year where the expression says it by a word ("tháng 11 năm ngoái")."""
    offset = part.note("year")
    return None if offset is None else published.year + int(offset)


def _date(part: Part, stated: _Stated, published: date) -> Days:
    """A day and month, with or without a year."""
    year, month, day = stated
    if day is None:
        return OPEN
    if month is None:
        offset = part.note("month")  # "ngày 20 tháng trước"; "ngày 16" alone stays open
        first = shift_month(published, int(offset))[0] if offset is not None else None
        found = safe_date(first.year, first.month, day) if first else None
        return (found, found) if found else OPEN
    year = year if year is not None else _relative_year(part, published)
    if year is not None:
        found = safe_date(year, month, day)
        return (found, found) if found else OPEN
    reach = 4 if (month, day) == (2, 29) else 1
    options = [d for y in range(published.year - reach, published.year + reach + 1) if (d := safe_date(y, month, day))]
    weekday = part.note("weekday")
    options = [d for d in options if weekday is None or d.weekday() == int(weekday)] or options
    best = _nearest(options, lambda d: (d - published).days, part, _SLACK_DAYS)
    return (best, best) if best else OPEN


def _month(part: Part, stated: _Stated, published: date) -> Days:
    """A month, whole: by its name, or counted from that of publication ("tháng trước")."""
    if part.arguments:
        return shift_month(published, part.number())
    year, month, _ = stated
    if month is None:
        return OPEN
    year = year if year is not None else _relative_year(part, published)
    if year is None:
        here = published.year * 12 + published.month
        options = [published.year - 1, published.year, published.year + 1]
        year = _nearest(options, lambda y: y * 12 + month - here, part, 0)
    return month_days(year, month) if year is not None else OPEN


def _quarter(part: Part, stated: _Stated, published: date) -> Days:
    """A quarter of a year."""
    quarter, year = part.number(), stated[0] if stated[0] is not None else _relative_year(part, published)
    if year is None:
        here = published.year * 4 + (published.month - 1) // 3 + 1
        options = [published.year - 1, published.year, published.year + 1]
        year = _nearest(options, lambda y: y * 4 + quarter - here, part, 0)
    return months_days(year, quarter * 3 - 2, quarter * 3) if year is not None else OPEN


def _months(part: Part, stated: _Stated, published: date) -> Days:
    """The first or last N months of a year; without a year the last ones that are over or nearly so, or those to come."""
    which, number = part.arguments[0], part.number(1)
    if not 1 <= number <= 12:
        return OPEN
    first, last = (1, number) if which == "first" else (13 - number, 12)
    year = stated[0] if stated[0] is not None else _relative_year(part, published)
    if year is None:
        year = published.year
        ahead = 45 * _DAY  # "6 tháng đầu năm" is reported from the middle of June
        if "future" not in part.notes and which == "first" and months_days(year, first, last)[1] > published + ahead:  # type: ignore[operator]
            year -= 1
        if "past" in part.notes and which == "last" and date(year, first, 1) > published:
            year -= 1
    return months_days(year, first, last)


def _year(part: Part, stated: _Stated, published: date) -> Days:
    """A year that is stated, or counted from that of publication; "cuối năm" alone early in a year is open without a tense."""
    if stated[0] is not None:
        return months_days(stated[0], 1, 12)
    if not part.arguments:
        return OPEN
    if part.arguments[0] == "passed":  # "năm qua" is the year before only while a year is young
        return months_days(published.year - 1, 1, 12) if published.month <= 2 else OPEN
    if part.arguments[0] == "bare":
        early = published.month <= 3 and part.note("part") == "last" and "future" not in part.notes
        late = published.month >= 11 and part.note("part") == "first"
        if (early or late) and not part.notes & {"past", "future"}:
            return OPEN
        return months_days(published.year - early + (late and "future" in part.notes), 1, 12)
    return months_days(published.year + part.number(), 1, 12)


def _week(part: Part, _stated: _Stated, published: date) -> Days:
    """A whole week, Monday to Sunday; of "cuối tuần" Saturday and Sunday."""
    monday, sunday = _whole_week(part, published)
    if part.note("part") == "last" and sunday is not None:
        return sunday - _DAY, sunday
    return monday, sunday


def _whole_week(part: Part, published: date) -> Days:
    """The week that the words name."""
    if part.arguments[0] == "passed":  # "tuần qua" on a Friday may be the week that ends
        return week_days(published, -1) if published.weekday() <= 2 or part.note("part") == "last" else OPEN
    if part.arguments[0] == "bare":  # "cuối tuần" told on a Monday is over
        over = published.weekday() <= 1 and "past" in part.notes and part.note("part") != "first"
        return week_days(published, -1 if over else 0)
    return week_days(published, part.number())


def _day(part: Part, _stated: _Stated, published: date) -> Days:
    """A day counted from publication ("hôm qua")."""
    return shift_unit(published, "day", part.number())


def _quarters(part: Part, _stated: _Stated, published: date) -> Days:
    """A quarter counted from that of publication ("quý trước")."""
    return shift_unit(published, "quarter", part.number())


def _weekday(part: Part, _stated: _Stated, published: date) -> Days:
    """A weekday: of a week ("thứ Hai tuần tới"), or the last one, in future tense the next one."""
    weekday, week = part.number(), part.note("week")
    if week is not None:
        if not week.lstrip("-").isdigit():
            week = "-1"
        found = week_days(published, int(week))[0]
        return (found + weekday * _DAY, found + weekday * _DAY) if found else OPEN
    back = (published.weekday() - weekday) % 7
    if "next" in part.notes or ("future" in part.notes and "last" not in part.notes):
        day = published + ((7 - back) % 7 or (7 if "next" in part.notes else 0)) * _DAY
    else:
        day = published - (back or (7 if "last" in part.notes else 0)) * _DAY
    return day, day


def _edge(part: Part, stated: _Stated, published: date) -> Days:
    """The first or last day, weekday or whole week of a month or year, or half of a month."""
    which, end = part.arguments
    first, last = (_year if stated[1] is None else _month)(Part("", (), part.notes), stated, published)
    if first is None or last is None:
        return OPEN
    if which == "half":
        return (first, first.replace(day=_MID_MONTH)) if end == "first" else (first.replace(day=_MID_MONTH + 1), last)
    day = first if end == "first" else last
    if which != "day":
        weekday = int(which.removeprefix("weekday")) if which != "week" else 0 if end == "first" else 6
        day += ((weekday - day.weekday()) % 7 if end == "first" else -((day.weekday() - weekday) % 7)) * _DAY
    return week_days(day) if which == "week" else (day, day)


def _stretch(part: Part, _stated: _Stated, published: date) -> Days:
    """Some days, weeks or months before that of publication, or after it: "3 ngày qua", "hai tháng tới"."""
    unit, number = part.arguments[0], part.number(1)
    near, far = (-1, number) if number < 0 else (1, number)
    ends = [shift_unit(published, unit, near), shift_unit(published, unit, far)]
    return min(ends)[0], max(ends)[1]


_OPS: dict[str, Callable[[Part, _Stated, date], Days]] = {
    "date": _date,
    "month": _month,
    "quarter": _quarter,
    "months": _months,
    "year": _year,
    "week": _week,
    "day": _day,
    "quarters": _quarters,
    "weekday": _weekday,
    "edge": _edge,
    "stretch": _stretch,
}
_YEARLESS = frozenset({"date", "month", "quarter"})


def _nearest(options: Iterable[Option], distance: Callable[[Option], int], part: Part, slack: int) -> Option | None:
    """The option nearest to publication in the direction of the tense; up to `slack` after publication is no future."""
    strict = "next" in part.notes or "last" in part.notes
    best, lowest = None, float("inf")
    for option in options:
        away = distance(option)
        if strict and (away < 0 if "next" in part.notes else away > slack):
            continue
        ahead = away > slack
        against = _AGAINST_HABIT if ahead else 1.0
        if "past" in part.notes:
            against = _AGAINST_TENSE if ahead else 1.0
        elif "future" in part.notes:
            against = 1.0 if away >= 0 else _AGAINST_TENSE
        if abs(away) * against < lowest:
            best, lowest = option, abs(away) * against
    return best
