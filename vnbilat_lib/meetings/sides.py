"""Who takes part: people, office holders and bodies read from a row of tokens, to the left and to the right of a cue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Doc, Mention, Participant, inside
from vnbilat_lib.match import fold
from vnbilat_lib.meetings.cues import Row, Token

Parties = tuple[Participant, ...]

_LOWEST = 5  # ranks from here on ("phái viên", "người phát ngôn") count only with a name
_LEADERS = 3  # a minister or provincial leader and above: opposite them a firm counts
_TITLE = 8  # words of a title that nothing labels
_LINKS = ("and", "joint", "counterpart", "place", "spouse", "escorts")
_TITLES = ("body", "place", "inner", "and", "delegation", "modifier")
_WHOLE = 6  # letters that tell an office from the place that a list gives for it


@cache
def words_of(kind: str) -> tuple[str, ...]:
    """The phrases of one kind, folded."""
    return tuple(fold(row.phrase) for row in lexicon.meeting_cues() if row.kind == kind)


@dataclass(frozen=True, slots=True)
class Group:
    """Participants that stand together, with the numbers of their first and last token."""

    parties: Parties
    first: int
    last: int


def same(a: Participant, b: Participant) -> bool:
    """Whether two participants are one: the same person, or the same office or body of the same country."""
    if a.person is not None or b.person is not None:
        return a.person == b.person
    return a.kind == b.kind and fold(a.name) == fold(b.name)


def of_mention(doc: Doc, mention: Mention) -> Participant | None:
    """The participant that a mention points at; None for a spouse and for one who cannot be told."""
    if mention.person is not None:
        person = doc.persons[mention.person]
        sector, rank, role = person.sector, person.rank, person.role
        if sector is None and fold(mention.span.of(doc.text)).startswith(words_of("counterpart")):  # "người đồng cấp Ý"
            sector, rank, role = "government", 3, role or mention.span.of(doc.text)
        if person.role and fold(person.role).startswith(words_of("spouse")):
            return None
        home, span = person.country, mention.span
        return Participant(person.name, "person", "counterpart", home, mention.person, role, sector, rank, span)
    if mention.office and not _is_indefinite(doc, mention):
        office = mention.office
        holder = _holder(doc, mention)
        if holder is not None:
            return of_mention(doc, replace(mention, person=holder))
        home, span = mention.country, mention.span
        return Participant(office, "office", "counterpart", home, None, office, mention.sector, mention.rank, span)
    return None


def _is_indefinite(doc: Doc, mention: Mention) -> bool:
    """Whether an office is several: "Bí thư Tỉnh ủy 5 tỉnh", "Bí thư tỉnh ủy các tỉnh Việt Nam"."""
    office = mention.office or ""
    if mention.sector != "province" or any(c.isdigit() for c in office):
        return any(c.isdigit() for c in office)
    return {place.kind for place in inside(doc.places, mention.span)} == {"country"}


def _holder(doc: Doc, mention: Mention) -> int | None:
    """The one person of the article who holds an office that stands without a name."""
    office = Participant(mention.office or "", "office", "counterpart", mention.country, role=mention.office)
    holders = [
        number
        for number, person in enumerate(doc.persons)
        if person.role and alike(office, Participant(person.name, "person", "counterpart", person.country, number, person.role))
    ]
    return holders[0] if len(holders) == 1 else None


def distinct(parties: Parties) -> Parties:
    """The participants without repetitions."""
    kept: list[Participant] = []
    for party in parties:
        if not any(same(party, other) for other in kept):
            kept.append(party)
    return tuple(kept)


def by_country(parties: Parties) -> tuple[Parties, ...]:
    """The participants parted by country, in the order of the text; each without a country by himself."""
    sides: dict[str, list[Participant]] = {}
    for number, party in enumerate(distinct(parties)):
        sides.setdefault(party.country or f"?{number}", []).append(party)
    return tuple(tuple(side) for side in sides.values())


def is_public(party: Participant) -> bool:
    """Whether a participant holds a public or party office, or is a body."""
    if party.kind == "office":
        return party.rank is not None and party.rank < _LOWEST
    return party.sector != "business" and (party.kind == "body" or party.sector is not None)


def _is_private(party: Participant) -> bool:
    """Whether somebody is known by a calling, not by an office: a lawyer, an expert, the head of a club."""
    return party.kind == "person" and party.sector == "other" and not names_country(party)


@cache
def _former() -> tuple[str, ...]:
    return tuple(fold(row.title) for row in lexicon.titles() if row.kind == "modifier" and row.scope == "former")


def is_former(party: Participant) -> bool:
    """Whether somebody's office is one that he held: "cựu Tổng thống", "nguyên Bộ trưởng"."""
    return party.kind == "person" and fold(party.role or "").startswith(_former())


def travels_in_office(party: Participant) -> bool:
    """Whether a journey of his counts: not a coach's, an expert's, a singer's."""
    return is_public(party) and not _is_private(party) and bool(party.country or party.role)


def names_country(party: Participant) -> bool:
    """Whether a title of many kinds stands with a country alone: "Chủ tịch Trung Quốc", not "Chủ tịch câu lạc bộ"."""
    return fold(party.role or "").endswith(country_names(party.country))


def may_meet(a: Participant, b: Participant, *, strong: bool) -> bool:
    """Whether two participants can be two sides: of different countries, officials, or a firm opposite a leader.

    `strong`: the cue is one of diplomacy ("hội đàm"), so that somebody without a known country can be the other side.
    """
    if same(a, b) or (a.country == b.country and a.country is not None):
        return False
    if a.country is None or b.country is None:
        known, unknown = (b, a) if a.country is None else (a, b)
        named = unknown.role is not None or unknown.kind == "body"
        return (strong or unknown.sector == "organisation") and known.country is not None and is_public(known) and named
    return _faces(a, b, strong=strong) and _faces(b, a, strong=strong)


def _faces(a: Participant, b: Participant, *, strong: bool) -> bool:
    """Whether `a` counts as the other side of `b`: somebody without a public office only of a leader or an ambassador."""
    leader = b.rank is not None and (b.rank <= _LEADERS or fold(b.role or "").startswith(words_of("envoy")))
    return (is_public(a) and (strong or not _is_private(a))) or (a.role is not None and leader)


def closing(row: Row, at: int) -> int:
    """The number of the token after a bracket that opens at `at`; `at` itself where none does."""
    if at < len(row) and row[at].is_mark("(["):
        for end in range(at + 1, min(at + 30, len(row))):
            if row[end].is_mark(")]"):
                return end + 1
    return at


def opening(row: Row, at: int) -> int:
    """The number of the token before a bracket that closes at `at`; `at` itself where none does."""
    if at >= 0 and row[at].is_mark(")]"):
        for start in range(at - 1, max(at - 30, -1), -1):
            if row[start].is_mark("(["):
                return start - 1
    return at


def group_right(doc: Doc, row: Row, at: int, *, lists: bool = True) -> Group | None:
    """The participants from token `at` on: "A", "A và B", "A, B và C"; with `lists` a comma joins too."""
    party = of_mention(doc, who) if at < len(row) and (who := row[at].who) else None
    if party is None:
        return None
    parties, last = [party], at
    while (following := _joined(doc, row, last, lists=lists) or (_past_titles(row, last) if lists else None)) is not None:
        who = row[following].who
        party = of_mention(doc, who) if who else None
        linked = any(token.has("and", "joint") for token in row[last + 1 : following])
        if party is not None and (linked or not _in_apposition(doc, row[last], row[following])):
            parties.append(party)
        last = following
    return Group(distinct(_held_by_one(parties)), at, last)


def _joined(doc: Doc, row: Row, last: int, *, lists: bool) -> int | None:
    """The number of the next person in a list, where one follows."""
    at = closing(row, last + 1)
    comma = at < len(row) and row[at].is_mark(",;")
    if comma:
        at += 1
    linked = False
    while at < len(row) and row[at].has("and", "joint", "counterpart", "place"):
        linked = linked or row[at].has("and", "joint")
        at += 1
    if at >= len(row) or not row[at].who or at == last + 1:
        return None
    if linked or _in_apposition(doc, row[last], row[at]):
        return at
    if not (comma and lists):
        return None
    # "tiếp A, B và C", "tiếp A, B." but not "trong cuộc gặp với A, B nói"
    after = closing(row, at + 1)
    goes_on = after >= len(row) or row[after].has("mark", "and", "time", "at", "frame")
    return at if goes_on else None


def _past_titles(row: Row, last: int) -> int | None:
    """The number of the next person behind a string of unread offices: "tiếp A, Bí thư Tỉnh ủy X và B, Tỉnh trưởng tỉnh X"."""
    at = closing(row, last + 1)
    if at >= len(row) or not row[at].is_mark(",-–"):
        return None
    while at + 1 < len(row) and not row[at + 1].who and (row[at].is_mark(",-–") or row[at].has(*_TITLES) or _is_title(row, at)):
        at += 1
    after = closing(row, at + 2)
    joined = at + 1 < len(row) and row[at].has("and") and row[at + 1].who is not None
    ends = after >= len(row) or row[after].has("mark", "and", "time", "at", "frame")
    return at + 1 if joined and ends else None


def _same_person(a: Token, b: Token) -> bool:
    return a.who is not None and b.who is not None and a.who.person is not None and a.who.person == b.who.person


def group_left(doc: Doc, row: Row, at: int) -> Group | None:
    """The participants up to token `at`: "A và B", "A cùng B", "A, B và C"; an office behind a name is the same person's."""
    first, listed = at, False
    offices: set[int] = set()
    while True:
        before = opening(row, first - 1)
        while before >= 0 and (row[before].has(*_LINKS) or row[before].is_mark(",")):
            before = opening(row, before - 1)
        follows = any(
            token.has("and") for token in row[before + 1 : first]
        )  # "Đại tướng A, Thứ trưởng Bộ Quốc phòng và Đại tướng B"
        if before != first - 1 and (follows or _is_bare_office(row[first])):  # "Thượng tướng A, Bộ trưởng Bộ Công an"
            before = _over_offices(row, before)
        if before >= 0 and row[before + 1].has("escorts"):  # "A dự kiến tháp tùng B"
            while before >= 0 and row[before].has("planned", "held", "aux"):
                before -= 1
        between = row[before + 1 : first] if before >= 0 else ()
        linked = any(token.has("and", "joint", "escorts") for token in between)
        if before < 0 or not row[before].who:
            break
        joined = not linked and _in_apposition(doc, row[before], row[first])
        if not (linked or (listed and between) or joined):
            break
        if joined:
            offices.add(first)
        first, listed = before, listed or linked
    people = [row[n].who for n in range(first, at + 1) if n not in offices]
    found = [party for who in people if who and (party := of_mention(doc, who))]
    return Group(distinct(_held_by_one(found)), first, at) if found else None


def _is_bare_office(token: Token) -> bool:
    return token.who is not None and token.who.person is None


def _over_offices(row: Row, at: int) -> int:
    """The number of the person before a string of offices that nothing labels, or `at`."""
    before = at
    while before >= 0 and (row[before].is_mark(",") or row[before].has(*_TITLES) or _is_title(row, before)):
        before -= 1
    return before if before >= 0 and row[before].who and row[before + 1].is_mark(",") else at


def _is_title(row: Row, at: int) -> bool:
    """Whether token `at` is text of a title; of "Bộ trưởng" the second word begins small."""
    token = row[at]
    begins = token.words[0].isupper() or (at > 0 and row[at - 1].has("body", "delegation", "inner"))
    return token.has("text") and begins and token.syllables <= _TITLE


def _in_apposition(doc: Doc, a: Token, b: Token) -> bool:
    """Whether two neighbours are one: "Thượng tướng Tô Lâm, Bộ trưởng Bộ Công an"."""
    if _same_person(a, b):
        return True
    one, other = (of_mention(doc, token.who) if token.who else None for token in (a, b))
    if one is None or other is None:
        return False
    bare = other.kind == "office" and fold(b.words).startswith(fold(other.name)[:_WHOLE])  # no place of a list
    return alike(one, other) or (bare and one.kind != "body" and one.country == other.country)


def _held_by_one(found: list[Participant]) -> Parties:
    """The participants, an office left out beside its holder."""
    return tuple(p for p in found if p.kind != "office" or not any(q.kind == "person" and alike(p, q) for q in found))


def alike(a: Participant, b: Participant) -> bool:
    """Whether two participants are one, an unnamed office of a country and its named holder included."""
    if same(a, b):
        return True
    if a.kind == b.kind or "body" in (a.kind, b.kind) or not a.role or not b.role:
        return False
    if a.country != b.country and a.country and b.country:
        return False
    short, long = sorted((plain_office(a.role, a.country), plain_office(b.role, b.country)), key=len)
    begins = long.split()[0] == short.split()[0] and set(short.split()) <= set(long.split())
    before, found, _ = long.partition(short)
    return begins or bool(found and not before.rstrip().endswith(words_of("deputy")))


@lru_cache(maxsize=4096)
def plain_office(role: str, country: str | None) -> str:
    """An office without its country, in one wording: "Ngoại trưởng Qatar" and "Bộ trưởng Ngoại giao" have one holder."""
    office = fold(role)
    name = next((name for name in country_names(country) if office.endswith(f" {name}")), None)
    office = office.removesuffix(f" {name}") if name else office
    wording = next((wording for wording in _wordings() if office == wording or office.startswith(f"{wording} ")), None)
    return _wordings()[wording] + office[len(wording) :] if wording else office


@cache
def _wordings() -> dict[str, str]:
    """The wordings of an office, with the one that all have."""
    return {fold(row.wording): fold(row.office) for row in lexicon.office_names()}


@cache
def country_names(code: str | None) -> tuple[str, ...]:
    """The names of a country, the longest first."""
    return tuple(sorted((fold(row.name) for row in lexicon.countries() if row.code == code), key=len, reverse=True))
