"""Photo credits in mid-text: from "Ảnh:" to where the next sentence begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnbilat_lib.doc import Furniture, Span
from vnbilat_lib.furniture.bylines import is_byline
from vnbilat_lib.furniture.words import (
    ADDRESS,
    NAME_WORD,
    begins,
    credit_cues,
    honorifics,
    openers,
    opens_sentence,
    phrases,
    surnames,
)
from vnbilat_lib.letters import LOWER, UPPER, is_syllable
from vnbilat_lib.match import fold

_CAPTION_NUMBER = re.compile(r"[ ]-[ ]ảnh[ ]\d{1,2}")
_BRACKETED_CREDIT = re.compile(rf"\((?:Ảnh|ảnh)[ ](?:minh|tư|[{UPPER}])[^()\n]{{2,60}}\)")  # "(Ảnh tư liệu)", "(Ảnh Lê An/TTXVN)"
_SENTENCE_GOES_ON = re.compile(rf"[ ][{LOWER}]")
_SMALL_SOURCE = re.compile(rf"[ ]?[a-z]{{4,20}}(?=[.)\n]|\Z|[ ][{UPPER}])")  # "Ảnh: reuters"
_NAMES_CLOSE = re.compile(r"[.)\n]|\Z")
_JOINER = re.compile(r"[ ]?/[ ]?|[ ]?-[ ]?|,[ ]|[ ](?:và|&)[ ]")
_SHORT_PHRASE = re.compile(r"[ ]?[^\s.()]{1,20}(?:[ ][^\s.()]{1,20}){0,5}\.(?=\s|\Z)")
_ASIDE = re.compile(r"\([^()\n]{1,70}\)")


def _changes_script(word: str, following: str) -> bool:
    """Whether two words are no one name: initials before a word ("HTD Ông Thắng"), a foreign word before a Vietnamese one."""
    if word.isupper() and len(word) > 1:
        return not following.isupper()
    return not is_syllable(word) and word.isascii() and not following.isascii()


def _name_words(text: str, at: int) -> list[re.Match[str]]:
    """The capitalised words from `at` up to the next sentence, at most five."""
    words: list[re.Match[str]] = []
    while len(words) < 5 and (word := NAME_WORD.match(text, words[-1].end() if words else at)):
        if _SENTENCE_GOES_ON.match(text, word.end()) or (words and opens_sentence(text, word.start(1))):
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
        if phrase and not opens_sentence(text, at + (text[at : at + 1] == " ")):
            return phrase.end()
    if not words:
        return at
    if _NAMES_CLOSE.match(text, words[-1].end()):
        return words[-1].end()
    names = [word.group(1) for word in words]
    limit = len(words)
    if all(is_syllable(name) for name in names):
        limit = 4 if names[0] in surnames() else 2
        # "Lê Sơn Nguyễn Hữu Đạt", "Bá Cường Anh Nguyễn Hữu Đạt"
        others = [k for k in range(2, len(names) - 1) if names[k] in surnames() or fold(names[k]) in honorifics()]
        limit = min([limit, *others])
    return words[min(limit, len(words)) - 1].end()


def _source_end(text: str, at: int) -> int:
    """Where one source that begins at `at` ends: an agency of the list, an address, a name; `at` where there is none."""
    at_word = at + (text[at : at + 1] == " ")
    if end := begins(phrases("source"), text, at_word):  # "báo Lao Động"
        at_word = min(end + 1, len(text))
    if end := begins(phrases("agency"), text, at_word):
        country = begins(openers(), text, end + 1) if text[end : end + 1] == " " else None  # "Hải quân Hàn Quốc."
        return country if country and text[country : country + 1] == "." else end
    if address := ADDRESS.match(text, at_word) or _SMALL_SOURCE.match(text, at_word):
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
    return aside.end() if aside and is_byline(aside.group()) else end


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
    cue = next((c for c in credit_cues() if lowered.endswith(c.lower())), None)
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
