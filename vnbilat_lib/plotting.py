"""The figures' style and colours, and a figure as a picture with its alternative text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

# Colours told apart by the colour-blind too (after Okabe and Ito, darkened for white paper); shapes, hatches and words say the
# same. The forms of a meeting face to face share one colour.
COLOURS = {
    "talks": "#1f5f99",
    "audience": "#1f5f99",
    "reception": "#1f5f99",
    "meeting": "#1f5f99",
    "call": "#7a4b94",
    "conference": "#b4541a",
    "visit": "#2e7d5b",
    "trade": "#1f5f99",
    "export": "#b4541a",
    "import": "#2e7d5b",
    "balance": "#7a4b94",
    "investment": "#8a6d1f",
    "ink": "#1c2430",
    "soft": "#55606e",
    "rule": "#dcd8ce",
    "band": "#e9eef2",
}
HATCHES = {"talks": "", "audience": "..", "reception": "//", "meeting": "xx", "call": "", "conference": "", "visit": ""}
# colour, hatch and the colour of a number on it: of the forms together, and of levels from the highest (dark) down
LOOKS = {
    "face": (COLOURS["talks"], "", "white"),
    "call": (COLOURS["call"], "", "white"),
    "conference": (COLOURS["conference"], "", "white"),
    "visit": (COLOURS["visit"], "", "white"),
    "1": ("#173f66", "", "white"),
    "2": ("#4a7fb0", "", "white"),
    "3": ("#9fc0de", "", "#1c2430"),
    "4": ("#dbe7f2", "", "#1c2430"),
    "none": ("#ffffff", "///", "#1c2430"),
}
LABELLED = 12  # bars that have their period under them; of more every second, third ...
DPI = 200
SHOWN_DPI = 100  # a picture is shown at half its pixels, so that it stays sharp on a fine screen

# DejaVu Sans has every Vietnamese letter; DejaVu Sans Mono and STIX draw detached marks without a warning.
STYLE: dict[str, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "figure.figsize": (9.2, 4.6),
    "figure.facecolor": "white",
    "figure.constrained_layout.use": True,
    "figure.constrained_layout.h_pad": 0.1,
    "axes.edgecolor": "#8a8f94",
    "axes.labelcolor": "#1c2430",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 11,
    "axes.titleweight": "bold",
    "axes.titlepad": 10,
    "axes.axisbelow": True,
    "axes.grid": True,
    "axes.grid.axis": "x",
    "grid.color": "#e6e3dc",
    "grid.linewidth": 0.8,
    "text.color": "#1c2430",
    "xtick.color": "#55606e",
    "ytick.color": "#1c2430",
    "ytick.major.size": 0,
    "legend.frameon": False,
    "legend.fontsize": 9,
    "hatch.linewidth": 0.6,
    "svg.hashsalt": "vnbilat",
}


def to_png(figure: Figure) -> bytes:
    """The figure as PNG: the same figure gives the same bytes (no date, no version inside)."""
    buffer = BytesIO()
    figure.savefig(buffer, format="png", dpi=DPI, metadata={"Software": None})
    return buffer.getvalue()


def show(figure: Figure, alt: str) -> None:
    """Show a figure in a notebook with `alt`, the sentences that say what it shows, and close it."""
    from IPython.display import Image, display
    from matplotlib import pyplot as plt

    display(Image(to_png(figure), width=round(figure.get_figwidth() * SHOWN_DPI), alt=alt))  # type: ignore[no-untyped-call]
    plt.close(figure)


def stacked(panels: Sequence[tuple[str, pd.DataFrame, Sequence[tuple[str, str, str]]]]) -> Figure:
    """Stacked bars over one axis of periods: a panel for each (title, counts by period and kind, the kinds' LOOKS)."""
    from matplotlib import pyplot as plt

    with plt.style.context(["default", STYLE]):
        figure, axes = plt.subplots(len(panels), 1, figsize=(9.2, 2.3 * len(panels)), sharex=True, squeeze=False)
        for axis, (title, counts, looks) in zip(axes[:, 0], panels, strict=True):
            base, most = counts.sum(axis=1) * 0, counts.sum(axis=1).max()
            for (kind, numbers), (colour, hatch, ink) in zip(counts.items(), looks, strict=True):
                look = {"color": colour, "ec": COLOURS["soft"], "lw": 0.5, "hatch": hatch, "label": kind}
                bars = axis.bar(range(len(counts)), numbers, 0.7, base, **look)
                axis.bar_label(
                    bars, [n if n > 0.12 * most else "" for n in numbers], label_type="center", color=ink, fontsize=8.5
                )
                base += numbers
            axis.set(title=title, ylim=(0, most * 1.08))
            axis.grid(visible=False, axis="x")
            axis.grid(visible=True, axis="y")
            axis.yaxis.get_major_locator().set_params(integer=True, nbins=4)
            axis.legend(loc="upper left", bbox_to_anchor=(1, 1))
        names = list(panels[0][1].index)
        step = -(-len(names) // LABELLED)
        slant = {"rotation": 35, "ha": "right", "rotation_mode": "anchor"} if len(names) > 6 else {}
        axes[-1, 0].set_xticks(range(0, len(names), step), names[::step], **slant)
        axes[-1, 0].set_xlim(-0.6, max(len(names), 4) - 0.4)
    return figure


def sentence(parts: Iterable[str], most: int = 12, more: str = "+ {n}") -> str:
    """Items of an alternative text in one sentence, the first `most` of them, then how many were left out.

    >>> sentence(["2014: 1,56", "2022: 3,25"])
    '2014: 1,56; 2022: 3,25.'
    """
    items = list(parts)
    left = [more.format(n=len(items) - most)] if len(items) > most else []
    return "; ".join([*items[:most], *left]) + "."
