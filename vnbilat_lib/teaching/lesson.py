"""A unit as a notebook uses it: the check of an answer, the files that come with it, a word in the notebook's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from vnbilat_lib.errors import UsageError, VnbilatError
from vnbilat_lib.teaching.answers import exercises, find_faults, is_open
from vnbilat_lib.teaching.materials import find_folder, read_rows
from vnbilat_lib.wording import Lang


class NotYetError(VnbilatError):
    """An answer that is missing or not right yet; a notebook shows the message alone, without a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson in one language.

    >>> lesson = Lesson("en")
    >>> lesson.say("Chưa", "Not yet")
    'Not yet'
    >>> lesson.check("1.1", ...)
    Traceback (most recent call last):
    vnbilat_lib.teaching.lesson.NotYetError: Exercise 1.1: not yet answered. Replace ... by your answer and run both cells again.
    """

    lang: Lang = "vi"

    def __post_init__(self) -> None:
        if self.lang not in get_args(Lang):
            raise UsageError(f"lang is {self.lang!r}; allowed: {', '.join(get_args(Lang))}")

    def say(self, vi: str, en: str) -> str:
        """The text in the lesson's language."""
        return vi if self.lang == "vi" else en

    def folder(self, name: str) -> Path:
        """The folder "articles", "materials" or "seeds": beside the notebook, else where vnbilat has it."""
        return find_folder(name)

    def check(self, exercise: str, answer: object) -> None:
        """Prints that an answer is right; raises NotYetError, with what to look at, where it is not."""
        known = exercises().get(exercise)
        if known is None:
            raise VnbilatError(f"{exercise!r} is no exercise; checks.csv has {', '.join(exercises())}")
        if is_open(answer):
            raise NotYetError(self.tell("open", exercise=exercise))
        faults = list(find_faults(exercise, known, answer))
        if faults and faults[0][0] == "open":  # a function whose body is still to be written
            raise NotYetError(self.tell("open", exercise=exercise))
        if faults:
            told = [self.tell(key, **values) for key, values in faults]
            raise NotYetError("\n".join([self.tell("not_yet", exercise=exercise), *told, known.hint[self.lang]]))
        print(self.tell("right", exercise=exercise))

    def tell(self, key: str, **values: object) -> str:
        """A message of messages.csv, filled."""
        return _messages()[key][self.lang].format(**values)


@cache
def _messages() -> Mapping[str, Mapping[str, str]]:
    return {row["key"]: row for row in read_rows("messages.csv")}
