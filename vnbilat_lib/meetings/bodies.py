"""Counterparts that are no persons: delegations (told by who leads them), ministries, parliaments, firms."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from vnbilat_lib.doc import Doc, Participant, Place, Span
from vnbilat_lib.meetings.cues import CORE, Row
from vnbilat_lib.meetings.sides import Group, group_right, names_country

_WORD = re.compile(r"[^\s,;:.()\[\]\"]++(?:\.(?=\w)[^\s,;:.()\[\]\"]++){0,6}")
_SHORT = re.compile(r"\s\([A-ZĐ][\w&-]{1,12}\)")
_BEHIND = 8  # tokens from a body's name to its country
_REACH = 30


def find_delegation(doc: Doc, row: Row, start: int) -> Group | None:
    """The leader of a delegation: "đoàn đại biểu ... do B dẫn đầu"."""
    if start >= len(row) or not row[start].has("delegation", "leader-of"):
        return None
    for at in range(start + 1, min(start + _REACH, len(row))):
        token = row[at]
        if token.is_mark(";.") or (token.has(*CORE) and not token.has("goes")):
            return None
        if token.has("by", "leads") and at + 1 < len(row):
            person = next((n for n in range(at + 1, min(at + 5, len(row))) if row[n].who), None)
            if person is not None and not any(t.is_mark(",;.") for t in row[at + 1 : person]):
                return _at_home(group_right(doc, row, person, lists=False), find_body(doc, row, start))
    return None


def _at_home(leader: Group | None, delegation: Group | None) -> Group | None:
    """The leader of whom no country is told, with the delegation's country and sector."""
    if leader is None or delegation is None or len(leader.parties) > 1:
        return leader
    party, body = leader.parties[0], delegation.parties[0]
    told = party.role is None or names_country(party)  # "Đoàn Bộ Thương mại Trung Quốc do Thứ trưởng A dẫn đầu"
    if party.country and (told or body.country is None):
        return leader
    return replace(leader, parties=(replace(party, country=body.country, sector=party.sector or body.sector or "other"),))


def find_organisation(doc: Doc, row: Row, start: int) -> Group | None:
    """An international organisation from token `start` on: "Liên minh châu Phi", "lãnh đạo UNESCO"."""
    while start < len(row) and row[start].has("leader-of", "counterpart"):
        start += 1
    place = row[start].place if start < len(row) else None
    if place is None or place.kind not in ("bloc", "organisation"):
        return None
    name = _full_name(doc, row[start].words)
    return Group((Participant(name, "body", "counterpart", None, None, name, "organisation", None, place.span),), start, start)


def _full_name(doc: Doc, short: str) -> str:
    """The name that a short one stands behind in brackets: "Ngân hàng Thế giới (WB)"."""
    named = (p.span.of(doc.text) for p in doc.places if doc.text.startswith(f" ({short})", p.span.end))
    return next(named, short)


def find_body(doc: Doc, row: Row, start: int, *, country: str | None = None) -> Group | None:
    """The bodies named from token `start` on: "Bộ Quốc phòng Ấn Độ", "lãnh đạo các tập đoàn Boeing, Murphy Oil".

    `country` is that of the company they are in, for firms whose name tells none.
    """
    at, several = _head(row, start)
    if at is None:
        return None
    own = not row[at].has("firm") or row[at].words[0].isupper()
    span = _name(doc.text, row[at].span, limit=_limit(row, at), own=own)
    if span is None:
        return None
    last = max(n for n in range(at, len(row)) if row[n].span.start < span.end)
    if not row[last].has("text"):  # "Tòa Công lý Quốc tế"
        span = Span(span.start, max(span.end, row[last].span.end))
    home = _country(row, last, [p for p in doc.places if p.span.within(span)]) or country
    worldly = home is None and any(token.has("world") and token.words[0].isupper() for token in row[at + 1 : last + 1])
    if home is None and not worldly:  # "Tòa Công lý Quốc tế" is at home nowhere
        return None
    sector = "organisation" if worldly else "business" if row[at].has("firm") else None
    spans = [span]
    while several and (more := _next_name(doc.text, row, last)) is not None:
        last, following = more
        spans.append(following)
    names = [s.of(doc.text) for s in spans]
    named = zip(names, spans, strict=True)
    parties = tuple(Participant(n, "body", "counterpart", home, None, n, sector, None, s) for n, s in named)
    return _with_more(doc, row, Group(parties, at, last), country)


def _head(row: Row, start: int) -> tuple[int | None, bool]:
    """The number of a body's head word behind "đại diện", "các đại biểu", and whether several are announced."""
    at, several = start, False
    while at < len(row) and row[at].has("leader-of", "aux", "counterpart", "inner") and not row[at].has("body", "firm"):
        several = several or row[at].has("aux")
        at += 1
    found = at < len(row) and row[at].has("delegation", "body", "firm")
    return (at if found else None), several


def _with_more(doc: Doc, row: Row, group: Group, country: str | None) -> Group:
    """The bodies with those that follow: "Hội hữu nghị Bulgaria - Việt Nam và cựu chiến binh Bulgaria"."""
    after = group.last + 1
    if after + 1 < len(row) and row[after].has("and"):
        head, _ = _head(row, after + 1)
        more = find_body(doc, row, after + 1, country=country) if head and not row[head].has("delegation") else None
        if more:
            return Group(group.parties + more.parties, group.first, more.last)
    return group


def _next_name(text: str, row: Row, last: int) -> tuple[int, Span] | None:
    """The next name of a list of firms, with its token: ", Murphy Oil"."""
    at = last + 2
    if at >= len(row) or not (row[last + 1].is_mark(",") or row[last + 1].has("and")):
        return None
    span = row[at].span
    capitals = row[at].has("text", "who") and all(word[0].isupper() for word in span.of(text).split())
    return (at, span) if capitals else None


def _limit(row: Row, at: int) -> int:
    """Where the name must have ended: at a person, a cue or a mark."""
    for number, token in enumerate(row[at + 1 :], at + 1):
        if row[at].has("firm") and token.has("of"):
            return token.span.start
        if token.has("and") and _head(row, number + 1)[0] is not None:
            return token.span.start
        if token.who or token.time or token.is_mark(',;:."') or token.has(*CORE, "frame", "at", "by", "held", "aux", "oblique"):
            return token.span.start
    return row[-1].span.end


def _name(text: str, head: Span, *, limit: int, own: bool) -> Span | None:
    """The name that begins with the head word: words with capitals, and small ones of names between them."""
    end, capitals = head.end, 0
    for word in _WORD.finditer(text, head.end, limit):
        if word.group()[0].isupper():
            end, capitals = word.end(), capitals + 1
        elif word.start() - end > 24:
            break
    if not capitals:
        return None
    short = _SHORT.match(text, end)
    start = head.start if own else next(_WORD.finditer(text, head.end, limit)).start()
    return Span(start, short.end() if short else end)


def _country(row: Row, last: int, places: list[Place]) -> str | None:
    """The country in a body's name, or right behind it: "Tập đoàn Siemens của Đức", "(Nhật Bản)"."""
    inner = next((p.country for p in places if p.country), None)
    if inner:
        return inner
    linked = False  # "công ty Norlys và một số tập đoàn kinh tế của Đức"
    for before, token in pairwise(row[last : last + _BEHIND]):
        if token.place:
            return token.place.country if not linked or before.has("of") else None
        linked = linked or token.has("and")
        if not linked and not token.has("of") and not token.is_mark("("):
            return None
        if linked and not token.has("and", "many", "aux", "firm", "body", "inner", "text", "of", "modifier"):
            return None
    return None
