"""How far a run is: one line that is written over on a terminal, a line now and then in a log."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from typing import TextIO

ON_TERMINAL, IN_LOG = 0.2, 30.0  # seconds between lines
MINUTE, HOUR = 60, 3600


class Progress:
    """Tells of the steps of a run on `stream`: what it is called with goes there as text, at most every few seconds."""

    def __init__(self, stream: TextIO, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock, self._terminal = stream, clock, stream.isatty()
        self._every = ON_TERMINAL if self._terminal else IN_LOG
        self._step, self._told, self._width = "", clock(), 0

    def __call__(self, step: str, articles: int, share: float, *, kept: bool = False) -> None:
        """`articles` more are done of `step`, which has reached `share` of all; `kept` from an earlier run."""
        now = self._clock()
        if step != self._step:
            self._step, self._began, self._from, self._articles, self._made = step, now, 0.0, 0, 0
        self._articles += articles
        if kept:
            self._began, self._from = now, max(self._from, share)
        else:
            self._made += articles
        if now - self._told >= self._every:
            self._told = now
            self._tell(self._line(share, now - self._began))

    def _line(self, share: float, seconds: float) -> str:
        parts = [f"{self._step} {share:4.0%}", f"{self._articles:,} articles"]
        if self._made and seconds > 0:
            left = seconds * (1 - share) / max(share - self._from, 1e-9)
            parts += [f"{self._made / seconds:.0f} a second", f"{to_words(left)} left"]
        return ", ".join(parts)

    def _tell(self, line: str) -> None:
        if self._terminal:
            line = line[: shutil.get_terminal_size().columns - 1]
            self._stream.write(f"\r{line:{self._width}}")
            self._width = len(line)
        else:
            self._stream.write(f"vnbilat: {line}\n")
        self._stream.flush()

    def clear(self) -> None:
        """Takes the line from the terminal."""
        if self._width:
            self._stream.write(f"\r{'':{self._width}}\r")
            self._stream.flush()
            self._width = 0


def to_words(seconds: float) -> str:
    """A time as people say it.

    >>> to_words(42), to_words(200), to_words(9000)
    ('42 s', '3 min', '2.5 h')
    """
    if seconds < 2 * MINUTE:
        return f"{seconds:.0f} s"
    return f"{seconds / MINUTE:.0f} min" if seconds < 2 * HOUR else f"{seconds / HOUR:.1f} h"
