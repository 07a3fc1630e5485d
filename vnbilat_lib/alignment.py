"""Clean offsets to raw offsets and back, for a text that was cleaned by edits."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where each clean character came from.

    `clean` and `raw` are breakpoints of equal length, neither ever falling; the last ones are the two texts' lengths. The
    stretches between breakpoint k and k + 1 belong together: where they are equally long they run side by side, one
    character to one; else the clean stretch stands for the raw one as a whole. So a dropped character has an empty clean
    stretch, an added one an empty raw stretch, and "e" with a combining accent two raw characters for one clean.

    >>> Alignment.identity(5).to_raw(1, 3)
    (1, 3)
    """

    clean: tuple[int, ...]
    raw: tuple[int, ...]

    @classmethod
    def identity(cls, length: int) -> Alignment:
        """The alignment of a text that was not changed."""
        return cls((0, length), (0, length))

    def edited(self, edits: Iterable[tuple[int, int, int]]) -> Alignment:
        """The alignment after `edits` to the clean text: (start, end, length of what replaces it), ascending, apart.

        >>> dropped = Alignment.identity(5).edited([(2, 3, 0)])  # raw[2] is gone
        >>> dropped.to_raw(1, 3), dropped.to_raw(0, 2)
        ((1, 4), (0, 2))
        """
        clean, raw = [0], [0]
        shift = done = 0
        for start, end, length in edits:
            self._copy(clean, raw, done, start, shift)
            left = max(raw[-1], self._raw_end(start))
            clean.append(start + shift)
            raw.append(left)
            shift += length - (end - start)
            clean.append(end + shift)
            raw.append(max(left, self._raw_start(end)))
            done = end
        self._copy(clean, raw, done, self.clean[-1] + 1, shift)
        return Alignment(tuple(clean), tuple(raw))

    def _copy(self, clean: list[int], raw: list[int], start: int, end: int, shift: int) -> None:
        """Take over the breakpoints that lie between two edits."""
        first = 1 if start == 0 and len(clean) == 1 else bisect_right(self.clean, start)
        last = bisect_left(self.clean, end)
        clean += [offset + shift for offset in self.clean[first:last]]
        raw += self.raw[first:last]

    def _raw_start(self, offset: int) -> int:
        """Where the raw stretch of the clean character at `offset` starts; behind the last character, the raw length."""
        k = bisect_right(self.clean, offset) - 1
        if k + 1 >= len(self.clean):
            return self.raw[-1]
        if self._side_by_side(k):
            return self.raw[k] + offset - self.clean[k]
        return self.raw[k]

    def _raw_end(self, offset: int) -> int:
        """Where the raw stretch of the clean character before `offset` ends."""
        if offset <= 0:
            return 0
        k = bisect_right(self.clean, offset - 1) - 1
        if k + 1 >= len(self.clean):
            return self.raw[-1]
        if self._side_by_side(k):
            return self.raw[k] + offset - self.clean[k]
        return self.raw[k + 1]

    def _side_by_side(self, k: int) -> bool:
        return self.clean[k + 1] - self.clean[k] == self.raw[k + 1] - self.raw[k]

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw half-open span that holds the clean span `start`..`end`.

        >>> composed = Alignment.identity(7).edited([(1, 3, 1)])  # raw[1:3] is a letter and its accent
        >>> composed.to_raw(1, 2)
        (1, 3)
        """
        left = self._raw_start(start)
        return left, max(left, self._raw_end(end)) if start < end else left

    def to_clean(self, start: int, end: int) -> tuple[int, int]:
        """The smallest clean span that holds all that came from raw[start:end].

        >>> Alignment.identity(7).edited([(1, 3, 1)]).to_clean(2, 4)
        (1, 3)
        """
        if start >= end:
            return self.to_clean(start, start + 1)[0], self.to_clean(start, start + 1)[0]
        first = bisect_right(self.raw, start) - 1
        last = bisect_left(self.raw, end) - 1
        return self._clean_at(first, start, 0), self._clean_at(last, end, 1)

    def _clean_at(self, k: int, offset: int, side: int) -> int:
        """The clean offset of a raw one in stretch k; where the stretch belongs together as a whole, its start or end."""
        if k + 1 >= len(self.clean):
            return self.clean[-1]
        if self._side_by_side(k):
            return self.clean[k] + offset - self.raw[k]
        return self.clean[k + side]
