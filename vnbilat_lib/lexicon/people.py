"""Rows about persons: surnames, given names, titles, words of institutions, words beside names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from vnbilat_lib.lexicon.reader import read_table


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname's first syllable(s); origin: vi, zh, ko."""

    surname: str
    origin: str
    example: str


@cache
def surnames() -> tuple[Surname, ...]:
    """Surnames that begin a Vietnamese, Chinese or Korean name."""
    return read_table("surnames", Surname)


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name that begins a foreign person's name, and the countries where it is at home; none where it is everywhere."""

    name: str
    countries: tuple[str, ...]
    example: str


@cache
def given_names() -> tuple[GivenName, ...]:
    """Given names (of Chinese and Cambodian ones the surname, which stands first) in Latin letters."""
    return read_table("given_names", GivenName)


@dataclass(frozen=True, slots=True)
class Title:
    """A word before or after a person's name.

    kind: office, function, rank (military), degree, counterpart, honorific, kin, status (these three give no role), modifier
    ("phó", before a title), after ("thường trực", behind it) or ruling: the sector and rank of an office of the list where a
    place of the kind `scope` follows at once ("Chủ tịch Trung Quốc"). sector and rank as in CODEBOOK.md; `scope` is the
    complement that it takes: ministry, territory, body, field, none. `definite`: whether it points to one holder
    also without a name: home (Vietnam has the office), abroad (only others have it); mass is a crowd's word ("công nhân").
    """

    title: str
    kind: str
    sector: str
    rank: int
    scope: str
    definite: str
    example: str


@dataclass(frozen=True, slots=True)
class Body:
    """A word of institutions' names.

    kind: head ("Ủy ban"), firm and school (a proper name follows, of a school also a person's: "Trường THPT Lê Lợi"),
    portfolio ("Ngoại giao"), part (small letters inside a name: "điều tra"), unit (before a place: "tỉnh"), body (a whole
    name), international. `country`: whose.
    """

    word: str
    kind: str
    country: str | None
    example: str


@dataclass(frozen=True, slots=True)
class NameStop:
    """A word beside capitals which tells what they are.

    kind: starter (begins a clause, no name), place and thing (what follows names a place, a thing), agency (no person),
    speech (what a person does), end (ends a title's complement), plural (before a title: nobody definite), shared ("tên
    là": a name follows), particle ("van" inside a name), copula and named ("làm", "khi đó là": between a name and a title).
    """

    word: str
    kind: str
    example: str


@cache
def titles() -> tuple[Title, ...]:
    """Titles, functions, honorifics and their modifiers."""
    return read_table("titles", Title)


@cache
def bodies() -> tuple[Body, ...]:
    """Words of institutions' names."""
    return read_table("bodies", Body)


@cache
def name_stops() -> tuple[NameStop, ...]:
    """Words beside capitals which tell what they are."""
    return read_table("name_stops", NameStop)
