"""Clean offsets to raw offsets and back, for a text that was cleaned piece by piece."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where each clean character came from.

    `clean` and `raw` are breakpoints of equal length, both rising: between breakpoint k and k + 1 the clean text runs
    beside the raw text one to one, so that an offset inside is shifted; a character that was dropped, added or replaced
    starts a new pair. `raw_length` is the length of the raw text.

    >>> a = Alignment.identity(5)
    >>> a.to_raw(1, 3)
    (1, 3)
    """

    clean: tuple[int, ...]
    raw: tuple[int, ...]
    raw_length: int

    @classmethod
    def identity(cls, length: int) -> Alignment:
        """The alignment of a text that was not changed."""
        return cls((0,), (0,), length)

    @classmethod
    def of_sources(cls, sources: list[int], raw_length: int) -> Alignment:
        """From the raw offset of each clean character; `sources` rises (not strictly: an added character repeats its neighbour).

        >>> Alignment.of_sources([0, 1, 3, 4], 5).to_raw(1, 3)  # raw[2] was dropped
        (1, 4)
        """
        clean, raw, expected = [0], [sources[0] if sources else 0], None
        for offset, source in enumerate(sources):
            if expected is not None and source != expected:
                clean.append(offset)
                raw.append(source)
            expected = source + 1
        return cls(tuple(clean), tuple(raw), raw_length)

    def source(self, offset: int) -> int:
        """The raw offset of the clean character at `offset`."""
        piece = bisect_right(self.clean, offset) - 1
        return min(self.raw[piece] + offset - self.clean[piece], self.raw_length)

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw half-open span that holds the clean span `start`..`end`."""
        if end <= start:
            where = self.source(start)
            return where, where
        return self.source(start), min(self.source(end - 1) + 1, self.raw_length)
