"""A person as seen in one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnbilat_lib.people.names import Name
from vnbilat_lib.people.titles import Office


@dataclass(slots=True)
class Sighting:
    """A name as it stands in a sentence, with the titles before and behind it; or a title without a name; or a pronoun.

    Words first..end hold title and name. `cue` names what speaks for a person: "title", "honorific", "kin" (a word of kinship or
    status), "after" (a title behind), "speech", "age", "list", "shared" ("tên là"), "shape". `place`: of an office named for
    several places, this one's. `spelling_of`: another spelling in brackets behind the name.
    """

    sentence: int
    name: Name | None = None
    before: list[Office] = field(default_factory=list)
    behind: list[Office] = field(default_factory=list)
    cue: str = ""
    first: int = 0
    end: int = 0
    plural: bool = False
    place: tuple[int, int] | None = None
    pronoun: str = ""
    spelling_of: Sighting | None = None

    @property
    def offices(self) -> list[Office]:
        """The titles before and behind."""
        return [*self.before, *self.behind]

    @property
    def named(self) -> Name:
        """The name, where there is one."""
        assert self.name is not None
        return self.name
