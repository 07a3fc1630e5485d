"""Offices named short in a programme: on a journey to Ethiopia "gặp Thủ tướng, Chủ tịch Hạ viện" are the host's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Participant, inside
from vnbilat_lib.match import fold
from vnbilat_lib.meetings.clauses import is_oblique
from vnbilat_lib.meetings.cues import Row, Token
from vnbilat_lib.meetings.goals import find_goals
from vnbilat_lib.meetings.reading import Scene
from vnbilat_lib.meetings.sides import Group, words_of

_OPENING = 6  # tokens in which a sentence tells where it plays
_TITLE = 6  # words of an office
_MINISTERS = 3  # ranks of those whom a programme names by office alone


@dataclass(frozen=True, slots=True)
class _Host:
    """The country where a programme plays, as the text names it."""

    country: str
    name: str


def of_host(scene: Scene, at: int, others: Group) -> Group:
    """The counterparts behind the cue at token `at`, offices named short given to the host, with those listed behind them."""
    party = others.parties[-1]
    own = party.kind == "office" and not _places(scene, scene.row[others.last])
    host = _host(scene, at) if own or _is_of_abroad(others) else None
    if host is None:
        return others
    if own and len(others.parties) == 1 and party.country != host.country:
        others = replace(others, parties=(_office(party.name, host, party),))
    return _with_listed(scene, others, host)


def host_offices(scene: Scene, start: int) -> Group | None:
    """The offices of the host from token `start` on, which nobody but he has: "hội kiến Chủ tịch Thượng viện"."""
    host = _host(scene, start)
    end = _title_end(scene.row, start)
    if host is None or end is None:
        return None
    return _with_listed(scene, Group((_titled(scene, start, end, host),), start, end), host)


def _is_of_abroad(others: Group) -> bool:
    """Whether the last counterpart is told with his country: "gặp Tổng thống Peru, Chủ tịch Quốc hội"."""
    party = others.parties[-1]
    return party.country is not None and party.kind != "body"


def _host(scene: Scene, at: int) -> _Host | None:
    """The host of the clause that the cue at token `at` is in."""
    return _host_of_office(scene, at) or _host_of_place(scene, at)


def _host_of_office(scene: Scene, at: int) -> _Host | None:
    """As in "hội đàm với Tổng thống Peru, gặp Thủ tướng": the country of the office before."""
    row = scene.row
    before = next((n for n in range(at - 1, -1, -1) if row[n].who or row[n].is_mark(";:.")), None)
    who = row[before].who if before is not None else None
    if before is None or who is None or who.kind != "office" or who.country is None or not is_oblique(row, before):
        return None
    names = _places(scene, row[before])
    return _Host(who.country, names[0]) if names else None


def _host_of_place(scene: Scene, at: int) -> _Host | None:
    """As in "Tại Ethiopia, A sẽ gặp Thủ tướng", "thăm Ethiopia, hội kiến Thủ tướng"."""
    row = scene.row
    for number, token in enumerate(row[: min(at, _OPENING)]):
        place = row[number + 1].place if token.has("at") and number + 1 < len(row) else None
        opens = number == 0 or row[number - 1].has("mark")
        if opens and place and place.country and place.kind == "country":
            return _Host(place.country, row[number + 1].words)
    for number in range(at - 1, -1, -1):
        if row[number].has("travels", "trip"):
            goals = find_goals(scene, number + 1)
            place = row[goals[0].at].place if len(goals) == 1 else None
            return _Host(goals[0].country, row[goals[0].at].words) if place and place.kind == "country" else None
    return None


def _with_listed(scene: Scene, others: Group, host: _Host) -> Group:
    """The group with the offices listed behind it: ", Chủ tịch Thượng viện và Chủ tịch Hạ viện"."""
    row, parties, last = scene.row, list(others.parties), others.last
    if row[last + 1 : last + 2] and row[last + 1].is_mark(",") and parties[-1].kind == "person":
        return others  # "hội đàm với ông A, Chủ tịch Quốc hội": his own office
    while last + 2 < len(row) and (row[last + 1].is_mark(",") or row[last + 1].has("and")):
        end = _title_end(row, last + 2)
        if end is None:
            break
        parties.append(_titled(scene, last + 2, end, host))
        last = end
    return Group(tuple(parties), others.first, last)


def _title_end(row: Row, start: int) -> int | None:
    """The number of the last token of an office without country or name that begins at token `start`."""
    end = start
    while end < len(row) and row[end].has("text", "body", "inner", "land") and end - start < _TITLE:
        end += 1
    whole = end < len(row) and (row[end].is_mark(",;.") or row[end].has("and", "held", "planned", "meets", "meets-with"))
    return end - 1 if whole and fold(" ".join(token.words for token in row[start:end])) in _leading_offices() else None


def _titled(scene: Scene, start: int, end: int, host: _Host) -> Participant:
    span = replace(scene.row[start].span, end=scene.row[end].span.end)
    words = span.of(scene.doc.text)
    sector, rank = _leading_offices()[fold(words)]
    return _office(words, host, Participant(words, "office", "counterpart", host.country, None, words, sector, rank, span))


def _office(name: str, host: _Host, party: Participant) -> Participant:
    full = f"{name} {host.name}"
    return replace(party, name=full, role=full, country=host.country)


def _places(scene: Scene, token: Token) -> list[str]:
    """The places named inside a token."""
    return [place.span.of(scene.doc.text) for place in inside(scene.doc.places, token.span)]


@cache
def _leading_offices() -> dict[str, tuple[str, int]]:
    """The offices that a programme names without country, with sector and rank."""
    held = {fold(row.title): (row.sector, row.rank) for row in lexicon.titles() if row.kind == "office"}
    return {**{title: (sector, rank) for title, (sector, rank) in held.items() if rank <= _MINISTERS}, **_speakers()}


def _speakers() -> dict[str, tuple[str, int]]:
    return dict.fromkeys(words_of("speaker"), ("parliament", 1))
