"""Sets of days as spans that neither overlap nor touch, and clues with what they weigh."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from vnbilat_lib.doc import Span
from vnbilat_lib.lexicon import office_terms

DaySpan = tuple[date, date]
DaySet = tuple[DaySpan, ...]
_DAY = timedelta(days=1)

# Before this day there is no news on the web to speak of.
FIRST_DAY = date(2000, 1, 1)


@cache
def last_day() -> date:
    """The last day that an article can have: the end of the last year that the list of offices knows of."""
    years = [int(day[:4]) for term in office_terms() for day in (term.from_, term.to) if day]
    return date(max(years), 12, 31)


@cache
def all_days() -> DaySet:
    """Every day on which an article may have come out."""
    return ((FIRST_DAY, last_day()),)


@cache
def years() -> range:
    """The years of all_days."""
    return range(FIRST_DAY.year, last_day().year + 1)


# Days whose clues weigh less than the best by this little are as likely.
_AS_GOOD = 0.75


@dataclass(frozen=True, slots=True)
class Hint:
    """A clue on its way to the scales: `days` that it leaves or favours, `weight` of a soft one; `hard` excludes other days."""

    kind: str
    hard: bool
    days: DaySet
    note: str
    span: Span
    weight: float = 1.0


def leaves(kind: str, days: Iterable[DaySpan], note: str, span: Span, weight: float = 1.0) -> Hint:
    """A hard clue: on other days the article did not come out."""
    return Hint(kind, hard=True, days=union(days), note=note, span=span, weight=weight)


def favours(kind: str, days: Iterable[DaySpan], note: str, span: Span, weight: float) -> Hint:
    """A soft clue: on these days the article is more likely to have come out."""
    return Hint(kind, hard=False, days=union(days), note=note, span=span, weight=weight)


def shifted(day: date, days: int) -> date:
    """The day that lies `days` later, within the calendar.

    >>> shifted(date(2023, 8, 15), 1).isoformat()
    '2023-08-16'
    """
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def widened(spans: Iterable[DaySpan], before: int, after: int) -> list[DaySpan]:
    """Each span from `before` days after its first day to `after` days after its last (negative: earlier)."""
    return [(shifted(start, before), shifted(end, after)) for start, end in spans]


def union(spans: Iterable[DaySpan]) -> DaySet:
    """The spans in order, those that overlap or touch as one, cut to all_days.

    >>> days = union([(date(2023, 8, 16), date(2023, 8, 20)), (date(2023, 8, 13), date(2023, 8, 15))])
    >>> [(a.day, b.day) for a, b in days]
    [(13, 20)]
    """
    joined: list[DaySpan] = []
    for start, end in sorted(spans):
        first, last = max(start, FIRST_DAY), min(end, last_day())
        if first > last:
            continue
        if joined and first <= joined[-1][1] + _DAY:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(joined)


def intersection(left: DaySet, right: DaySet) -> DaySet:
    """The days of both sets.

    >>> intersection(((date(2023, 1, 1), date(2023, 12, 31)),), ((date(2023, 8, 13), date(2024, 8, 26)),))
    ((datetime.date(2023, 8, 13), datetime.date(2023, 12, 31)),)
    """
    common, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        start, end = max(left[i][0], right[j][0]), min(left[i][1], right[j][1])
        if start <= end:
            common.append((start, end))
        if left[i][1] < right[j][1]:
            i += 1
        else:
            j += 1
    return tuple(common)


def best_days(candidates: DaySet, hints: Iterable[Hint]) -> DaySet:
    """The days among the candidates on which the soft hints weigh most, or so nearly so that they cannot be told apart."""
    changes: dict[date, float] = defaultdict(float)
    for hint in hints:
        for start, end in hint.days:
            changes[start] += hint.weight
            changes[shifted(end, 1)] -= hint.weight
    changes[FIRST_DAY] += 0.0
    pieces: list[tuple[float, DaySpan]] = []
    total = 0.0
    ordered = sorted(changes)
    for first, after in pairwise([*ordered, date.max]):
        total += changes[first]
        pieces += [(total, days) for days in intersection(candidates, ((first, shifted(after, -1)),))]
    highest = max(weight for weight, _ in pieces)
    return union(days for weight, days in pieces if weight >= highest - _AS_GOOD)
