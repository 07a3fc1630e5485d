"""The goods that a figure is for, in the text's own words."""

from __future__ import annotations

import re

from vnbilat_lib.doc import Span
from vnbilat_lib.trade.draft import Head
from vnbilat_lib.trade.line import Line
from vnbilat_lib.trade.terms import Spanned, endings, find_marks, phrase_at, phrases

# Small letters and commas, as goods are written: "cao su và sản phẩm cao su".
_NOUN = re.compile(r"\s?(?P<goods>[^\W\d_][^\W\d_]*(?:[ -][^\W\d_]+){0,7})")

# The last separator before the item of a list: "...); giày dép các loại (355 triệu USD".
_SEPARATOR = re.compile(r"[;:()]")
_LEADING = re.compile(r"[\s,]*(?:và )?")
_MOST_WORDS = 8

# How far behind a head a quantity may begin whose goods are meant.
_QUANTITY_REACH = 16


def goods_behind(line: Line, head: Head, end: int) -> Span | None:
    """The goods named right behind a head, no further than `end`: "xuất khẩu vũ khí của Đức", "nhập khẩu 2 triệu tấn than từ Úc".

    Of two-way trade only what its two sides follow: "kim ngạch thương mại nông sản giữa hai nước".
    """
    if head.span is None:
        return None
    start, text = head.span.end, line.text
    for quantity in line.quantities:
        near = start <= quantity.span.start <= start + _QUANTITY_REACH
        next_ = start < quantity.span.start and line.unexplained(start, quantity.span.start) < 2  # "sang quốc gia này 9.400 tấn"
        if (near or next_) and quantity.span.end <= end:
            start = quantity.span.end
    stop = _stop(line, start, end)
    if head.metric == "trade" and not _sided(line, stop):
        return None
    units = find_marks(text, Span(head.span.end, max(start, head.span.end)), "goods_unit")
    return _noun(text, start, stop) or (units[0].span if units else None)


def goods_after(line: Line, start: int) -> Span | None:
    """The goods right behind an amount, where the other side follows them: "nhập khẩu 3,9 tỷ USD hàng thủy sản từ Ấn Độ"."""
    stop = _stop(line, start, line.span.end)
    return _noun(line.text, start, stop) if _sided(line, stop) else None


def _stop(line: Line, start: int, end: int) -> int:
    """Where a noun phrase that begins at `start` must end: at the next economy, period, amount, cue or preposition."""
    known: list[Spanned] = [*line.parties, *line.times, *line.money, *line.rates, *line.changes, *line.heads]
    stops = [one.span.start for one in known]
    found = phrases("role", "goods_end", "goods_word").find(line.text, start, end)
    stops += [span.start for span, rows in found if rows[0].kind != "goods_word"]
    return min([end, *(at for at in stops if at >= start)])


def _noun(text: str, start: int, stop: int) -> Span | None:
    """The goods that a noun phrase from `start` to `stop` names."""
    found = _NOUN.match(text, start, stop)
    return _trimmed(text, *found.span("goods")) if found else None


def _sided(line: Line, at: int) -> bool:
    """Whether the two sides of a trade follow: "giữa hai nước", "với Nga"."""
    role = next(iter(phrases("role").find(line.text, at, min(at + 12, line.span.end))), None)
    return (role is not None and role[0].start <= at + 1) or any(
        party.span.start - at <= 1 for party in line.parties if party.span.start >= at
    )


def goods_subject(line: Line, left: int, end: int) -> Span | None:
    """The goods that a clause between two places begins with: "nhóm hàng dệt may tăng gần 8%, đạt", "mặt hàng giày dép có"."""
    marks = [span for span, _ in phrases("goods", "same_goods").find(line.text, left, end)]
    for at, span in enumerate(marks):
        before = line.text[left : span.start].rstrip()
        again = phrase_at(line.text, span.start, "same_goods") is not None
        if again or (before and before[-1] not in ",;:." and not _opened(line.text, span.start)):
            continue
        last = next((one for one in reversed(marks[at:]) if one.start - span.end <= 1), span)
        found = _noun(line.text, last.end, _stop(line, last.end, end))
        if found is not None:
            return found
    return _enumerated(line, marks[0].end, end) if marks else None


def _enumerated(line: Line, left: int, end: int) -> Span | None:
    """The goods that "như" enumerates before a growth: "các nhóm hàng chủ lực như máy vi tính, điện tử và linh kiện tăng 8%"."""
    opens = [span for span, _ in phrases("row_opens").find(line.text, left, end)]
    begin = opens[-1].end if opens else end
    change = next((mark.span.start for mark in line.changes if begin <= mark.span.start < end), end)
    known: list[Spanned] = [*line.heads, *line.parties, *line.times]
    if not opens or any(begin <= one.span.start < change for one in known):
        return None
    found = Span(opens[-1].end + 1, opens[-1].end + len(line.text[opens[-1].end : change].rstrip()))
    named = found.of(line.text)
    fits = 0 < len(named.split()) <= _MOST_WORDS and named == named.lower() and not set(named) & set(";:().")
    return found if fits else None


def _opened(text: str, start: int) -> bool:
    """Whether "các", "ngoài ra", "trong đó" opens a noun phrase at a place."""
    return endings("plural", "link", "split", "row_opens", "opens_noun").before(text, start) is not None


def goods_unmarked(line: Line, left: int, end: int) -> Span | None:
    """The goods of a list's further item: ", thủy sản 118 triệu USD"; only where nothing else stands between `left` and `end`."""
    comma = line.text[left : left + 6]
    begin = left + 2 if comma.startswith(", ") else left + 4 if comma.startswith(" và ") else None
    if begin is None or begin >= end:
        return None
    found = _noun(line.text, begin, _stop(line, begin, end))
    return found if found is not None and not line.text[found.end : end].strip() else None


def goods_item(line: Line, left: int, bracket: int) -> Span | None:
    """The goods of a list's item, its bracket opening at `bracket`: "dụng cụ thể thao (108 triệu USD"."""
    start = max([left, *(match.end() for match in _SEPARATOR.finditer(line.text, left, bracket))])
    start = max([start, *(span.end for span, _ in phrases("goods_open").find(line.text, start, bracket))])
    leading = _LEADING.match(line.text, start, bracket)
    start = leading.end() if leading else start
    if any(start < time.span.end and time.span.start < bracket for time in line.times):
        return None
    end = start + len(line.text[start:bracket].rstrip())
    return _trimmed(line.text, start, end) if start < end else None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """A noun phrase without "mặt hàng", "hàng" before and "lớn nhất", "chính" behind it; None where nothing is left."""
    while start < end:
        phrase = text[start:end]
        if not phrase.strip() or len(phrase.split()) > _MOST_WORDS or not phrase.strip()[0].islower():
            return None
        first = next(iter(phrases("goods").find(text, start, end)), None)
        if first is not None and first[0].start == start:
            start = first[0].end + len(text[first[0].end : end]) - len(text[first[0].end : end].lstrip())
            continue
        last = endings("generic").before(f"{phrase} ", len(phrase) + 1)
        if last is None:
            break
        end = start + len(phrase[: last[0].start].rstrip())
    return Span(start, end) if start < end else None
