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


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("tqdm.std.time", clock)
    monkeypatch.setattr("vnbilat_lib.progress.time", clock)
    return clock


def told(clock: Clock, stream: io.StringIO, *calls: tuple[float, str, int, float, bool]) -> Progress:
    progress = Progress(stream)
    for seconds, step, articles, share, kept in calls:
        clock.seconds = seconds
        progress(step, articles, share, kept=kept)
    return progress


def test_a_log_gets_a_line_now_and_then(clock: Clock) -> None:
    log = io.StringIO()
    told(clock, log, *((float(second), "coding", 100, second / 100, False) for second in range(71))).clear()
    first, second = log.getvalue().split("\n")[:-1]
    assert first == "vnbilat: coding  30%, 3,100 articles [00:30<01:10, 103.33 articles/s]"
    assert second.startswith("vnbilat: coding  60%, 6,100 articles")


def test_a_terminal_has_one_line_that_is_written_over_and_cleared(clock: Clock) -> None:
    terminal = Terminal()
    calls = ((1, "coding", 1_000, 0.5), (2, "coding", 900, 0.95), (3, "writing", 64, 0.1), (4, "writing", 64, 0.2))
    told(clock, terminal, *((*call, False) for call in calls)).clear()
    lines = [line for line in terminal.getvalue().split("\r") if line]
    assert [line.split("%")[0] for line in lines if line.strip()] == ["coding  95", "writing  20"]
    assert "1,900 articles [00:01<00:00" in lines[0]
    assert [line.strip() for line in lines[1::2]] == ["", ""]
    assert "\n" not in terminal.getvalue()


def test_what_an_earlier_run_made_counts_for_the_share_but_not_for_the_rate(clock: Clock) -> None:
    log = io.StringIO()
    told(clock, log, (9, "coding", 5_000, 0.5, True), (10, "coding", 64, 0.51, False), (IN_LOG + 9, "coding", 936, 0.6, False))
    assert log.getvalue() == "vnbilat: coding  60%, 6,000 articles [00:30<01:59, 33.33 articles/s]\n"


def test_what_an_earlier_run_made_is_told_as_it_is_found(clock: Clock) -> None:
    log = io.StringIO()
    told(clock, log, *((float(second), "coding", 100, second / 100, True) for second in range(1, 41)))
    assert log.getvalue() == "vnbilat: coding  31%, 3,100 articles [00:00<?, ? articles/s]\n"


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_a_short_run_leaves_nothing_behind(clock: Clock, stream: io.StringIO) -> None:
    told(clock, stream, (0.05, "coding", 3, 1.0, False)).clear()
    assert stream.getvalue() == ""


def test_a_source_of_unknown_size_has_its_articles_counted(clock: Clock) -> None:
    log = io.StringIO()
    told(clock, log, (0, "coding", 64, 0.0, False), (IN_LOG, "coding", 64, 0.0, False))
    assert log.getvalue().startswith("vnbilat: coding   0%, 128 articles")


def test_a_bar_never_goes_back(clock: Clock) -> None:
    terminal = Terminal()
    told(clock, terminal, *((float(number), "coding", 64, share, False) for number, share in enumerate((0.1, 0.3, 0.2, 0.5))))
    shown = [line.split("%")[0] for line in terminal.getvalue().split("\r") if line.strip()]
    assert shown == ["coding  30", "coding  30", "coding  50"]
