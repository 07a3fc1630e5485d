from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vnbilat_lib.engine import Batch, cpus, run
from vnbilat_lib.errors import UsageError

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


def lines(paths: list[Path]) -> list[str]:
    return [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("count", "workers"), [(1, None), (2, 2), (6, 1), (6, 2), (6, 5), (0, 2)])
def test_results_stand_in_the_order_of_the_batches(tmp_path: Path, count: int, workers: int | None) -> None:
    found = run(batches(count), code, give_up, tmp_path, workers=workers)
    assert lines(found) == [str(n) for n in range(count * 10)]
    assert not list(tmp_path.glob("*.part"))


def test_progress_counts_items_and_tells_the_share(tmp_path: Path) -> None:
    seen: list[tuple[int, float]] = []
    run(batches(), code, give_up, tmp_path, workers=2, progress=lambda *told: seen.append(told))
    assert sum(count for count, _ in seen) == 60
    assert max(share for _, share in seen) == 1.0


def test_what_is_there_is_not_made_again(tmp_path: Path) -> None:
    made = run(batches(), code, give_up, tmp_path, workers=1)
    assert run(batches(), refuse, refuse, tmp_path, workers=1) == made
    made[3].unlink()
    assert run(batches(), code, give_up, tmp_path, workers=1) == made


def test_a_batch_with_another_key_is_made_anew(tmp_path: Path) -> None:
    run(batches(2), code, give_up, tmp_path, workers=1)
    changed = [Batch(0, "other", ("x",))]
    assert lines(run(iter(changed), code, give_up, tmp_path, workers=1)) == ["x"]


def test_an_item_that_ends_its_worker_costs_nothing_but_itself(tmp_path: Path) -> None:
    found = run(batches(deadly=3), code, give_up, tmp_path, workers=2)
    expected = [str(n) for n in range(60)]
    expected[34] = f"gave up {DEADLY}"
    assert lines(found) == expected


def test_an_unknown_engine_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="processes, dask"):
        run(batches(), code, give_up, tmp_path, engine="threads")


def test_there_is_at_least_one_core() -> None:
    assert cpus() >= 1


@pytest.mark.filterwarnings("ignore")
def test_dask_gives_the_same_results(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    found = run(batches(), code, give_up, tmp_path, engine="dask", workers=2)
    assert lines(found) == [str(n) for n in range(60)]
