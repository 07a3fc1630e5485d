from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from vnbilat_lib.engine import Batch, Code, Done, cpus, run
from vnbilat_lib.errors import UsageError, VnbilatError

DEADLY = "deadly"


def code(items: tuple[Any, ...]) -> str:
    if DEADLY in items:
        os._exit(9)
    return "".join(f"{item}\n" for item in items)


def give_up(items: tuple[Any, ...]) -> str:
    return "".join(f"gave up {item}\n" for item in items)


def refuse(items: tuple[Any, ...]) -> str:
    raise AssertionError(items)


def batches(count: int = 6, deadly: int | None = None) -> Iterator[Batch]:
    for number in range(count):
        items: tuple[Any, ...] = tuple(range(number * 10, number * 10 + 10))
        if number == deadly:
            items = (*items[:4], DEADLY, *items[5:])
        yield Batch(number, f"key{number}", items, (number + 1) / count)


def results(work: Path, given: Iterator[Batch], code: Code = code, **options: Any) -> list[Done]:
    """What a run tells of, in the order of the batches."""
    seen: list[Done] = []
    run(given, code, give_up, work, seen.append, **options)
    return sorted(seen, key=lambda done: done.number)


def lines(seen: list[Done]) -> list[str]:
    return [line for done in seen for line in done.path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("count", "workers"), [(1, None), (2, 2), (6, 1), (6, 2), (6, 5), (0, 2)])
def test_every_batch_has_its_result(tmp_path: Path, count: int, workers: int | None) -> None:
    seen = results(tmp_path, batches(count), workers=workers)
    assert lines(seen) == [str(n) for n in range(count * 10)]
    assert not list(tmp_path.glob("*.part"))


def test_each_batch_tells_its_items_and_share(tmp_path: Path) -> None:
    seen = results(tmp_path, batches(), workers=2)
    assert [(done.number, done.items, done.kept) for done in seen] == [(number, 10, False) for number in range(6)]
    assert seen[-1].share == 1.0


def test_what_is_there_is_not_made_again(tmp_path: Path) -> None:
    made = results(tmp_path, batches(), workers=1)
    kept = results(tmp_path, batches(), refuse, workers=1)
    assert [done.path for done in kept if done.kept] == [done.path for done in made]
    made[3].path.unlink()
    assert [done.kept for done in results(tmp_path, batches(), workers=1)] == [True, True, True, False, True, True]


def test_a_batch_with_another_key_is_made_anew(tmp_path: Path) -> None:
    results(tmp_path, batches(2), workers=1)
    assert lines(results(tmp_path, iter([Batch(0, "other", ("x",))]), workers=1)) == ["x"]


@pytest.mark.parametrize("workers", [2, 4])
def test_an_item_that_ends_its_worker_costs_nothing_but_itself(tmp_path: Path, workers: int) -> None:
    expected = [str(n) for n in range(60)]
    expected[34] = f"gave up {DEADLY}"
    assert lines(results(tmp_path, batches(deadly=3), workers=workers)) == expected


def test_a_worker_that_is_killed_once_costs_nothing(tmp_path: Path) -> None:
    seen = results(tmp_path / "work", batches(), partial(die_once, mark=tmp_path / "mark"), workers=2)
    assert lines(seen) == [str(n) for n in range(60)]


def die_once(items: tuple[Any, ...], mark: Path) -> str:
    if 30 in items and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return code(items)


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = f"""
import sys, time
sys.path[:0] = {sys.path!r}
import test_engine as t
from pathlib import Path
t.results(Path({str(tmp_path)!r}) / "work", t.batches(), t.tell_pid, workers=2)
"""
    parent = subprocess.Popen(
        [sys.executable, "-c", script], env={**os.environ, "PIDS": str(tmp_path)}, cwd=Path(__file__).parent
    )
    assert until(lambda: len(list(tmp_path.glob("*.pid"))) == 2)
    parent.kill()
    parent.wait()
    workers = [int(path.stem) for path in tmp_path.glob("*.pid")]
    assert until(lambda: not any(is_alive(pid) for pid in workers))


def tell_pid(items: tuple[Any, ...]) -> str:
    (Path(os.environ["PIDS"]) / f"{os.getpid()}.pid").touch()
    time.sleep(60)
    return code(items)


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] != "Z"
    except OSError:
        return False


def until(holds: Callable[[], bool], seconds: float = 20) -> bool:
    """Whether something comes to hold in time."""
    for _ in range(int(seconds / 0.05)):
        if holds():
            return True
        time.sleep(0.05)
    return False


def test_a_result_that_does_not_fit_on_the_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(self: Path, text: str, **_: Any) -> int:
        self.write_bytes(text[:5].encode())
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", fill)
    with pytest.raises(OSError, match="No space"):
        results(tmp_path, batches(), workers=1)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("engine", ["threads", "localhost"])
def test_an_unknown_engine_is_wrong_usage(tmp_path: Path, engine: str) -> None:
    with pytest.raises(UsageError, match="processes, dask"):
        results(tmp_path, batches(), engine=engine)


def test_there_is_at_least_one_core() -> None:
    assert cpus() >= 1


@pytest.mark.filterwarnings("ignore")
def test_dask_gives_the_same_results_though_a_worker_is_killed(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    seen = results(tmp_path / "work", batches(), partial(die_once, mark=tmp_path / "mark"), engine="dask", workers=2)
    assert (tmp_path / "mark").exists()
    assert lines(seen) == [str(n) for n in range(60)]


@pytest.mark.filterwarnings("ignore")
def test_the_workers_of_a_scheduler_do_the_work(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        assert lines(results(tmp_path, batches(), engine=cluster.scheduler_address)) == [str(n) for n in range(60)]
    with (
        pytest.importorskip("dask").config.set({"distributed.comm.timeouts.connect": "1s"}),
        pytest.raises(VnbilatError, match="no Dask scheduler answers"),
    ):
        results(tmp_path / "other", batches(), engine="tcp://127.0.0.1:9")
