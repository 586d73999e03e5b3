"""Who is on the register and who has provision: groups of children against all the others."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q

from aylsham.access.current import Access
from aylsham.suppression.counts import Counts, Protected, Sum
from aylsham.suppression.protecting import protect
from aylsham.suppression.settings import SMALLEST_BASE
from provision.models import Place
from provision.provision_codes import ProvisionState
from provision.rules.equity import Rate, compared, rate
from pupils.codes import FactKind, SenStatus, Sex
from pupils.models import DatedFact, Pupil
from pupils.selectors.identity import with_status

NOT_SAID = "Not said"
HIDDEN = "Too few to show."


@dataclass(frozen=True)
class Child:
    """What is known of a child that groups are made of."""

    sex: str
    ethnicity: str
    is_eal: bool | None
    born_on: dt.date
    has_premium: bool
    is_on_register: bool
    has_provision: bool


def _season(child: Child) -> str:
    """As schools in England speak of it: the oldest of a year are born in autumn."""
    month = child.born_on.month
    if month >= 9:
        return "Born September to December"
    return "Born January to April" if month <= 4 else "Born May to August"


def _ethnicity(child: Child) -> str:
    """Broad groups of the school census's main codes, by their first letter; other words stay."""
    code = child.ethnicity.upper()
    if code in ("", "NOBT", "REFU"):
        return NOT_SAID
    if code == "WBRI":
        return "White British"
    if len(code) != 4:
        return child.ethnicity
    broad = {"W": "White, other", "M": "Mixed", "A": "Asian", "B": "Black"}
    return broad.get(code[0], "Other")


def _eal(child: Child) -> str:
    words = {True: "English as an additional language", False: "English as first language"}
    return NOT_SAID if child.is_eal is None else words[child.is_eal]


WAYS: tuple[tuple[str, Callable[[Child], str]], ...] = (
    ("Pupil premium", lambda c: "Pupil premium" if c.has_premium else "No pupil premium"),
    ("First language", _eal),
    ("Season of birth", _season),
    ("Sex", lambda c: Sex(c.sex).label if c.sex else NOT_SAID),
    ("Ethnicity", _ethnicity),
)
MEASURES: tuple[tuple[str, Callable[[Child], bool]], ...] = (
    ("On the SEND register", lambda c: c.is_on_register),
    ("With provision now", lambda c: c.has_provision),
)


@dataclass(frozen=True)
class GroupShare:
    """A group's share in one list, and what may be said of it; None where it is hidden."""

    rate: Rate | None
    words: str

    @property
    def share_words(self) -> str:
        """The share with its band, or that it is hidden."""
        return self.rate.words if self.rate else HIDDEN


@dataclass(frozen=True)
class Group:
    """A group of children in one way of looking."""

    name: str
    #: None where the number is hidden.
    children: int | None
    shares: tuple[GroupShare, ...]


@dataclass(frozen=True)
class Way:
    """All groups of one way of looking."""

    name: str
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Equity:
    """The page: every way of looking, the school's own shares first."""

    children: int
    whole: tuple[tuple[str, Rate], ...]
    ways: tuple[Way, ...]


def equity(access: Access) -> Equity:
    """Each group against all other children on roll; one statement.

    Numbers under five are hidden, and whatever gives them away, whoever asks: the page is made to
    be shown. No share stands on fewer than ten. The school's own totals are open, as in the report
    for governors.
    """
    children = _children(access)
    counts = [(name, sum(map(of, children))) for name, of in MEASURES]
    return Equity(
        len(children),
        tuple((name, rate(n, len(children))) for name, n in counts),
        tuple(_way(name, of, children) for name, of in WAYS),
    )


def _children(access: Access) -> list[Child]:
    today = access.today
    here = {"school_id": OuterRef("school_id"), "pupil_id": OuterRef("pk")}
    premium = DatedFact.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today),
        kind__in=[FactKind.PUPIL_PREMIUM, FactKind.EARLY_YEARS_PREMIUM],
        starts_on__lte=today,
        **here,
    )
    places = Place.objects.filter(
        starts_on__lte=today, ends_on__gte=today, provision__is_confidential=False, **here
    ).exclude(provision__state=ProvisionState.DRAFT)
    rows = (
        with_status(Pupil.objects.filter(school__in=access.schools), today)
        .on_roll(today)
        .annotate(premium=Exists(premium), given=Exists(places), now=F("period__status"))
        .order_by()
    )
    names = ("sex", "ethnicity", "is_eal", "born_on", "premium", "now", "given")
    return [
        Child(sex, ethnicity, eal, born, has, now in (SenStatus.SUPPORT, SenStatus.PLAN), given)
        for sex, ethnicity, eal, born, has, now, given in rows.values_list(*names)
    ]


def _way(name: str, of: Callable[[Child], str], children: Iterable[Child]) -> Way:
    groups: dict[str, list[Child]] = defaultdict(list)
    for child in children:
        groups[of(child)].append(child)
    shown = _protected(groups)
    ordered = sorted(groups, key=lambda each: (each == NOT_SAID, each))
    return Way(name, tuple(_group(each, groups, shown) for each in ordered))


def _protected(groups: dict[str, list[Child]]) -> Protected:
    """Counts of every group and list, small ones hidden with whatever gives them away."""
    values: dict[str, int] = {}
    sums: list[Sum] = []
    for name, same in groups.items():
        values[f"n {name}"] = len(same)
        for number, (_, of) in enumerate(MEASURES):
            values[f"{number} {name}"] = sum(map(of, same))
            values[f"{number} not {name}"] = len(same) - values[f"{number} {name}"]
            sums.append(Sum(f"n {name}", (f"{number} {name}", f"{number} not {name}")))
    totals = ("n", *(f"{number}" for number in range(len(MEASURES))))
    for total in totals:
        parts = tuple(f"{total} {name}" for name in groups)
        values[total] = sum(values[part] for part in parts)
        sums.append(Sum(total, parts))
    return protect(Counts(values, tuple(sums), open=frozenset(totals)))


def _group(name: str, groups: dict[str, list[Child]], shown: Protected) -> Group:
    size, total = shown[f"n {name}"], shown.values["n"]
    shares = []
    for number in range(len(MEASURES)):
        counted = shown[f"{number} {name}"]
        if size is None or counted is None or size < SMALLEST_BASE:
            shares.append(GroupShare(None, ""))
            continue
        ours = rate(counted, size)
        others = rate(shown.values[f"{number}"] - counted, total - size)
        shares.append(GroupShare(ours, compared(ours, others)))
    return Group(name, size, tuple(shares))
