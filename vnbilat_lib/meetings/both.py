"""Two people named by one word: "hai nhà lãnh đạo", "hai Thủ tướng", "Ngoại trưởng Nga và Mỹ"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Participant
from vnbilat_lib.match import fold
from vnbilat_lib.meetings.cues import Index, Row
from vnbilat_lib.meetings.reading import Reading, Scene
from vnbilat_lib.meetings.sides import Group, Parties, distinct, is_former, is_public, of_mention, plain_office, words_of

_BACK = 3  # sentences that such a word reaches back over
_TWO = 2
_OPENS = 4  # tokens in which a sentence names its subject
_LOOK = 5  # tokens of "lãnh đạo hai nước Nga và Mỹ"
_LEADING = 2  # ranks of heads and their deputies
_PASSED = ("held", "planned", "aux", "time", "modifier", "serial", "then", "past", "at", "place", "land", "frame")


def find_both(scene: Scene, at: int) -> Group | None:
    """The two people whom the word at token `at` means: those who met last, else the only two told of just before."""
    row = scene.row
    if at >= len(row) or not row[at].has("both"):
        return of_two_countries(scene, _second_country(row, at))
    if at + 1 < len(row) and (row[at + 1].place or row[at + 1].who):  # "hai nhà lãnh đạo Nga và Mỹ"
        return of_two_countries(scene, _second_country(row, at))
    return _meant(scene, at)


def _meant(scene: Scene, at: int) -> Group | None:
    row = scene.row
    for parties in (scene.pair, _told_before(scene, at)):
        fitting = tuple(p for p in parties if _fits(p, row[at].words))
        if len(fitting) == _TWO and len({p.country for p in fitting} - {None}) == _TWO:
            return Group(fitting, at, at)
    return None


def both_left(scene: Scene, cue: int) -> Group | None:
    """Such a word as the subject of the verb at token `cue`: "Hai nhà lãnh đạo sau đó sẽ hội đàm"."""
    row, at = scene.row, cue - 1
    if row[cue].has("encounter") and not (at >= 0 and row[at].has("held", "planned", "aux", "serial", "at", "frame")):
        return None  # "Hai nhà lãnh đạo đánh giá cao cuộc gặp"
    while at >= 0:
        found = find_both(scene, at) if row[at].has("both") else of_two_countries(scene, at)
        if row[at].has("each") and not row[cue].has("encounter", "attends"):  # "Hai bên hội đàm ngay sau đó"
            found = _meant(scene, at)
        if found and found.first > 0 and row[found.first - 1].has("stop", "unreal"):
            return None  # "mời A sang thăm để hai bên hội đàm"
        if found or not row[at].has(*_PASSED):
            return found
        at -= 1
    return None


def both_first(scene: Scene, verb: int) -> Group | None:
    """Such a word that opens a sentence of several verbs: "Hai nhà lãnh đạo sẽ gặp sinh viên và dự diễn đàn"."""
    row = scene.row
    opens = next((n for n in range(min(_OPENS, verb)) if row[n].has("both")), None)
    alone = opens is not None and not any(token.who or token.is_mark(";:") for token in row[:verb])
    return find_both(scene, opens) if alone and opens is not None else None


def of_two_countries(scene: Scene, end: int | None) -> Group | None:
    """The people of "Ngoại trưởng Nga và Mỹ", "lãnh đạo Nga - Trung", whose second country is token `end`."""
    row = scene.row
    second = row[end].place if end is not None and end >= _TWO else None
    if end is None or second is None or not _joins(scene, end - 1):
        return None
    who, first = row[end - 2].who, row[end - 2].place
    if who is not None and who.kind == "office" and who.person is None and who.office:
        return _of_one_office(scene, end)
    if first is None or end < _TWO + 1 or not first.country or not second.country:
        return None
    head = end - 3 if row[end - 3].has("both", "leader-of") else end - 4  # "lãnh đạo hai nước Nga và Mỹ"
    if head < 0 or not row[head].has("both", "leader-of"):
        return None
    found = (_leader(scene, first.country, row[head].words), _leader(scene, second.country, row[head].words))
    leaders = tuple(party for party in found if party)
    return Group(leaders, head, end) if len({p.country for p in leaders}) == _TWO else None


def _of_one_office(scene: Scene, end: int) -> Group | None:
    """The holders of one office in two countries."""
    doc, one, other = scene.doc, scene.row[end - 2].who, scene.row[end]
    place = next((p for p in doc.places if one and p.span.within(one.span)), None)
    if one is None or place is None or other.place is None or other.place.country in (None, one.country):
        return None
    office = (one.office or "").removesuffix(place.span.of(doc.text)) + other.words
    pair = of_mention(doc, one), of_mention(doc, replace(one, office=office, country=other.place.country, span=other.span))
    parties = tuple(party for party in pair if party)
    return Group(parties, end - 2, end) if len(parties) == _TWO and office != other.words else None


def leader_at(scene: Scene, at: int) -> Group | None:
    """The leader whom a word with his country means at token `at`: "nhà lãnh đạo Mỹ"."""
    row = scene.row
    place = row[at + 1].place if 0 <= at < len(row) - 1 and row[at].has("heads") else None
    named = at + _TWO < len(row) and row[at + _TWO].who
    leader = _leader(scene, place.country, row[at].words) if place and place.country and not named else None
    return Group((leader,), at, at + 1) if leader else None


def _leader(scene: Scene, country: str, words: str) -> Participant | None:
    """The one person of the article who leads a country."""
    mentions = {m.person: m for m in scene.doc.mentions if m.person is not None and m.kind == "name"}
    parties = [of_mention(scene.doc, m) for m in mentions.values()]
    found = [p for p in parties if p and p.country == country and p.rank == 1 and _fits(p, words) and not is_former(p)]
    return found[0] if len(found) == 1 else None


def _second_country(row: Row, at: int) -> int | None:
    """The number of the second country of "Ngoại trưởng Nga và Mỹ", "lãnh đạo hai nước Nga và Mỹ" from token `at` on."""
    for number in range(at, min(at + _LOOK, len(row))):
        if number > at + 1 and row[number].place:
            return number if row[number - 2].place or row[number - 2].who else None
    return None


def _joins(scene: Scene, at: int) -> bool:
    """Whether token `at` joins two countries; a comma only in a headline."""
    token = scene.row[at]
    return token.has("and") or token.is_mark("-–") or (token.is_mark(",") and scene.sentence.part == "title")


def last_pair(readings: list[Reading], before: Parties) -> Parties:
    """Who met in the last encounter of a sentence, or of those before it."""
    for reading in reversed(readings):
        parties = tuple(p for side in reading.sides for p in side)
        if reading.form not in ("visit", "conference") and len(reading.sides) == _TWO == len(parties) and not reading.weak:
            return parties
    return before


def _told_before(scene: Scene, at: int) -> Parties:
    """The officials named before token `at` in its sentence, or else in the nearest one that names two."""
    doc, index = scene.doc, Index.of(scene.doc)
    spans = [s.span for s in doc.sentences[max(0, scene.number - _BACK) : scene.number]]
    told: list[Participant] = []
    for span in [scene.sentence.span, *reversed(spans)]:
        mentions = [m for m in index.mentions_in(span) if m.span.start < scene.row[at].span.start]
        told += [p for m in mentions if (p := of_mention(doc, m)) and is_public(p) and _fits(p, scene.row[at].words)]
        if len(distinct(tuple(told))) >= _TWO:
            break
    return distinct(tuple(told))


def _fits(party: Participant, words: str) -> bool:
    """Whether somebody can be one of "hai Thủ tướng", "hai nhà lãnh đạo": he has that office, or leads his country."""
    if party.kind == "body":
        return False
    title = next((title for title in _titles(words) if title in _offices()), None)
    if title is None:
        return fold(words) in words_of("anybody") or (party.rank is not None and party.rank <= _LEADING)
    role, wanted = f" {plain_office(party.role or '', party.country)}", f" {_offices()[title]}"
    return wanted in role and not any(f"{deputy}{wanted}" in role for deputy in words_of("deputy"))


def _titles(words: str) -> list[str]:
    """The titles that may stand in "hai bộ trưởng quốc phòng", the longest first."""
    parts = fold(words).split()[1:]
    return [" ".join(parts[:end]) for end in range(len(parts), 0, -1)]


@cache
def _offices() -> dict[str, str]:
    """Each office in the wording that all have."""
    return {fold(row.title): plain_office(row.title, None) for row in lexicon.titles() if row.kind == "office"}
