"""Rows about places: their names, what tells them from other words, and words for two of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from vnbilat_lib.lexicon.reader import read_table


@dataclass(frozen=True, slots=True)
class Country:
    """A name of a country, territory or bloc; kind: name, official, variant, short, bloc, people."""

    name: str
    code: str
    kind: str
    ambiguous: bool
    example: str


@dataclass(frozen=True, slots=True)
class Region:
    """A name of a first-level division, with the days on which it existed."""

    name: str
    code: str
    country: str
    kind: str
    valid_from: date | None
    valid_to: date | None
    successor: str | None
    ambiguous: bool
    example: str


@dataclass(frozen=True, slots=True)
class City:
    """A name of a city; kind: capital or city."""

    name: str
    country: str
    region: str | None
    kind: str
    ambiguous: bool
    example: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """A name of an international organisation; `code` only where it speaks for a bloc."""

    name: str
    code: str | None
    kind: str
    example: str


@cache
def countries() -> tuple[Country, ...]:
    """Names of countries, territories and blocs."""
    return read_table("countries", Country)


@cache
def regions() -> tuple[Region, ...]:
    """Names of provinces, states and regions."""
    return read_table("regions", Region)


@cache
def cities() -> tuple[City, ...]:
    """Names of cities."""
    return read_table("cities", City)


@cache
def organisations() -> tuple[Organisation, ...]:
    """Names of international organisations."""
    return read_table("organisations", Organisation)


@dataclass(frozen=True, slots=True)
class PairWord:
    """Words for the two sides that the text has named.

    level: country ("hai nước"), bilateral ("song phương"), side ("hai bên": provinces too), region ("hai tỉnh"), none ("hai bên
    đường": no sides at all).
    """

    phrase: str
    level: str
    example: str


@dataclass(frozen=True, slots=True)
class PlaceCue:
    """A word before a name that is a place's and a person's. `kind`:

    nation (a country follows), office (so, whatever stands behind it), where (a province follows), seat (an envoy's: his own
    name may follow), person, division (of two places the province: "bang Washington"), short ("hàng Việt"); word: no cue, but
    a name that is an ordinary word or a person's too ("Anh", "Áo").
    """

    cue: str
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class PlaceStop:
    """A phrase that holds a place's name and names no place ("Thái Bình Dương", "Ý kiến")."""

    phrase: str
    example: str


@cache
def place_cues() -> tuple[PlaceCue, ...]:
    """Words that tell whether an ambiguous name is a place."""
    return read_table("place_cues", PlaceCue)


@cache
def place_stops() -> tuple[PlaceStop, ...]:
    """Phrases that hold a place's name and name none."""
    return read_table("place_stops", PlaceStop)


@cache
def pair_words() -> tuple[PairWord, ...]:
    """Words that stand for the two sides named before."""
    return read_table("pair_words", PairWord)
