"""The pair of one amount: a list's item in the open side of the pair before, else what its clause names."""

from __future__ import annotations

import sys
from dataclasses import replace

from vnbilat_lib.doc import Span
from vnbilat_lib.trade.clause import Clause
from vnbilat_lib.trade.context import Context, carried_pair, goes_on, parts_from, same_family
from vnbilat_lib.trade.draft import Head, Pair
from vnbilat_lib.trade.investing import counted, firm_acts, of_a_country, outward_pair
from vnbilat_lib.trade.listing import is_listed, listed, next_of_list
from vnbilat_lib.trade.pairs import Sides, find_pair, is_pair
from vnbilat_lib.trade.parties import Party, role_before
from vnbilat_lib.trade.terms import endings, find_marks

_GOODS = frozenset({"export", "import"})
_TWO = 2

# Where goods go is told over so many sentences.
_BUYERS_NEAR = 3

_DIRECTED = frozenset({"export", "import", "investment"})


def settled(clause: Clause, head: Head, context: Context) -> Head:
    """A head that says only "kim ngạch" as what was told before: exports stay exports, but not with "hai chiều"."""
    recent = context.head is not None and clause.line.number - context.line <= 2
    if not head.vague or not recent or context.head is None or context.head.metric not in {"export", "import"}:
        return head
    if any(party.both for party in clause.after_head(head)):
        return head
    return replace(context.head, span=head.span, vague=True)


def pair_of(clause: Clause, head: Head, context: Context) -> Pair | None:
    """The pair of an amount, None where no partner is told."""
    if head.metric == "investment" and context.outward:
        return outward_pair(clause, head, context.outward)
    if head.span is None:
        return _carried(clause, head, context)
    if head.vague and (pair := next_of_list(clause, head, context)):
        return pair
    before = _of_its_clause(clause, head)
    after = tuple(_in_its_role(clause, head, party) for party in _told_again(clause, clause.after_head(head)))
    if (told := _behind(clause, head, before, after, context) or _bought(clause, head, before, after, context)) is not None:
        return told
    limit = head.span.end if head.span.start >= clause.amount.span.end else min(head.span.end, clause.start)
    begin = before[0].span.end if before else clause.left
    named = [party for party in after if not party.both]
    if not named and not any(party.both for party in (*before, *after)) and clause.has("count", head.span.start, clause.start):
        return None  # "có một thị trường xuất khẩu vượt 40 tỷ USD"
    grouped = [party for party in named if party.group == named[0].group]
    if head.metric == "balance" and len(grouped) > 1 and grouped[0].role != "listed":
        return carried_pair(clause.line, head, clause.amount, context)  # "thâm hụt thương mại Việt Nam - Hoa Kỳ": whose?
    sided = len({party.code for party in named}) > 1 or any(party.both or party.role == "with" for party in after)
    both_before = len({party.code for party in before if not party.both and party.role != "among"}) == _TWO
    sided = sided or (both_before and not named and clause.has("partner", clause.left, head.span.start))
    if head.paired and not sided:
        return None  # "xe thương mại", "giá trị thương mại hơn 5 nghìn tỷ USD"
    listing = context.topic is not None  # "Có 94 quốc gia đầu tư tại Việt Nam trong 9 tháng."
    if head.metric in _DIRECTED and (
        firm_acts(clause, head) or (head.metric == "investment" and not listing and not of_a_country(clause, head))
    ):
        return None
    carried = _seen_from_there(head, _carried_over(clause, head, context, (*before, *after)), (before, after), context)
    sides = Sides(
        before=before,
        after=after,
        item=clause.item,
        market=bool(before) and (_as_market(clause, begin, limit) or clause.has("investor", begin, limit)),
        investor_at=_investor_at(clause, begin, clause.start),
        receiving=clause.has("receiving", clause.left, clause.start),
        supplies=head.metric == "import" and head.span is not None and clause.has("supplies", begin, head.span.start),
        hosted=counted(clause) or head.capital == "registered" or clause.has("rank", clause.left, clause.start) or listing,
        holder=_holder(clause, before) if head.metric == "balance" else None,
        carried=carried,
        nearby=context.pair if context.line == clause.line.number else None,
        recent=context.pair if clause.line.number - context.line == 1 and _told(head, context) else None,
        standing=context.standing,
        home=_home(clause, head, context),
        alone=_tells_all(clause, head, context, carried),
    )
    pair = find_pair(head, sides)
    if pair is not None and _of_several(clause, head, pair):
        return None
    ranked = _ranked(clause) if head.metric in _GOODS else _leads(clause, head, before, after)
    ranked = ranked or (head.metric in _GOODS and bool(before) and any(party.role == "to" for party in after)
                        and clause.has("rank", before[0].span.end, head.span.start))  # fmt: skip
    return replace(pair, open="reporter") if pair and ranked else pair


def _behind(clause: Clause, head: Head, before: tuple[Party, ...], after: tuple[Party, ...], context: Context) -> Pair | None:
    """The pair of an amount whose subject follows it: "Với tổng vốn 1,7 tỷ USD, Nhật Bản đứng thứ hai"."""
    item = clause.subject_behind
    if item is None or head.span is None or head.span.end > clause.start or any(not party.both for party in (*before, *after)):
        return None
    same = context.head is not None and context.head.metric == head.metric
    return listed(head, item, context.pair if same else None, context)


def _bought(clause: Clause, head: Head, before: tuple[Party, ...], after: tuple[Party, ...], context: Context) -> Pair | None:
    """The pair of goods that somebody buys where the text tells whose they are: "Bỉ nhập 12.300 tấn, trị giá 45 triệu USD"."""
    own = context.pair is not None and (context.pair.reporter if context.head and context.head.metric == "export"
                                        else context.pair.partner) == context.home  # fmt: skip
    told = clause.line.number - context.line <= _BUYERS_NEAR and (context.goods_metric == "export" or (own and context.commodity))
    of_home = any(party.code == context.home and party.role in {"of", "from", "goods"} for party in after)
    strangers = any(party.both or party.code != context.home for party in after)
    if head.metric != "import" or head.span is None or not before or strangers or not (of_home or told):
        return None
    begin, buyer = head.span.end, before[-1]
    counted_ = any(begin <= one.span.start and one.span.end <= clause.start for one in clause.line.quantities)
    sells = clause.has("supplies", buyer.span.end, head.span.start)
    paid = head.span.start >= clause.amount.span.end  # "chi 65 triệu USD mua sầu riêng"
    acts = (counted_ or paid) and not sells and not buyer.role and not buyer.both
    fits = acts and is_pair(buyer.code, context.home)
    return Pair(buyer.code, context.home, (("reporter", buyer.span, buyer.basis),), "reporter") if fits else None


def _of_its_clause(clause: Clause, head: Head) -> tuple[Party, ...]:
    """The parties before a head, only those behind the last semicolon if one is named with a preposition behind the head.

    "Úc và Brazil là hai thị trường chính; trong đó, nhập khẩu từ Úc 220.000 tấn, trị giá 79 triệu USD"
    """
    before = clause.before_head(head)
    assert head.span is not None
    stop = clause.line.text.rfind(";", clause.left, head.span.start)
    directed = any(party.role in {"to", "from", "with"} for party in clause.after_head(head)) and head.metric != "investment"
    return tuple(party for party in before if party.span.start > stop) if stop >= 0 and directed else before


def _seen_from_there(
    head: Head, carried: Pair | None, parties: tuple[tuple[Party, ...], tuple[Party, ...]], context: Context
) -> Pair | None:
    """The pair in force, turned where the home's exports are told as imports of others: "Hồng Kông nhập khẩu 19 triệu USD"."""
    if carried is None or context.head is None:
        return carried
    turn = (context.head.metric, head.metric)
    buyer = any(not party.both and not party.role and party.code != context.home for party in parties[0])
    if turn == ("export", "import") and buyer and carried.reporter == context.home:
        return Pair(carried.partner, carried.reporter, carried.spans, "reporter")
    other = any(party.role == "to" and party.code not in (carried.reporter, carried.partner) for party in parties[1])
    if turn == ("import", "export") and other and carried.partner == context.home:
        return Pair(carried.partner, carried.reporter, carried.spans)
    return carried


def _told_again(clause: Clause, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties without a list whose item is told again: "vào Campuchia và Lào: 205 dự án vào Campuchia (3 tỷ USD)"."""
    item = clause.item
    again = {party.group for party in parties if item and party is not item and party.code == item.code}
    return tuple(party for party in parties if party is item or party.group not in again)


def _told(head: Head, context: Context) -> bool:
    """Whether the pair before is one of which a figure was told, or of the same kind of flow."""
    return context.amount is not None or same_family(head, context.head)


def _tells_all(clause: Clause, head: Head, context: Context, carried: Pair | None) -> bool:
    """Whether a figure without a partner is not of the pair before: the same metric again, unless in the brackets of a list.

    Also "Nhìn chung, xuất khẩu của Trung Quốc tăng 4%".
    """
    if clause.line.number == context.line or context.head is None or carried is None:
        return False
    if clause.has("overall", clause.left, clause.start):
        return True
    own = {carried.reporter, carried.partner} == set(context.standing or ()) and clause.line.text[clause.start - 1] == "("
    return context.head.metric == head.metric and head.metric != "balance" and not own and not goes_on(clause.line, context)


def _ranked(clause: Clause) -> bool:
    """Whether a rank among those who sell or buy the same is told: "đứng thứ ba chỉ sau Trung Quốc (79,4 triệu USD)".

    Not a rank among markets: "đứng thứ hai là thị trường Trung Quốc".
    """
    if not clause.has("rank", clause.left, clause.start):
        return False
    text, start = clause.line.text, clause.left
    if any(mark.value == "seller" for mark in find_marks(text, Span(start, clause.start), "rank")):
        return True
    at = clause.item.span.start if clause.item else None
    return at is not None and endings("overtakes").before(text, at) is not None


def _leads(clause: Clause, head: Head, before: tuple[Party, ...], after: tuple[Party, ...]) -> bool:
    """Whether the subject has more trade with one partner than others: "Đức có kim ngạch với Mỹ lớn nhất, đạt 196 tỷ USD"."""
    partner = after[-1] if head.metric == "trade" and before and after and after[-1].role == "with" else None
    return partner is not None and clause.has("superlative", partner.span.end, clause.start)


def _as_market(clause: Clause, begin: int, end: int) -> bool:
    """Whether somebody is called a market between two places, not only named by the word: "xuất siêu vào thị trường Hà Lan"."""
    text = clause.line.text
    marks = find_marks(text, Span(begin, end), "market") if begin < end else ()
    own = next((party for party in clause.line.parties if party.span.end == begin), None)
    if own and not own.role and endings("market").before(text, own.span.start) and clause.has("rank", begin, end):
        return True  # "thị trường EU đứng thứ hai về kim ngạch xuất khẩu của Việt Nam"
    return any(endings("role").before(text, mark.span.start) is None for mark in marks if not clause.names_market(mark.span.end))


def _home(clause: Clause, head: Head, context: Context) -> str:
    """Whose trade is meant: in the sentence that tells a province's total of investment the province.

    In a list behind a national total it is that country: "Campuchia đạt 47 tỷ USD. Đứng đầu là Trung Quốc với 14 tỷ USD".
    """
    told, gap = context.subject, clause.line.number - context.line
    named = {party.code for party in clause.line.parties if not party.both}
    if told and head.metric == "investment" and gap == 0 and told.split("-")[0] == context.home:
        return told
    if told and head.metric in _GOODS and gap <= 1 and context.pair is None and told not in named:
        return told  # "xuất khẩu của Trung Quốc sang châu Á tăng 20%, sang EU tăng 8%"
    goes_with = context.head is not None and {head.metric, context.head.metric} <= _GOODS
    if context.head and head.metric != context.head.metric and context.pair and context.pair.partner == context.home:
        return context.home  # "Thái Lan nhập khẩu 4 triệu USD. Xuất khẩu sang Anh đạt 2 triệu USD."
    if context.pair and gap <= 1 and goes_with and context.pair.reporter not in named:
        return context.pair.reporter
    item = clause.item if head.metric != "investment" and context.pair is None and gap <= 1 else None
    return told if told and item is not None and item.code != told else context.home


def _holder(clause: Clause, before: tuple[Party, ...]) -> Party | None:
    """Whose balance a relative clause tells: "các đối tác mà Mỹ có thâm hụt lớn nhất"."""
    text = clause.line.text
    return next((party for party in before if endings("relative").before(text, party.span.start)), None)


def _investor_at(clause: Clause, start: int, end: int) -> int:
    """Where the first "nhà đầu tư", "đối tác đầu tư" between two places ends; beyond everything where there is none."""
    marks = find_marks(clause.line.text, Span(start, end), "investor") if start < end else ()
    return marks[0].span.end if marks else sys.maxsize


def _of_several(clause: Clause, head: Head, pair: Pair) -> bool:
    """Whether the amount is shared by a list: "xuất khẩu sang Mỹ và Nhật Bản đạt 60 tỷ USD" is neither's."""
    parties, told = clause.line.parties, {span for _, span, _ in pair.spans}
    both = [party for party in parties if party.span in told]
    paired = len(both) == 2 and both[0].group == both[1].group and _pairs_up(clause.line.text, *both)
    most = 2 if head.metric == "trade" or paired else 1
    for party in parties:
        members = [other for other in parties if other.group == party.group and not other.both]
        shown = len(members) > 1 and endings("row_opens").before(clause.line.text, members[0].span.start)  # "như Mỹ và EU"
        if party.span in told and (len(members) > most or shown) and party.role != "listed" and clause.item is not party:
            return True
    return False


def _pairs_up(text: str, one: Party, two: Party) -> bool:
    """Whether two economies are a pair ("xuất khẩu Việt Nam - Hoa Kỳ", "giữa A và B"), no list ("Trung Quốc và Hồng Kông")."""
    return one.role == "between" or not text[one.span.end : two.span.start].strip(" -–").strip()


def _carried_over(clause: Clause, head: Head, context: Context, parties: tuple[Party, ...]) -> Pair | None:
    """The pair in force, unless it was one of a list's or the clause speaks of another ("chủ yếu sang Trung Quốc")."""
    pair = carried_pair(clause.line, head, clause.amount if clause.amount.currency else None, context)
    if pair is None:
        return None
    others = [party for party in parties if not party.both and party.code not in (pair.reporter, pair.partner)]
    if clause.line.number == context.line:
        return pair
    turned = context.head is not None and context.head.metric not in {head.metric, "trade"}
    own = {pair.reporter, pair.partner} == set(context.standing or ())
    if turned and not own and not parties and not parts_from(clause.line, context):
        return None  # "Xuất khẩu sang Trung Quốc đạt 10 tỷ USD. Mặt khác, nhập khẩu đạt 54 tỷ USD."
    foreign = others and (not goes_on(clause.line, context) or any(party.role == "among" for party in others))
    return None if foreign else pair


def _in_its_role(clause: Clause, head: Head, party: Party) -> Party:
    """A party behind the head with the role that its place gives: a list's item is "listed".

    "xuất khẩu chủ yếu sang Mỹ, đạt 5 tỷ USD" is all of it, "xuất khẩu 5 tỷ USD, chủ yếu sang Mỹ" is not.
    """
    text = clause.line.text
    buys = endings("market").before(text, party.span.start) is not None or party is clause.market_subject
    if is_listed(clause, party) or (head.metric in _GOODS and not party.role and buys):
        return replace(party, role="listed")  # "xuất khẩu thị trường Mỹ đạt 140 triệu USD"
    alone = not any(other.group == party.group and other is not party for other in clause.line.parties)
    if party.role == "among" and alone and party.span.end <= clause.start and _told_of_it(clause, party):
        return replace(party, role=role_before(text, party.span.start, mainly="") or party.role)
    return party


def _subject_before(clause: Clause, item: Party | None) -> str | None:
    """Who overtakes the item: the economy that the clause names before it."""
    parties = clause.line.parties_in(clause.left, item.span.start) if item else ()
    return next((party.code for party in reversed(parties) if not party.both), None)


def _told_of_it(clause: Clause, party: Party) -> bool:
    """Whether "đạt", "với" stands between a party and the amount."""
    start, marks = party.span.end, clause.line.changes
    return any(mark.kind == "level" and mark.span.start >= start and mark.span.end <= clause.start for mark in marks)


def _carried(clause: Clause, head: Head, context: Context) -> Pair | None:
    """The pair of an amount whose metric was carried over."""
    item, base = clause.item or clause.market_subject or clause.subject_behind, context.pair
    after = clause.after_head(None)
    named = [party for party in after if not party.both]
    overtaken = item is not None and endings("overtakes").before(clause.line.text, item.span.start)
    if base is not None and head.metric in {"export", "import"} and (overtaken or _ranked(clause)):
        base = replace(base, open="reporter")  # "đứng thứ ba chỉ sau Trung Quốc (79,4 triệu USD)"
    elif base is not None and overtaken and _subject_before(clause, item) == base.reporter:
        base = replace(base, open="reporter")
    elif base is not None and overtaken and _subject_before(clause, item) == base.partner:
        base = replace(base, open="partner")  # "thương mại Hàn - Việt đạt 79 tỷ USD, đưa Việt Nam vượt Nhật Bản (76 tỷ USD)"
    elif base is not None and head.metric in {"trade", "import"} and base.partner == context.home:
        base = replace(base, open="reporter")  # "Trung Quốc là đối tác lớn nhất của Việt Nam ..., tiếp theo là Hàn Quốc"
    if item is not None and overtaken:
        item = replace(item, role="")
    if item is None and len(named) == 1 and named[0].role in {"", "of", "goods"}:
        item = named[0]
    if item is not None and (
        item.role in {"", "of", "goods"} or (base is not None and len(after) == 1 and item.role in {"to", "from", "in"})
    ):
        return listed(head, item, base, context)
    if base is None:
        return listed(head, item, base, context) if item is not None else None
    if not after:
        return replace(base, spans=())
    pair = find_pair(head, Sides(before=(), after=after, carried=base, standing=context.standing, home=context.home))
    return None if pair is not None and _of_several(clause, head, pair) else pair
