"""Two people named by one word: "hai nhà lãnh đạo", "hai Thủ tướng"."""

from __future__ import annotations

from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Participant
from vnbilat_lib.match import fold
from vnbilat_lib.meetings.cues import Index
from vnbilat_lib.meetings.reading import Reading, Scene
from vnbilat_lib.meetings.sides import Group, Parties, distinct, is_public, of_mention, words_of

_BACK = 3  # sentences that such a word reaches back over
_TWO = 2
_LEADING = 2  # ranks of heads and their deputies
_PASSED = ("held", "planned", "aux", "time", "modifier", "serial", "then", "past", "at", "place", "land", "frame")


def find_both(scene: Scene, at: int) -> Group | None:
    """The two people whom the word at token `at` means: those who met last, else the only two told of just before."""
    row = scene.row
    if at >= len(row) or not row[at].has("both"):
        return None
    if at + 1 < len(row) and (row[at + 1].place or row[at + 1].who):  # "hai nhà lãnh đạo Nga và Mỹ"
        return None
    for parties in (scene.pair, _told_before(scene, at)):
        fitting = tuple(p for p in parties if _fits(p, row[at].words))
        if len(fitting) == _TWO and len({p.country for p in fitting} - {None}) == _TWO:
            return Group(fitting, at, at)
    return None


def both_left(scene: Scene, cue: int) -> Group | None:
    """Such a word as the subject of the verb at token `cue`: "Hai nhà lãnh đạo sau đó sẽ hội đàm"."""
    row, at = scene.row, cue - 1
    if row[cue].has("encounter") and not (at >= 0 and row[at].has("held", "planned", "aux", "serial", "at", "frame")):
        return None  # "Hai nhà lãnh đạo đánh giá cao cuộc gặp"
    while at >= 0 and row[at].has(*_PASSED):
        at -= 1
    return find_both(scene, at) if at >= 0 else None


def last_pair(readings: list[Reading], before: Parties) -> Parties:
    """Who met in the last encounter of a sentence, or of those before it."""
    for reading in reversed(readings):
        parties = tuple(p for side in reading.sides for p in side)
        if reading.form not in ("visit", "conference") and len(reading.sides) == _TWO == len(parties) and not reading.weak:
            return parties
    return before


def _told_before(scene: Scene, at: int) -> Parties:
    """The officials named before token `at` in its sentence, or else in the nearest one that names two."""
    doc, index = scene.doc, Index.of(scene.doc)
    spans = [s.span for s in doc.sentences[max(0, scene.number - _BACK) : scene.number]]
    told: list[Participant] = []
    for span in [scene.sentence.span, *reversed(spans)]:
        mentions = [m for m in index.mentions_in(span) if m.span.start < scene.row[at].span.start]
        told += [p for m in mentions if (p := of_mention(doc, m)) and is_public(p) and _fits(p, scene.row[at].words)]
        if len(distinct(tuple(told))) >= _TWO:
            break
    return distinct(tuple(told))


def _fits(party: Participant, words: str) -> bool:
    """Whether somebody can be one of "hai Thủ tướng": of that rank; "hai nhà lãnh đạo" lead their countries."""
    if party.kind == "body":
        return False
    ranks = [_ranks().get(title) for title in _titles(words)]
    wanted = next((rank for rank in ranks if rank is not None), None)
    if wanted is None:
        return fold(words) in words_of("anybody") or (party.rank is not None and party.rank <= _LEADING)
    return party.rank == wanted


def _titles(words: str) -> list[str]:
    """The titles that may stand in "hai bộ trưởng quốc phòng", the longest first."""
    parts = fold(words).split()[1:]
    return [" ".join(parts[:end]) for end in range(len(parts), 0, -1)]


@cache
def _ranks() -> dict[str, int]:
    """The rank of each office."""
    return {fold(row.title): row.rank for row in lexicon.titles() if row.kind == "office"}
