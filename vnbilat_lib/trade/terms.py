"""The phrases of trade_terms.csv, compiled by what they do: the column `kind`.

- what a figure measures: metric (value: trade, export, ...), measure ("kim ngạch", "tổng vốn": the word for the amount), capital
  (registered or disbursed), block (a noun that takes an amount for itself; value: deal, project, money, share, ...), stop (it
  hides a metric inside it)
- how much, and how that changed: level, up, down (value "rate": "tốc độ tăng"), each and time_unit ("một tấn", "một năm"),
  average, per, count, by_volume and by_value ("tăng 5% về lượng"), base and base_kind ("so với cùng kỳ"; value as
  change_base), bracketed and equivalent (an amount beside another), hedge
- when and whether: now, event, period_word, months_more and months_less ("9 tháng đầu năm"; "hơn 9 tháng"), target (value
  strong: alone; weak: with a wish), forecast, past
- with whom: role (value: to, from, in, of, with, between), determiner, list_noun and plural (nouns before a country's name),
  anaphor, self, world, continent, epithet (value: the code), market, investor, receiving, rank, superlative, becomes,
  overtakes, mainly, foreign, partner ("đối tác EU lớn nhất"), overall
- who trades: buys ("Nga mua 43.964 tấn"; value now: the quantity follows at once), spend ("chi ... mua"), supplies ("cung cấp"),
  alike ("đều vượt 1 tỷ USD": each of a list)
- which goods: goods, goods_unit ("21.895 ô tô"), generic, goods_open, goods_end, row_opens
- how sentences hang together: link, turn, split, listing ("lần lượt"), source, saying
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Protocol

from vnbilat_lib.doc import Span
from vnbilat_lib.lexicon import TradeTerm, trade_terms
from vnbilat_lib.match import Endings, Phrases

# Phrases that are looked for together shadow each other: "xuất khẩu lao động" (stop) hides "xuất khẩu" (metric).
HEADS = ("metric", "measure", "block", "stop")
CHANGES = ("up", "down", "level")
STATUSES = ("target", "forecast", "past")
NAMES = ("anaphor", "self", "world", "continent", "epithet", "locality")


# No phrase that is looked for at a place is longer.
_PHRASE_REACH = 24


class Spanned(Protocol):
    """Anything that stands somewhere in the text: an amount, a time, an economy, a mark."""

    @property
    def span(self) -> Span:
        """Where it stands."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A phrase of the word list in the text."""

    span: Span
    kind: str
    value: str


@cache
def phrases(*kinds: str) -> Phrases[TradeTerm]:
    """The phrases of some kinds."""
    return Phrases((row.phrase, row) for row in trade_terms() if row.kind in kinds)


@cache
def endings(*kinds: str) -> Endings[TradeTerm]:
    """The phrases of some kinds, to be found before a place in the text."""
    return Endings((row.phrase, row) for row in trade_terms() if row.kind in kinds)


def phrase_at(text: str, at: int, *kinds: str) -> Mark | None:
    """The phrase of some kinds that begins at a place or one blank behind it.

    >>> phrase_at("xuất khẩu gạo", 9, "metric"), phrase_at("xuất khẩu gạo", 0, "metric").value
    (None, 'export')
    """
    first = next(iter(phrases(*kinds).find(text, at, min(at + _PHRASE_REACH, len(text)))), None)
    if first is None or text[at : first[0].start].strip() or first[0].start > at + 1:
        return None
    return Mark(first[0], first[1][0].kind, first[1][0].value)


def find_marks(text: str, span: Span, *kinds: str) -> tuple[Mark, ...]:
    """The phrases of some kinds inside `span`, longest first from the left.

    >>> text = "Xuất khẩu lao động giảm, kim ngạch nhập khẩu tăng."
    >>> [(mark.span.of(text), mark.kind) for mark in find_marks(text, Span(0, len(text)), "metric", "stop")]
    [('Xuất khẩu lao động', 'stop'), ('kim ngạch nhập khẩu', 'metric')]
    """
    return tuple(Mark(found, rows[0].kind, rows[0].value) for found, rows in phrases(*kinds).find(text, span.start, span.end))
