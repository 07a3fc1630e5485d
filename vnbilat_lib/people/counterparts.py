"""The office of a counterpart: "người đồng cấp Australia Julia Bishop" holds that of the one before, in the other country."""

from __future__ import annotations

from dataclasses import dataclass

from vnbilat_lib.doc import Place
from vnbilat_lib.people.sighting import Sighting
from vnbilat_lib.people.titles import Office, first_word
from vnbilat_lib.people.words import Words


@dataclass(frozen=True, slots=True)
class Counterpart:
    """An office taken over from another person: whose, and in which country's place (words first..end)."""

    base: Office
    place: tuple[int, int, Place]

    def text(self, w: Words) -> str:
        """The office with its own country: "Bộ trưởng Ngoại giao Australia"."""
        first = min((p[0] for p in self.base.places), default=self.base.role_end)
        while first > self.base.head_end and (w.words[first - 1] == "(" or _is_link(w, first - 1)):
            first -= 1
        return f"{w.span(first_word(self.base), first).of(w.text)} {w.span(self.place[0], self.place[1]).of(w.text)}"


def find_counterpart(w: Words, sighting: Sighting, before: list[tuple[int, list[Office]]]) -> Counterpart | None:
    """The office that a counterpart holds; `before` are the sentence and offices of those before him, the nearest last.

    None where no office or country is found.
    """
    counterpart = next((o for o in sighting.before if o.row.kind == "counterpart"), None)
    if counterpart is None:
        return None
    base = _base(sighting, before)
    if base is None:
        return None
    place = _place(w, sighting, counterpart, base)
    return Counterpart(base, place) if place else None


def _base(sighting: Sighting, before: list[tuple[int, list[Office]]]) -> Office | None:
    """The office of the last person before in this sentence or the one before it."""
    for sentence, offices in reversed(before):
        if sentence < sighting.sentence - 1:
            return None
        held = [o for o in offices if o.row.kind == "office" and o.definite and o.row.rank <= 4]
        if held:
            return held[-1]
    return None


def _place(w: Words, sighting: Sighting, counterpart: Office, base: Office) -> tuple[int, int, Place] | None:
    """The counterpart's country: in his title, behind his name, or the last other country named before him."""
    if counterpart.places:
        return counterpart.places[0]
    own = {p[2].country for p in base.places}
    if sighting.name is not None:
        at = sighting.name.end
        while at < len(w) and at < sighting.name.end + 3 and (w.words[at] == "(" or _is_link(w, at)):
            at += 1
        if at > sighting.name.end and at in w.places and w.places[at][1].country:
            return at, *w.places[at]
    first = w.bounds[sighting.sentence][0]
    for at in range(sighting.first - 1, first - 1, -1):
        place = w.places.get(at)
        if place and place[1].kind in ("country", "short") and place[1].country not in own:
            return at, *place
    return None


def _is_link(w: Words, at: int) -> bool:
    """Whether word `at` only leads to a place: "của", "nước", "bên phía"."""
    body = w.body(at)
    return w.has(at, "of") or w.has(at, "at") or (body is not None and body[1].kind == "side")
