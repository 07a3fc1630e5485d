"""Share bars, boxes of related links, and teasers in mid-text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from vnbilat_lib.doc import Furniture, Span
from vnbilat_lib.furniture.bylines import follows_byline
from vnbilat_lib.furniture.words import LINE, STOP_AT_END, phrases, word_list
from vnbilat_lib.letters import UPPER
from vnbilat_lib.match import fold

_PARAGRAPH = 400  # a line so long is running text, never a teaser
_PROSE = 80  # a shorter line with a full stop may be a teaser's summary
_INNER_STOP = re.compile(rf"""[^\W\d_]{{2,}}[.!?…]["')\]]{{0,2}}[ ]["'(\[]?[{UPPER}]""")
_LABEL_ENDS = re.compile(rf"""[ ]?[?!:.»>|]{{0,4}}(?:$|\n|[ ]["'(\[]?[{UPPER}\d])""")
_BRACKETED_LINK = re.compile(rf"\[(?=[{UPPER}])[^\[\]\n]{{20,200}}\]")
_ARROW_LINK = re.compile(r">{2,5}[ ]?[^\n]{0,200}+(?=\n|\Z)")


def _is_prose(line: str) -> bool:
    return len(line) >= _PROSE and STOP_AT_END.search(line) is not None


def _resumes(text: str, lines: list[Span], index: int) -> bool:
    """Whether the article goes on behind a box: with a paragraph, or prose among prose; teasers are headlines and summaries."""
    line = lines[index].of(text)
    if len(line) >= _PARAGRAPH or (_is_prose(line) and _INNER_STOP.search(line)):
        return True
    near = lines[index : index + 6]
    return _is_prose(line) and len(near) >= 3 and 3 * sum(_is_prose(s.of(text)) for s in near) >= 2 * len(near)


def _find_labels(text: str, lines: list[Span]) -> dict[int, int]:
    """Where boxes of related links begin, by line number: at a label alone on its line; one of three words also in mid-line."""
    found: dict[int, int] = {}
    hits = sorted((span, kind) for kind in ("tail", "related") for span, _ in phrases(kind).find(text))
    stops = [m.start() for m in _INNER_STOP.finditer(text)] if hits else []
    starts = [line.start for line in lines] if hits else []
    for span, kind in hits:
        ends, number = _LABEL_ENDS.match(text, span.end), bisect_right(starts, span.start) - 1
        if not ends or number in found or not text[span.start].isupper():
            continue
        line, words = lines[number], span.of(text).count(" ") + 1
        begins_line = span.start - line.start < 8 and not text[line.start : span.start].strip(" >*★|-")
        alone = begins_line and (ends.end() == len(text) or text[ends.end() - 1] == "\n" or ":" in ends.group())
        only_headlines = bisect_left(stops, span.end) == bisect_left(stops, line.end) or follows_byline(text, line, span)
        if alone or (kind == "tail" and words >= 4) or (words >= 3 and only_headlines):
            found[number] = span.start
    return found


def find_boxes(text: str) -> Iterator[Furniture]:
    r"""Share bars, and boxes of related links: from their label to where running text begins again, or to the end.

    >>> [(f.kind, f.span.start) for f in find_boxes("Hai bên hội đàm.\nTin liên quan\nBão số 5 vào bờ")]
    [('tail', 17)]
    """
    lines = [Span(*m.span()) for m in LINE.finditer(text)]
    labels = _find_labels(text, lines)
    opened = -1
    for index, line in enumerate(lines):
        if opened >= 0 and index and _resumes(text, lines, index):
            yield Furniture(Span(opened, lines[index - 1].end), "tail", "box")
            opened = -1
        if opened < 0 and index in labels:
            opened = labels[index]
        elif opened < 0 and line.end - line.start < 200:
            yield from _find_bar(line, line.of(text))
    if opened >= 0:
        yield Furniture(Span(opened, lines[-1].end), "tail", "box")


def _find_bar(span: Span, line: str) -> Iterator[Furniture]:
    """A line of buttons, or a teaser that says so: "Chia sẻ", "Xem thêm: ..."."""
    label = fold(line.strip(" :.?!|>*★-"))
    if label in word_list("share") or "★" in line:
        yield Furniture(span, "share", "label")
    elif label.split(":")[0].rstrip() in word_list("link") and ":" in line:
        yield Furniture(span, "link", "label")


def find_links(text: str) -> Iterator[Furniture]:
    """Teasers of other articles in mid-text: "[Tổng thống Séc sắp thăm Việt Nam]", ">> Xem thêm ..."."""
    for match in _BRACKETED_LINK.finditer(text):
        yield Furniture(Span(*match.span()), "link", "bracket")
    for match in _ARROW_LINK.finditer(text):
        yield Furniture(Span(*match.span()), "link", "arrow")
