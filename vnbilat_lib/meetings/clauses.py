"""Whose clause it is: the subject of a verb to its left, behind a frame, at the beginning of a sentence."""

from __future__ import annotations

from vnbilat_lib.doc import Doc, Mention, Sentence
from vnbilat_lib.meetings.cues import Row
from vnbilat_lib.meetings.sides import Group, Parties, closing, group_left, group_right, of_mention, opening

_TITLE = 8  # words of a title that nothing labels
_SHORT_TITLE = 3
_BESIDE = ("counterpart", "modifier", "place", "text", "and", "inner", "many")  # "gặp một số nghị sĩ và bộ trưởng Mỹ"
_REACH = 22  # words that may lie between a subject and its verb
_LED = 20  # tokens of a delegation's leader with his offices, up to "làm trưởng đoàn"
_NEAR = 90  # characters before a sentence's subject


def is_oblique(row: Row, first: int) -> bool:
    """Whether the person at token `first` is no subject: "với A", "của A", "gặp X và A"; "do A dẫn đầu" is one."""
    before, words, joined = first - 1, 0, False
    while before >= 0 and (row[before].has(*_BESIDE) or row[before].is_mark("-–")):
        words += row[before].syllables if row[before].has("text") else 0
        joined = joined or row[before].has("and")
        if words > _TITLE:
            return False
        before -= 1
    if before < 0:
        return False
    token = row[before]
    if token.who and joined and row[before + 1].is_mark("-–"):  # "gặp Hoàng tử A - Công tước xứ B và Huân tước C"
        return is_oblique(row, before)
    if token.has("by"):
        return not any(t.has("leads") for t in row[first : first + _LED])
    if token.has("joint"):  # "Cùng B, A ..."
        return before == 0 or row[before - 1].is_mark(",")
    close = before == first - 1 or words <= _SHORT_TITLE
    if token.has("meets", "encounter", "with", "between"):
        return True
    return close and token.has("goes", "travels", "of", "oblique")


def is_unread_subject(row: Row, at: int, *, crossed: bool) -> bool:
    """Whether the text at token `at` opens a clause of its own behind another verb: "A đã thăm Lào, Nhà Vua cũng đã thăm Lào"."""
    if not crossed or not row[at].has("text") or not row[at].words[0].isupper() or at == 0 or not row[at - 1].is_mark(","):
        return False
    after = at + 1
    while after < len(row) and row[after].has("body", "firm", "inner", "land", "text", "place"):
        after += 1
    # no subject is "A, Xã trưởng Hãng thông tấn X dẫn đầu đoàn đến thăm"
    return after < len(row) and not row[after].has("mark", "and", "leads", "names")


def subject_left(doc: Doc, row: Row, cue: int, *, reach: int = _REACH) -> Group | None:
    """The subject of the verb at token `cue`: the nearest people to the left who are the object of nothing else."""
    at, passed, crossed = _before_objects(row, cue - 1), 0, False
    while at >= 0:
        at = opening(row, at)
        if at < 0:
            return None
        token = row[at]
        crossed = crossed or token.has("meets", "travels", "trip", "encounter")
        crowd = token.has("crowd") and (token.words[0].islower() or row[at - 1].has("mark"))  # not "Chủ tịch Hội Sinh viên"
        if token.is_mark(";:") or crowd or is_unread_subject(row, at, crossed=crossed):
            return None
        if token.who:
            group = group_left(doc, row, at)
            first = group.first if group else at
            if group and not is_oblique(row, first):
                return group
            at = first - 1
            continue
        if token.has("text"):
            passed += token.syllables
        if passed > reach:
            return None
        at -= 1
    return None


def _before_objects(row: Row, at: int) -> int:
    """The number of the token before another verb with its objects: "A sẽ gặp B, C và dự hội nghị"."""
    if at < 1 or not row[at].has("and") or not row[at - 1].who:
        return at
    before = at - 1
    while before >= 0 and (row[before].who or row[before].is_mark(",") or row[before].has("and", "with", "counterpart", "place")):
        before -= 1
    joined = before >= 0 and row[before].has("meets", "meets-with", "encounter") and before + 1 < at - 1
    framed = before > 0 and row[before - 1].has("frame", "at")
    return before if joined and not framed else at


def subject_right(doc: Doc, row: Row, after: int) -> Group | None:
    """The subject of the main clause after a framing phrase that ends at token `after`: "Trong cuộc gặp với B, A nói"."""
    comma = False
    for at in range(after + 1, len(row)):
        token = row[at]
        if token.is_mark(","):
            comma = True
        elif token.is_mark(";:.") or (token.who and comma and row[at - 1].has("and") and row[at - 2].is_mark(",")):
            return None
        elif token.who and comma and not is_oblique(row, at):
            following = closing(row, at + 1)
            if following < len(row) and row[following].is_mark(","):  # "trong cuộc gặp với A, Bộ trưởng X, B nói"
                continue
            return group_right(doc, row, at, lists=False)
    return None


def first_subject(doc: Doc, sentence: Sentence, mentions: tuple[Mention, ...], row: Row | None) -> Parties:
    """Whom a sentence is about: the first person in it who is the object of nothing, near its beginning."""
    who: Mention | None = mentions[0] if mentions else None
    if row is not None:
        who = next((row[at].who for at in range(len(row)) if row[at].who and not is_oblique(row, at)), None)
    if who is None or who.span.start - sentence.span.start > _NEAR:
        return ()
    party = of_mention(doc, who)
    return (party,) if party else ()
