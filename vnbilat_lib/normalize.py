"""Raw text -> clean text: one spelling of letters, spaces, dashes and quotes, underscores undone, stuck sentences parted."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from vnbilat_lib import lexicon
from vnbilat_lib.alignment import Alignment
from vnbilat_lib.doc import Article, Doc
from vnbilat_lib.letters import LOWER, UPPER, VOWELS, is_syllable, may_end_sentence
from vnbilat_lib.match import fold

Edit = tuple[int, int, str]  # text[start:end] becomes the string

# One character for one: the offsets stay.
_SAME_LENGTH = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u0060\u00b4", "'"),
    **dict.fromkeys("\r\u2028\u2029\u0085\u000b\u000c", "\n"),
}
_VARIANT = re.compile(f"[{''.join(_SAME_LENGTH)}\ud800-\udfff]")
_ENTITY = re.compile(r"&(?:amp;){0,9}((?:nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[nm]dash|hellip|\#\d{2,5}|\#x[0-9a-fA-F]{2,4});)")
# Control characters, then soft hyphens, zero-width and direction marks.
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]++")
_ACCENT = re.compile(r"[\u0300-\u036f]")
_ACCENTED = re.compile(r"[^\u0300-\u036f]?[\u0300-\u036f]++")
_ODD_BLANK = re.compile(r"[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BLANKS = re.compile(
    r"""
    [^\S\n]*+\n[^\S\n]*+   # a line end with the blanks around it
    | [^\S\n]{2,}+         # a run of blanks
    | [^\S\n\x20]          # a blank of another kind: no-break space, tab
    """,
    re.VERBOSE,
)
_WINDOWS_LINE_END = re.compile(r"\r\n")
_UNDERSCORED = re.compile(r"[^\W_]++(?:_++[^\W_]++)++")
_SPACED_PUNCTUATION = re.compile(
    r"""
    [ ]++(?=[,.;:!?)\]](?:\s|$)|\.\.|…)   # "cơ_chế , phấn_đấu", "mỹ_nghệ ..."
    | (?<=[(\[])[ ]++(?=\S)               # "( trái )"
    """,
    re.VERBOSE,
)
_SPACED_QUOTE = re.compile(r'(?<=[ \n(])"([ ])[^"\n]{1,300}([ ])"(?=[ \n,.;:!?)])')  # 'bản " Tuyên_bố chung " về'
_CUT_SYLLABLE = re.compile(
    rf"""
    [ ](?:ngh|ng|nh|ch|kh|ph|th|[bcdđghklmnprstvx])   # letters that are no word
    ([ ])(?=[{VOWELS}][^\W\d_])                      # before a word that begins with a vowel: "Việc t ăng cường"
    """,
    re.VERBOSE,
)
_STUCK_SENTENCES = re.compile(
    rf"""
    [.!?…](?=["(]?[{UPPER}](?:[{LOWER}]|\ [{LOWER}]))   # "cho hay.Theo ông Khôi", "hơn 19%.Chủ tịch"
    (?<=[^\W_].|[%)"].)
    """,
    re.VERBOSE,
)
_STUCK_WORDS = re.compile(rf"[{UPPER}](?=[{LOWER}])(?<=[{LOWER}\d)%].)")
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", '."', '!"', '?"')
WRAPPED_LINES, NARROWEST, WIDEST = 3, 40, 120  # of text whose lines were cut at a width: how many there are, how wide
_WORD_BEFORE = re.compile(r"[^\W\d_]{1,20}$")
_WORD_AFTER = re.compile(r"[^\W\d_]{1,20}")
_CUE_BEFORE = re.compile(r"(?:([^\W\d_]{1,20}) )?([^\W\d_]{1,20})$")
_TWO_WORDS = re.compile(r"[^\W\d_]{1,20}(?: [^\W\d_]{1,20})?")
_MARKED = re.compile("[ăắằẳẵặâấầẩẫậđêếềểễệôốồổỗộơớờởỡợưứừửữựạảẹẻẽịỉĩọỏụủũỵỷỹ]")


_LONG = 20_000  # characters: the longest of thousands of articles; in longer ones repeats are looked for
_WINDOW, _LONGEST_REPEAT = 1_000, 100


def full_text(article: Article) -> str:
    r"""The article as one string: a separate title is the first line, unless the text begins with it.

    >>> full_text(Article("a", "Chiều 15/8, hai bên hội đàm.", title="Hội đàm"))
    'Hội đàm\nChiều 15/8, hai bên hội đàm.'
    """
    title = (article.title or "").strip()
    if not title or article.text.lstrip().startswith(title):
        return article.text
    return f"{title}\n{article.text}"


def shorten_repeats(text: str) -> Iterator[Edit]:
    """Of a short stretch that is repeated for thousands of characters (a filler, a broken file) the first thousand.

    >>> [len(new) - (end - start) for start, end, new in shorten_repeats("Giá: " + "._" * 30_000 + " đồng")]
    [-58000]
    """
    at = 0
    while at + _WINDOW <= len(text) > _LONG:
        period = text.find(text[at : at + _LONGEST_REPEAT], at + 1, at + 2 * _LONGEST_REPEAT) - at
        if period < 1 or text[at : at + _WINDOW - period] != text[at + period : at + _WINDOW]:
            at += _WINDOW
            continue
        block = text[at : at + _WINDOW // period * period]
        at = end = at + len(block)
        while text.startswith(block, end):
            end += len(block)
        if end > at:
            yield at, end, ""
        at = end


def undo_entities(text: str) -> Iterator[Edit]:
    """HTML's names of characters, left behind by a crawler: "&quot;", "&amp;nbsp;"."""
    if "&" in text:
        for match in _ENTITY.finditer(text):
            yield *match.span(), html.unescape("&" + match.group(1))


def drop_invisible(text: str) -> Iterator[Edit]:
    """Control characters, soft hyphens, zero-width and direction marks."""
    for match in _INVISIBLE.finditer(text):
        yield *match.span(), ""


def join_line_ends(text: str) -> Iterator[Edit]:
    """A Windows line end is one character, as the others are."""
    if "\r\n" in text:
        for match in _WINDOWS_LINE_END.finditer(text):
            yield *match.span(), "\n"


def compose_accents(text: str) -> Iterator[Edit]:
    """Letters with combining accents -> one character each; an accent that no letter takes (one too many) is dropped."""
    if _ACCENT.search(text):
        for match in _ACCENTED.finditer(text):
            yield *match.span(), _ACCENT.sub("", unicodedata.normalize("NFC", match.group()))


def settle_blanks(text: str) -> Iterator[Edit]:
    """One blank between words, none beside a line end."""
    if "  " in text or " \n" in text or "\n " in text or _ODD_BLANK.search(text):
        for match in _BLANKS.finditer(text):
            blank = "\n" if "\n" in match.group() else " "
            if blank != match.group():
                yield *match.span(), blank


def join_wrapped_lines(text: str) -> Iterator[Edit]:
    """Line ends inside sentences, where a mail program or a PDF cut lines at a width; ends of paragraphs and headings stay.

    A line is cut where the next word would not have fitted into the width, or where the next line goes on in small letters. The
    first line is a headline, which may fill the width.
    """
    if text.count("\n") < WRAPPED_LINES:
        return
    lines = text.split("\n")
    if sum(len(line) for line in lines if len(line) > WIDEST) * 20 > len(text):
        return
    width = max(len(line) for line in lines if len(line) <= WIDEST)
    at, cuts, pairs, ended = -1, list[int](), 0, 0
    for line, following in pairwise(lines):
        at += len(line) + 1
        if line and following:
            pairs += 1
            closed = line.endswith(_SENTENCE_ENDS)
            full = len(line) + len(following.split(" ", 1)[0]) >= width
            if (full and at > len(lines[0])) or (following[0].islower() and not closed):
                cuts.append(at)
                ended += closed
    if width >= NARROWEST and len(cuts) >= max(WRAPPED_LINES, pairs / 2) and ended * 3 <= len(cuts):
        for cut in cuts:
            yield cut, cut + 1, " "


def close_punctuation(text: str) -> Iterator[Edit]:
    """Blanks before a comma or full stop, and inside brackets."""
    if any(f" {mark}" in text for mark in ",.;:!?)]…") or "( " in text or "[ " in text:
        for match in _SPACED_PUNCTUATION.finditer(text):
            yield *match.span(), ""


def close_quotes(text: str) -> Iterator[Edit]:
    """Blanks inside quotation marks, as a word segmenter leaves them."""
    if ' " ' in text:
        for quote in _SPACED_QUOTE.finditer(text):
            yield *quote.span(1), ""
            yield *quote.span(2), ""


def join_syllables(text: str) -> Iterator[Edit]:
    """A syllable that was cut in two: "Việc t ăng cường" -> "Việc tăng cường"."""
    for match in _CUT_SYLLABLE.finditer(text):
        onset, rest = text[match.start() + 1 : match.start(1)], _WORD_AFTER.match(text, match.end())
        if text[match.start() - 1 : match.start()].isalpha() and rest and is_syllable(onset + rest.group()):
            yield *match.span(1), ""


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row.abbreviation for row in lexicon.abbreviations())


def part_sentences(text: str) -> Iterator[Edit]:
    """A blank after the full stop between stuck sentences: "cho hay.Theo ông Khôi"."""
    for match in _STUCK_SENTENCES.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, match.start() - 20), match.start())
        word = before.group() if before else None
        if word is None or (word not in _abbreviations() and may_end_sentence(word)):
            yield match.end(), match.end(), " "


@cache
def _cues() -> frozenset[str]:
    """Words after which a name follows: "ông", "tỉnh", "bộ trưởng"."""
    return frozenset(fold(row.cue) for row in lexicon.place_cues())


@cache
def _open_words() -> frozenset[str]:
    """Words that end no sentence: "của", "ông"."""
    return frozenset(row.phrase for row in lexicon.sentence_starters() if row.kind == "open")


@cache
def _beginnings() -> frozenset[str]:
    """The first two words of what begins a line rather than a name: "đại sứ", "hai bên"."""
    phrases = [*(t.title for t in lexicon.titles()), *(row.phrase for row in lexicon.sentence_starters() if row.kind != "open")]
    return frozenset(" ".join(fold(phrase).split()[:2]) for phrase in phrases)


def _goes_on(text: str, at: int) -> bool:
    """Whether the sentence goes on behind the word before `at`: that word ends none, or asks for the name that follows."""
    before, behind = _CUE_BEFORE.search(text, max(0, at - 40), at), _TWO_WORDS.match(text, at)
    if not before or not behind:
        return False
    words = {fold(before.group(2)), fold(f"{before.group(1)} {before.group(2)}")}
    return not words.isdisjoint(_open_words()) or (not words.isdisjoint(_cues()) and fold(behind.group()) not in _beginnings())


def part_words(text: str) -> Iterator[Edit]:
    """Stuck syllables parted: a line end where text begins anew ("biên giớiĐại sứ"), a blank where a cue asks for a name.

    "TikTok", "VinFast", "123Pay" and "750Li" stay whole: the new text begins with a syllable of Vietnamese.
    """
    for match in _STUCK_WORDS.finditer(text):
        at = match.start()
        right = _WORD_AFTER.match(text, at)
        if not right or not is_syllable(right.group()):
            continue
        left = _WORD_BEFORE.search(text, max(0, at - 20), at)
        if left and (not is_syllable(left.group()) or (left.group() + right.group()).isascii()):
            continue
        if not left and (right.group().isascii() or text[at - 1].isalpha()):
            continue
        yield at, at, " " if left and _goes_on(text, at) else "\n"


def _unify(text: str) -> str:
    """One dash, one double and one single quote, one line end: the offsets stay."""
    return _VARIANT.sub(lambda m: _SAME_LENGTH.get(m.group(), "\ufffd"), text)


def _undo_underscores(text: str) -> str:
    """Blanks for underscores: all of them where a word segmenter wrote the text, else those in Vietnamese words."""
    words = _UNDERSCORED.findall(text) if "_" in text else []
    marked = sum(not word.isascii() for word in words)
    if marked * 3 >= len(words) > 0:
        return text.replace("_", " ")
    return _UNDERSCORED.sub(lambda m: m.group() if m.group().isascii() else m.group().replace("_", " "), text) if marked else text


# In this order: each pass finds what the ones before it have left clean.
_BEFORE = (shorten_repeats, undo_entities, drop_invisible, join_line_ends, compose_accents)
_AFTER = (settle_blanks, join_wrapped_lines, close_punctuation, close_quotes, join_syllables, part_sentences, part_words)


def _edit(text: str, alignment: Alignment, passes: tuple[Callable[[str], Iterator[Edit]], ...]) -> tuple[str, Alignment]:
    """The text and its alignment after each pass's edits."""
    for find_edits in passes:
        edits = list(find_edits(text))
        if not edits:
            continue
        pieces, last = [], 0
        for start, end, new in edits:
            pieces += [text[last:start], new]
            last = end
        text = "".join([*pieces, text[last:]])
        alignment = alignment.edited([(start, end, len(new)) for start, end, new in edits])
    return text, alignment


def normalize(doc: Doc) -> Doc:
    """The clean text of an article, with the alignment that leads back to the raw one.

    >>> from vnbilat_lib.doc import Article
    >>> normalize(Doc(Article("a", "Bí_thư Vương_Ninh , Trần_Hào tiếp ông Lê_An ."))).text
    'Bí thư Vương Ninh, Trần Hào tiếp ông Lê An.'
    """
    raw = full_text(doc.article)
    text, alignment = _edit(raw, Alignment.identity(len(raw)), _BEFORE)
    text, alignment = _edit(_undo_underscores(_unify(text)), alignment, _AFTER)
    return replace(doc, raw=raw, text=text, alignment=alignment, language=find_language(text))


def find_language(text: str) -> str:
    """Tell "vi", Vietnamese, from "und", any other language, by the share of letters that only Vietnamese uses.

    >>> find_language("Hai bên hội đàm tại Hà Nội."), find_language("The two sides met in Hanoi.")
    ('vi', 'und')
    """
    sample = text[:2000].lower()
    letters = len(sample) - sample.count(" ")
    return "vi" if len(_MARKED.findall(sample)) * 20 >= max(letters, 1) else "und"
