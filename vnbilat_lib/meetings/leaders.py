"""Delegations that stand alone: "Đoàn đại biểu Đảng Nhân dân Lào" is told by the one who leads it elsewhere in the article."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vnbilat_lib.doc import Participant
from vnbilat_lib.match import fold
from vnbilat_lib.meetings.bodies import find_body, find_delegation
from vnbilat_lib.meetings.clauses import subject_left
from vnbilat_lib.meetings.cues import Row
from vnbilat_lib.meetings.reading import Reading, Scene
from vnbilat_lib.meetings.sides import Parties, country_names, words_of

_TITLES = 30  # words of titles between a leader and "dẫn đầu"
_BEHIND = ("mark", "held", "planned", "time", "meets", "meets-with", "goes", "travels", "at")  # what may follow a bare "đoàn"
_HEADS = (1, 2)  # ranks of those who lead "Đoàn Việt Nam"
_MOST = 0.6  # of a name's words


@dataclass(frozen=True, slots=True)
class Led:
    """Who leads a delegation, and the words of its name that tell it from others."""

    leader: Participant
    words: frozenset[str]


def find_leaders(scene: Scene) -> list[Led]:
    """Who leads which delegation: "đoàn đại biểu ... do A dẫn đầu", "A dẫn đầu đoàn đại biểu ..."."""
    row, found = scene.row, []
    for at, token in enumerate(row):
        if not token.has("delegation"):
            continue
        group = find_delegation(scene.doc, row, at)
        if group is None and at > 0 and row[at - 1].has("leads"):
            group = subject_left(scene.doc, row, at - 1, reach=_TITLES)
        body = find_body(scene.doc, row, at) if group else None
        if group and len(group.parties) == 1 and group.parties[0].kind == "person":
            found.append(Led(group.parties[0], _own_words(body.parties[0]) if body else frozenset()))
    return found


def is_bare(row: Row, at: int) -> bool:
    """Whether token `at` is "đoàn" alone: "Đoàn đã chào xã giao A", "thân mật tiếp Đoàn."."""
    if not row[at].has("delegation"):
        return False
    return at + 1 == len(row) or row[at + 1].has(*_BEHIND)


def with_leaders(readings: list[Reading], told: list[Led]) -> list[Reading]:
    """The readings, delegations named alone given their leaders; what bodies alone do is left out."""
    people = tuple(p for r in readings for side in r.sides for p in side if p.kind == "person")
    found = (replace(r, sides=tuple(tuple(_leader(p, told, people) for p in side) for side in r.sides)) for r in readings)
    return [r for r in found if not r.sides or any(p.kind in ("person", "office") for side in r.sides for p in side)]


def _leader(party: Participant, told: list[Led], people: Parties) -> Participant:
    """Who leads a delegation, where one can be meant; whoever is no delegation stays."""
    if party.kind != "body" or not fold(party.name).startswith(words_of("delegation")):
        return party
    own = _own_words(party)
    leaders = [led.leader for led in told if led.leader.country == party.country and _are_one(own, led.words)]
    alike = (p for p in people if p.country == party.country)
    leaders = leaders or [p for p in alike if own <= set(fold(p.role or "").split()) and (own or p.rank in _HEADS)]
    return replace(leaders[0], span=party.span) if len({p.person for p in leaders}) == 1 else party


def _are_one(own: frozenset[str], other: frozenset[str]) -> bool:
    """Whether names can be of one delegation: most words are shared, or one tells nothing but the country."""
    shorter = min(own, other, key=len)
    return not shorter or len(own & other) >= _MOST * len(shorter)


def _own_words(party: Participant) -> frozenset[str]:
    """The words of a delegation's name that tell whose it is, its country left out."""
    name = fold(party.name)
    for general in (*words_of("delegation"), *words_of("modifier"), *country_names(party.country)):
        name = f" {name} ".replace(f" {general} ", " ").strip()
    return frozenset(name.split())
