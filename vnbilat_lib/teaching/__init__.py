"""The teaching units: lessons with their checks, and copies in one language with or without the solutions."""

from __future__ import annotations

from vnbilat_lib.teaching.answers import seal
from vnbilat_lib.teaching.copies import handout
from vnbilat_lib.teaching.lesson import Lesson, NotYetError
from vnbilat_lib.teaching.materials import units

__all__ = ["Lesson", "NotYetError", "handout", "seal", "units"]
