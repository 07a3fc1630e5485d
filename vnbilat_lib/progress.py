"""How far a run is, by tqdm: one line that is written over on a terminal, a line now and then in a log."""

from __future__ import annotations

from dataclasses import dataclass
from time import time
from typing import Any, TextIO

from tqdm import tqdm

ON_TERMINAL, IN_LOG = 0.2, 30.0  # seconds between lines
_FIGURES = "{n:,} articles [{elapsed}<{remaining}, {rate_noinv_fmt}]"


class _Bar(tqdm):  # type: ignore[type-arg]  # in its stubs alone it takes an argument
    """A bar whose time begins behind what an earlier run made, so that this does not count for the rate."""

    monitor_interval = 0  # no thread
    began: float

    @property
    def format_dict(self) -> dict[str, Any]:
        """As tqdm has it."""
        return {**super().format_dict, "elapsed": time() - self.began}


@dataclass(frozen=True, slots=True)
class _Log:
    """A file for tqdm in which what it writes over stays, as lines."""

    stream: TextIO

    def write(self, text: str) -> None:
        if text.strip():
            self.stream.write(f"vnbilat: {text.strip()}\n")

    def flush(self) -> None:
        self.stream.flush()


class Progress:
    """Tells of the steps of a run on `stream`: what it is called with goes there as text, at most every few seconds."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._bar: _Bar | None = None

    def __call__(self, step: str, articles: int, share: float, *, kept: bool = False) -> None:
        """`articles` more are done of `step`, which has reached `share` of all; `kept` from an earlier run."""
        if self._bar is None or self._bar.desc != step:
            self.clear()
            self._bar = self._begin(step)
        bar = self._bar
        share = max(share, bar.n / bar.total if bar.total else 0.0)  # batches are done in any order
        if kept:
            bar.initial, bar.began = bar.n + articles, time()
        bar.total = (bar.n + articles) / share if share else None
        bar.update(articles)

    def _begin(self, step: str) -> _Bar:
        terminal = self._stream.isatty()
        every = ON_TERMINAL if terminal else IN_LOG
        bar = _Bar(
            desc=step,
            unit=" articles",
            bar_format=("{desc} {percentage:3.0f}%|{bar}| " if terminal else "{desc} {percentage:3.0f}%, ") + _FIGURES,
            file=self._stream if terminal else _Log(self._stream),
            dynamic_ncols=terminal,
            leave=False,
            delay=every,
            mininterval=every,
            miniters=1,
            smoothing=0,
        )
        bar.began = time()
        return bar

    def clear(self) -> None:
        """Takes the line from the terminal."""
        if self._bar is not None:
            self._bar.close()
