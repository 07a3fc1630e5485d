"""What is not the article: related links, share bars, photo credits, bylines. Spans that end sentences, never deleted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Doc, Furniture, Span
from vnbilat_lib.letters import LOWER, UPPER, is_syllable
from vnbilat_lib.match import Endings, Phrases, fold

_LINE = re.compile(r"[^\n]++")
_PARAGRAPH = 400  # a line so long is running text, never a teaser
_PROSE = 80  # a shorter line with a full stop may be a teaser's summary
_STOP_AT_END = re.compile(r"""[.!?…]["')\]]{0,2}$""")
_INNER_STOP = re.compile(rf"""[^\W\d_]{{2,}}[.!?…]["')\]]{{0,2}}[ ]["'(\[]?[{UPPER}]""")
_LABEL_ENDS = re.compile(rf"""[ ]?[?!:.»>|]{{0,4}}(?:$|\n|[ ]["'(\[]?[{UPPER}\d])""")

_BRACKETED_LINK = re.compile(rf"\[(?=[{UPPER}])[^\[\]\n]{{20,200}}\]")
_ARROW_LINK = re.compile(r">{2,5}[ ]?[^\n]{0,200}+(?=\n|\Z)")

_CAPTION_NUMBER = re.compile(r"[ ]-[ ]ảnh[ ]\d{1,2}")
_BRACKETED_CREDIT = re.compile(rf"\((?:Ảnh|ảnh)[ ](?:minh|tư|[{UPPER}])[^()\n]{{2,60}}\)")  # "(Ảnh tư liệu)", "(Ảnh Lê An/TTXVN)"
_DOMAIN = re.compile(r"[ ]?[a-zA-Z][a-zA-Z0-9-]{1,30}(?:\.[A-Za-z]{2,6}){1,3}(?!\w)")
_NAME_WORD = re.compile(rf"[ ]?([{UPPER}](?:[\w'&+]|-(?![{UPPER}]{{2}})|\.(?=\w)){{0,24}}+)")
_SENTENCE_GOES_ON = re.compile(rf"[ ][{LOWER}]")
_DIGIT_NEXT = re.compile(r"[ ]\d")
_SMALL_SOURCE = re.compile(rf"[ ]?[a-z]{{4,20}}(?=[.)\n]|\Z|[ ][{UPPER}])")  # "Ảnh: reuters"
_NAMES_CLOSE = re.compile(r"[.)\n]|\Z")
_JOINER = re.compile(r"[ ]?/[ ]?|[ ]?-[ ]?|,[ ]|[ ](?:và|&)[ ]")
_SHORT_PHRASE = re.compile(r"[ ]?[^\s.()]{1,20}(?:[ ][^\s.()]{1,20}){0,5}\.(?=\s|\Z)")

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


@cache
def _phrases(kind: str) -> Phrases[str]:
    return Phrases(((row.phrase, row.kind) for row in lexicon.furniture_phrases() if row.kind == kind), cased=kind == "agency")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(fold(row.phrase) for row in lexicon.furniture_phrases() if row.kind == kind)


@cache
def _credit_cues() -> tuple[str, ...]:
    """What stands before the colon of a credit, the longest first."""
    return tuple(sorted((row.phrase for row in lexicon.furniture_phrases() if row.kind == "credit"), key=len, reverse=True))


@cache
def _byline_words() -> frozenset[str]:
    """The small words of a byline: "tổng", "hợp", "theo", "và"."""
    return frozenset(word for kind in ("byline", "within") for phrase in _words(kind) for word in phrase.split())


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row.surname for row in lexicon.surnames())


@cache
def _offices() -> Phrases[str]:
    return Phrases((t.title, t.kind) for t in lexicon.titles() if t.kind in {"office", "function", "rank"} and " " in t.title)


@cache
def _openers() -> Phrases[str]:
    """What else begins the sentence after a photographer's name: a country or city, "Theo", "Trước đó"."""
    places = [c.name for c in lexicon.countries() if not c.ambiguous]
    places += [r.name for r in lexicon.regions() if not r.ambiguous]
    places += [c.name for c in lexicon.cities() if not c.ambiguous]
    starters = [row.phrase for row in lexicon.sentence_starters() if row.kind in {"start", "name"}]
    return Phrases(((phrase, "opener") for phrase in [*(p for p in places if " " in p), *starters]), cased=True)


@cache
def _dates() -> frozenset[str]:
    """What begins a sentence before a number: "Ngày", "Chiều"."""
    return frozenset(row.phrase for row in lexicon.sentence_starters() if row.kind == "date")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row.abbreviation for row in lexicon.abbreviations())


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(fold(t.title) for t in lexicon.titles() if t.kind == "honorific")


@cache
def _titles_before() -> Endings[str]:
    """What a person's name follows in running text: "Chủ tịch", "ông"."""
    return Endings((t.title, t.kind) for t in lexicon.titles() if t.kind != "modifier")


@cache
def _open_words() -> frozenset[str]:
    """Words that end no sentence: "của", "ở"."""
    return frozenset(row.phrase for row in lexicon.sentence_starters() if row.kind == "open")


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(t.title for t in lexicon.titles() if t.kind == "modifier")


def _begins(phrases: Phrases[str], text: str, at: int) -> int | None:
    """Where a phrase that begins at `at` ends."""
    first = next(iter(phrases.find(text, at, min(len(text), at + 50))), None)
    return first[0].end if first and first[0].start == at else None


# --- related links and share bars


def _is_prose(line: str) -> bool:
    return len(line) >= _PROSE and _STOP_AT_END.search(line) is not None


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
    hits = sorted((span, kind) for kind in ("tail", "related") for span, _ in _phrases(kind).find(text))
    stops = [m.start() for m in _INNER_STOP.finditer(text)] if hits else []
    starts = [line.start for line in lines] if hits else []
    for span, kind in hits:
        ends, number = _LABEL_ENDS.match(text, span.end), bisect_right(starts, span.start) - 1
        if not ends or number in found or not text[span.start].isupper():
            continue
        line, words = lines[number], span.of(text).count(" ") + 1
        begins_line = span.start - line.start < 8 and not text[line.start : span.start].strip(" >*★|-")
        alone = begins_line and (ends.end() == len(text) or text[ends.end() - 1] == "\n" or ":" in ends.group())
        only_headlines = bisect_left(stops, span.end) == bisect_left(stops, line.end) or _follows_byline(text, line, span)
        if alone or (kind == "tail" and words >= 4) or (words >= 3 and only_headlines):
            found[number] = span.start
    return found


def _follows_byline(text: str, line: Span, label: Span) -> bool:
    """Whether the article's byline stands before a label in mid-line."""
    before = text[max(line.start, label.start - _BYLINE_WINDOW) : label.start]
    return any(_is_byline(before[stop.end() :]) for stop in _STOP.finditer(before))


def find_boxes(text: str) -> Iterator[Furniture]:
    r"""Share bars, and boxes of related links: from their label to where running text begins again, or to the end.

    >>> [(f.kind, f.span.start) for f in find_boxes("Hai bên hội đàm.\nTin liên quan\nBão số 5 vào bờ")]
    [('tail', 17)]
    """
    lines = [Span(*m.span()) for m in _LINE.finditer(text)]
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
    if label in _words("share") or "★" in line:
        yield Furniture(span, "share", "label")
    elif label.split(":")[0].rstrip() in _words("link") and ":" in line:
        yield Furniture(span, "link", "label")


def find_links(text: str) -> Iterator[Furniture]:
    """Teasers of other articles in mid-text: "[Tổng thống Séc sắp thăm Việt Nam]", ">> Xem thêm ..."."""
    for match in _BRACKETED_LINK.finditer(text):
        yield Furniture(Span(*match.span()), "link", "bracket")
    for match in _ARROW_LINK.finditer(text):
        yield Furniture(Span(*match.span()), "link", "arrow")


# --- photo credits


def _opens_sentence(text: str, at: int) -> bool:
    """Whether an office, a place or a phrase that begins sentences stands at `at`: "Tổng Bí thư", "Phó Thủ tướng", "Trước đó"."""
    word = _NAME_WORD.match(text, at)
    if word and fold(word.group(1)) in _modifiers() and _begins(_offices(), text, word.end() + 1):
        return True
    if word and word.group(1) in _dates() and _DIGIT_NEXT.match(text, word.end()):
        return True
    return _begins(_offices(), text, at) is not None or _begins(_openers(), text, at) is not None


def _changes_script(word: str, following: str) -> bool:
    """Whether two words are no one name: initials before a word ("HTD Ông Thắng"), a foreign word before a Vietnamese one."""
    if word.isupper() and len(word) > 1:
        return not following.isupper()
    return not is_syllable(word) and word.isascii() and not following.isascii()


def _name_words(text: str, at: int) -> list[re.Match[str]]:
    """The capitalised words from `at` up to the next sentence, at most five."""
    words: list[re.Match[str]] = []
    while len(words) < 5 and (word := _NAME_WORD.match(text, words[-1].end() if words else at)):
        if _SENTENCE_GOES_ON.match(text, word.end()) or (words and _opens_sentence(text, word.start(1))):
            break
        if words and _changes_script(words[-1].group(1), word.group(1)):
            break
        words.append(word)
    return words


def _name_end(text: str, at: int) -> int:
    """Where a photographer's or a firm's name that begins at `at` ends: two words, four with a surname, five of a foreign one."""
    words = _name_words(text, at)
    if not words or (len(words) == 1 and is_syllable(words[0].group(1)) and text.startswith(" ", words[0].end())):
        phrase = _SHORT_PHRASE.match(text, at)  # "Ảnh: Cục Hàng không."
        if phrase and not _opens_sentence(text, at + (text[at : at + 1] == " ")):
            return phrase.end()
    if not words:
        return at
    if _NAMES_CLOSE.match(text, words[-1].end()):
        return words[-1].end()
    names = [word.group(1) for word in words]
    limit = len(words)
    if all(is_syllable(name) for name in names):
        limit = 4 if names[0] in _surnames() else 2
        # "Lê Sơn Nguyễn Hữu Đạt", "Bá Cường Anh Nguyễn Hữu Đạt"
        others = [k for k in range(2, len(names) - 1) if names[k] in _surnames() or fold(names[k]) in _honorifics()]
        limit = min([limit, *others])
    return words[min(limit, len(words)) - 1].end()


def _source_end(text: str, at: int) -> int:
    """Where one source that begins at `at` ends: an agency of the list, an address, a name; `at` where there is none."""
    at_word = at + (text[at : at + 1] == " ")
    if end := _begins(_phrases("source"), text, at_word):  # "báo Lao Động"
        at_word = end + 1
    if end := _begins(_phrases("agency"), text, at_word):
        country = _begins(_openers(), text, end + 1) if text[end : end + 1] == " " else None  # "Hải quân Hàn Quốc."
        return country if country and text[country : country + 1] == "." else end
    if address := _DOMAIN.match(text, at_word) or _SMALL_SOURCE.match(text, at_word):
        return address.end()
    return _name_end(text, at_word)


def _credit_end(text: str, at: int) -> int:
    """Where the sources named after "Ảnh:" end: names and agencies joined by strokes, an agency in brackets."""
    end = _source_end(text, at)
    while end > at and text[end - 1] != "." and (joiner := _JOINER.match(text, end)):
        further = _source_end(text, joiner.end())
        if further <= joiner.end() or (joiner.group()[0] in ", " and text[further - 1] == "." and "/" not in joiner.group()):
            break
        end = further
    aside = _ASIDE.match(text, end + (text[end : end + 1] == " ")) if end > at else None
    return aside.end() if aside and _is_byline(aside.group()) else end


def find_credits(text: str) -> Iterator[Furniture]:
    """Photo credits in mid-text.

    >>> [f.span.of("Buổi tiếp. Ảnh: Lê An/TTXVN Phát biểu") for f in find_credits("Buổi tiếp. Ảnh: Lê An/TTXVN Phát biểu")]
    ['Ảnh: Lê An/TTXVN']
    """
    colon = text.find(":")
    while colon >= 0:
        yield from _find_credit(text, colon)
        colon = text.find(":", colon + 1)
    for pattern, rule in ((_CAPTION_NUMBER, "caption number"), (_BRACKETED_CREDIT, "bracket")):
        for match in pattern.finditer(text):
            yield Furniture(Span(*match.span()), "credit", rule)


def _find_credit(text: str, colon: int) -> Iterator[Furniture]:
    """The credit whose cue stands before the colon, if one does; a cue in small letters only inside brackets."""
    before = text[max(0, colon - 30) : colon].rstrip(" ")
    lowered = before.lower()
    cue = next((c for c in _credit_cues() if lowered.endswith(c.lower())), None)
    if cue is None:
        return
    start = max(0, colon - 30) + len(before) - len(cue)
    opened = text[:start].endswith(("(", "( ")) if start < 2 else text[start - 2 : start].rstrip(" ").endswith("(")
    if text[start - 1 : start].isalnum() or (text[start].islower() and not opened):
        return
    close = text.find(")", colon, colon + 90) if opened else -1
    if close >= 0 and "\n" not in text[start:close]:
        end, start = close + 1, text.rfind("(", 0, start)
    else:
        end = _credit_end(text, colon + 1)
    end = end + 1 if text[end : end + 1] == "." and text[end - 1 : end] != "." else end
    yield Furniture(Span(start, end), "credit", "bracket" if close >= 0 else "cue")


# --- bylines


def _is_byline(text: str) -> bool:
    """Whether `text`, which stands alone, names reporters or agencies: no word in small letters but a byline's own."""
    text = _TIMESTAMP.sub("", text.strip(" .-|*"))
    inside = " ".join(_ASIDE.findall(text))
    if _ASIDE.sub("", text).strip():
        text = _ASIDE.sub("", text)
    if not text or _NO_BYLINE.search(text):
        return False
    sources = [span for span, _ in _phrases("agency").find(text)]
    words = [w.group() for w in _WORD.finditer(text) if not any(s.start <= w.start() < s.end for s in sources)]
    small = [w for w in words if w[0].islower() and fold(w) not in _byline_words() and not _DOMAIN.fullmatch(w)]
    named = bool(sources or inside) or any(w[0].isupper() for w in words)
    return named and not small and len(words) <= 9 and bool(words or sources)


def _names_source(text: str) -> bool:
    """Whether a byline says so itself: an agency, an address, "Theo", "(tổng hợp)"."""
    words = set(fold(text).replace("(", " ").replace(")", " ").split())
    telling = frozenset(word for phrase in _words("byline") for word in phrase.split())
    return not telling.isdisjoint(words) or ("/" in text and any(True for _ in _phrases("agency").find(text)))


def _byline_start(line: str) -> int | None:
    """Where the byline begins that ends a line: behind the last full stop, or, if it names its source, behind a small letter."""
    window = max(0, len(line) - _BYLINE_WINDOW)
    for stop in _STOP.finditer(line, window):
        if _is_byline(line[stop.end() :]) and line[: stop.start()].rsplit(" ", 1)[-1] not in _abbreviations():
            return stop.end()
    for change in _CAPITAL_AFTER_WORD.finditer(line, window):
        rest, before = line[change.start() :], line[: change.start() - 1].rsplit(" ", 1)[-1]
        if before[0].isupper() or before in _open_words() or _STOP_AT_END.search(line):
            continue
        if _is_byline(rest) and (_names_source(rest) or _is_bare_name(line, change.start())):
            return change.start()
    return None


def _is_bare_name(line: str, at: int) -> bool:
    """Whether a reporter's name alone ends a line that has lost its full stop: no place's, no office holder's name."""
    words = line[at:].split(" ")
    if any(w[:1].isupper() for w in line[max(0, at - 40) : at].split(" ")[-4:]):  # "Tổng cục Thống kê Nguyễn Bích Lâm"
        return False
    if not (2 <= len(words) <= 4 and all(is_syllable(w) for w in words)) or (words[0] not in _surnames() and len(words) > 3):
        return False
    return _STOP.search(line) is not None and not _opens_sentence(line, at) and _titles_before().before(line, at) is None


def find_bylines(text: str, body_end: int) -> Iterator[Furniture]:
    """The dateline before the lead, lines with the reporter's name, and what follows the last full stop of the body.

    >>> [f.span.of("Hai bên nhất trí. Lê An (TTXVN)") for f in find_bylines("Hai bên nhất trí. Lê An (TTXVN)", 31)]
    ['Lê An (TTXVN)']
    """
    for match in _DATELINE.finditer(text, 0, min(len(text), _HEAD)):
        agency = match.group("agency")
        if agency is None or _begins(_phrases("agency"), agency, 0) == len(agency):
            yield Furniture(Span(*match.span()), "byline", "dateline")
    lines = [Span(*m.span()) for m in _LINE.finditer(text, 0, body_end)]
    for line in lines[1:4]:
        if line.end - line.start <= 50 and _is_byline(line.of(text)):
            yield Furniture(line, "byline", "line")
    while len(lines) > 1 and lines[-1].end - lines[-1].start <= 80 and _is_byline(lines[-1].of(text)):
        yield Furniture(lines.pop(), "byline", "line")
    if lines:
        body = lines[-1].of(text).rstrip(" -")
        start = _byline_start(body)
        if start is not None:
            yield Furniture(Span(lines[-1].start + start, lines[-1].end), "byline", "end")


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
