"""Doubtful foreign names before the tagger: it is asked about few sentences, with their titles masked, and may be overruled."""

from __future__ import annotations

from vnbilat_lib.doc import Span
from vnbilat_lib.people.names import FOREIGN
from vnbilat_lib.people.sighting import Sighting
from vnbilat_lib.people.words import Words
from vnbilat_lib.tagger import tag_persons

_MOST_SENTENCES = 1  # of one article: a sentence costs as much as the rest of the stage
_MASK = "ông"


def is_doubtful(w: Words, sighting: Sighting) -> bool:
    """Whether the name is worth asking about: foreign, of two words or more, and it says or is something."""
    name = sighting.name
    if name is None or name.origin != FOREIGN or name.strength != 2:
        return False
    if sighting.cue == "speech":
        return True
    past = name.end
    first, end = w.bounds[sighting.sentence]
    behind = sighting.cue == "shape" and past < end and w.stop(past, "end") > past
    return behind and name.first > first and w.folded[name.first - 1] == "là"


def ask(w: Words, sightings: list[Sighting], doubtful: list[Sighting]) -> list[Sighting]:
    """Those of the doubtful names which the tagger takes for persons."""
    found = []
    for number in sorted({s.sentence for s in doubtful})[:_MOST_SENTENCES]:
        sentence, start = _mask(w, number, [s for s in sightings if s.sentence == number])
        persons = [Span(span.start + start, span.end + start) for span in tag_persons(sentence)]
        for sighting in doubtful:
            assert sighting.name is not None
            if sighting.sentence == number and any(w.span(sighting.name.first, sighting.name.end).overlaps(p) for p in persons):
                found.append(sighting)
    return found


def _mask(w: Words, number: int, sightings: list[Sighting]) -> tuple[str, int]:
    """A sentence with each title replaced by "ông", padded to the same length, and where it starts.

    The title misleads the tagger: 20 names of 20 are persons behind "ông", none of 20 behind "Thủ tướng".
    """
    first, end = w.bounds[number]
    span = w.span(first, end)
    text = span.of(w.text)
    for office in (o for s in sightings for o in s.offices):
        title = w.span(office.first, office.role_end)
        size = title.end - title.start
        if size >= len(_MASK):
            at = title.start - span.start
            text = text[:at] + _MASK.ljust(size) + text[at + size :]
    return text, span.start
