"""A person's role: the fullest title that the article gives him."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from vnbilat_lib.doc import Span
from vnbilat_lib.people.coreference import Entity
from vnbilat_lib.people.titles import Office
from vnbilat_lib.people.words import Words

_SHOWN = frozenset(("phó", "nguyên", "cựu", "quyền", "cố", "thứ", "trợ lý"))


_UNITS = frozenset(("tỉnh", "thành", "phố", "tp", "tp.", "nước"))


@dataclass(frozen=True, slots=True)
class Role:
    """A role's text with its span and the office that it ends in."""

    text: str
    span: Span
    office: Office
    behind: bool = False


def chain_role(w: Words, offices: list[Office]) -> Role | None:
    """The role that a chain of titles gives: "Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an"; None for honorifics and degrees."""
    held = [o for o in offices if o.is_role and o.row.kind != "counterpart"]
    if not held:
        ranks = [o for o in offices if o.row.kind == "rank"]
        if not ranks:
            return None
        held = ranks[-1:]
    first, last = held[0], held[-1]
    if any(o.row.kind in ("honorific",) for o in offices[offices.index(first) : offices.index(last)]):
        first = last
    span = w.span(_first_word(w, first), last.role_end)
    text = span.of(w.text)
    if first.prefix:
        text = f"{w.span(*first.prefix).of(w.text)}, {text}"
    return Role(tidy(text), span, max(held, key=lambda o: -o.row.rank))


def _first_word(w: Words, office: Office) -> int:
    """The first word of the role: "vị", "tân", "đương kim" are no part of it."""
    at = office.first
    while at < office.head and (title := w.title(at)) and title[1].title not in _SHOWN and title[1].kind == "modifier":
        at = title[0]
    return at


def tidy(text: str) -> str:
    """A role's text on one line."""
    return " ".join(text.split())


def best_role(w: Words, entity: Entity, extra: list[Role]) -> Role | None:
    """The fullest of the roles that the person's sightings and the offices that stand for him give."""
    found: list[Role] = []
    for sighting in entity.sightings:
        for offices in (sighting.before, sighting.behind):
            if (role := chain_role(w, offices)) is not None:
                found.append(role)
    found += extra
    offices = [r for r in found if r.office.row.kind != "rank"]
    found = offices or found
    if not found:
        return None
    kinds = [r for r in found if r.office.row.kind == "office"]
    found = kinds or found
    usual = Counter(_former(r.office) for r in found).most_common(1)[0][0]
    found = [r for r in found if _former(r.office) == usual]
    best = min(r.office.row.rank + ("phó" in r.office.modifiers) for r in found)
    near = [r for r in found if r.office.row.rank + ("phó" in r.office.modifiers) <= best + 1]
    often = Counter(r.text.casefold() for r in near)
    return max(near, key=lambda r: (_fullness(r), often[r.text.casefold()], len(r.text)))


def _fullness(role: Role) -> tuple[bool, int]:
    """Whether a role names its country, and how many different words it has beside those for a kind of place."""
    return bool(role.office.places or role.office.body_kind), len(set(role.text.casefold().split()) - _UNITS)


def _former(office: Office) -> bool:
    return any(m in ("nguyên", "cựu", "cố") for m in office.modifiers)
