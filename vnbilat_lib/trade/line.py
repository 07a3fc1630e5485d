"""A sentence as trade news is read: its cues, economies, periods and amounts in their order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from vnbilat_lib.doc import Amount, Doc, Place, Sentence, Span, Time
from vnbilat_lib.trade.parties import Party, parties_of
from vnbilat_lib.trade.terms import CHANGES, HEADS, STATUSES, Mark, find_marks

_RATES = frozenset({"percent", "times", "fraction"})
_PRICE = re.compile(r"\s?(?:/|một |mỗi |trên )\s?(?!năm|tháng|quý|ngày|y\b)\w")
_WORDS = re.compile(r"\w+")

Spanned = TypeVar("Spanned", Place, Time, Amount, Mark)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with all that a reader of its figures needs.

    `money` are amounts of money that are no prices, `rates` per cents, multiples and fractions, `counts` numbers of projects,
    `quantities` all with another unit. `heads` are metrics, words for the amount and what an amount may belong to instead.
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

    def parties_in(self, start: int, end: int) -> tuple[Party, ...]:
        """The parties that lie between two places."""
        return tuple(party for party in self.parties if start <= party.span.start and party.span.end <= end)

    def unexplained(self, start: int, end: int) -> int:
        """How many words between two places are neither economy, period, amount nor one of the usual words around a figure."""
        known = [*self.parties, *self.times, *self.money, *self.rates, *self.quantities]
        known += [*self.changes, *self.links, *self.statuses, *(mark for mark in self.heads if mark.kind != "block")]
        covered = [one.span for one in known if one.span.start < end and start < one.span.end]
        words = (match.span() for match in _WORDS.finditer(self.text, start, end))
        return sum(not any(span.start <= first and last <= span.end for span in covered) for first, last in words)


def _inside(spanned: Sequence[Spanned], starts: Sequence[int], span: Span) -> list[Spanned]:
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

    @classmethod
    def of(cls, doc: Doc) -> Shelves:
        """The shelves of a document."""
        marks = find_marks(doc.text, Span(0, len(doc.text)), *HEADS)
        places, times, amounts, heads = ([one.span.start for one in shelf] for shelf in (doc.places, doc.times, doc.amounts, marks))
        return cls(doc, places, times, amounts, heads, marks)

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


def read_line(shelves: Shelves, sentence: Sentence, number: int, last: str | None) -> Line:
    """A sentence as a Line; `last` is the economy named last before it."""
    doc, span = shelves.doc, sentence.span
    amounts = shelves.amounts_in(span)
    times = shelves.times_in(span)
    parties = parties_of(doc, shelves.places_in(span), times, span, last)
    names = [party.span for party in parties if not party.both]
    money = tuple(one for one in amounts if one.currency and not _PRICE.match(doc.text, one.span.end))
    return Line(
        text=doc.text,
        span=span,
        number=number,
        part=sentence.part,
        heads=tuple(mark for mark in shelves.heads_in(span) if not any(mark.span.within(name) for name in names)),
        changes=find_marks(doc.text, span, *CHANGES),
        statuses=find_marks(doc.text, span, *STATUSES),
        links=find_marks(doc.text, span, "link"),
        capitals=find_marks(doc.text, span, "capital"),
        parties=parties,
        times=tuple(times),
        money=money,
        rates=tuple(one for one in amounts if one.unit in _RATES),
        counts=tuple(one for one in amounts if one.unit == "project"),
        quantities=tuple(one for one in amounts if one.unit and one.unit not in _RATES),
    )
