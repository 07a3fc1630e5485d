"""Whose flow a figure is and with whom, from the economies around its head."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vnbilat_lib.doc import Basis, Span
from vnbilat_lib.trade.draft import Head, Pair
from vnbilat_lib.trade.parties import Party

# So short a gap between two economies of a list is a hyphen.
_HYPHEN = 3


@dataclass(frozen=True, slots=True)
class Sides:
    """What may tell a figure's two sides.

    `before` and `after` are the parties of its clause before and behind the head. `market`: "là thị trường", "khách hàng" stands
    between the last party before and the head, so that this party buys; `investor_at` is where "nhà đầu tư" ends, so that
    "của Việt Nam" behind it is the host; `receiving`: "thu hút", so that the subject is the host; `supplies`: "cung cấp", so
    that the subject sells; `hosted`: projects or registered capital, whose host at home may go without saying. `holder` has
    the balance: "đối tác mà Mỹ có thâm hụt".
    `carried` is the pair of the figure before in the same train of thought, `nearby` of any metric in the same sentence, `recent`
    of the sentence before, `standing` the article's own. `home` is whose trade is meant where only the partner is named. `alone`:
    a figure that names only its reporter is all of that one's, not of the pair before.
    """

    before: tuple[Party, ...]
    after: tuple[Party, ...]
    item: Party | None = None
    market: bool = False
    investor_at: int = sys.maxsize
    receiving: bool = False
    supplies: bool = False
    hosted: bool = False
    holder: Party | None = None
    carried: Pair | None = None
    nearby: Pair | None = None
    recent: Pair | None = None
    standing: tuple[str, str] | None = None
    home: str = "VN"
    alone: bool = False


def find_pair(head: Head, sides: Sides) -> Pair | None:
    """Reporter and partner of a figure, None where the text names no partner (a national total)."""
    if head.metric == "trade":
        return _trade_pair(sides)
    if head.metric == "investment":
        return _investment_pair(sides)
    return _directed_pair(head, sides)


def _distinct(parties: Iterable[Party]) -> list[Party]:
    """The first mention of each economy, "hai nước" and "trong EU" left out."""
    seen: dict[str, Party] = {}
    for party in parties:
        if not party.both and party.role != "among" and not (party.code == "?" and party.role == "in"):
            seen.setdefault(party.code, party)
    return list(seen.values())


def _pair(reporter: Party | str, partner: Party | str, *, listed: str = "partner") -> Pair | None:
    """Two sides as a Pair with their evidence; None of one economy with itself."""
    codes = [side if isinstance(side, str) else side.code for side in (reporter, partner)]
    spans: list[tuple[str, Span, Basis]] = []
    for slot, side in (("reporter", reporter), ("partner", partner)):
        if isinstance(side, Party):
            spans.append((slot, side.span, side.basis))
    if not is_pair(*codes):
        return None
    return Pair(codes[0], codes[1], tuple(spans), "reporter" if listed == "reporter" else "partner")


def is_pair(reporter: str, partner: str) -> bool:
    """Whether two codes are two economies: not a country and its own province, not a continent, the world only as partner."""
    return (
        reporter.split("-", maxsplit=1)[0] != partner.split("-", maxsplit=1)[0]
        and "?" not in (reporter, partner)
        and reporter != "WLD"
    )


def _other(code: str, *pairs: tuple[str, str] | None) -> str | None:
    """The other side of the first pair that has `code` as one."""
    for pair in pairs:
        if pair and code in pair:
            return pair[1] if pair[0] == code else pair[0]
    return None


def _codes(pair: Pair | None) -> tuple[str, str] | None:
    """The two codes of a pair."""
    return (pair.reporter, pair.partner) if pair else None


def _shared(parties: Sequence[Party], standing: tuple[str, str] | None) -> tuple[Party, tuple[str, str]] | None:
    """The last "hai nước", "song phương" of some parties with the pair that it means."""
    for party in reversed(parties):
        if party.both:
            codes = (party.codes[0], party.codes[1]) if len(party.codes) == 2 else standing
            return (party, codes) if codes else None
    return None


def _of_both(party: Party, codes: tuple[str, str]) -> Pair:
    """The pair that "hai nước" means; Vietnam first."""
    first, second = codes if codes[1].split("-")[0] != "VN" else (codes[1], codes[0])
    return Pair(first, second, (("reporter", party.span, "resolved"), ("partner", party.span, "resolved")))


def _trade_pair(sides: Sides) -> Pair | None:
    """The pair of a trade figure: "giữa A và B", "của A với B", "A - B", "song phương", or the one carried over."""
    inner, outer = _distinct(sides.after), _distinct(sides.before)
    both = _shared((*sides.before, *sides.after), sides.standing)
    if len(inner) >= 2 and inner[0].role == inner[1].role == "with":
        return _with_one(inner[-1], outer, both, sides)  # "tăng 34% với Belarus, 4,2 lần với Kazakhstan"
    if len(inner) >= 2:
        near = sides.item if sides.item and sides.item.role == "with" and sides.item != inner[0] else None
        return _pair(inner[0], near or inner[1])  # "giữa Việt Nam và Trung Đông sẽ tăng, riêng với UAE đạt 20 tỷ USD"
    if len(inner) == 1:
        return _with_one(inner[0], outer, both, sides)
    if len(outer) == 2 and (sides.market or not both or _partners(sides.before) or _joined(outer, sides.before)):
        return _pair(outer[0], outer[1])
    recent = _codes(sides.recent)
    if both and recent and "-" not in "".join(recent) and all(party.code in recent for party in outer):
        return _of_both(both[0], recent)
    if both:
        return _of_both(*both)
    if len(outer) > 2:
        return _pair(outer[-2], outer[-1])
    if sides.carried and (not outer or outer[0].code in (sides.carried.reporter, sides.carried.partner)):
        return Pair(sides.carried.reporter, sides.carried.partner)
    if len(outer) == 1:
        second = _other(outer[0].code, sides.standing)
        return _pair(outer[0], second) if second and outer[0].code != sides.home else None
    return Pair(*sides.standing) if sides.standing and not outer else None


def _joined(parties: Sequence[Party], told: Sequence[Party]) -> bool:
    """Whether two parties are told as a pair ("A - B") and no "hai nước" with them."""
    one, two = parties[0], parties[1]
    return not any(party.both for party in told) and one.group == two.group and two.span.start - one.span.end <= _HYPHEN


def _partners(parties: Sequence[Party]) -> bool:
    """Whether two parties stand as subject and "của ...": "Đức là đối tác lớn nhất của Việt Nam"."""
    roles = [party.role for party in parties if not party.both and party.role != "among"]
    return len(roles) >= 2 and roles[-2] == "" and roles[-1] == "of"


def _with_one(party: Party, outer: Sequence[Party], both: tuple[Party, tuple[str, str]] | None, sides: Sides) -> Pair | None:
    """The pair where the clause names one side ("kim ngạch với Đức"): the other from its subject, or the pair in force.

    "kim ngạch thương mại của Trung Quốc" alone is a national total.
    """
    if both and party.code in both[1]:
        return _pair(*((party, _other(party.code, both[1]) or "")))
    subjects = [one for one in outer if one.code != party.code]
    if party.role in {"of", "", "goods"} and not both:
        partnered = [one for one in subjects if one.role in {"with", "between", "of", ""}]
        return _pair(partnered[-1], party) if partnered and (sides.market or partnered[-1].role != "") else None
    if subjects:
        return _pair(next((one for one in subjects if one.code == sides.home), subjects[-1]), party)
    other = _other(party.code, _codes(sides.carried), sides.standing) or _home(party, sides)
    return _pair(other, party) if other else None


def _home(partner: Party, sides: Sides) -> str | None:
    """The economy whose trade the article tells, where the text names only its partner."""
    return sides.home if partner.code.split("-")[0] != sides.home else None


def _directed_pair(head: Head, sides: Sides) -> Pair | None:
    """Exporter and destination, importer and origin, or whose balance with whom."""
    if head.metric == "balance" and any(party.role == "between" for party in sides.after if not party.both):
        return (
            Pair(sides.carried.reporter, sides.carried.partner) if sides.carried else None
        )  # "thâm hụt thương mại giữa A và B": whose?
    after = [party for party in sides.after if not (sides.market and sides.before and party.role == "in")]
    reporter, partner = _by_roles(head, after)
    outer = [party for party in _distinct(sides.before) if party not in (reporter, partner)]
    buys = head.metric == "import" and not (sides.market or sides.supplies)
    swapped = buys and reporter and reporter.role in {"of", ""} and partner is None
    if swapped and any(not one.role and reporter and one.code != reporter.code for one in outer):
        reporter, partner = None, reporter  # "Indonesia nhập khẩu 1,4 triệu tấn gạo của Thái Lan"
    both = _shared((*sides.before, *sides.after), sides.standing)
    if (sides.market or sides.supplies) and outer and partner is None:
        partner, outer = outer[0], outer[1:]
    for party in reversed(outer):
        if party is sides.holder or (sides.holder and party.role == "" and reporter is sides.holder and partner is None):
            reporter, partner = (party, partner) if party is sides.holder else (reporter, party)
        elif party.role == "with" and partner is None:
            partner = party  # "Với EU, thâm hụt của Mỹ tăng lên 72 tỷ USD"
        elif party.role in {"", "of", "goods", "with"} and reporter is None and party.code != (partner.code if partner else ""):
            reporter = party
        elif partner is None and party.role in {"to", "from"} and (head.metric != "balance" or reporter is None):
            partner = party
    return _completed(reporter, partner, both, sides)


def _by_roles(head: Head, parties: Sequence[Party]) -> tuple[Party | None, Party | None]:
    """Reporter and partner among the parties behind the head, by their prepositions."""
    reporter: Party | None = None
    partner: Party | None = None
    own = {"export": {"of", "from", "goods"}, "import": {"of", "to"}}.get(head.metric, {"of"})
    foreign = {"export": {"to", "with", "in", "listed"}, "import": {"from", "with", "goods", "listed"}}.get(
        head.metric, {"with", "to", "from", "listed"}
    )
    for party in _distinct(parties):
        if party.role in foreign and partner is None:
            partner = party
        elif reporter is None and party.role in own | {"", "between"}:
            reporter = party
        elif partner is None and reporter is not None:
            partner = party
    return reporter, partner


def _completed(
    reporter: Party | None, partner: Party | None, both: tuple[Party, tuple[str, str]] | None, sides: Sides
) -> Pair | None:
    """The pair with the side that the clause leaves out: never a partner that the train of thought does not give."""
    carried = _codes(sides.carried)
    if reporter and partner:
        return _pair(reporter, partner)
    if partner:
        known = _other(partner.code, both[1] if both else None, carried) or (carried[0] if carried else None)
        other = known or _other(partner.code, sides.standing) or _home(partner, sides)
        return _pair(other, partner) if other else None
    if reporter:
        if sides.alone and carried and reporter.code in carried and not both:
            return None  # "Tuy nhiên, xuất khẩu của Trung Quốc tăng 4%": all of it
        other = _other(reporter.code, both[1] if both else None, carried) or (carried[1] if carried else None)
        return _pair(reporter, other) if other else None
    if carried:
        return Pair(*carried)
    return _of_both(*both) if both else None


def _investment_pair(sides: Sides) -> Pair | None:
    """Investor and host: "của A vào B", "A đầu tư tại B", "A là nhà đầu tư lớn thứ hai của B"; the host is at home by default."""
    investor: Party | None = None
    host: Party | None = None
    for party in _distinct((*sides.after, *reversed(sides.before))):
        taken = sides.receiving and party in sides.after and not sides.before  # not "Bình Thuận thu hút vốn của Trung Quốc"
        owned = party.role == "of" and (party.span.start >= sides.investor_at or taken)
        if party.role in {"to", "in"} or owned:  # "nhà đầu tư lớn thứ hai của Việt Nam"
            host = host or party
        elif party.role == "from" or not sides.receiving or (party.role == "of" and sides.before):
            investor = investor or party
        else:
            host = host or party
    if investor and host:
        return _pair(investor, host, listed="reporter")
    carried = _codes(sides.carried)
    if investor:
        home = _other(investor.code, carried) or (_home(investor, sides) if sides.hosted else None)
        return _pair(investor, home, listed="reporter") if home else None
    if host:
        other = _other(host.code, carried, _codes(sides.nearby))
        return _pair(other, host, listed="reporter") if other else None
    both = _shared((*sides.before, *sides.after), sides.standing)
    return Pair(*carried, open="reporter") if carried else (_of_both(*both) if both else None)
