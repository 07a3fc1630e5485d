"""The day on which an article came out, as files write it: ISO 8601, Vietnamese order, the internet's, seconds since 1970."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from vnbilat_lib.errors import UsageError

HANOI = timezone(timedelta(hours=7))
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# "Thứ ba, 15/8/2023, 20:30 (GMT+7)", "15.08.2023", "15 tháng 8, 2023": the day stands first, as in Vietnam.
_DAY_FIRST = re.compile(
    r"""
    (?<!\d)(\d{1,2})          # day
    (?:\s?[/.-]\s?|\s+tháng\s+)
    (\d{1,2})                 # month
    (?:\s?[/.-]\s?|,?\s+(?:năm\s+)?)
    (\d{4})(?!\d)             # year
    """,
    re.VERBOSE | re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(\d{4})([/.-]?)(\d{1,2})\2(\d{1,2})(?:[T\s].{0,40})?")  # "2023/08/15 20:30", "2023-8-5", "20230815"
_SECONDS = re.compile(r"(\d{9,10}|\d{12,13})(?:\.\d{1,9})?")  # since 1970; with three more digits, thousandths


def parse_day(text: str) -> date:
    """The day in Hanoi of an ISO 8601 day or moment; raises ValueError where it is neither.

    >>> parse_day("2017-02-09T20:30:00Z")
    datetime.date(2017, 2, 10)
    """
    cleaned = text.strip()
    try:
        if ISO_DAY.fullmatch(cleaned):
            return date.fromisoformat(cleaned)
        if ISO_DAY.match(cleaned):
            return _in_hanoi(datetime.fromisoformat(cleaned))
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"published must be a day such as 2017-02-10, not {cleaned[:40]!r}")


def as_day(value: date | str | None) -> date | None:
    """A day that a user gives as a date or as ISO text; raises UsageError where the text is no day."""
    if not isinstance(value, str):
        return value.date() if isinstance(value, datetime) else value
    try:
        return parse_day(value)
    except ValueError as error:
        raise UsageError(f"{value!r} is not a day; write it as 2017-02-10") from error


def find_day(text: str) -> date:
    """The day in Hanoi that a cell of a file names, in any usual spelling; raises ValueError where it names none.

    >>> [str(find_day(text)) for text in ("Thứ ba, 15/8/2023, 20:30", "1502136000", "Tue, 15 Aug 2023 20:30:00 GMT")]
    ['2023-08-15', '2017-08-08', '2023-08-16']
    """
    for read in _READERS:
        try:
            day = read(text.strip()[:80])
        except (ValueError, OverflowError, OSError):
            continue
        if day is not None and 1900 <= day.year < 2100:
            return day
    return parse_day(text)  # raises


def _in_hanoi(moment: datetime) -> date:
    return (moment.astimezone(HANOI) if moment.tzinfo else moment).date()


def _year_first(text: str) -> date | None:
    match = _YEAR_FIRST.fullmatch(text)
    return date(int(match[1]), int(match[3]), int(match[4])) if match and (match[2] or len(match[3] + match[4]) == 4) else None


def _seconds(text: str) -> date | None:
    match = _SECONDS.fullmatch(text)
    if not match:
        return None
    seconds = int(match[1]) / (1000 if len(match[1]) > 10 else 1)
    return datetime.fromtimestamp(seconds, HANOI).date()


def _day_first(text: str) -> date | None:
    match = _DAY_FIRST.search(text)
    return date(int(match[3]), int(match[2]), int(match[1])) if match else None


def _mail(text: str) -> date | None:
    return _in_hanoi(parsedate_to_datetime(text)) if text[:1].isalpha() or " " in text else None


_READERS: tuple[Callable[[str], date | None], ...] = (parse_day, _year_first, _seconds, _day_first, _mail)
