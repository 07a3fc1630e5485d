from __future__ import annotations

import io

import pytest

from vnbilat_lib.progress import IN_LOG, Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that the test sets."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def told(stream: io.StringIO, *calls: tuple[float, str, int, float, bool]) -> Progress:
    clock = Clock()
    progress = Progress(stream, clock=clock)
    for seconds, step, articles, share, kept in calls:
        clock.seconds = seconds
        progress(step, articles, share, kept=kept)
    return progress


def test_a_log_gets_a_line_now_and_then() -> None:
    log = io.StringIO()
    told(log, *((float(second), "coding", 100, second / 100, False) for second in range(1, 71)))
    first, second = log.getvalue().splitlines()
    assert first == "vnbilat: coding  30%, 3,000 articles, 103 a second, 68 s left"
    assert second.startswith("vnbilat: coding  60%, 6,000 articles")


def test_a_terminal_has_one_line_that_is_written_over_and_cleared() -> None:
    terminal = Terminal()
    progress = told(terminal, (1, "coding", 1_000, 0.5, False), (2, "coding", 900, 0.95, False), (3, "writing", 64, 0.1, False))
    progress.clear()
    lines = terminal.getvalue().split("\r")[1:]
    assert lines[1].startswith("coding  95%, 1,900 articles")
    assert lines[2].startswith("writing  10%, 64 articles")
    assert len(lines[2]) == len(lines[1])
    assert [line.strip() for line in lines[3:]] == ["", ""]
    assert "\n" not in terminal.getvalue()


def test_what_an_earlier_run_made_counts_for_the_share_but_not_for_the_rate() -> None:
    log = io.StringIO()
    told(log, (9, "coding", 5_000, 0.5, True), (10, "coding", 64, 0.51, False), (IN_LOG + 9, "coding", 936, 0.6, False))
    assert log.getvalue() == "vnbilat: coding  60%, 6,000 articles, 33 a second, 2 min left\n"


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_a_short_run_leaves_nothing_behind(stream: io.StringIO) -> None:
    told(stream, (0.05, "coding", 3, 1.0, False)).clear()
    assert stream.getvalue() == ""
