"""Lists of economies: an item in the open side of the pair before, and a threshold that all of a list share."""

from __future__ import annotations

import re
from dataclasses import replace

from vnbilat_lib.trade.clause import Clause
from vnbilat_lib.trade.context import Context
from vnbilat_lib.trade.draft import Head, Pair
from vnbilat_lib.trade.pairs import is_pair
from vnbilat_lib.trade.parties import Party
from vnbilat_lib.trade.terms import endings, phrase_at

# Behind a threshold that a list shares: "trên 1 tỷ USD: A, B", "trên 20 tỷ USD (A và B)".
_LIST_OPENS = re.compile(r"\s?[(:]\s?")
_COMMA = re.compile(r",?")
_LIST_BEGINS = 16


def next_of_list(clause: Clause, head: Head, context: Context) -> Pair | None:
    """The pair with the other economy that "kim ngạch" goes on with: "của Thái Lan là 72.000 xe, kim ngạch 1,4 tỷ USD"."""
    base = context.pair
    parties = (*clause.before_head(head), *clause.after_head(head))
    if base is None or head.metric not in {"export", "import"} or len(parties) != 1:
        return None
    item = parties[0]
    fits = not item.both and item.role in {"", "of"} and item.code not in (base.reporter, base.partner)
    return listed(head, item, base, context) if fits else None


def is_listed(clause: Clause, party: Party) -> bool:
    """Whether a party is a list's item: "lớn nhất là Hoa Kỳ (29,7 tỷ USD)", "gồm Đài Loan với 14 tỷ USD", "như: Đức đạt ..."."""
    text, start = clause.line.text, party.span.start
    if clause.item is not party or party.role:
        return False
    if text[clause.start - 1 : clause.start] == "(" or text[:start].rstrip()[-1:] == ":":
        return True
    return endings("level", "row_opens").before(text, start) is not None


def listed(head: Head, item: Party, base: Pair | None, context: Context) -> Pair | None:
    """The pair before with a list's item in its open side; after a national total the item is the partner."""
    if base is None and head.metric == "investment" and item.role in {"to", "in"}:
        told = Pair(context.home, item.code, (("partner", item.span, item.basis),), listed=True)
        return told if is_pair(context.home, item.code) else None  # "245 dự án vào Lào (5,5 tỷ USD)"
    if base is None and head.metric == "investment":
        return (
            Pair(item.code, context.home, (("reporter", item.span, item.basis),), "reporter")
            if is_pair(item.code, context.home)
            else None
        )
    if base is None:
        subject = context.subject or context.home
        told = Pair(subject, item.code, (("partner", item.span, item.basis),), listed=True)
        return told if is_pair(subject, item.code) else None
    if item.code in (base.reporter, base.partner):
        slot = "partner" if item.code == base.partner else "reporter"
        return replace(base, spans=((slot, item.span, item.basis),))
    if not is_pair(item.code, base.partner if base.open == "reporter" else base.reporter):
        return None
    if head.metric == "investment" and item.role in {"to", "in"}:
        return Pair(base.reporter, item.code, (("partner", item.span, item.basis),), listed=True)
    if base.open == "reporter":
        return Pair(item.code, base.partner, (("reporter", item.span, item.basis),), "reporter", listed=True)
    return Pair(base.reporter, item.code, (("partner", item.span, item.basis),), listed=True)


def _list_begin(text: str, end: int) -> int | None:
    """Where the list behind a threshold begins: "trên 20 tỷ USD: A, B", "trên 20 tỷ USD là A và B"."""
    sign = _LIST_OPENS.match(text, end)
    if sign is not None:
        return sign.end()
    comma = _COMMA.match(text, end)
    word = phrase_at(text, comma.end() if comma else end, "goods_open")
    return word.span.end + 1 if word else None


def sharing(clause: Clause) -> tuple[Party, ...]:
    """The economies of a list that share the amount as a threshold: "có hai thị trường trên 20 tỷ USD (Hoa Kỳ và Trung Quốc)"."""
    line, end = clause.line, clause.amount.span.end
    named = [party for party in line.parties_in(clause.left, clause.start) if not party.both]
    if named and clause.has("alike", named[-1].span.end, clause.start):
        return tuple(party for party in named if party.group == named[-1].group)  # "sang A và B đều vượt 1 tỷ USD"
    begin = _list_begin(line.text, end)
    if begin is None or not clause.has("count", clause.left, clause.start):
        return ()
    parties = [p for p in line.parties if begin <= p.span.start < clause.following and not p.both]
    if not parties or parties[0].span.start - begin > _LIST_BEGINS:
        return ()
    return tuple(party for party in parties if party.group == parties[0].group)
