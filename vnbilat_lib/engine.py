"""Batches on worker processes or Dask; a batch's result is one file, written whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, count, islice
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from vnbilat_lib.errors import UsageError, VnbilatError

ENGINES = ("processes", "dask")  # or a Dask scheduler's address: tcp://host:8786
SMALL = 3  # fewer batches than this are coded in this process: starting others would take longer
WINDOW = 3  # batches a worker that are on their way at once
TURNS = 100  # results after which the workers, which may come and go, are counted again


@dataclass(frozen=True, slots=True)
class Batch:
    """A run of inputs. `key` is a digest of all that its result depends on, `share` the part of the source that ends with it."""

    number: int
    key: str
    items: tuple[Any, ...]
    share: float = 1.0

    @property
    def file(self) -> str:
        """The name of its result."""
        return f"{self.number:06d}-{self.key}.jsonl"


@dataclass(frozen=True, slots=True)
class Done:
    """A batch whose result stands in `path`; `kept` where an earlier run had made it."""

    number: int
    path: Path
    items: int
    share: float
    kept: bool


Code = Callable[[tuple[Any, ...]], str]


def run(
    batches: Iterable[Batch],
    code: Code,
    give_up: Code,
    work: Path,
    done: Callable[[Done], None],
    *,
    engine: str = "processes",
    workers: int | None = None,
) -> None:
    """Makes the result of each batch as a file in `work`, unless it is there already, and tells `done` of it, in any order.

    `code` turns a batch's items into the lines of its result and must be importable; `give_up` makes the lines of an item that
    ends the worker which codes it. However the run ends, what is in `work` is whole, and a later run goes on from it.
    """
    check_engine(engine)
    work.mkdir(parents=True, exist_ok=True)

    def unfinished() -> Iterator[Batch]:
        for batch in batches:
            path = work / batch.file
            if path.exists():
                done(Done(batch.number, path, len(batch.items), batch.share, kept=True))
            else:
                yield batch

    todo = unfinished()
    workers = workers or cpus()
    first = list(islice(todo, SMALL))
    results: Iterator[tuple[Batch, str]]
    if engine == "processes" and (workers == 1 or len(first) < SMALL):
        results = ((batch, code(batch.items)) for batch in chain(first, todo))
    else:
        results = _in_workers(chain(first, todo), code, give_up, engine, workers)
    for batch, lines in results:
        path = work / batch.file
        write_whole(path, lines)
        done(Done(batch.number, path, len(batch.items), batch.share, kept=False))


def check_engine(engine: str) -> None:
    """Raises UsageError for an engine that is none."""
    if engine not in ENGINES and "://" not in engine:
        raise UsageError(
            f"engine {engine!r} is not known; choose {', '.join(ENGINES)}, or a Dask scheduler's address: tcp://host:8786"
        )


def cpus() -> int:
    """The number of processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def write_whole(path: Path, text: str) -> None:
    """Writes a file under a temporary name, then gives it its own: a broken run leaves no half file."""
    temporary = path.with_name(f"{path.name}.part")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    temporary.replace(path)


def is_full(error: Exception) -> bool:
    """Whether an error says that the disk is full, as files, SQLite or Arrow put it."""
    return getattr(error, "errno", None) in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} or "disk is full" in str(error)


@contextmanager
def _executor(engine: str, workers: int) -> Iterator[tuple[Executor, Callable[[], int]]]:
    """Worker processes of this machine or of Dask, and what tells how many there are."""
    if engine != "processes":
        with _dask(engine, workers) as client:
            executor = client.get_executor(pure=False)
            try:
                yield executor, lambda: sum(client.nthreads().values())
            finally:
                executor.shutdown(wait=False)  # of a run that is stopped, the workers may be gone already
        return
    import multiprocessing

    # fork, where it is the system's way, spares a script the guard `if __name__ == "__main__"`
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    executor = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin_work)
    try:
        yield executor, lambda: workers
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _dask(engine: str, workers: int) -> Any:
    """A client of the Dask scheduler at an address, or of one started here; raises VnbilatError where there is none."""
    try:
        from distributed import Client
    except ImportError as error:
        raise VnbilatError("this engine needs Dask: pip install 'vnbilat[dask]'") from error
    if engine == "dask":
        return Client(n_workers=workers, threads_per_worker=1, dashboard_address=None)  # type: ignore[no-untyped-call]
    try:
        return Client(engine)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise VnbilatError(f"no Dask scheduler answers at {engine}: {error}") from error


def _begin_work() -> None:
    """Of a worker process: it ends without a word by Ctrl-C, and when its parent is no more."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait as wait_for

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:

        def watch() -> None:
            wait_for([parent.sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()


def _in_workers(batches: Iterator[Batch], code: Code, give_up: Code, engine: str, workers: int) -> Iterator[tuple[Batch, str]]:
    """The batches' results as they come. Those that a dying worker took with it are tried once more, then one by one."""
    todo, tried = batches, set[int]()
    while True:
        lost: list[Batch] = []
        with _executor(engine, workers) as (executor, size):
            yield from _drain(executor, size, todo, code, lost)
        if not lost:
            return
        for batch in lost:
            if batch.number in tried:
                yield batch, _alone(batch, code, give_up, engine)
        todo = chain([batch for batch in lost if batch.number not in tried], todo)
        tried.update(batch.number for batch in lost)


def _drain(
    executor: Executor, size: Callable[[], int], batches: Iterator[Batch], code: Code, lost: list[Batch]
) -> Iterator[tuple[Batch, str]]:
    """Results until the batches end, or a worker dies and those on their way are done; what has no result is added to `lost`."""
    running: dict[Future[str], Batch] = {}
    finished: SimpleQueue[Future[str]] = SimpleQueue()
    for turn in count():
        if turn % TURNS == 0:
            window = WINDOW * max(size(), 1)
        for batch in islice(batches, 0 if lost else window - len(running)):
            try:
                future = executor.submit(code, batch.items)
            except RuntimeError:  # the pool broke before a result told of it
                lost.append(batch)
                break
            running[future] = batch
            future.add_done_callback(finished.put)
        if not running:
            return
        future = finished.get()
        batch = running.pop(future)
        try:
            yield batch, future.result()
        except VnbilatError:
            raise
        except Exception:  # noqa: BLE001 - BrokenProcessPool, Dask's KilledWorker: `code` itself does not raise
            lost.append(batch)


def _alone(batch: Batch, code: Code, give_up: Code, engine: str) -> str:
    """The result of a batch in a worker of its own; halved until the item that ends its worker stands alone."""
    try:
        with _executor(engine, 1) as (executor, _):
            return executor.submit(code, batch.items).result()
    except VnbilatError:
        raise
    except Exception:  # noqa: BLE001 - as above
        if len(batch.items) == 1:
            return give_up(batch.items)
    middle = len(batch.items) // 2
    halves = (replace(batch, items=batch.items[:middle]), replace(batch, items=batch.items[middle:]))
    return "".join(_alone(half, code, give_up, engine) for half in halves)
