"""Which sightings are one person: full names, short names, spellings, offices, pronouns."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from vnbilat_lib.people.names import VIETNAMESE, Name
from vnbilat_lib.people.sighting import Sighting
from vnbilat_lib.people.titles import Office
from vnbilat_lib.people.words import INITIAL, Words, lists

KNOWN = 200  # persons, and sightings of one, that the rules look back at: more than an article has, less than a list of names


@dataclass(slots=True)
class Entity:
    """One person: the sightings that point to him, and the name's units in their comparison form."""

    units: tuple[str, ...]
    origin: str
    name: Name
    spellings: list[tuple[str, ...]] = field(default_factory=list)
    sightings: list[Sighting] = field(default_factory=list)
    gender: str = ""

    def add(self, sighting: Sighting, units: tuple[str, ...]) -> None:
        """Takes a sighting in; the fuller name becomes the person's."""
        self.sightings.append(sighting)
        self.gender = self.gender or gender(sighting)
        longer = sum(map(len, units)) > sum(map(len, self.units)) + 1
        if len(units) > len(self.units) or (len(units) == len(self.units) and longer):
            self.units, self.name, self.origin = units, sighting.named, sighting.named.origin


def gender(sighting: Sighting) -> str:
    """The gender that the honorific shows: "female", "male" or ""."""
    return next((o.row.definite for o in sighting.before if o.row.definite in ("male", "female")), "")


def name_units(w: Words, name: Name) -> tuple[str, ...]:
    """The name's units for comparison: "Vla-đi-mia Pu-tin" -> ("vlađimia", "putin"), "D.Trump" -> ("d.", "trump").

    A hyphen joins syllables written small behind it; before a capital it parts two units.
    """
    units: list[str] = []
    for at in range(name.first, name.end):
        word = w.folded[at]
        if word in ("-", "."):
            if word == "." and units:
                units[-1] += "."
            continue
        if at > name.first and w.words[at - 1] == "-" and w.after[at] and w.kinds[at] not in ("C", "A", INITIAL):
            units[-1] += word
        else:
            units.append(word)
    return tuple(units)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Letters without marks.

    >>> plain("nguyễn đức")
    'nguyen duc'
    """
    parts = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(c for c in parts if not unicodedata.combining(c))


def distance(one: str, two: str, most: int = 2) -> int:
    """Edits between two words, at most `most` + 1."""
    if abs(len(one) - len(two)) > most:
        return most + 1
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(two, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]


def _alike(one: str, two: str) -> bool:
    """Whether two words of a foreign name are one spelled in two ways, or one the other's initial."""
    if one == two:
        return True
    if one.endswith(".") or two.endswith(".") or len(one) == 1 or len(two) == 1:
        return one[0] == two[0]
    a, b = plain(one), plain(two)
    return a == b or (min(len(a), len(b)) >= 5 and a[0] == b[0] and distance(a, b) <= 2)


def is_same(entity: Entity, units: tuple[str, ...], origin: str) -> bool:
    """Whether a name of two units or more is the entity's, spelled alike or fuller or shorter."""
    mine = entity.units
    if mine == units or units in entity.spellings:
        return True
    if origin == VIETNAMESE and entity.origin == VIETNAMESE:
        if len(mine) == len(units) >= 3:
            return sum(a != b for a, b in zip(mine, units, strict=True)) == 1 and [*map(plain, mine)] == [*map(plain, units)]
        short, long = sorted((mine, units), key=len)
        return 2 <= len(short) < len(long) and long[-len(short) :] == short
    if _is_junior(mine) != _is_junior(units):
        return False
    if "".join(mine) == "".join(units):
        return True
    if len(mine) == len(units):
        return all(map(_alike, mine, units)) and (mine[-1][:1] == units[-1][:1])
    short, long = sorted((mine, units), key=len)
    if len(short) < 2:
        return False
    if long[-len(short) :] == short or long[: len(short)] == short:
        return True
    return _alike(short[-1], long[-1]) and _alike(short[0], long[0]) and not short[-1].endswith(".")


@lru_cache(maxsize=4096)
def _is_junior(units: tuple[str, ...]) -> bool:
    """Whether a name tells son from father: "Donald Trump Jr."."""
    return any(unit.rstrip(".") in lists().stops["suffix"].starts for unit in units)


def is_short(entity: Entity, units: tuple[str, ...]) -> bool:
    """Whether a single unit may stand for the entity: the given name, a Chinese or Korean surname, a Western last name."""
    mine, unit = entity.units, units[0]
    if any(spelling[-1] == unit for spelling in entity.spellings):
        return True
    if len(mine) == 1:
        return mine[0] == unit
    if entity.origin == VIETNAMESE:
        if mine[-1] == unit:
            return True
        return mine[0] == unit and len(mine) <= 3 and not _is_plainly_vietnamese(mine)
    if mine[-1] == unit or (mine[0] == unit and "ko" in lists().surnames.get(unit, ())):
        return True
    if plain(mine[-1]) == plain(unit) or (len(unit) >= 5 and _alike(mine[-1], unit)):
        return True
    return unit in mine


def _is_plainly_vietnamese(units: tuple[str, ...]) -> bool:
    return "zh" not in lists().surnames.get(units[0], ())


class Register:
    """The persons met so far, in the order of their first full name."""

    def __init__(self, w: Words) -> None:
        self.w = w
        self.entities: list[Entity] = []

    @property
    def known(self) -> list[Entity]:
        """The entities that a name can mean: those met last."""
        return self.entities[-KNOWN:]

    def fit(self, units: tuple[str, ...], origin: str, wanted: str = "") -> list[Entity]:
        """The entities that a name can mean."""
        if len(units) > 1:
            return [e for e in self.known if is_same(e, units, origin)]
        found = [e for e in self.known if is_short(e, units)]
        return [e for e in found if not (wanted and e.gender and e.gender != wanted)]

    def enter(self, sighting: Sighting) -> Entity:
        """Adds a full name to its entity, or makes one."""
        units = name_units(self.w, sighting.named)
        found = self.fit(units, sighting.named.origin)
        original = sighting.spelling_of
        if not found and original is not None:
            found = [e for e in self.known if any(s is original for s in e.sightings[-KNOWN:])]
            if found:
                found[-1].spellings.append(units)
                found[-1].sightings.append(sighting)
                return found[-1]
        if found:
            entity = next((e for e in found if e.units == units), found[-1])
        else:
            entity = Entity(units, sighting.named.origin, sighting.named)
            self.entities.append(entity)
        entity.add(sighting, units)
        return entity


def same_head(one: Office, two: Office) -> bool:
    """Whether two titles are one office by their heads and modifiers."""
    return one.row.title == two.row.title and one.standing == two.standing


def fullest_name(w: Words, entity: Entity) -> Name:
    """The person's fullest name; of its spellings the most frequent."""
    whole = "".join(entity.units)
    named = [(s.named, name_units(w, s.named)) for s in entity.sightings if s.name]
    full = [name for name, units in named if len(units) == len(entity.units) or "".join(units) == whole]
    full = [name for name in full if not any(unit.endswith(".") for unit in name_units(w, name))] or full
    often = Counter(w.span(name.first, name.end).of(w.text) for name in full)
    if len(often) < 2:
        return entity.name
    most = max(often.values())
    usual = [name for name in full if often[w.span(name.first, name.end).of(w.text)] == most]
    return entity.name if any(name is entity.name for name in usual) else usual[0]
