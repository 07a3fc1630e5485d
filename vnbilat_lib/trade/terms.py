"""The phrases of trade_terms.csv, compiled by what they do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from vnbilat_lib.doc import Span
from vnbilat_lib.lexicon import TradeTerm, trade_terms
from vnbilat_lib.match import Endings, Phrases

# Phrases that are looked for together shadow each other: "thuế nhập khẩu" (stop) hides "nhập khẩu" (metric).
HEADS = ("metric", "measure", "block", "stop")
CHANGES = ("up", "down", "level")
STATUSES = ("target", "forecast", "past")
NAMES = ("anaphor", "self", "world", "continent", "epithet")


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


def find_marks(text: str, span: Span, *kinds: str) -> tuple[Mark, ...]:
    """The phrases of some kinds inside `span`, longest first from the left.

    >>> text = "Thuế nhập khẩu giảm, kim ngạch nhập khẩu tăng."
    >>> [(m.span.of(text), m.value) for m in find_marks(text, Span(0, len(text)), "metric", "stop") if m.kind == "metric"]
    [('kim ngạch nhập khẩu', 'import')]
    """
    return tuple(Mark(found, rows[0].kind, rows[0].value) for found, rows in phrases(*kinds).find(text, span.start, span.end))
