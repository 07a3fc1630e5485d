"""Countries, provinces, cities, blocs, organisations and pairs ("Việt - Trung", "hai nước") -> ISO codes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from vnbilat_lib.doc import Doc, Place
from vnbilat_lib.places.names import find_named
from vnbilat_lib.places.pairs import find_both


def _outside_furniture(doc: Doc, places: Iterable[Place]) -> list[Place]:
    starts = [f.span.start for f in doc.furniture]
    kept = []
    for place in places:
        k = bisect_right(starts, place.span.start) - 1
        inside = k >= 0 and place.span.start < doc.furniture[k].span.end
        if not inside and not (k + 1 < len(starts) and starts[k + 1] < place.span.end):
            kept.append(place)
    return kept


def _without_overlap(places: list[Place]) -> list[Place]:
    kept: list[Place] = []
    for place in sorted(places, key=lambda p: (p.span.start, -p.span.end)):
        if not (kept and place.span.start < kept[-1].span.end):
            kept.append(place)
    return kept


def tag_places(doc: Doc) -> Doc:
    """The article with its places in text order, none overlapping, none in furniture."""
    named = _without_overlap(_outside_furniture(doc, find_named(doc.text)))
    both = _outside_furniture(doc, find_both(doc, named))
    return replace(doc, places=tuple(_without_overlap([*named, *both])))
