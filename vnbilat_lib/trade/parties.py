"""The economies that a sentence names, each with the role that its preposition gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from vnbilat_lib.doc import Basis, Doc, Place, Span, Time
from vnbilat_lib.lexicon import cities
from vnbilat_lib.trade.terms import NAMES, Mark, endings, find_marks, phrase_at

# Between two economies of one list or pair: "Mỹ, Đức", "Mỹ và Đức", "Việt - Trung".
_AND = re.compile(r",? và |, ?|; ?| ?[-–] ?|/")

# Behind the second of two: the list has more members ("Mỹ, EU...", "Mỹ, EU và các nước khác").
_LIST_GOES_ON = re.compile(r"\s?(?:\.\.|…|,|và )")

_COUNTED = re.compile(r"\s(?P<count>\d{1,2} )\Z")

# A name behind "tỉnh", "thành phố" begins with a capital letter.
_NAME = re.compile(r"\s(?=[^\W\d_])(?P<name>\w+)")

# A country in brackets behind its province: "tỉnh Vân Nam (Trung Quốc)"; a short name behind the full one: "... - UAE".
_APPOSITION = re.compile(r"\s?[(,–-]\s?")


@dataclass(frozen=True, slots=True)
class Party:
    """An economy, pair or "hai nước" in a sentence.

    `role`: to, in, from, of, with, between, goods ("hàng Trung Quốc"), or "" without a preposition. `group` is the index of the
    first member of its list; `both` for "hai nước" and the like, `codes` then two or none.
    """

    span: Span
    codes: tuple[str, ...]
    role: str
    group: int
    basis: Basis = "stated"
    both: bool = False

    @property
    def code(self) -> str:
        """The economy's code; "?" of "hai nước" whose names are unknown."""
        return self.codes[0] if self.codes else "?"


@cache
def _capitals() -> frozenset[str]:
    return frozenset(row.name for row in cities() if row.kind == "capital")


def economy_code(text: str, place: Place) -> str | None:
    """The code under which a place acts in trade: of a capital its country ("Bắc Kinh"), None of an organisation."""
    if not place.codes or place.kind == "organisation":
        return None
    if place.kind == "city" and place.country and place.country != "VN" and place.span.of(text) in _capitals():
        return place.country
    return place.codes[0]


@dataclass(frozen=True, slots=True)
class Known:
    """What pointing words stand for: `last` is the economy named last before a sentence ("nước này"), `market` the last figure's
    partner ("thị trường này"), `home` whose trade the article tells, `local` the province that it is about ("của tỉnh").
    """

    last: str | None = None
    market: str | None = None
    home: str = "VN"
    local: str | None = None


def parties_of(doc: Doc, places: Sequence[Place], times: Sequence[Time], span: Span, known: Known) -> tuple[Party, ...]:
    """The economies inside `span` in their order; `known` tells what "nước này", "của tỉnh" stand for.

    `places` and `times` are those of the document that lie in `span`.
    """
    found: list[Party] = []
    names = [mark for mark in find_marks(doc.text, span, *NAMES) if not any(mark.span.within(place.span) for place in places)]
    places = [place for place in places if not any(place.span.overlaps(mark.span) for mark in names)]
    items: list[Place | Mark] = [*places, *names]
    for item in sorted(items, key=lambda one: one.span):
        party = _named(doc.text, item, found, known) if isinstance(item, Mark) else _placed(doc.text, item)
        if party is not None and any(time.span.end == item.span.start - 1 for time in times) and party.role in {"to", "in"}:
            party = replace(party, role="")  # "trong nhiều năm qua Đức ..."
        if party is None or (found and _repeats(doc.text, found[-1], party)):
            continue
        if not party.role and _is_kind(doc.text, party):
            party = replace(party, role="among")
        found.append(_linked(doc.text, found, party))
    return tuple(_without_false_lists(doc.text, _as_governments(doc.text, places, found)))


def _as_governments(text: str, places: Sequence[Place], parties: Sequence[Party]) -> list[Party]:
    """The parties, Vietnam's capital beside another capital as the country: "kim ngạch giữa Moskva và Hà Nội"."""
    named = {place.span: place.country for place in places if place.kind == "city" and place.span.of(text) in _capitals()}
    abroad = [party for party in parties if named.get(party.span, "VN") != "VN"]
    meant = []
    for party in parties:
        beside = any(one.group == party.group or {one.role, party.role} == {"between", "with"} for one in abroad)
        meant.append(replace(party, codes=("VN",)) if beside and named.get(party.span) == "VN" else party)
    return meant


def _is_kind(text: str, party: Party) -> bool:
    """Whether a party only tells of which kind or group something is: "nhà đầu tư EU lớn nhất tại Việt Nam", "đứng đầu ASEAN"."""
    behind = endings("rank", "behind", "bracketed").before(text, party.span.start)
    if behind and (behind[1].kind != "bracketed" or text[: behind[0].start].endswith("(")):
        return True  # "đứng thứ hai (sau Hoa Kỳ), đạt 6,3 tỷ USD"
    ranked = phrase_at(text, party.span.end, "superlative") is not None
    return ranked and endings("investor", "partner").before(text, party.span.start) is not None


def _without_false_lists(text: str, parties: Sequence[Party]) -> list[Party]:
    """The parties, two that only a comma joins taken apart: "đầu tư tại Việt Nam, Singapore dẫn đầu"."""
    apart = list(parties)
    for at in range(1, len(parties)):
        one, two = parties[at - 1], parties[at]
        pair = two.group == at - 1 == one.group and not any(other.group == two.group for other in parties[at + 1 :])
        if pair and text[one.span.end : two.span.start].startswith(",") and not _LIST_GOES_ON.match(text, two.span.end):
            apart[at] = replace(two, group=at, role=role_before(text, two.span.start))
    return apart


def _placed(text: str, place: Place) -> Party | None:
    """A place as a party."""
    role = role_before(text, place.span.start)
    if place.kind == "both":
        return Party(place.span, place.codes, role, -1, place.basis, both=True)
    code = economy_code(text, place)
    return Party(place.span, (code,), role, -1, place.basis) if code else None


def _named(text: str, mark: Mark, found: Sequence[Party], known: Known) -> Party | None:
    """The party that "nước này", "nước ta", "thị trường quốc tế" stand for; "thế giới" only after a preposition.

    A continent has no code of an economy, but its place in a list: "vào Mỹ và châu Âu" is not Mỹ alone.
    """
    if mark.kind == "locality":
        named = _NAME.match(text, mark.span.end)
        capital = named is not None and named["name"][0].isupper()  # "của tỉnh Vân Nam"
        return None if capital or known.local is None else Party(mark.span, (known.local,), mark.value, -1, "resolved")
    role = role_before(text, mark.span.start)
    if mark.kind == "anaphor":
        if found and role in {"with", "to", "from"} and found[-1].role == "of":
            found = found[:-1]  # "thâm hụt của Mỹ với nước này"
        if len(found) > 1 or known.last:
            flow = found and role == "of" and found[-1].role in {"with", "to", "from"} and found[-1].code != known.last
            found = found[:-1] if flow else found  # "xuất khẩu sang Mỹ của nước này"
        others = [party for party in found if party.basis == "stated" or party.code != known.home]  # not "nước ta"
        code = _market(found, known) if mark.value == "market" else _meant(others, role, known.last)
        return Party(mark.span, (code,), role, -1, "resolved") if code else None
    if mark.kind == "world" and role not in {"with", "to", "from"}:
        return None
    linked = found and _link(text, found[-1], mark.span.start)
    if mark.kind == "continent" and not role and not linked and text[: mark.span.start].rstrip(' "')[-1:].isalpha():
        return None  # "đối tác châu Âu lớn nhất"
    return Party(mark.span, (mark.value,), role, -1, "resolved" if mark.kind == "self" else "stated")


def _market(found: Sequence[Party], known: Known) -> str | None:
    """What "thị trường này" means: the other side of the home's trade that was named last."""
    named = [party.code for party in found if not party.both and party.code.split("-")[0] != known.home and party.code != "?"]
    return named[-1] if named else known.market or (known.last if known.last != known.home else None)


def _meant(found: Sequence[Party], role: str, last: str | None) -> str | None:
    """What "nước này" means: the economy named last, but not the subject that acts on it ("Ai Cập đầu tư vào quốc gia này")."""
    named = [party for party in found if not party.both]
    if not named:
        return last
    acts = role in {"to", "from", "with", "in"} and named[-1].role == ""
    return last if acts and last and last != named[-1].code else named[-1].code


def role_before(text: str, start: int, *, mainly: str = "among") -> str:
    """The role that the preposition before `start` gives, words like "thị trường", "doanh nghiệp" passed over.

    Behind "chủ yếu" it is `mainly`, or the preposition's own if that is "".

    >>> role_before("xuất khẩu sang thị trường Mỹ", 26), role_before("nhập khẩu hàng Trung Quốc", 15)
    ('to', 'goods')
    """
    goods = False
    shown = endings("row_opens").before(text, start)  # "sang các thị trường như Hoa Kỳ"
    if shown and endings("determiner").before(text, shown[0].start):
        start = shown[0].start
    for _ in range(3):
        role = endings("role").before(text, start)
        if role:
            return (endings("mainly").before(text, role[0].start) and mainly) or role[1].value
        determiner = endings("determiner").before(text, start)
        if determiner is None:
            break
        goods = goods or determiner[1].value == "goods"
        counted = _COUNTED.search(text, max(0, determiner[0].start - 4), determiner[0].start)  # "đi 28 nước EU"
        start = counted.start("count") if counted else determiner[0].start
    return "goods" if goods else ""


def _repeats(text: str, before: Party, party: Party) -> bool:
    """Whether a party only explains the one before it: "Vân Nam (Trung Quốc)", "... thống nhất - UAE"."""
    if before.both or party.both or not _APPOSITION.fullmatch(text, before.span.end, party.span.start):
        return False
    return before.code == party.code or before.code.split("-")[0] == party.code


def _link(text: str, before: Party, start: int) -> str:
    """The comma or "và" between a party and one that begins at `start` or at its "thị trường"; "" where they are no list."""
    noun = endings("list_noun").before(text, start)
    link = _AND.fullmatch(text, before.span.end, noun[0].start if noun else start)
    return link[0] if link else ""


def _opens_list(text: str, party: Party) -> bool:
    """Whether a party may be the first of a list: it has a preposition, a word of kind, or no word before it in its clause."""
    before = text[: party.span.start].rstrip(" ")
    if party.role or not before or not before[-1].isalpha():
        return True
    return endings("determiner", "level", "goods_open", "plural").before(text, party.span.start) is not None


def _linked(text: str, found: Sequence[Party], party: Party) -> Party:
    """A party with its place in a list: the role of the list's first member, "between" of a pair with a hyphen."""
    party = replace(party, group=len(found))
    if not found or found[-1].both or party.both:
        return party
    link = _link(text, found[-1], party.span.start)
    if not link or party.role not in {"", "goods"}:
        return party
    if link.startswith(",") and not _opens_list(text, found[found[-1].group]):
        return party  # "Theo Bộ Thương mại Mỹ, Nga ..."
    return replace(party, role=found[-1].role, group=found[-1].group)
