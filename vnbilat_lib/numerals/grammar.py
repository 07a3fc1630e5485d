"""The grammar of Vietnamese numerals: a number read from a run of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from vnbilat_lib.numerals.digits import tidy


@dataclass(frozen=True, slots=True)
class Token:
    """A word or digit group of a number; `digits` as written where it is digits."""

    start: int
    end: int
    kind: str
    value: Decimal
    digits: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a run of tokens: up to `end` (exclusive), with the factor of the scale words read last."""

    value: Decimal
    end: int
    scale: Decimal = Decimal(1)


class Reader:
    """Reads one number from the start of a run of tokens by the grammar of Vietnamese numerals."""

    __slots__ = ("_tokens",)

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens

    def _kind(self, at: int) -> str:
        return self._tokens[at].kind if at < len(self._tokens) else ""

    def number(self) -> Read | None:
        """The longest number: groups with falling scales ("ba tỷ hai trăm triệu"), then perhaps "rưỡi"."""
        parts: list[tuple[Decimal, Decimal]] = []  # value and unit, units falling
        best: Read | None = None
        at, scale = 0, Decimal(1)
        while at < len(self._tokens):
            group = self._group(at, inside=bool(parts))
            if group is None:
                break
            value, at, scale = group.value, group.end, Decimal(1)
            while self._kind(at) == "scale":
                factor = self._tokens[at].value
                while parts and parts[-1][1] < factor:  # "hai nghìn ba trăm tỷ": all that is smaller is multiplied
                    value += parts.pop()[0]
                value, scale, at = value * factor, scale * factor, at + 1
            if parts and scale == 1 and self._kind(at - 2) == "scale" and self._kind(at - 1) in {"digit", "unit", "digits"}:
                if len(self._tokens[at - 1].digits) > 1:  # "1 triệu 500" leaves open what the 500 are
                    break
                value *= parts[-1][1] / 10  # "một triệu hai", "1 triệu 2" are 1.2 million; 1,000,002 has "linh"
            if parts and value >= parts[-1][1]:
                break
            parts.append((value, scale if scale > 1 else Decimal(1)))
            total = sum((part for part, _ in parts), Decimal(0))
            if self._kind(at) == "half" and scale > 1:
                return Read(tidy(total + scale / 2), at + 1, scale)
            best = Read(tidy(total), at, scale)
            if scale == 1:
                break
        return self._checked(best)

    def _checked(self, read: Read | None) -> Read | None:
        """The number unless what follows makes it vague ("mười mấy", "ba bốn người", "mười năm" for 15)."""
        goes_on = {"vague", "digit", "unit", "teen", "tens", "half", "zero", "point"}
        if read is None or (self._kind(read.end) in goes_on and self._plain(read)):
            return None
        return read

    def _plain(self, read: Read) -> bool:
        """Whether the number ends in a word below a hundred, so that a digit after it makes it another number."""
        return not self._tokens[read.end - 1].digits and self._kind(read.end - 1) != "scale"

    def _group(self, at: int, *, inside: bool) -> Read | None:
        """A group below a thousand, digits, "nửa", or a number with "phẩy"."""
        if self._kind(at) == "digits":
            return Read(self._tokens[at].value, at + 1)
        if self._kind(at) == "part" and self._kind(at + 1) == "scale":
            return Read(self._tokens[at].value, at + 1)
        if self._kind(at) == "zero" and self._kind(at + 1) == "point":
            return self._fraction(Read(Decimal(0), at + 1))
        if inside and self._kind(at) == "unit":
            return Read(self._tokens[at].value, at + 1)
        group = self._hundreds(at, inside=inside)
        if group is None or inside:
            return group
        if self._kind(group.end) == "point":
            return self._fraction(group)
        if self._kind(group.end) == "half" and self._kind(group.end - 1) == "digit":
            return Read(group.value + Decimal("0.5"), group.end + 1)
        return group

    def _fraction(self, whole: Read) -> Read | None:
        """The decimals after "phẩy": digit by digit ("không năm") or as a number ("bảy mươi lăm")."""
        at, zeros = whole.end + 1, ""
        while self._kind(at) == "zero" and len(zeros) < 9:
            zeros, at = zeros + "0", at + 1
        rest = self._below_hundred(at)
        if rest is None:
            return None
        digits, at = zeros + str(rest.value), rest.end
        while self._kind(at) == "digit" and self._kind(at - 1) == "digit" and len(digits) < 9:
            digits, at = digits + str(self._tokens[at].value), at + 1
        return Read(Decimal(f"{whole.value}.{digits}"), at)

    def _hundreds(self, at: int, *, inside: bool) -> Read | None:
        """A group with hundreds: "hai trăm linh năm"; after a greater scale "không trăm mười bảy", "linh năm" too."""
        if inside and self._kind(at) == "link" and self._kind(at + 1) == "digit":
            return Read(self._tokens[at + 1].value, at + 2)
        if self._kind(at + 1) != "hundred" or self._kind(at) not in {"digit", "zero" if inside else "digit"}:
            return self._below_hundred(at)
        hundreds, at = self._tokens[at].value * 100, at + 2
        if self._kind(at) == "half":
            return Read(hundreds + 50, at + 1)
        if self._kind(at) == "link":
            if self._kind(at + 1) not in {"digit", "unit"}:
                return None
            return Read(hundreds + self._tokens[at + 1].value, at + 2)
        rest = self._below_hundred(at)
        if rest is not None and rest.value >= 10:
            return Read(hundreds + rest.value, rest.end)
        return Read(hundreds, at)

    def _below_hundred(self, at: int) -> Read | None:
        """A group below a hundred: "chín", "mười lăm", "hăm mốt", "hai lăm", "ba chục"; "mười năm" is ten years."""
        kind, following = self._kind(at), self._kind(at + 1)
        if kind in {"teen", "twenty"}:
            return self._with_unit(self._tokens[at].value, at + 1)
        if kind == "digit" and following == "tens":
            return self._with_unit(self._tokens[at].value * 10, at + 2)
        if kind == "digit" and following == "unit":
            return Read(self._tokens[at].value * 10 + self._tokens[at + 1].value, at + 2)
        if kind == "digit":
            return Read(self._tokens[at].value, at + 1)
        return None

    def _with_unit(self, tens: Decimal, at: int) -> Read:
        """Tens with the unit that may follow; 5 is then "lăm" or "nhăm", "năm" would be years."""
        if self._kind(at) == "unit" or (self._kind(at) == "digit" and self._tokens[at].value != 5):
            return Read(tens + self._tokens[at].value, at + 1)
        return Read(tens, at)
