"""Titles with their modifiers and complements: "nguyên Phó Chủ nhiệm Văn phòng Quốc hội"."""

from __future__ import annotations

from dataclasses import dataclass

from vnbilat_lib.lexicon import Title
from vnbilat_lib.people.complements import Reader
from vnbilat_lib.people.reading import Complement, PlaceAt
from vnbilat_lib.people.words import CAPITAL, Words, lists

_MOST_MODIFIERS = 4


@dataclass(frozen=True, slots=True)
class Office:
    """A title as it stands in the text.

    Words first..end hold modifiers, head and complement; the head is head..head_end; the role's own text ends at `role_end`
    (a country in brackets behind it is left out). `places` are the complement's, `bodies` the countries of institutions named
    in it ("" for international ones), `body_kind` the kind of the first; `plural`: "lãnh đạo các bộ". `prefix` is a title apart
    from its institution: "Giáo sư A (Trung tâm B)"; `inner` is where an office inside begins, -1 where there is none; `past`:
    held once ("từng là Đại sứ").
    """

    first: int
    head: int
    head_end: int
    end: int
    role_end: int
    row: Title
    modifiers: tuple[Title, ...] = ()
    places: tuple[PlaceAt, ...] = ()
    bodies: tuple[str, ...] = ()
    body_kind: str = ""
    plural: bool = False
    prefix: tuple[int, int] | None = None
    inner: int = -1
    past: bool = False

    @property
    def is_role(self) -> bool:
        """Whether it names an office or function."""
        told = self.row.kind == "degree" and (self.body_kind or (self.role_end > self.head_end and not self.places))
        return self.row.kind in ("office", "function", "counterpart") or bool(told)

    @property
    def definite(self) -> bool:
        """Whether it points to one holder also without a name."""
        return self.row.definite in ("home", "abroad")

    @property
    def bare(self) -> bool:
        """Whether it has no complement."""
        return self.role_end <= self.head_end and not self.places

    @property
    def standing(self) -> frozenset[str]:
        """What its modifiers make of it: "deputy", "former", "acting"."""
        scopes = frozenset(row.scope for row in self.modifiers) - {"none"}
        return scopes | {"former"} if self.past else scopes

    @property
    def rank(self) -> int:
        """The rank of CODEBOOK.md; a deputy's is one lower."""
        return min(5, self.row.rank + ("deputy" in self.standing))

    @property
    def of_state(self) -> bool:
        """Whether it is an office of government, party or parliament."""
        return self.row.sector in ("government", "party", "parliament")


def read_office(w: Words, at: int, end: int) -> Office | None:
    """The title that begins at word `at`: its modifiers, head and complement; None where none does."""
    head, modifiers = _modifiers(w, at, end)
    title = w.title(head) if head < end else None
    if not title or title[1].kind in ("modifier", "after"):
        return None
    past, row = title
    if modifiers and row.kind in ("honorific", "kin"):
        return None
    if row.kind == "honorific" and row.title == "anh" and w.kinds[head] == CAPITAL and head in w.places:
        return None  # "Thủ tướng Anh Theresa May"
    if row.kind == "honorific" or (row.kind == "kin" and row.scope == "none"):
        return Office(at, head, past, past, past, row, modifiers)
    read = Reader(w, past, end, row, _inner).read()
    row = lists().ruling.get((row.title, _ruled(past, read)), row)
    plural = past < read.end and w.has(past, "several")
    reach = max(read.end, read.reach)
    return Office(
        at, head, past, reach, read.end, row, modifiers, read.places, read.bodies, read.kind, plural, None, read.inner
    )  # fmt: skip


def first_word(office: Office) -> int:
    """The first word of the role: "vị", "tân", "đương kim" are no part of it."""
    at = office.first
    for row in office.modifiers:
        if row.scope != "none":
            break
        at += len(row.title.split())
    return min(at, office.head)


def _ruled(past: int, read: Complement) -> str:
    """What kind of place stands right behind a title's head, and no institution: "Chủ tịch Trung Quốc", "Bí thư Hà Giang"."""
    return read.places[0][2].kind if read.places and read.places[0][0] == past and not read.kind else ""


def read_body(w: Words, at: int, end: int, row: Title) -> Office:
    """The institution that begins at word `at`, read like a complement of the title `row`."""
    reader = Reader(w, at, end, row, _inner)
    reader.open = True
    read = reader.read()
    return Office(at, at, at, read.end, read.end, row, (), read.places, read.bodies, read.kind or "head")


def _inner(w: Words, at: int, end: int) -> Complement | None:
    """An office inside another's complement."""
    office = read_office(w, at, end)
    if office is None or not (office.row.kind == "office" or (office.row.kind == "function" and office.row.rank <= 3)):
        return None
    return Complement(office.role_end, office.end, office.places, office.bodies, office.body_kind)


def _modifiers(w: Words, at: int, end: int) -> tuple[int, tuple[Title, ...]]:
    """The modifiers that begin at word `at`, and where they end: "nguyên Phó"."""
    found: list[Title] = []
    while at < end and len(found) < _MOST_MODIFIERS:
        title = w.title(at)
        if not title or title[1].kind != "modifier" or ((body := w.body(at - 1)) and body[0] > at > 0):
            break  # "Hội đồng dân biểu"
        found.append(title[1])
        at = title[0]
    return at, tuple(found)
