"""A governor report as it would be made now, protected beside everything that is out already."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from aylsham.datewords import full_day_words
from aylsham.models import Federation, School
from aylsham.suppression.audience import Audience
from aylsham.suppression.differencing import Figure
from aylsham.suppression.protecting import protect
from aylsham.tenancy.row_security import school_transaction
from reports.governor.assembling import assemble
from reports.governor.counting import Counted, add_up, count_school
from reports.governor.facts import SchoolFacts
from reports.governor.group_terms import GroupTerms, terms_of_groups
from reports.governor.groups import BEFORE as GROUP_BEFORE
from reports.governor.groups import ON
from reports.governor.heading import Heading
from reports.governor.linking import LEVELS, Owner, in_play, system
from reports.governor.national import national_picture
from reports.governor.record import Record, together
from reports.governor.report import Report
from reports.governor.support import TESTED
from reports.governor.terms import TermKey
from reports.governor.two_terms import AFTER, BEFORE, YEAR
from reports.models import FederationReport, SchoolReport
from reports.selectors.governor import TermNotKnown, school_facts, year_before
from reports.selectors.governor_groups import terms_with_groups

#: The federation's own counts stand under no school's name.
FEDERATION = ""


@dataclass(frozen=True)
class Draft:
    """A report with its part of the register of figures, and a mark of what it was counted beside."""

    report: Report
    figures: dict[str, int | None]
    counted_beside: str


def draft_of(
    owner: School | Federation, key: TermKey, audience: Audience, *, today: dt.date
) -> Draft:
    """The report of a school or a federation; TermNotKnown says why it cannot be counted.

    Figures of the federation and of its other schools are looked at too, so that nobody can
    subtract one report from another: only what is safe to print leaves this function.
    """
    federation = _federation_of(owner)
    with school_transaction(*federation.schools.all()):
        own = _name_of(owner)
        groups = terms_of_groups(terms_with_groups(federation), key)
        published = figures_out(owner, key, audience, groups.before)
        facts = _facts(federation, own, key, in_play(own, published), groups, today=today)
        before = _before(owner, key, audience)
    counted = _counted(facts)
    heading = _heading(owner, key, audience, facts, before, today=today)
    _require_known(heading, counted[own])
    found = system(own, counted, audience, published)
    protected = protect(found.counts, found.known)
    national = national_picture(heading.day)
    report = assemble(heading, counted[own], protected, national, Owner(own))
    return Draft(report, found.figures(protected), _mark_of(published, groups))


def mark_of_figures_out(owner: School | Federation, key: TermKey, audience: Audience) -> str:
    """Changes when another report is published that bears on this one."""
    federation = _federation_of(owner)
    with school_transaction(*federation.schools.all()):
        groups = terms_of_groups(terms_with_groups(federation), key)
        return _mark_of(figures_out(owner, key, audience, groups.before), groups)


def figures_out(
    owner: School | Federation, key: TermKey, audience: Audience, groups: TermKey | None = None
) -> list[Figure]:
    """What reports of a federation and its schools have said that bears on one about a term.

    Withdrawn reports have been read. Of another term's report only the totals stand in this one,
    and year groups of the term next to it can be followed into this one; so can groups of the
    term `groups`, whose report printed them last.
    """
    own, federation = _name_of(owner), _federation_of(owner)
    found: list[Figure] = []
    for rows in (
        FederationReport.objects.filter(federation=federation),
        SchoolReport.objects.filter(school__federation=federation),
    ):
        out = rows.out().order_by("published_at").values_list("term", "audience", "figures")
        for term, readers, figures in out:
            is_readers = Audience(readers) in audience.reads
            for name, value in _as_of(term, key, figures, groups).items():
                found.append(Figure(name, value, is_readers))
    if FEDERATION in in_play(own, found):
        return found
    # Without the federation's counts no sum ties one school to another.
    return [each for each in found if each.name.startswith(f"{own}/")]


def _federation_of(owner: School | Federation) -> Federation:
    return owner.federation if isinstance(owner, School) else owner


def _name_of(owner: School | Federation) -> str:
    return owner.slug if isinstance(owner, School) else FEDERATION


def _mark_of(published: Sequence[Figure], groups: GroupTerms) -> str:
    lines = sorted((f.name, str(f.value), f.is_readers) for f in published)
    beside = [groups.is_printed, groups.before.code if groups.before else ""]
    return hashlib.sha256(json.dumps([lines, beside]).encode()).hexdigest()


def _as_of(
    term: str,
    key: TermKey,
    figures: Mapping[str, int | None],
    groups: TermKey | None = None,
) -> dict[str, int | None]:
    """Figures of a report on one term, by the names that they have in a report on another."""
    if term == key.code:
        return dict(figures)
    renamed = {}
    is_before, is_after = term == key.before.code, TermKey.parse(term).before == key
    for name, value in figures.items():
        owner, _, plain = name.partition("/")
        if plain in LEVELS:
            renamed[f"{owner}/at:{term}:{plain}"] = value
        elif plain.startswith(("at:", TESTED)):
            renamed[name] = value
        elif plain.startswith(YEAR) and (is_before or is_after):
            side = BEFORE if is_before else AFTER
            renamed[f"{owner}/{side}{plain.removeprefix(YEAR)}"] = value
        elif plain.startswith(ON) and groups and groups.code == term:
            renamed[f"{owner}/{GROUP_BEFORE}{plain.removeprefix(ON)}"] = value
    return renamed


def _facts(
    federation: Federation,
    own: str,
    key: TermKey,
    playing: set[str],
    groups: GroupTerms,
    *,
    today: dt.date,
) -> dict[str, SchoolFacts]:
    """The schools whose counts are needed: one, or all when the federation's are in play."""
    facts = {}
    for school in federation.schools.order_by("name"):
        if FEDERATION not in playing and school.slug not in playing:
            continue
        try:
            is_told = own in (school.slug, FEDERATION)
            found = school_facts(school, key, today=today, with_record=is_told)
            facts[school.slug] = replace(found, groups=groups)
        except TermNotKnown:
            if own in (school.slug, FEDERATION):
                raise
    return facts


def _counted(facts: Mapping[str, SchoolFacts]) -> dict[str, Counted]:
    counted = {slug: count_school(each) for slug, each in facts.items()}
    return {**counted, FEDERATION: add_up(counted.values())}


def _heading(
    owner: School | Federation,
    key: TermKey,
    audience: Audience,
    facts: Mapping[str, SchoolFacts],
    before: Mapping[str, int | None],
    *,
    today: dt.date,
) -> Heading:
    is_school = isinstance(owner, School)
    covered = [facts[owner.slug]] if is_school else list(facts.values())
    day = max(each.day for each in covered)
    return Heading(
        owner=owner.name,
        is_federation=not is_school,
        phase=owner.phase if is_school else "",
        term=key,
        day=day,
        is_term_over=day < today,
        before_on=max(each.before_on for each in covered),
        promises_since=year_before(day),
        attendance_as_of=min(
            (each.attendance_as_of for each in covered if each.attendance_as_of), default=None
        ),
        known_from=max((each.known_from for each in covered if each.known_from), default=None),
        audience=audience,
        schools=() if is_school else tuple((f.slug, f.name, f.phase) for f in facts.values()),
        record=_record(covered),
        groups_elsewhere=_elsewhere(covered),
        before=before,
    )


def _elsewhere(covered: Sequence[SchoolFacts]) -> str:
    """The term whose report compares groups instead."""
    found = next((each.groups.elsewhere for each in covered), None)
    return found.label if found else ""


def _record(covered: Sequence[SchoolFacts]) -> Record | None:
    """What the records of the schools say besides; None where one of them begins after the term."""
    known = {each.name: each.record for each in covered if each.record is not None}
    return together(known) if len(known) == len(covered) else None


def _before(owner: School | Federation, key: TermKey, audience: Audience) -> dict[str, int | None]:
    """What the published report on the term before says of how children are supported."""
    if isinstance(owner, School):
        rows = SchoolReport.objects.filter(school=owner)
    else:
        rows = FederationReport.objects.filter(federation=owner)
    found = rows.published().of(key.before, audience).values_list("content", flat=True).first()
    return (found or {}).get("support", {})


def _require_known(heading: Heading, counted: Counted) -> None:
    """Of a term before the record there must be something to say, and to governors alone."""
    if heading.known_from is None:
        return
    begins = full_day_words(heading.known_from)
    if not counted["register"]:
        raise TermNotKnown(
            f"Nobody in the record of {heading.owner}, which begins on {begins}, was on a SEND "
            f"register on {full_day_words(heading.day)}, so nothing can be said of "
            f"{heading.term.label}."
        )
    if heading.audience is not Audience.GOVERNORS:
        raise TermNotKnown(
            f"{heading.term.label} cannot be counted whole: the record of {heading.owner} begins on "
            f"{begins}. A report for governors says what is known; one for anybody would mislead."
        )
