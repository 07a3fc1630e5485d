"""A sentence as trade news is read: its cues, economies, periods and amounts in their order."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from vnbilat_lib.doc import Amount, Doc, Place, Sentence, Span, Time
from vnbilat_lib.numerals import parse_number
from vnbilat_lib.trade.parties import Known, Party, parties_of
from vnbilat_lib.trade.terms import CHANGES, HEADS, STATUSES, Mark, Spanned, endings, find_marks, phrase_at

_RATES = frozenset({"percent", "times", "fraction"})
_SLASH = re.compile(r"\s?/\s?")
_WORDS = re.compile(r"\w+")

# "9 tháng", "chín tháng", "mười một tháng".
_MONTHS = re.compile(r"(?<![\w.,/-])(?:(?P<ten>[^\W\d_]{4})\s)?(?P<count>\d{1,2}|[^\W\d_]{2,4})\s?tháng(?!\w|\s?\d)")

# "chiếm" stands near its per cents; the whole of a share ends with its clause.
_SHARE_REACH = 24
_WHOLE_ENDS = re.compile(r"[,;:().]")

# A quantity with its hedge follows "mua" so closely; "đã", "là" stand between a buyer and the verb.
_HEDGED, _NEAR_VERB = 12, 12

# What is bought follows its price: "chi 65 triệu USD để mua".
_PAID_FOR = 6

Record = TypeVar("Record", bound=Spanned)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with all that a reader of its figures needs.

    `money` are amounts of money that are no prices, `rates` per cents, multiples and fractions, `counts` numbers of projects,
    `quantities` all with another unit, `aside` stretches that belong to other figures of a row. `heads` are metrics, words for
    the amount and what an amount may belong to instead.
    """

    text: str
    span: Span
    number: int
    part: str
    heads: tuple[Mark, ...]
    changes: tuple[Mark, ...]
    statuses: tuple[Mark, ...]
    links: tuple[Mark, ...]
    capitals: tuple[Mark, ...]
    parties: tuple[Party, ...]
    times: tuple[Time, ...]
    money: tuple[Amount, ...]
    rates: tuple[Amount, ...]
    counts: tuple[Amount, ...]
    quantities: tuple[Amount, ...]
    aside: tuple[Span, ...] = ()

    def parties_in(self, start: int, end: int) -> tuple[Party, ...]:
        """The parties that lie between two places."""
        return tuple(party for party in self.parties if start <= party.span.start and party.span.end <= end)

    def unexplained(self, start: int, end: int) -> int:
        """How many words between two places are neither economy, period, amount nor one of the usual words around a figure."""
        known: list[Spanned] = [*self.parties, *self.times, *self.money, *self.rates, *self.quantities]
        known += [*self.changes, *self.links, *self.statuses, *(mark for mark in self.heads if mark.kind != "block")]
        covered = [one.span for one in known if one.span.start < end and start < one.span.end] + list(self.aside)
        words = (match.span() for match in _WORDS.finditer(self.text, start, end))
        return sum(not any(span.start <= first and last <= span.end for span in covered) for first, last in words)


def outer_start(amount: Amount) -> int:
    """Where an amount begins with its hedge."""
    return min(amount.hedge.start, amount.span.start) if amount.hedge else amount.span.start


def _is_price(text: str, end: int) -> bool:
    """Whether an amount is one of many: "500 USD/tấn", "2 tỷ đồng một căn"; not "3 tỷ USD mỗi năm"."""
    slash, word = _SLASH.match(text, end), phrase_at(text, end, "each")
    behind = slash.end() if slash else word.span.end + 1 if word else end
    return behind > end and text[behind : behind + 1].isalpha() and phrase_at(text, behind, "time_unit") is None


def _inside(spanned: Sequence[Record], starts: Sequence[int], span: Span) -> list[Record]:
    """The records, sorted by start, that lie in `span`."""
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
    return [one for one in spanned[first:last] if one.span.end <= span.end]


@dataclass(frozen=True, slots=True)
class Shelves:
    """The records of a document with their starts, so that a sentence's own are found fast."""

    doc: Doc
    places: Sequence[int]
    times: Sequence[int]
    amounts: Sequence[int]
    heads: Sequence[int]
    marks: Sequence[Mark]
    today: date | None = None

    @classmethod
    def of(cls, doc: Doc) -> Shelves:
        """The shelves of a document."""
        marks = find_marks(doc.text, Span(0, len(doc.text)), *HEADS)
        places, times, amounts, heads = (
            [one.span.start for one in shelf] for shelf in (doc.places, doc.times, doc.amounts, marks)
        )
        first, last = doc.dating.published_from or doc.article.published, doc.dating.published_to or doc.article.published
        today = first if first and last and (first.year, first.month) == (last.year, last.month) else None
        return cls(doc, places, times, amounts, heads, marks, today)

    def heads_in(self, span: Span) -> list[Mark]:
        """The metrics and other heads in a sentence."""
        return [mark for mark in _inside(self.marks, self.heads, span) if mark.kind != "stop"]

    def tells(self, span: Span) -> bool:
        """Whether a sentence may tell a figure, or the metric of the next one's."""
        if any(mark.kind == "metric" for mark in self.heads_in(span)):
            return True
        return any(one.currency or one.unit in _RATES for one in self.amounts_in(span))

    def amounts_in(self, span: Span) -> list[Amount]:
        """The amounts in a sentence."""
        return _inside(self.doc.amounts, self.amounts, span)

    def places_in(self, span: Span) -> list[Place]:
        """The places in a sentence."""
        return _inside(self.doc.places, self.places, span)

    def times_in(self, span: Span) -> list[Time]:
        """The times in a sentence."""
        return _inside(self.doc.times, self.times, span)


def _counted_months(match: re.Match[str]) -> tuple[int, Span]:
    """How many months a match tells, 0 where it tells none, and its stretch."""
    whole = parse_number(f"{match['ten']} {match['count']}") if match["ten"] else None
    number = whole or parse_number(match["count"])
    count = int(number) if number is not None and number in range(2, 13) else 0
    return count, Span(match.start() if whole else match.start("count"), match.end())


def _with_bare_months(text: str, span: Span, times: Sequence[Time], today: date | None) -> list[Time]:
    """The times of a sentence, and "9 tháng" alone as the year's first nine months ("xuất khẩu 9 tháng ước đạt 43 tỷ USD").

    In October "9 tháng qua" are the same nine.
    """
    found = []
    for match in _MONTHS.finditer(text, span.start, span.end):
        count, here = _counted_months(match)
        more = phrase_at(text, match.end(), "months_more")
        so_far = more is not None and more.value == "past" and today is not None and 2 < count == today.month - 1
        if not count or (more and not so_far):
            continue
        if any(one.span.overlaps(here) and one.value != "vague" and not (so_far and one.end is None) for one in times):
            continue
        less = endings("months_less").before(text, here.start)
        if today is None or less:
            found += [Time(here, None, None, "vague")] if less and less[1].value == "vague" else []
            continue
        year = today.year if (count, 15) <= (today.month, today.day) else today.year - 1
        end = date(year, count, monthrange(year, count)[1])
        found.append(Time(here, date(year, 1, 1), end, "period", "resolved"))
    rest = [one for one in times if not any(one.span.overlaps(other.span) for other in found)]
    return sorted([*rest, *found], key=lambda one: one.span)


def _wholes(text: str, span: Span, heads: Sequence[Mark], rates: Sequence[Amount]) -> list[Span]:
    """What only tells of which whole a share is, behind the metric of the figure itself.

    "xuất khẩu gỗ chủ yếu sang Mỹ, chiếm 61% trong tổng kim ngạch xuất khẩu của cả nước, đạt 5 tỷ USD"
    """
    found = []
    for share in (mark for mark in heads if mark.value == "share"):
        rate = next((one for one in rates if 0 <= one.span.start - share.span.end <= _SHARE_REACH), None)
        if rate is None or not any(mark.kind == "metric" and mark.span.end <= share.span.start for mark in heads):
            continue
        stop = _WHOLE_ENDS.search(text, rate.span.end, span.end)
        found.append(Span(share.span.start, stop.start() if stop else span.end))
    return found


def _purchases(text: str, span: Span, parties: Sequence[Party], amounts: Sequence[Amount]) -> list[Mark]:
    """The verbs by which an economy buys a quantity: "Nga mua 43.964 tấn"; of "nước nhập khẩu lớn nhất" the quantity follows."""
    counted = [one.span.start - _HEDGED for one in amounts if one.unit and one.unit not in _RATES]
    paid = [one.span for one in amounts if one.currency and endings("spend").before(text, outer_start(one))]
    found = []
    for mark in find_marks(text, span, "buys") if counted or paid else ():
        later = mark.value == "later"
        bought = any(mark.span.end <= start + _HEDGED and (later or start <= mark.span.end) for start in counted)
        if mark.value == "now" and any(0 < mark.span.start - one.end <= _PAID_FOR for one in paid):
            found.append(Mark(mark.span, "metric", "buys"))
            continue
        subject = any(0 <= mark.span.start - party.span.end <= _NEAR_VERB and not party.both for party in parties)
        if bought and subject:
            found.append(Mark(mark.span, "metric", "buys"))
    return found


def _of_parties(amount: Amount, parties: Sequence[Party]) -> bool:
    """Whether a quantity only counts economies that are a party: "hai nước"."""
    return any(party.both and amount.span.overlaps(party.span) for party in parties)


def read_line(shelves: Shelves, sentence: Sentence, number: int, known: Known) -> Line:
    """A sentence as a Line; `known` tells what its pointing words stand for."""
    doc, span = shelves.doc, sentence.span
    amounts = shelves.amounts_in(span)
    times = _with_bare_months(doc.text, span, shelves.times_in(span), shelves.today)
    parties = parties_of(doc, shelves.places_in(span), times, span, known)
    rates = tuple(one for one in amounts if one.unit in _RATES)
    marks = shelves.heads_in(span)
    wholes = _wholes(doc.text, span, marks, rates)
    parties = tuple(party for party in parties if not any(party.span.within(whole) for whole in wholes))
    bought = [one for one in _purchases(doc.text, span, parties, amounts) if not any(one.span.overlaps(m.span) for m in marks)]
    marks = sorted([*marks, *bought], key=lambda one: one.span)
    names = [*(party.span for party in parties if not party.both), *wholes]
    money = tuple(one for one in amounts if one.currency and not _is_price(doc.text, one.span.end))
    return Line(
        text=doc.text,
        span=span,
        number=number,
        part=sentence.part,
        heads=tuple(mark for mark in marks if not any(mark.span.within(name) for name in names)),
        changes=find_marks(doc.text, span, *CHANGES),
        statuses=find_marks(doc.text, span, *STATUSES),
        links=tuple(mark for mark in find_marks(doc.text, span, "link", "stop") if mark.kind == "link"),
        capitals=find_marks(doc.text, span, "capital"),
        parties=parties,
        times=tuple(times),
        money=money,
        rates=rates,
        counts=tuple(one for one in amounts if one.unit == "project"),
        aside=tuple(wholes),
        quantities=tuple(one for one in amounts if one.unit and one.unit not in _RATES and not _of_parties(one, parties)),
    )
