"""What is not the article: related links, share bars, photo credits, bylines. Spans that end sentences, never deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Doc, Furniture, Span
from vnbilat_lib.match import Phrases, fold

_LINE = re.compile(r"[^\n]++")
# A box of related links ends where running text begins again: teasers stay below this length.
_PARAGRAPH = 400
_CAPITALISED = r"""[^\W\d_a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ][\w'.-]{0,20}+"""
_CREDIT_CUE = re.compile(
    r"""
    (?P<open>\()?[ ]?
    (?P<cue>(?:Tin,[ ]|Bài,[ ]|Bài[ ]và[ ]|Nguồn[ ])?[Ảả]nh(?:[ ](?:minh[ ]h[oọ]ạ?a?|tư[ ]liệu|chụp[ ]màn[ ]hình|cắt[ ]từ[ ]clip))?|Nguồn|Đồ[ ]họa)
    [ ]?:[ ]?
    """,
    re.VERBOSE,
)
_NAME_TOKEN = re.compile(rf"[ ]?({_CAPITALISED})")
_JOINER = re.compile(r"[ ]?[/,-][ ]?|[ ]và[ ]|[ ]&[ ]")
_CAPTION_NUMBER = re.compile(r"[ ]-[ ]ảnh[ ]\d{1,2}")
_BRACKETED_LINK = re.compile(r"\[(?=[^\W\d_a-zà-ỹđ0-9])[^\[\]\n]{20,200}\]")
_ARROW_LINK = re.compile(r">{2,5}[ ]?[^\n]{0,200}")
_DATELINE = re.compile(
    r"""
    (?<![^\n])(?:
        \((?P<bracket>[^()\n]{2,30})\)[ ]?[-:.]?   # "(VOV5) -", "(Dân trí)-"
      | (?P<bare>(?:[A-ZĐ.]{2,10}|[A-ZĐ]{2,10}[ ]Online)[ ]-)(?=[ ])          # "TTO - ", "QĐND - "
    )[ ]?
    """,
    re.VERBOSE,
)
_BYLINE_LINE = re.compile(rf"(?:Theo[ ])?{_CAPITALISED}(?:[ ]{_CAPITALISED}){{0,3}}(?:[ ]?[/-][ ]?{_CAPITALISED}(?:[ ]{_CAPITALISED}){{0,3}}){{0,2}}")
_LAST_STOP = re.compile(r"""[.!?…"'/\])][ ]*+(?=[^.!?…"\n]{1,90}$)""")


@cache
def _phrases(kind: str) -> Phrases[str]:
    return Phrases(((row.phrase, row.kind) for row in lexicon.furniture_phrases() if row.kind == kind), cased=kind == "agency")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(fold(row.phrase) for row in lexicon.furniture_phrases() if row.kind == kind)


def _lines(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in _LINE.finditer(text)]


def _label(line: str) -> str:
    """A line as a label: without the marks, stars and colons around it."""
    return fold(line.strip(" :.?!|>*★-"))


def find_boxes(text: str) -> Iterator[Furniture]:
    """Share bars, and boxes of related links: from their label to where running text begins again, or to the end.

    >>> [(f.kind, f.span.start) for f in find_boxes("Hai bên hội đàm.\\nTin liên quan\\nBão số 5 vào bờ")]
    [('tail', 17)]
    """
    open_from, open_to = -1, -1
    for span in _lines(text):
        line = span.of(text)
        label = _label(line)
        if open_from >= 0 and len(line) < _PARAGRAPH:
            open_to = span.end
            continue
        if open_from >= 0:
            yield Furniture(Span(open_from, open_to), "tail", "box")
            open_from = -1
        if label in _words("tail") or any(label.startswith(p + ":") or label == p + ":" for p in _words("tail")):
            open_from, open_to = span.start, span.end
        elif label in _words("share") or "★" in line:
            yield Furniture(span, "share", "label")
        elif len(line) < 200 and any(label.startswith(p + ":") for p in _words("link")):
            yield Furniture(span, "link", "label")
    if open_from >= 0:
        yield Furniture(Span(open_from, open_to), "tail", "box")


def find_links(text: str) -> Iterator[Furniture]:
    """Teasers of other articles in mid-text: "[Tổng thống Séc sắp thăm Việt Nam]", ">> Xem thêm ..."."""
    for match in _BRACKETED_LINK.finditer(text):
        yield Furniture(Span(*match.span()), "link", "bracket")
    for match in _ARROW_LINK.finditer(text):
        if match.end() == len(text) or text[match.end()] == "\n":
            yield Furniture(Span(*match.span()), "link", "arrow")


def _agency_at(text: str, at: int) -> int | None:
    """Where an agency's name that begins at `at` ends."""
    for span, _ in _phrases("agency").find(text, at, min(len(text), at + 40)):
        return span.end if span.start == at else None
    return None


def _begins_sentence(text: str, token: re.Match[str]) -> bool:
    """Whether the capitalised word begins the next sentence instead of ending a photographer's name."""
    rest = text[token.end() : token.end() + 2]
    return bool(re.match(r" [^\W_]", rest)) and (rest[1].islower() or rest[1].isdigit())


def _name_end(text: str, at: int) -> int:
    """Where a photographer's or a firm's name that begins at `at` ends: at most four capitalised words."""
    end, count = at, 0
    while count < 4 and (token := _NAME_TOKEN.match(text, end)):
        if count and _begins_sentence(text, token):
            break
        word = token.group(1)
        end = token.end() - (len(word) - len(word.rstrip(".")) if len(word) > 2 else 0)
        count += 1
        if end < token.end() or (count >= 2 and word.isupper() != text[end + 1 : end + 3].isupper() and word.isupper()):
            break
    return end


def _credit_end(text: str, at: int) -> int:
    """Where the source named after "Ảnh:" ends: names and agencies joined by strokes."""
    end = at
    while True:
        start = end
        end = _agency_at(text, start) or _name_end(text, start)
        joiner = _JOINER.match(text, end)
        if end == start or not joiner or not (_agency_at(text, joiner.end()) or _NAME_TOKEN.match(text, joiner.end())):
            return end
        end = joiner.end()


def find_credits(text: str) -> Iterator[Furniture]:
    """Photo credits in mid-text.

    >>> [f.span.of("Buổi tiếp. Ảnh: Lê An/TTXVN Phát biểu") for f in find_credits("Buổi tiếp. Ảnh: Lê An/TTXVN Phát biểu")]
    ['Ảnh: Lê An/TTXVN']
    """
    for cue in _CREDIT_CUE.finditer(text):
        start = cue.start("open") if cue.group("open") else cue.start("cue")
        close = text.find(")", cue.end(), cue.end() + 80) if cue.group("open") else -1
        end = close + 1 if close >= 0 else _credit_end(text, cue.end())
        if end < len(text) and text[end] == ".":
            end += 1
        yield Furniture(Span(start, end), "credit", "bracket" if close >= 0 else "cue")
    for number in _CAPTION_NUMBER.finditer(text):
        yield Furniture(Span(*number.span()), "credit", "caption number")


def _is_byline(text: str) -> bool:
    """Whether `text`, which stands alone, names a reporter or an agency: hardly a word in small letters but the byline's own."""
    words = re.findall(r"[^\W\d_][\w.+&]*", text)
    small = [w for w in words if w[0].islower() and fold(w) not in {"tại", "và", "nguồn"} and not any(fold(w) in p.split() for p in _words("byline"))]
    return 0 < len(words) <= 12 and not small


def find_bylines(text: str, body_end: int) -> Iterator[Furniture]:
    """The dateline before the lead, a line with the reporter's name, and what follows the last full stop of the body.

    >>> [f.span.of("Hai bên nhất trí. Lê An (TTXVN)") for f in find_bylines("Hai bên nhất trí. Lê An (TTXVN)", 31)]
    ['Lê An (TTXVN)']
    """
    for match in list(_DATELINE.finditer(text[:600])):
        yield Furniture(Span(match.start(), match.end()), "byline", "dateline")
    lines = [line for line in _lines(text) if line.end <= body_end]
    for line in lines[1:4] + lines[-2:]:
        if line.end - line.start <= 50 and line.start and _BYLINE_LINE.fullmatch(line.of(text).strip(" .")):
            yield Furniture(line, "byline", "line")
    last = next((line for line in reversed(lines) if line.of(text).strip()), None)
    if last is None:
        return
    body = text[last.start : last.end].rstrip(" .")
    stop = None
    for stop in _LAST_STOP.finditer(body):
        break
    if stop and _is_byline(body[stop.end() :]):
        yield Furniture(Span(last.start + stop.end(), last.end), "byline", "end")


def tag_furniture(doc: Doc) -> Doc:
    """The article with the stretches that are not its own text; where two overlap, the wider one is kept."""
    text = doc.text
    boxes = list(find_boxes(text))
    body_end = next((f.span.start for f in boxes if f.kind == "tail" and f.span.end >= len(text.rstrip())), len(text))
    found = [*boxes, *find_links(text), *find_credits(text)]
    found += find_bylines(text, body_end)
    kept: list[Furniture] = []
    for item in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if item.span.start < item.span.end and not (kept and item.span.start < kept[-1].span.end):
            kept.append(item)
    return replace(doc, furniture=tuple(kept))
