"""What a comparison with gold gives: rates by type, slot accuracies, faults, bootstrap intervals."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

Fact = dict[str, Any]

TYPES = ("persons", "meetings_main", "meetings_all", "trade_figures", "trade_figures_strict")
ENOUGH = 20  # a share of fewer pairs is shown without a percentage
SAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Rates:
    """How many records are right, of how many coded and how many in gold.

    >>> Rates(8, 10, 16).f1
    0.615
    """

    right: int = 0
    coded: int = 0
    gold: int = 0

    def __add__(self, other: Rates) -> Rates:
        return Rates(self.right + other.right, self.coded + other.coded, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of the coded records that are right; 1 where nothing is coded."""
        return round(self.right / self.coded, 3) if self.coded else 1.0

    @property
    def recall(self) -> float:
        """The share of gold's records that were found; 1 where gold has none."""
        return round(self.right / self.gold, 3) if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision = self.right / self.coded if self.coded else 1.0
        recall = self.right / self.gold if self.gold else 1.0
        return round(2 * precision * recall / (precision + recall), 3) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Fault:
    """A record that was missed, or made up; `fact` is gold's record or the coded one."""

    kind: str
    doc_id: str
    fact: Fact

    def __str__(self) -> str:
        return f"{self.kind:16} {self.doc_id}  {summary(self.fact)}"


def summary(fact: Fact) -> str:
    """A record in one line."""
    if "name" in fact:
        return str(fact["name"])
    quote = (fact.get("quote") or "")[:120]
    if "form" in fact:
        return f"{fact['form']} {fact.get('sides')} {fact.get('start')} {fact.get('salience')} | {quote}"
    pair = f"{fact.get('metric')} {fact.get('reporter')}>{fact.get('partner')}"
    amount = f"{fact.get('amount')} {fact.get('currency')} {fact.get('change_pct')}"
    return f"{pair} {amount} {fact.get('start')}..{fact.get('end')} {fact.get('status')} | {quote}"


@dataclass(slots=True)
class Tally:
    """What comparing one article gives."""

    rates: dict[str, Rates] = field(default_factory=dict)
    slots: list[tuple[str, bool]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def slot(self, name: str, right: object) -> None:
        """One more pair of records for a slot."""
        self.slots.append((name, bool(right)))

    def filled(
        self, name: str, gold: Fact, coded: Fact, key: str, same: Callable[[Any, Any], bool] = lambda a, b: a == b
    ) -> None:
        """As `slot`, where one of the two records has a value."""
        one, other = gold.get(key), coded.get(key)
        if one is not None or other is not None:
            self.slot(name, one is not None and other is not None and same(one, other))


@dataclass(frozen=True)
class Score:
    """The measure of coded articles against gold; `tallies` has one entry an article of gold."""

    tallies: tuple[Tally, ...]

    @cached_property
    def types(self) -> dict[str, Rates]:
        """Rates by type of record; a type that gold does not code is left out."""
        return {name: _sum(self.tallies, name) for name in TYPES if any(name in tally.rates for tally in self.tallies)}

    @cached_property
    def slots(self) -> dict[str, tuple[float, int]]:
        """Of each slot the share of matched pairs that agree, and their number."""
        found: dict[str, list[bool]] = defaultdict(list)
        for tally in self.tallies:
            for name, right in tally.slots:
                found[name].append(right)
        return {name: (round(sum(values) / len(values), 3), len(values)) for name, values in found.items()}

    @property
    def errors(self) -> tuple[Fault, ...]:
        """What was missed and made up, by kind and article."""
        faults = (fault for tally in self.tallies for fault in tally.faults)
        return tuple(sorted(faults, key=lambda fault: (fault.kind, fault.doc_id, summary(fault.fact))))

    @cached_property
    def intervals(self) -> dict[str, tuple[float, float]]:
        """95 % intervals of F1: articles drawn anew with replacement, a thousand times, the same draws on every run."""
        draw = random.Random(0)  # noqa: S311 - no secret
        values: dict[str, list[float]] = {name: [] for name in self.types}
        for _ in range(SAMPLES if self.tallies else 0):
            sample = draw.choices(self.tallies, k=len(self.tallies))
            for name, drawn in values.items():
                drawn.append(_sum(sample, name).f1)
        return {name: (drawn[int(0.025 * len(drawn))], drawn[int(0.975 * len(drawn))]) for name, drawn in _sorted(values)}

    def to_dict(self) -> dict[str, Any]:
        """All figures as JSON takes them."""
        figures: dict[str, Any] = {"articles": len(self.tallies)}
        for name, rates in self.types.items():
            figures[name] = {"p": rates.precision, "r": rates.recall, "f1": rates.f1, "gold": rates.gold, "coded": rates.coded}
            figures[name]["interval"] = list(self.intervals[name])
        return figures | {"slots": {name: list(value) for name, value in self.slots.items()}}

    @property
    def frame(self) -> pd.DataFrame:
        """Precision, recall, F1 with its interval, by type."""
        import pandas as pd

        rows = [
            (name, rates.precision, rates.recall, rates.f1, *self.intervals[name], rates.gold, rates.coded)
            for name, rates in self.types.items()
        ]
        return pd.DataFrame(rows, columns=["type", "precision", "recall", "f1", "low", "high", "gold", "coded"])

    @property
    def slot_frame(self) -> pd.DataFrame:
        """Accuracy by slot, empty where fewer than 20 pairs carry it."""
        import pandas as pd

        rows = [(name, share if n >= ENOUGH else None, n) for name, (share, n) in self.slots.items()]
        return pd.DataFrame(rows, columns=["slot", "accuracy", "n"]).astype({"accuracy": "Float64"})

    def __str__(self) -> str:
        lines = [f"{len(self.tallies)} articles"]
        for name, rates in self.types.items():
            low, high = self.intervals[name]
            figures = f"P {rates.precision:.3f}  R {rates.recall:.3f}  F1 {rates.f1:.3f} [{low:.3f}, {high:.3f}]"
            lines.append(f"{name:22} {figures}  (gold {rates.gold}, coded {rates.coded})")
        lines += [f"  {name:20} {f'{share:.3f}' if n >= ENOUGH else '':5}  n={n}" for name, (share, n) in self.slots.items()]
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"


def _sum(tallies: Iterable[Tally], name: str) -> Rates:
    return sum((tally.rates[name] for tally in tallies if name in tally.rates), Rates())


def _sorted(values: Mapping[str, list[float]]) -> Iterator[tuple[str, list[float]]]:
    yield from ((name, sorted(drawn)) for name, drawn in values.items() if drawn)
