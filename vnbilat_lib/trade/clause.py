"""The stretch of a sentence that belongs to one amount."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from vnbilat_lib.doc import Amount, Span
from vnbilat_lib.trade.draft import Head
from vnbilat_lib.trade.line import Line, outer_start
from vnbilat_lib.trade.parties import Party
from vnbilat_lib.trade.terms import Spanned, endings, find_marks, phrase_at, phrases

_STOP = re.compile(r"[,;:()\n\[\]]|\.\s|\s[-–]\s| và ")
_BRACKET = re.compile(r"\s?\([^()]{1,40}\)")
_APPOSED = re.compile(r"\s?[,(–-]\s")
_ORDINAL = re.compile(r"\s\d{1,2}+\b")
_LIST_GAP = re.compile(r"[\s(\"\[:,]*")

# A head that begins so far behind an amount governs it from ahead ("Từ 451 triệu USD ..., thương mại đã tăng lên ...").
_AHEAD = 8

# So many adverbs before "là thị trường" ("hiện vẫn là").
_ADVERBS = 2


@dataclass(frozen=True)
class Clause:
    """An amount between the end of the one before (`left`) and the start of the next (`following`)."""

    line: Line
    left: int
    amount: Amount
    following: int

    @cached_property
    def start(self) -> int:
        """Where the amount begins with its hedge."""
        return outer_start(self.amount)

    @cached_property
    def right(self) -> int:
        """Where what stands behind the amount ends: at a comma, bracket, "và" (but not "giữa A và B"), or "so với"."""
        text, end = self.line.text, self.amount.span.end
        limit = min(self.following, self.line.span.end)
        base = next(iter(phrases("base", "split").find(text, end, limit)), None)
        if base is not None:
            limit = base[0].start
        for stop in _STOP.finditer(text, end, limit):
            if any(time.span.start < stop.start() < time.span.end for time in self.line.times):
                continue  # "giai đoạn 2011 - 2016"
            joins = [party for party in self.line.parties if 0 <= party.span.start - stop.end() <= 12]
            if stop[0] in {" và ", " - ", " – "} and joins and joins[0].group != self.line.parties.index(joins[0]):
                continue
            return stop.start()
        return limit

    def named_until(self, head: Head) -> int:
        """Where the goods of a head must end: at the amount, or of a head behind it at the next one."""
        behind = head.span is not None and head.span.start >= self.amount.span.end
        return self.following if behind else self.start

    def told_until(self, head: Head) -> int:
        """Where a period behind the amount must end: of a head from ahead at the next amount."""
        ahead = head.span is not None and head.span.start >= self.amount.span.end + _AHEAD
        return self.following if ahead else self.right

    @cached_property
    def item(self) -> Party | None:
        """The economy right before the amount, as in a list: "Malaysia (1,789 tỷ USD", "riêng Hoa Kỳ đạt 38,5 tỷ USD"."""
        before = [party for party in self.line.parties_in(self.left, self.start) if not party.both]
        if not before or before[-1].role == "among":
            return None
        party = before[-1]
        bracket = _BRACKET.match(self.line.text, party.span.end, self.start)  # "EU (27 nước) với 5,4 tỷ USD"
        between = bracket.end() if bracket else self._ranked_until(party.span.end)
        known: list[Spanned] = [*self.line.changes, *self.line.times, *self.line.quantities]
        known += [mark for mark in self.line.heads if mark.kind == "measure"]
        for mark in sorted(known, key=lambda one: one.span):
            if between <= mark.span.start and mark.span.end <= self.start and not self._gap(between, mark.span.start):
                between = mark.span.end
        word = endings("role", "equivalent").before(self.line.text, self.start)
        if word is not None and word[0].start >= between:  # "Thái Lan (với 2,17 tỷ USD"
            return party if not self._gap(between, word[0].start) else None
        return party if not self._gap(between, self.start) else None

    def _ranked_until(self, at: int) -> int:
        """Where a rank behind an economy ends: "Philippines - thị trường lớn thứ 3 đạt"; `at` where there is none."""
        opened = _APPOSED.match(self.line.text, at, self.start)
        ranks = find_marks(self.line.text, Span(opened.end(), self.start), "superlative") if opened else ()
        market = phrase_at(self.line.text, opened.end(), "market") if opened else None
        if not ranks or market is None or self.line.text[market.span.end : ranks[0].span.start].strip():
            return at
        number = _ORDINAL.match(self.line.text, ranks[0].span.end, self.start)
        return number.end() if number else ranks[0].span.end

    def _gap(self, start: int, end: int) -> bool:
        """Whether anything but blanks, an opening bracket and a hedge stands between."""
        hedge = endings("hedge").before(self.line.text, end)
        return _LIST_GAP.fullmatch(self.line.text, start, max(start, hedge[0].start) if hedge else end) is None

    @cached_property
    def subject_behind(self) -> Party | None:
        """The economy of which an amount that opens the sentence is told: "Với tổng vốn 1,7 tỷ USD, Nhật Bản đứng thứ hai"."""
        line, end = self.line, self.amount.span.end
        opening = phrase_at(line.text, line.span.start, "role")
        if opening is None or opening.value != "with" or self.left > line.span.start:
            return None
        if line.text.find(",", line.span.start, self.start) >= 0:
            return None
        behind = [party for party in line.parties_in(end, line.span.end) if not party.both]
        party = behind[0] if behind and not behind[0].role else None
        comma = line.text.rfind(",", end, party.span.start) if party else -1
        return party if party and comma >= 0 and line.unexplained(comma, party.span.start) <= _ADVERBS else None

    @cached_property
    def market_subject(self) -> Party | None:
        """The economy that "là thị trường" follows: "Philippines là thị trường lớn nhất với 3 triệu tấn, trị giá 1,75 tỷ USD"."""
        line = self.line
        for mark in find_marks(line.text, Span(self.left, self.start), "market"):
            if self.names_market(mark.span.end):
                continue
            level = endings("level").before(line.text, mark.span.start)
            parties = [party for party in line.parties_in(self.left, mark.span.start) if not party.both and party.role == ""]
            if level and parties and line.unexplained(parties[-1].span.end, mark.span.start) <= _ADVERBS:
                return parties[-1]
        return None

    def names_market(self, end: int) -> bool:
        """Whether an economy's name follows "thị trường": "là thị trường Brazil", not "là thị trường Việt Nam xuất khẩu"."""
        heads = {mark.span.start for mark in self.line.heads}
        return any(party.span.start == end + 1 and party.span.end + 1 not in heads for party in self.line.parties)

    def before_head(self, head: Head) -> tuple[Party, ...]:
        """The parties before the head, without those of "Theo Hải quan Trung Quốc," and of who says it, unless no others are."""
        assert head.span is not None
        limit = min(head.span.start, self.start)
        parties = self.line.parties_in(self.left, limit)
        if head.span.start >= self.amount.span.end + _AHEAD:
            parties = self.line.parties_in(self.amount.span.end, head.span.start)
        named = [party for party in parties if not self._is_source(party) and not self._speaks(party, limit)]
        return tuple(named) or tuple(party for party in parties if not self._is_source(party))

    def _is_source(self, party: Party) -> bool:
        """Whether the party stands in "Theo số liệu của ...,"."""
        comma = self.line.text.find(",", party.span.end, self.start)
        begin = max(self.left, self.line.text.rfind(",", self.left, party.span.start) + 1)
        sources = phrases("source").find(self.line.text, begin, party.span.start)
        return comma >= 0 and any(not self.line.text[begin : span.start].strip(' "') for span, _ in sources)

    def _speaks(self, party: Party, limit: int) -> bool:
        """Whether a verb of saying stands between the party and the head: "Bộ trưởng Đức cho biết kim ngạch ..."."""
        return bool(find_marks(self.line.text, Span(party.span.end, limit), "saying")) if party.span.end < limit else False

    def after_head(self, head: Head | None) -> tuple[Party, ...]:
        """The parties from the head (or from `left`) to the amount, and behind it."""
        begin = self.left
        if head is not None and head.span is not None and head.span.start >= self.amount.span.end + _AHEAD:
            return tuple(
                party for party in self.line.parties if head.span.start <= party.span.end - 1 and party.span.end <= self.following
            )
        if head is not None and head.span is not None:
            begin = min(head.span.start, self.start)
        inner = tuple(
            p for p in self.line.parties if begin <= p.span.end - 1 and p.span.end <= self.start and p.span.start >= self.left
        )
        inner = tuple(party for party in inner if party.span.start >= begin or party.both)
        return self._in_bracket() or inner + self.line.parties_in(self.amount.span.end, self.right)

    def _in_bracket(self) -> tuple[Party, ...]:
        """The economy that a bracket behind the amount names: "10 tỷ USD vào năm 2020 (đối với Nga)"."""
        text, right = self.line.text, self.right
        if not text[right : right + 2].strip().startswith("("):
            return ()
        close = text.find(")", right, self.line.span.end)
        parties = self.line.parties_in(right, max(close, right))
        return parties if len(parties) == 1 and parties[0].role == "with" else ()

    def has(self, kind: str, start: int, end: int) -> bool:
        """Whether a phrase of `kind` stands between two places."""
        return start < end and bool(find_marks(self.line.text, Span(start, end), kind))
