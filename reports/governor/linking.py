"""Which counts of a report are linked by sums, and who may see which total; pure.

Names of counts carry their owner: `bure-valley/K` is a school's, `/K` the federation's. So the
reports of a federation and of its schools are one system, and none gives another away.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from aylsham.suppression.audience import Audience
from aylsham.suppression.counts import Counts, Known, Protected, Sum, joined
from aylsham.suppression.differencing import Figure, beside
from aylsham.suppression.protecting import protect
from ehcp.rules.timeliness import OF_FEW, Duty
from reports.governor.counting import Counted, E, K, area_of
from reports.governor.groups import BEFORE as GROUP_BEFORE
from reports.governor.groups import link_groups
from reports.governor.support import OF_THE_SCHOOL, TESTED, sums_of_support
from reports.governor.two_terms import (
    BEFORE,
    FOLLOWED,
    followed_later,
    is_guarded,
    sums_of_years,
    totals,
)

#: How many children there are says nothing about SEN.
_OPEN_TO_ANYBODY = ("roll",)
#: School totals that governors see, however small.
_OPEN_TO_GOVERNORS = ("none", "register", K, E, "on", "off", "joined", "left", "up", "down")
#: Sums of two of them, which nobody prints.
_FLOWS = {"come", "gone"}
#: They tell how many children of one year group have a plan.
_OF_A_MOVE = (Duty.PHASE_MEETING, Duty.PHASE_PLAN)
#: A school has a few requests and orders a year, for children whom governors do not know of.
_CLOSED = frozenset((*_OF_A_MOVE, *OF_FEW))
LEVELS = ("roll", "none", "register", K, E)
OUTCOMES = ("in_time", "late", "open")


@dataclass(frozen=True)
class Owner:
    """Whose counts they are: a school by its slug, or the federation."""

    slug: str = ""

    def named(self, name: str) -> str:
        """The name of one of its counts among everybody's."""
        return f"{self.slug}/{name}"


def linked(counted: Counted, audience: Audience, owner: Owner) -> Counts:
    """The counts of one report with the sums between them."""
    values = _told(counted)
    sums = [
        each for each in _sums(counted) if each.parts and all(name in values for name in each.cells)
    ]
    never = {"stayed", *(_FLOWS if audience is not Audience.GOVERNORS else ())} & values.keys()
    derived = {name for name in values if is_guarded(name, values[name])}
    never |= {name for name in values if name.startswith(FOLLOWED)} - derived
    if (rest := counted[E] - counted["phase:all"]) >= 0:
        values["phase:rest"] = rest
        never.add("phase:rest")
        sums.append(Sum(E, ("phase:all", "phase:rest")))
    for year in counted.names("year_roll:"):
        of_year = year.removeprefix("year_roll:")
        others = f"year_none:{of_year}"
        values[others] = counted[year] - counted[f"year:{of_year}"]
        derived.add(others)
        sums.append(Sum(year, (f"year:{of_year}", others)))
    groups = link_groups(values, f"at:{counted.groups_before}:register")
    values |= groups.values
    return Counts(
        {owner.named(name): n for name, n in values.items()},
        tuple(
            Sum(owner.named(s.whole), tuple(map(owner.named, s.parts)))
            for s in (*sums, *groups.sums)
        ),
        frozenset(owner.named(n) for n in values if n in groups.open or _is_open(n, audience)),
        frozenset(map(owner.named, never | groups.never_shown)),
        frozenset(map(owner.named, derived | groups.derived)),
    )


def _told(counted: Counted) -> dict[str, int]:
    """The counts that this report, or it and the one before, say anything of."""
    values = dict(counted.counts)
    for term in set(counted.all_terms) - set(counted.whole_terms[:-1]):
        for level in LEVELS:  # this term's own counts stand under their plain names
            values.pop(f"at:{term.code}:{level}", None)
    this = counted.all_terms[-1].code if counted.all_terms else ""
    values.pop(f"present:{this}", None)  # the register itself
    left_out = [*_alone(counted)]
    if len(counted.whole_terms) > 1:  # the trend is told by the terms themselves
        left_out += ["present:", "new:"]
    if _follows(counted):
        values |= totals(values)
    else:
        left_out += [BEFORE, *FOLLOWED]
    return {name: n for name, n in values.items() if not name.startswith(tuple(left_out))}


def _follows(counted: Counted) -> bool:
    """Whether everybody is known who was there at the end of the term before."""
    return counted.knows_before and len(counted.whole_terms) > 1


def _is_open(name: str, audience: Audience) -> bool:
    plain = name.split(":")
    last = plain[-1] if plain[0] == "at" else name
    if last in _OPEN_TO_ANYBODY or plain[0] == "year_roll":
        return True
    if audience is not Audience.GOVERNORS:
        return False
    if plain[0] == "due":
        return plain[1] not in _CLOSED
    return last in (*_OPEN_TO_GOVERNORS, *_FLOWS, *OF_THE_SCHOOL)


def _sums(counted: Counted) -> Iterable[Sum]:
    def parts(prefix: str) -> tuple[str, ...]:
        return tuple(name for name in counted.names(prefix) if name.count(":") == 1)

    yield from _levels("")
    for term in counted.whole_terms[:-1]:
        yield from _levels(f"at:{term.code}:")
    yield from _since_when(counted)
    yield Sum("register", parts("year:"))
    yield Sum("register", parts("area:"))
    for area in parts("area:"):
        yield Sum(area, tuple(n for n in parts("need:") if _area_name(n) == area))
    yield from sums_of_support()
    yield Sum("register", ("stayed", "on", "joined"))
    if _follows(counted):
        yield Sum(f"at:{counted.whole_terms[-2].code}:register", ("stayed", "off", "left"))
        yield from sums_of_years(counted.counts, *counted.whole_terms[-2:])
    for change in ("on", "off"):
        yield Sum(change, parts(f"{change}:"))
    yield Sum("phase:all", ("phase:held", "phase:waiting"))
    of_councils = {duty: at_stage(counted, duty) for duty in OF_FEW}
    of_councils[Duty.DECISION] = councils(counted)
    for name in (*(f"due:{duty.value}" for duty in Duty), *chain(*of_councils.values())):
        yield Sum(f"{name}:all", tuple(f"{name}:{outcome}" for outcome in OUTCOMES))
    for duty, names in of_councils.items():
        for outcome in ("all", *OUTCOMES, "unknown"):
            several = tuple(f"{name}:{outcome}" for name in names)
            yield Sum(f"due:{duty.value}:{outcome}", several)


def _since_when(counted: Counted) -> Iterable[Sum]:
    """Each term's count is that of the term before and of those who came in between."""
    before: tuple[str, ...] = ()
    for term in counted.all_terms[:-1]:
        whole = f"present:{term.code}"
        yield Sum(whole, (*before, f"new:{term.code}"))
        before = (whole,)
    for term in counted.all_terms[-1:]:
        came = counted["on"] + counted["joined"] == counted[f"new:{term.code}"]
        yield Sum("register", (*before, *(("on", "joined") if came else (f"new:{term.code}",))))


def _levels(prefix: str) -> Iterable[Sum]:
    yield Sum(f"{prefix}roll", (f"{prefix}none", f"{prefix}register"))
    yield Sum(f"{prefix}register", (f"{prefix}{K}", f"{prefix}{E}"))


def _area_name(need: str) -> str:
    return f"area:{area_of(need.removeprefix('need:'))}"


def councils(counted: Counted) -> list[str]:
    """`council:Norfolk` and so on; none where there is only one."""
    return _several(counted, "council:")


def at_stage(counted: Counted, duty: Duty) -> list[str]:
    """`stage:assess_plan:Norfolk` and so on; none where there is only one council."""
    return _several(counted, f"stage:{duty.value}:")


def _several(counted: Counted, prefix: str) -> list[str]:
    found = sorted({name.rpartition(":")[0] for name in counted.names(prefix)})
    return found if len(found) > 1 else []


def _alone(counted: Counted) -> Iterable[str]:
    """How counts begin that only say of the one council what the line above says already."""
    if not councils(counted):
        yield "council:"
    for duty in OF_FEW:
        if not at_stage(counted, duty):
            yield f"stage:{duty.value}:"


@dataclass(frozen=True)
class System:
    """Everything that has to be protected together, and what readers know of it already."""

    counts: Counts
    known: Known
    #: The names that the report itself shows or hides.
    ours: frozenset[str]

    def figures(self, protected: Protected) -> dict[str, int | None]:
        """What the report will have said of each of its counts: for the register of figures."""
        unprinted = self.counts.never_shown | self.counts.derived
        return {name: protected[name] for name in sorted(self.ours - unprinted)}


def in_play(own: str, published: Iterable[Figure]) -> set[str]:
    """Whose counts have to be looked at together with a report's own."""
    return {own} | {each.name.partition("/")[0] for each in published if each.is_readers}


def system(
    own: str,
    counted: Mapping[str, Counted],
    audience: Audience,
    published: Sequence[Figure],
) -> System:
    """The report of `own` (a school's slug, or "" for the federation) among what is out already.

    `counted` has the federation under "" and schools under their slugs; what nobody has published
    anything of does no harm and is left out.
    """
    playing = in_play(own, published) & counted.keys()
    if not own:
        playing |= counted.keys()  # its table names every school
    parts = {slug: linked(counted[slug], audience, Owner(slug)) for slug in sorted(playing)}
    values = joined(parts.values())
    ours = {name for name in values.values if _is_ours(name, own)}
    others = values.values.keys() - ours - {each.name for each in published if each.is_readers}
    sums, rests = _across(counted, parts) if "" in playing else ((), {})
    counts = replace(
        values,
        values={**values.values, **rests},
        sums=(*values.sums, *sums),
        never_shown=values.never_shown | others | rests.keys(),
    )
    counts, known = beside(counts, ours, published)
    kept = followed_later(published, ours)
    if audience is Audience.PUBLIC:
        kept |= _kept_from_governors(own, counted, published) & ours
        kept -= counts.never_shown | counts.derived | counts.open
    known = replace(known, hidden=known.hidden | kept - known.shown)
    return System(counts, known, frozenset(ours))


def _kept_from_governors(
    own: str, counted: Mapping[str, Counted], published: Sequence[Figure]
) -> frozenset[str]:
    """What a report for governors hides: they read the public one beside small totals."""
    theirs = [replace(each, is_readers=True) for each in published]
    found = system(own, counted, Audience.GOVERNORS, theirs)
    return protect(found.counts, found.known).hidden


def _is_ours(name: str, own: str) -> bool:
    slug, _, plain = name.partition("/")
    if plain.startswith((BEFORE, GROUP_BEFORE)):
        return False  # the report on the term before has said it, or not
    return slug == own or (not own and (plain in LEVELS or plain.startswith(TESTED)))


def _across(
    counted: Mapping[str, Counted], parts: Mapping[str, Counts]
) -> tuple[tuple[Sum, ...], dict[str, int]]:
    """The federation's counts as sums of its schools': those in play, and all others as one."""
    sums, rests = [], {}
    for whole, value in parts[""].values.items():
        if whole in parts[""].never_shown:
            continue
        schools = tuple(
            name
            for slug, part in parts.items()
            if slug and (name := _at_school(slug, whole[1:], part, counted[slug]))
        )
        rest = value - sum(parts[name.partition("/")[0]].values[name] for name in schools)
        others = counted.keys() - parts.keys()
        if others:
            rests[f"*{whole}"] = rest
            schools = (*schools, f"*{whole}")
        if schools and (others or rest == 0):
            sums.append(Sum(whole, schools))
    return tuple(sums), rests


def _at_school(slug: str, plain: str, part: Counts, counted: Counted) -> str:
    """The name of a school's share of a count; its one council's is the line above."""
    name = Owner(slug).named(plain)
    if name in part.values or plain not in counted.counts:
        return name if name in part.values else ""
    kind, *more = plain.split(":")
    duty = more[0] if kind == "stage" else Duty.DECISION.value
    is_of_one = kind in ("stage", "council")
    return Owner(slug).named(f"due:{duty}:{more[-1]}") if is_of_one else ""
