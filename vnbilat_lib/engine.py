"""Batches on worker processes or Dask; a batch's result is one file, written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any

from vnbilat_lib.errors import UsageError, VnbilatError

ENGINES = ("processes", "dask")
SMALL = 3  # fewer batches than this are coded in this process: starting others would take longer
WINDOW = 3  # batches a worker that are on their way at once


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


Code = Callable[[tuple[Any, ...]], str]
Progress = Callable[[int, float], None]


def run(
    batches: Iterable[Batch],
    code: Code,
    give_up: Code,
    work: Path,
    *,
    engine: str = "processes",
    workers: int | None = None,
    progress: Progress | None = None,
) -> list[Path]:
    """The files with the results of `batches`, in their order; a result that `work` already holds is not made again.

    `code` turns a batch's items into the lines of its result and must be importable; `give_up` makes the lines of an item that
    ends the worker which codes it. `progress` gets the number of items done and the share of the source.
    """
    if engine not in ENGINES:
        raise UsageError(f"engine {engine!r} is not known; choose one of {', '.join(ENGINES)}")
    progress = progress or (lambda _count, _share: None)
    work.mkdir(parents=True, exist_ok=True)
    results: list[Path] = []

    def unfinished() -> Iterator[Batch]:
        for batch in batches:
            results.append(work / batch.file)
            if results[-1].exists():
                progress(len(batch.items), batch.share)
            else:
                yield batch

    todo = unfinished()
    workers = workers or cpus()
    first = list(islice(todo, SMALL))
    if engine == "processes" and (workers == 1 or len(first) < SMALL):
        for batch in chain(first, todo):
            _finish(batch, code(batch.items), work, progress)
        return results
    for batch, lines in _in_workers(chain(first, todo), code, give_up, engine, workers):
        _finish(batch, lines, work, progress)
    return results


def cpus() -> int:
    """The number of processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _finish(batch: Batch, lines: str, work: Path, progress: Progress) -> None:
    """Writes a result under a temporary name, then gives it its own: a broken run leaves no half file."""
    temporary = work / f"{batch.file}.part"
    temporary.write_text(lines, encoding="utf-8", newline="\n")
    temporary.replace(work / batch.file)
    progress(len(batch.items), batch.share)


@contextmanager
def _executor(engine: str, workers: int) -> Iterator[Executor]:
    """Worker processes of this machine, or those of a Dask scheduler (DASK_SCHEDULER_ADDRESS, else one started here)."""
    if engine == "dask":
        try:
            from distributed import Client
        except ImportError as error:
            raise VnbilatError("engine dask needs Dask: pip install 'vnbilat[dask]'") from error
        remote = bool(os.environ.get("DASK_SCHEDULER_ADDRESS"))
        options = {} if remote else {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None}
        client: Any = Client(**options)  # type: ignore[no-untyped-call]
        with client, client.get_executor() as executor:
            yield executor
        return
    import multiprocessing

    # fork, where it is the system's way, spares a script the guard `if __name__ == "__main__"`
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    executor = ProcessPoolExecutor(workers, mp_context=context)
    try:
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _in_workers(batches: Iterator[Batch], code: Code, give_up: Code, engine: str, workers: int) -> Iterator[tuple[Batch, str]]:
    """The batches' results as they come; those that a dying worker took with it are done again, one by one."""
    while True:
        lost: list[Batch] = []
        with _executor(engine, workers) as executor:
            yield from _drain(executor, batches, code, workers * WINDOW, lost)
        if not lost:
            return
        for batch in lost:
            yield batch, _alone(batch, code, give_up, engine)


def _drain(
    executor: Executor, batches: Iterator[Batch], code: Code, window: int, lost: list[Batch]
) -> Iterator[tuple[Batch, str]]:
    """Results until the batches end or a worker dies; then the batches on their way are added to `lost`."""
    running: dict[Future[str], Batch] = {}
    while True:
        for batch in islice(batches, window - len(running)):
            try:
                running[executor.submit(code, batch.items)] = batch
            except RuntimeError:  # the pool broke before a result told of it
                lost.append(batch)
                break
        if not running:
            return
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            batch = running.pop(future)
            try:
                result = future.result()
            except VnbilatError:
                raise
            except Exception:  # noqa: BLE001 - BrokenProcessPool, Dask's KilledWorker: `code` itself does not raise
                lost.append(batch)
            else:
                yield batch, result
        if lost:
            lost += running.values()
            lost.sort(key=lambda batch: batch.number)
            return


def _alone(batch: Batch, code: Code, give_up: Code, engine: str) -> str:
    """The result of a batch in a worker of its own; halved until the item that ends its worker stands alone."""
    try:
        with _executor(engine, 1) as executor:
            return executor.submit(code, batch.items).result()
    except VnbilatError:
        raise
    except Exception:  # noqa: BLE001 - as above
        if len(batch.items) == 1:
            return give_up(batch.items)
    middle = len(batch.items) // 2
    halves = (replace(batch, items=batch.items[:middle]), replace(batch, items=batch.items[middle:]))
    return "".join(_alone(half, code, give_up, engine) for half in halves)
