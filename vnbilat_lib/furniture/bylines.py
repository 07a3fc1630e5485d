"""Datelines, lines with the reporter's name, and the byline that ends the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnbilat_lib.doc import Doc, Furniture, Span
from vnbilat_lib.furniture.words import (
    ADDRESS,
    LINE,
    STOP_AT_END,
    abbreviations,
    begins,
    byline_words,
    open_words,
    opens_sentence,
    phrases,
    surnames,
    titles_before,
    word_list,
)
from vnbilat_lib.letters import LOWER, UPPER, is_syllable
from vnbilat_lib.match import fold

_DATELINE = re.compile(
    r"""
    (?<![^\n])(?:
        \([^()\n]{2,30}\)[ ]?-[ ]?      # "(VOV5) - "
      | (?P<agency>[^\n(]{2,25}?)[ ]-[ ]  # "TTO - ", where the list has it
    )
    """,
    re.VERBOSE,
)
_HEAD = 600  # a dateline stands before the lead
_BYLINE_WINDOW = 140
_STOP = re.compile(r"""(?:[.!?…]["')\]]{0,2}|["')\]]|\./\.)[ ]++""")
_CAPITAL_AFTER_WORD = re.compile(rf"(?<=[{LOWER}\d)%\"][ ])\(?(?=[{UPPER}]|theo[ ])")
_TIMESTAMP = re.compile(r"[|-]?[ ]?\d{1,2}[:h]\d{2}[ ](?:ngày[ ])?\d{1,2}[/-]\d{1,2}[/-]\d{4}")
_ASIDE = re.compile(r"\([^()\n]{1,70}\)")
_WORD = re.compile(r"[^\W\d_][\w.+&'-]*")
_NO_BYLINE = re.compile(r"[^\W\d_]{2,}[.!?…][ ]|(?<!\w)\d|:[ ]?$")


def is_byline(text: str) -> bool:
    """Whether `text`, which stands alone, names reporters or agencies: no word in small letters but a byline's own."""
    text = _TIMESTAMP.sub("", text.strip(" .-|*"))
    inside = " ".join(_ASIDE.findall(text))
    if _ASIDE.sub("", text).strip():
        text = _ASIDE.sub("", text)
    if not text or _NO_BYLINE.search(text):
        return False
    sources = [span for span, _ in phrases("agency").find(text)]
    words = [w.group() for w in _WORD.finditer(text) if not any(s.start <= w.start() < s.end for s in sources)]
    small = [w for w in words if w[0].islower() and fold(w) not in byline_words() and not ADDRESS.fullmatch(w)]
    named = bool(sources or inside) or any(w[0].isupper() for w in words)
    return named and not small and len(words) <= 9 and bool(words or sources)


def _names_source(text: str) -> bool:
    """Whether a byline says so itself: an agency, an address, "Theo", "(tổng hợp)"."""
    words = set(fold(text).replace("(", " ").replace(")", " ").split())
    telling = frozenset(word for phrase in word_list("byline") for word in phrase.split())
    return not telling.isdisjoint(words) or ("/" in text and any(True for _ in phrases("agency").find(text)))


def _byline_start(line: str) -> int | None:
    """Where the byline begins that ends a line: behind the last full stop, or, if it names its source, behind a small letter."""
    window = max(0, len(line) - _BYLINE_WINDOW)
    for stop in _STOP.finditer(line, window):
        if is_byline(line[stop.end() :]) and line[: stop.start()].rsplit(" ", 1)[-1] not in abbreviations():
            return stop.end()
    for change in _CAPITAL_AFTER_WORD.finditer(line, window):
        rest, before = line[change.start() :], line[: change.start() - 1].rsplit(" ", 1)[-1]
        if before[0].isupper() or before in open_words() or STOP_AT_END.search(line):
            continue
        if is_byline(rest) and (_names_source(rest) or _is_bare_name(line, change.start())):
            return change.start()
    return None


def _is_bare_name(line: str, at: int) -> bool:
    """Whether a reporter's name alone ends a line that has lost its full stop: no place's, no office holder's name."""
    words = line[at:].split(" ")
    if any(w[:1].isupper() for w in line[max(0, at - 40) : at].split(" ")[-4:]):  # "Tổng cục Thống kê Nguyễn Bích Lâm"
        return False
    if not (2 <= len(words) <= 4 and all(is_syllable(w) for w in words)) or (words[0] not in surnames() and len(words) > 3):
        return False
    return _STOP.search(line) is not None and not opens_sentence(line, at) and titles_before().before(line, at) is None


def find_bylines(text: str, body_end: int) -> Iterator[Furniture]:
    """The dateline before the lead, lines with the reporter's name, and what follows the last full stop of the body.

    >>> [f.span.of("Hai bên nhất trí. Lê An (TTXVN)") for f in find_bylines("Hai bên nhất trí. Lê An (TTXVN)", 31)]
    ['Lê An (TTXVN)']
    """
    for match in _DATELINE.finditer(text, 0, min(len(text), _HEAD)):
        agency = match.group("agency")
        if agency is None or begins(phrases("agency"), agency, 0) == len(agency):
            yield Furniture(Span(*match.span()), "byline", "dateline")
    lines = [Span(*m.span()) for m in LINE.finditer(text, 0, body_end)]
    for line in lines[1:4]:
        if line.end - line.start <= 50 and is_byline(line.of(text)):
            yield Furniture(line, "byline", "line")
    while len(lines) > 1 and lines[-1].end - lines[-1].start <= 80 and is_byline(lines[-1].of(text)):
        yield Furniture(lines.pop(), "byline", "line")
    if lines:
        body = lines[-1].of(text).rstrip(" -")
        start = _byline_start(body)
        if start is not None:
            yield Furniture(Span(lines[-1].start + start, lines[-1].end), "byline", "end")


def named_agency(doc: Doc) -> str | None:
    """The agency or outlet that the last of an article's bylines names first, as it is written there; None where none is.

    >>> from vnbilat_lib.doc import Article
    >>> text = "Hai bên nhất trí. Lê An (TTXVN)"
    >>> named_agency(Doc(Article("made", text), text=text, furniture=(Furniture(Span(18, 31), "byline", "end"),)))
    'TTXVN'
    """
    for piece in reversed([piece.span.of(doc.text) for piece in doc.furniture if piece.kind == "byline"]):
        for span, _ in phrases("agency").find(piece):
            if fold(span.of(piece)) not in byline_words():  # "PV" is a reporter
                return span.of(piece)
    return None


def follows_byline(text: str, line: Span, label: Span) -> bool:
    """Whether the article's byline stands before a label in mid-line."""
    before = text[max(line.start, label.start - _BYLINE_WINDOW) : label.start]
    return any(is_byline(before[stop.end() :]) for stop in _STOP.finditer(before))
