"""A figure on its way: what one amount or rate says, before the article's figures are merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from vnbilat_lib.doc import Amount, Basis, Bound, FigureStatus, Metric, Span
from vnbilat_lib.trade.line import Line

Capital = Literal["registered", "disbursed"]


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a figure covers; `spans` is where they stand. `stated`: the text speaks of the time, if only vaguely;
    `average`: the figure is so much a year.
    """

    start: date | None = None
    end: date | None = None
    span: Span | None = None
    stated: bool = False
    until: bool = False
    basis: Basis = "stated"
    average: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Whose flow and with whom, with the spans that say so."""

    reporter: str
    partner: str
    spans: tuple[tuple[str, Span, Basis], ...] = ()  # slot, span, basis
    open: Literal["reporter", "partner"] = "partner"  # which of the two the items of a list replace
    listed: bool = False  # it is such an item itself


@dataclass(frozen=True, slots=True)
class Change:
    """A growth rate: signed per cents, its bound, base and where it stands."""

    pct: Decimal
    bound: Bound
    base: str | None
    span: Span
    average: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What an amount measures; `sign` is -1 of a deficit. `span` is None where the metric was carried over.

    `measure` is the word for the amount nearer to it ("kim ngạch", "tổng vốn"), if another.
    `vague`: the cue says only "kim ngạch"; `paired`: it ("thương mại") counts only where both sides follow it.
    """

    metric: Metric
    sign: int = 1
    span: Span | None = None
    capital: Capital | None = None
    vague: bool = False
    paired: bool = False
    measure: Span | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure as one amount or rate tells it."""

    head: Head
    pair: Pair
    period: Period
    status: FigureStatus
    anchor: Span
    quote: Span
    line: int
    amount: Amount | None = None
    change: Change | None = None
    commodity: Span | None = None
    goods: str | None = None
    source: Span | None = None
    rule: str = ""


def quote_of(line: Line, amount: Span, spans: Iterable[Span | None], told: Span | None) -> Span:
    """The shortest stretch that holds an amount and what its sentence says of it, from `told` (a head before) if given."""
    inside = [amount, *(span for span in spans if span is not None and span.within(line.span)), *([told] if told else [])]
    return Span(min(span.start for span in inside), max(span.end for span in inside))
