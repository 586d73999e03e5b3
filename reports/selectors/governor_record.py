"""What a governor report says of a school besides its counts of children, fit to be shown."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from statistics import fmean
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from aylsham.calendars import calendar_of
from aylsham.dates import academic_year
from aylsham.models import School
from aylsham.suppression.counts import Counts
from aylsham.suppression.protecting import protect
from aylsham.suppression.settings import SMALLEST_BASE
from lac.models import YearReport
from lac.report_codes import YearReportState
from lac.rules.anonymity import SMALL, is_more_than_half
from provision.codes import CycleState
from provision.models import Cycle, EntryExit, Measurement, Provision, SampledPaper
from provision.provision_codes import FundingStream, ProvisionState
from provision.quality_codes import Mark, SampleKind
from provision.rules.checklists import points_of
from provision.rules.impact import Scores
from provision.selectors.impact.page import SeriesImpact, series_of
from provision.selectors.impact.runs import Run, ScoresRead, newest_year
from provision.selectors.measures import lines_of_tests, own_tests
from provision.selectors.provisions import school_year
from provision.selectors.rates import cost_of_provision, rate_book
from provision.selectors.shares import places_of
from provision.selectors.spending import Spending, spending
from reports.access_codes import ActionState
from reports.governor.record import (
    DRAWN,
    Accessibility,
    Found,
    Given,
    Record,
    Sampled,
    Spent,
    Worked,
)
from reports.governor.support import TESTED
from reports.governor.terms import TermKey
from reports.models import AccessAction
from reports.selectors.access_plan import plan_start
from reports.selectors.delivered import shown_ranks
from reports.selectors.governor_objectives import aims_of
from reports.selectors.publication_facts import trainings
from reports.selectors.surveys.rounds import voices_of
from staff.planning.codes import RANK_WORDS, Rank
from staff.selectors.held import held_of, stands_between

_UNITS = {Scores.AGE_MONTHS: "months", Scores.RAW: "marks"}


def record_of(
    school: School, key: TermKey, first: dt.date, day: dt.date, before: dt.date
) -> Record:
    """Everything about the term from its first day to the day of the report.

    `before` is the day on which the term before was counted.
    """
    runs = _runs(school, day)
    year = newest_year(runs)
    runs = [run for run in runs if run.began_in[0] == year]
    provisions = _provisions(school, {academic_year(day), *({year} - {None})})
    costs = _Costs.of(school, provisions, day)
    worked = tuple(_worked(school, runs, costs))
    trained, planned = trainings(school, day)
    return Record(
        given=tuple(_given(school, first, day)),
        worked=tuple(line for line, _ in worked),
        spent=tuple(_spent(costs, academic_year(day))),
        trained=trained,
        planned_training=planned,
        access=tuple(_accessibility(school, day)),
        care=_care(school, day),
        sampled=tuple(_sampled(school, key, day)),
        found=tuple(_found(school, first, day)),
        voices=voices_of(school, day),
        tested={line.name: children for line, children in worked},
        aims=tuple(aims_of(school, before, day)),
    )


def _given(school: School, first: dt.date, day: dt.date) -> Iterable[Given]:
    """Minutes by legal weight, where five people or more stand behind it."""
    held = held_of(school, stands_between(school, first, day, calendar_of(school)))
    for rank, sums in shown_ranks(held).items():
        if sums is not None and rank is not Rank.DUTY:
            yield Given(RANK_WORDS[rank], sums.planned, sums.delivered, sums.unlogged)


def _runs(school: School, day: dt.date) -> list[Run]:
    """Interventions of the catalogue with what was scored in them until a day, oldest first.

    A name that somebody gave a group could say a child's; it is left out.
    """
    rows = (
        EntryExit.objects.filter(
            Q(place__provision__own_item__isnull=False)
            | Q(place__provision__shared_item__isnull=False),
            school=school,
            exit_on__lte=day,
            place__provision__is_confidential=False,
        )
        .exclude(place__provision__state=ProvisionState.DRAFT)
        .select_related(
            "place__provision__own_item", "place__provision__shared_item", "place__provision"
        )
        .order_by("place__provision__starts_on", "pk")
    )
    return [_run(row) for row in rows]


def _run(row: EntryExit) -> Run:
    place, provision = row.place, row.place.provision
    item = provision.own_item or provision.shared_item
    read = ScoresRead(*(getattr(row, name) for name in ScoresRead.__slots__))
    return Run(
        place_id=place.pk,
        pupil_id=place.pupil_id,
        school_id=place.school_id,
        starts_on=place.starts_on,
        ends_on=place.ends_on,
        needs=(),
        provision=provision,
        item=str(item.pk),
        name=item.name,
        is_seen=False,
        measures=(read,),
    )


def _provisions(school: School, years: Iterable[int]) -> list[Provision]:
    """What began in some school years, without anything confidential."""
    days = Q()
    for year in years:
        days |= Q(starts_on__range=school_year(year))
    rows = Provision.objects.filter(days, school=school, is_confidential=False)
    return list(rows.exclude(state=ProvisionState.DRAFT))


@dataclass(frozen=True)
class _Costs:
    """What provisions cost, planned and spent until a day."""

    provisions: list[Provision]
    planned: dict[UUID, int | None]
    children: dict[UUID, set[UUID]]
    spent: Spending

    @classmethod
    def of(cls, school: School, provisions: list[Provision], day: dt.date) -> "_Costs":
        book, places = rate_book(school), places_of([school], provisions)
        for row in provisions:
            row.school = school
        return cls(
            provisions,
            {row.pk: cost_of_provision(row, book) for row in provisions},
            {row.pk: {place.pupil_id for place in places[row.pk]} for row in provisions},
            spending([school], provisions, places, {school.pk: book}, day),
        )


def _worked(school: School, runs: list[Run], costs: _Costs) -> Iterable[tuple[Worked, int]]:
    """A line for each test of each intervention that five children or more had both times."""
    tests = lines_of_tests(own_tests([school]))
    by_item: dict[str, list[Run]] = defaultdict(list)
    for run in runs:
        by_item[run.item].append(run)
    for item, same in by_item.items():
        for number, each in enumerate(series_of(same, tests)):
            if each.impact.change:
                year = same[0].began_in[0]
                name = f"{TESTED}{year}:{item}:{sha256(each.line.words.encode()).hexdigest()[:8]}"
                pence = None if number else _pence_a_child(same, costs)
                yield _line(school, name, same[0].name, each, pence), each.impact.n


def _line(
    school: School, name: str, intervention: str, each: SeriesImpact, pence: int | None
) -> Worked:
    change = each.impact.change
    assert change is not None
    unit = _UNITS.get(each.line.series.scores, "points")
    return Worked(
        name=name,
        school=school.name,
        slug=school.slug,
        intervention=intervention,
        test=each.line.words,
        change=f"{_signed(change.median)} {unit}",
        middle_half=f"{_signed(change.lower)} to {_signed(change.upper)}",
        pence_a_child=pence,
    )


def _signed(number: float) -> str:
    return f"{number:+.1f}".removesuffix(".0").replace("-", "−")


def _pence_a_child(runs: list[Run], costs: _Costs) -> int | None:
    """Delivered to a child on average; None where a part of it is not known."""
    parts: dict[UUID, int] = defaultdict(int)
    for run in runs:
        part = costs.spent.parts.get((run.provision.pk, run.pupil_id))
        if part is None:
            return None
        parts[run.pupil_id] += part.delivered
    return round(fmean(parts.values()))


def _spent(costs: _Costs, year: int) -> Iterable[Spent]:
    """By source, where five children or more stand behind it."""
    first, last = school_year(year)
    of_source: dict[str, list[Provision]] = defaultdict(list)
    for row in costs.provisions:
        if first <= row.starts_on <= last and costs.planned[row.pk] is not None:
            of_source[row.funding].append(row)
    children = {
        source: len({pk for row in rows for pk in costs.children[row.pk]})
        for source, rows in of_source.items()
    }
    shown = protect(Counts(children))
    for source in FundingStream:
        if source in children and shown[source] is not None:
            yield Spent(
                source.label,
                sum(costs.planned[row.pk] or 0 for row in of_source[source]),
                sum(costs.spent.delivered.get(row.pk, 0) for row in of_source[source]),
            )


def _accessibility(school: School, day: dt.date) -> Iterable[Accessibility]:
    """How far the actions of the accessibility plan are; nothing without any."""
    rows = AccessAction.objects.filter(school=school).exclude(state=ActionState.GIVEN_UP)
    found = rows.aggregate(
        actions=Count("pk"),
        done=Count("pk", filter=Q(done_on__lte=day)),
        late=Count("pk", filter=Q(done_on=None, due_on__lt=day)),
    )
    if found["actions"]:
        yield Accessibility(school.name, plan_start(school), **found)


def _care(school: School, day: dt.date) -> tuple[str, ...]:
    """What the designated teacher's newest published report says of how many; it says it safely."""
    rows = YearReport.objects.filter(
        school=school, state=YearReportState.PUBLISHED, academic_year__lte=academic_year(day)
    )
    newest = rows.order_by("-academic_year").first()
    if newest is None:
        return ()
    said = {key: sentences for key, _, sentences, _ in newest.content}
    return (f"{newest.year_words}: {' '.join(said.get('numbers', ())[:3])}",)


def _sampled(school: School, key: TermKey, day: dt.date) -> Iterable[Sampled]:
    """Three running plans by lot, out of ten or more."""
    measured = Measurement.objects.filter(
        school=school, target=OuterRef("parts__target"), on__lte=day
    )
    rows = (
        Cycle.objects.filter(school=school, state=CycleState.RUNNING, starts_on__lte=day)
        .annotate(
            targets=Count("parts", distinct=True),
            measured=Count("parts", filter=Exists(measured), distinct=True),
        )
        .order_by()
        .values_list("pk", "targets", "measured", "given_on", "review_on")
    )
    drawn = sorted((sha256(f"{key.code}{pk}".encode()).hexdigest(), *row) for pk, *row in rows)
    if len(drawn) < SMALLEST_BASE:
        return
    for lot, targets, counted, given_on, review_on in drawn[:DRAWN]:
        yield Sampled(lot, targets, counted, given_on is not None, review_on >= day)


def _found(school: School, first: dt.date, day: dt.date) -> Iterable[Found]:
    """What was found in the plans that were looked at this term, of five or more."""
    rows = SampledPaper.objects.filter(
        school=school, kind=SampleKind.PLAN, looked_on__range=(first, day)
    ).values_list("checklist", "marks")
    marks: dict[str, list[bool]] = defaultdict(list)
    for checklist, found in rows:
        for point in points_of(checklist, SampleKind.PLAN):
            if found.get(point.key) in (Mark.GOOD, Mark.WEAK):
                marks[point.title].append(found[point.key] == Mark.GOOD)
    for title, good in marks.items():
        if len(good) >= SMALL:
            words = "in more than half" if is_more_than_half(good) else "in half or fewer"
            yield Found(title, words)
