"""Rows with days: who held which office, when a numbered series met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from vnbilat_lib.lexicon.reader import read_table


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """A term of office: `territory` is the country or region of the office, `host` the country to which an ambassador goes.

    `from_` and `to` have the precision that the source gives (YYYY, YYYY-MM or YYYY-MM-DD), None where unknown or still open.
    """

    person: str
    aliases: tuple[str, ...]
    office: str
    territory: str
    host: str | None
    from_: str | None
    to: str | None
    source: str

    @property
    def verified(self) -> bool:
        """Whether the row's days have a source."""
        return "unverified" not in self.source


@dataclass(frozen=True, slots=True)
class OfficeName:
    """Another wording of an office of offices.csv."""

    wording: str
    office: str
    example: str


@dataclass(frozen=True, slots=True)
class Gathering:
    """One meeting of a numbered series; all of `phrases` stand in a sentence that names it, `from_` and `to` are its days."""

    series: str
    phrases: tuple[str, ...]
    ordinal: int
    from_: date
    to: date
    place: str | None
    country: str | None
    source: str

    @property
    def verified(self) -> bool:
        """Whether the row's days have a source and its name means those days: a party congress is recalled for years."""
        return not any(word in self.source for word in ("unverified", "recalled"))


@cache
def office_terms() -> tuple[OfficeTerm, ...]:
    """Terms of office."""
    return read_table("offices", OfficeTerm)


@cache
def office_names() -> tuple[OfficeName, ...]:
    """Other wordings of the offices."""
    return read_table("office_names", OfficeName)


@cache
def gatherings() -> tuple[Gathering, ...]:
    """Meetings of numbered series."""
    return read_table("gatherings", Gathering)
