"""Reports of a random school as they are published one after another, and the truth behind them."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.suppression.audience import Audience
from aylsham.suppression.counts import Protected
from aylsham.suppression.differencing import Figure
from aylsham.suppression.protecting import protect
from pupils.codes import NEED_TYPES, AreaOfNeed, StatusReason
from reports.governor.assembling import assemble
from reports.governor.counting import Counted, add_up, count_school
from reports.governor.facts import SchoolFacts
from reports.governor.group_terms import terms_of_groups
from reports.governor.groups import ON, ROLL
from reports.governor.heading import Heading
from reports.governor.linking import Owner, System, system
from reports.governor.national import national_picture
from reports.governor.support import KINDS
from reports.selectors.governor_report import _as_of
from tests.reports.attack.reader import (
    FLOWS,
    OUTCOMES,
    Reader,
    read_groups_since,
    read_report,
    read_trend,
    read_two_terms,
    ways_of,
    worked_out,
)
from tests.reports.attack.schools import TERMS, YEARS, RandomSchool

PUBLIC, GOVERNORS = Audience.PUBLIC, Audience.GOVERNORS
#: Totals of the whole school that a report for governors says it prints, however small.
OPEN = ("roll", "register", "K", "E", "neither", *FLOWS, "up", "down")
CLOSED_DUTIES = ("phase_", "assess_", "order")


@dataclass(frozen=True)
class Out:
    """A report in its readers' hands."""

    place: int
    audience: Audience
    report: Mapping[str, Any]
    figures: Mapping[str, int | None]
    protected: Protected
    counted: Counted
    facts: SchoolFacts

    @property
    def at(self) -> str:
        return TERMS[self.place].key.code


Protecting = Callable[[System], Protected]


def protecting(found: System) -> Protected:
    """As the product does."""
    return protect(found.counts, found.known)


def publish(
    school: RandomSchool,
    order: Sequence[tuple[int, Audience]],
    how: Protecting = protecting,
) -> list[Out]:
    """The reports of a school in this order, each beside those that are out already."""
    out: list[Out] = []
    for place, audience in order:
        out.append(_publish(school, place, audience, out, how))
    return out


def _publish(school: RandomSchool, place: int, audience, out: list[Out], how: Protecting) -> Out:
    term = TERMS[place]
    printed = {TERMS[each.place].key for each in out if each.report["groups"]}
    groups = terms_of_groups(printed, term.key)
    facts = replace(school.facts(place), groups=groups)
    counted = count_school(facts)
    figures = [
        Figure(name, value, each.audience in audience.reads)
        for each in out
        for name, value in _as_of(each.at, term.key, each.figures, groups.before).items()
    ]
    found = system(school.slug, {school.slug: counted, "": add_up([counted])}, audience, figures)
    protected = how(found)
    heading = Heading(
        owner=school.slug,
        is_federation=False,
        phase="primary",
        term=term.key,
        day=term.counted_on,
        is_term_over=True,
        before_on=TERMS[place - 1].counted_on,
        promises_since=term.counted_on - dt.timedelta(days=364),
        attendance_as_of=term.counted_on,
        known_from=None,
        audience=audience,
    )
    report = assemble(
        heading, counted, protected, national_picture(term.counted_on), Owner(school.slug)
    )
    figured = found.figures(protected)
    return Out(place, audience, report.as_json(), figured, protected, counted, facts)


def attacked(out: Sequence[Out], audience: Audience) -> list[str]:
    """Counts of one to four that these readers work out, beyond what open totals alone tell."""
    held = [each for each in out if each.audience in audience.reads]
    found = set(_worked_out(held, audience, lambda report: report))
    if found and audience is GOVERNORS:
        found -= set(_worked_out(held, audience, only_totals))
    return sorted(found)


def _worked_out(held: Sequence[Out], audience: Audience, shown: Callable) -> Iterator[str]:
    reader, terms = Reader(), {each.key.label: each.key.code for each in TERMS}
    truth: dict[str, int] = {}
    for each in held:
        read_report(reader, shown(each.report), each.at)
        read_trend(reader, shown(each.report), terms)
        truth |= dict(_truth(each, audience))
        if each.counted.knows_before and len(each.counted.whole_terms) > 1:
            before = TERMS[each.place - 1].key.code
            read_two_terms(reader, before, each.at, _years(held, each))
            truth |= dict(_came_and_went(each))
        truth |= dict(_since_groups(reader, held, each))
    return worked_out(reader, truth)


def _since_groups(reader: Reader, held: Sequence[Out], out: Out) -> Iterator[tuple[str, int]]:
    """Groups that stand in the report on the term before as well, and who came and went in them."""
    for other in held:
        if other.place == out.place - 1 and other.report["groups"] and out.report["groups"]:
            then, now = ways_of(other.report["groups"]), ways_of(out.report["groups"])
            ways = {
                way: [x for x in labels if x in then.get(way, ())] for way, labels in now.items()
            }
            read_groups_since(reader, other.at, out.at, ways)
            yield from _came_and_went_in_groups(out, TERMS[other.place].counted_on).items()


def _came_and_went_in_groups(out: Out, before: dt.date) -> Counter[str]:
    found: Counter[str] = Counter()
    for child in out.facts.children:
        is_on, was_on = (
            child.status(TERMS[out.place].counted_on) != "N",
            child.status(before) != "N",
        )
        for group in child.groups if is_on != was_on else ():
            found[f"{out.at} {group.replace(':', ': ', 1)} {'come' if is_on else 'gone'}"] += 1
    return found


def _years(held: Sequence[Out], out: Out) -> Iterator[tuple[str, str]]:
    """Year groups that stand in a report on the term before as well, each then and now."""
    before = [each.report for each in held if each.place == out.place - 1]
    labels = {line["label"] for report in before for line in report["years"]}
    for line in out.report["years"]:
        then = _then(line["label"], out.place)
        if then in labels:
            yield then, line["label"]


def _then(label: str, place: int) -> str:
    """The year group in the term before: the one below, if there was a September between."""
    if TERMS[place].key.academic_year == TERMS[place - 1].key.academic_year:
        return label
    labels = [YEAR_GROUP_LABELS[code] for code in YEARS]
    return labels[labels.index(label) - 1] if label in labels[1:] else ""


def _came_and_went(out: Out) -> Iterator[tuple[str, int]]:
    """Children of a year group who came on the register since the term before, or went."""
    day, before = TERMS[out.place].counted_on, TERMS[out.place - 1].counted_on
    found: Counter[str] = Counter()
    for child in out.facts.children:
        label = YEAR_GROUP_LABELS[child.year_group]
        is_on, was_on = child.status(day) != "N", child.status(before) != "N"
        if is_on and not was_on:
            found[f"{out.at} {label} come"] += 1
        if was_on and not is_on:
            then = _then(label, out.place) if child.is_on_roll(day) else label
            found[f"{out.at} {then} gone"] += 1
    yield from found.items()


def only_totals(report: Mapping[str, Any]) -> dict[str, Any]:
    """The report with nothing but the totals that governors are shown however small."""
    blank = {"count": None, "percent": None}
    changes = report["changes"] | {"reasons_on": [], "reasons_off": []}
    promises = {key: [] for key in report["promises"]} | {
        side: [line for line in report["promises"][side] if _is_open(line["code"])]
        for side in ("ours", "councils")
    }
    support = {
        name: None if name.startswith(("out:", "part:")) else count
        for name, count in report["support"].items()
    }
    hidden = {"all": None, "held": None, "waiting": None, "is_any": False, "is_any_waiting": False}
    return dict(report) | {
        "changes": changes,
        "promises": promises,
        "coming": hidden,
        "support": support,
        "groups": [],
        **{key: [line | blank for line in report[key]] for key in ("years", "areas", "needs")},
    }


def _is_open(code: str) -> bool:
    return not code.startswith(CLOSED_DUTIES)


def _truth(out: Out, audience: Audience) -> Iterator[tuple[str, int]]:
    """What is to be kept from readers, under the names that the reader uses."""
    at, counted = out.at, out.counted
    names = {"neither": "none", **{name: name for name in ("register", "K", "E", *FLOWS)}}
    names |= {name: name for name in ("up", "down")}
    for name, ours in names.items():
        if audience is PUBLIC or name not in OPEN:
            yield f"{at} {name}", counted[ours]
    for name in counted.names("year_roll:"):
        year = name.removeprefix("year_roll:")
        label = f"{at} {YEAR_GROUP_LABELS[year]}"
        yield label, counted[f"year:{year}"]
        yield f"{label} neither", counted[name] - counted[f"year:{year}"]
    for area in AreaOfNeed:
        yield f"{at} {area.label}", counted[f"area:{area.value}"]
    yield f"{at} Not recorded", counted["area:none"]
    for code, need in NEED_TYPES.items():
        yield f"{at} {need.label}", counted[f"need:{code}"]
    for way in ("on", "off"):
        for reason in StatusReason:
            yield f"{at} {way}: {reason.label}", counted[f"{way}:{reason.value}"]
    for part in ("all", "held", "waiting"):
        yield f"{at} coming {part}", counted[f"phase:{part}"]
    for kind in KINDS:
        if audience is PUBLIC or kind in ("out:", "part:"):
            for name in counted.names(kind):
                yield f"{at} {name}", counted[name]
    for name in counted.names(ROLL):
        group = name.removeprefix(ROLL)
        label = f"{at} {group.replace(':', ': ', 1)}"
        yield f"{label} roll", counted[name]
        yield label, counted[f"{ON}{group}"]
        yield f"{label} neither", counted[name] - counted[f"{ON}{group}"]
    yield from _duties(at, counted, audience)


def _duties(at: str, counted: Counted, audience: Audience) -> Iterator[tuple[str, int]]:
    for name in counted.names("due:"):
        _, code, part = name.split(":")
        if audience is PUBLIC or not _is_open(code):
            yield f"{at} due {code}: {part}", counted[name]
    for name in counted.names("council:"):
        _, council, part = name.split(":")
        if part in (*OUTCOMES, "all"):
            yield f"{at} due {council}: {part}", counted[name]
