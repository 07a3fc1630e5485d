"""The clues put together: what the hard ones leave, and what hard and soft ones call likely."""

from __future__ import annotations

from dataclasses import replace

from vnbilat_lib.dating.numbered import gathering_hints
from vnbilat_lib.dating.spans import DaySet, Hint, all_days, best_days, intersection
from vnbilat_lib.dating.terms import term_hints
from vnbilat_lib.dating.told import told_hints
from vnbilat_lib.doc import Clue, Dating, Doc

# Hard clues in the order in which they are trusted: one that leaves no day beside those before it is taken for soft.
_TRUST = ("date", "term", "year", "period", "gathering", "relative", "weekday")
# What a hard clue weighs once it has turned out not to fit.
_DEMOTED = 0.5


def tag_dating(doc: Doc) -> Doc:
    """The article with its day of publication: by metadata, or as the clues of its text allow.

    >>> from datetime import date
    >>> from vnbilat_lib.doc import Article
    >>> doc = tag_dating(Doc(Article("a", "", published=date(2017, 2, 10))))
    >>> doc.dating.published.isoformat(), doc.dating.clues[0].kind
    ('2017-02-10', 'metadata')
    """
    published = doc.article.published
    if published is not None:
        days = ((published, published),)
        clue = Clue("metadata", hard=True, days=days, note="metadata")
        return replace(doc, dating=Dating(published, published, days, days, (clue,)))
    return replace(doc, dating=_from_text(doc))


def _from_text(doc: Doc) -> Dating:
    """The dating of an article of which nothing is known from outside."""
    hints = [*told_hints(doc), *term_hints(doc), *gathering_hints(doc)]
    hard = sorted((hint for hint in hints if hint.hard), key=lambda hint: _TRUST.index(hint.kind))
    soft = [hint for hint in hints if not hint.hard]
    candidates, fitting = _candidates(hard, soft)
    if candidates == all_days() and not soft:
        return Dating()
    likely = best_days(candidates, soft)
    clues = tuple(Clue(hint.kind, hint.hard, hint.days, hint.note, hint.span) for hint in (*fitting, *soft) if hint.days)
    return Dating(likely[0][0], likely[-1][1], candidates, likely, clues)


def _candidates(hard: list[Hint], soft: list[Hint]) -> tuple[DaySet, list[Hint]]:
    """The days that the hard clues leave; a clue that contradicts more trusted ones joins the soft."""
    candidates, fitting = all_days(), []
    for hint in hard:
        left = intersection(candidates, hint.days)
        if left:
            candidates = left
            fitting.append(hint)
        else:
            soft.append(replace(hint, hard=False, weight=_DEMOTED, note=hint.note + " (does not fit the other clues)"))
    return candidates, fitting
