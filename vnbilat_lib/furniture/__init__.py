"""What is not the article: related links, share bars, photo credits, bylines. Spans that end sentences, never deleted."""

from __future__ import annotations

from dataclasses import replace

from vnbilat_lib.doc import Doc, Furniture
from vnbilat_lib.furniture.boxes import find_boxes, find_links
from vnbilat_lib.furniture.bylines import find_bylines
from vnbilat_lib.furniture.credits import find_credits


def tag_furniture(doc: Doc) -> Doc:
    """The article with the stretches that are not its own text; where two overlap, the wider one is kept."""
    text = doc.text
    boxes = list(find_boxes(text))
    body_end = next((f.span.start for f in boxes if f.kind == "tail" and f.span.end >= len(text.rstrip())), len(text))
    found = [*boxes, *find_links(text), *find_credits(text), *find_bylines(text, body_end)]
    kept: list[Furniture] = []
    for item in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if item.span.start < item.span.end and not (kept and item.span.start < kept[-1].span.end):
            kept.append(item)
    return replace(doc, furniture=tuple(kept))
