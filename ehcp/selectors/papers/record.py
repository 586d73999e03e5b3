"""What a paper of a review is filled from: a child's record, read at once."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity
from aylsham.dates import years_corresponding
from aylsham.datewords import full_day_words
from aylsham.together import Reads, at_once, rows_read
from ehcp.models import AnnualReview, EhcPlan, PlanLine, PlanVersion
from ehcp.rules.orphans import LooseLine
from ehcp.selectors.ledger import Ledger, ledger_read
from ehcp.selectors.meeting_record import MeetingRecord, meeting_record_read
from ehcp.selectors.plans import PlanFacts, plan_reads
from ehcp.selectors.sections import by_line, lines_of, link_rows, loose_in
from provision.models import Cycle, Outcome, Place, Provision, Target
from provision.provision_codes import ProvisionState
from provision.selectors.cycles import Part, part_rows_of, parts_with
from provision.selectors.targets import TargetLine, target_lines
from pupils.models import (
    Assessment,
    AttainmentFigure,
    AttendanceFigure,
    Need,
    Pupil,
    Strategy,
    Voice,
)
from pupils.selectors.absence import Absence, absence_read
from pupils.selectors.advice import ReportAdvice, advice_read
from pupils.selectors.assessments import Result, results_read
from pupils.selectors.contributions import voice_rows


@dataclass(frozen=True)
class Filling:
    """Whose record is read for a paper, by whom, since when, and what stands in it.

    A paper goes to everybody invited: it takes only what everybody who teaches the child may
    read, whoever fills it.
    """

    access: Access
    review: AnnualReview
    #: The last meeting before this one, or the day of the plan; a year ago if that is long ago.
    since: dt.date
    #: Reviews that were held before this one, the latest first.
    held: list[AnnualReview]
    #: The plan in force, as far as its wording was taken in and checked.
    version: PlanVersion | None
    lines: list[PlanLine]
    loose: tuple[LooseLine, ...]
    facts: PlanFacts | None
    #: What was said about the child in this time, the latest first.
    voices: list[Voice]
    reports: list[ReportAdvice]
    needs: list[Need]
    strategies: list[Strategy]
    outcomes: list[Outcome]
    targets: list[TargetLine]
    cycles: dict[UUID, Cycle]
    #: By cycle, its targets.
    parts: dict[UUID, tuple[Part, ...]]
    judgements: list[AttainmentFigure]
    #: Results of tests that everybody may read of.
    results: list[Result]
    places: list[Place]
    attendance: list[AttendanceFigure]
    absence: Absence
    ledger: Ledger
    meeting: MeetingRecord | None

    @property
    def plan(self) -> EhcPlan:
        return self.review.plan

    @property
    def pupil(self) -> Pupil:
        return self.review.plan.pupil

    @property
    def today(self) -> dt.date:
        return self.access.today

    def section(self, code: str, most: Sensitivity = Sensitivity.EVERYONE) -> list[PlanLine]:
        """The lines of a section of the plan in force, up to a sensitivity."""
        return [x for x in self.lines if x.section == code and x.sensitivity <= most]

    def plan_source(self, label: str = "") -> str:
        """`EHC plan of 24 November 2025, E1`."""
        day = self.version.served_on if self.version else self.plan.made_on
        return f"EHC plan of {full_day_words(day)}" + (f", {label}" if label else "")


def filling_read(access: Access, review: AnnualReview) -> Reads[Filling]:
    """The record since the last meeting that was held, or the plan; a year before at the most.

    Seven statements: what it shares with nobody is read at once.
    """
    plan, pupil = review.plan, review.plan.pupil
    may_read_reports = access.can(Permission.VIEW_REFERRALS)
    of_plan, of_child, (facts, absence, results, ledger, meeting, *reports) = yield from at_once(
        rows_read(*_of_plan(access, review)),
        rows_read(*_of_child(access, pupil)),
        at_once(
            plan_reads([access.school], frozenset({pupil.pk})),
            absence_read(access, pupil),
            results_read(access, pupil),
            ledger_read(access, plan),
            meeting_record_read(access, review),
            *([advice_read(access, pupil)] if may_read_reports else []),
        ),
    )
    held, versions, lines, links, worked_on = of_plan
    voices, needs, strategies, outcomes, targets, cycles, parts, judgements, tests, places, days = (
        of_child
    )
    since = max(
        held[0].meeting_on if held else plan.made_on, years_corresponding(review.meeting_on, -1)
    )
    for version in versions:
        version.plan = plan
    by_pk = {row.pk: row for row in cycles}
    shown = target_lines(access, {*targets, *(part.target for part in parts)})
    open_tests = {pk for (pk,) in tests}
    return Filling(
        access=access,
        review=review,
        since=since,
        held=held,
        version=next(iter(versions), None),
        lines=lines,
        loose=loose_in(lines, by_line(links), {pk for (pk,) in worked_on}),
        facts=next(iter(facts), None),
        voices=[each for each in voices if each.given_on >= since],
        reports=reports[0] if reports else [],
        needs=needs,
        strategies=strategies,
        outcomes=outcomes,
        targets=_in_order_of(targets, shown),
        cycles=by_pk,
        parts=parts_with(access, cycles, parts, shown),
        judgements=judgements,
        results=[each for each in results if each.id in open_tests],
        places=places,
        attendance=[each for each in days if since <= each.as_of <= access.today],
        absence=absence,
        ledger=ledger,
        meeting=meeting,
    )


def _of_plan(access: Access, review: AnnualReview) -> list:
    """Reviews held, the version in force, its lines and links, outcomes with an open target."""
    mine: dict[str, Any] = {"school": access.school}
    before = AnnualReview.objects.filter(
        **mine, plan=review.plan, is_held=True, meeting_on__lt=review.meeting_on
    )
    versions = PlanVersion.objects.filter(**mine, plan=review.plan).in_force()
    force = versions.values("pk")[:1]
    targets = Target.objects.filter(**mine, pupil=review.plan.pupil, outcome__isnull=False)
    return [
        before.order_by("-meeting_on"),
        versions[:1],
        lines_of(access, version__in=force).select_related("need", "outcome"),
        link_rows(access, line__version__in=force),
        targets.open().values_list("outcome_id"),
    ]


def _of_child(access: Access, pupil: Pupil) -> list:
    """What the floors below know of the child, in the order of `filling_read`."""
    mine: dict[str, Any] = {"school": access.school, "pupil": pupil}

    def open_to_all(rows):
        """As far as they may leave the school and the asker reads them."""
        return rows.readable_by(access).filter(sensitivity=Sensitivity.EVERYONE)

    running = Provision.objects.filter(school=access.school, state=ProvisionState.RUNNING)
    running = running.readable_by(access).filter(is_confidential=False)
    today = {"starts_on__lte": access.today, "ends_on__gte": access.today}
    return [
        voice_rows(access, pupil).filter(sensitivity=Sensitivity.EVERYONE),
        Need.objects.filter(**mine).order_by("rank"),
        open_to_all(Strategy.objects.filter(**mine, ended_on=None)).order_by("since_on", "pk"),
        open_to_all(Outcome.objects.filter(**mine)),
        open_to_all(Target.objects.filter(**mine)),
        Cycle.objects.filter(**mine),
        part_rows_of(access, pupil),
        AttainmentFigure.objects.filter(**mine),
        open_to_all(Assessment.objects.filter(**mine)).values_list("pk"),
        Place.objects.filter(**mine, provision__in=running, **today)
        .select_related("provision__staff")
        .order_by("provision__name", "pk"),
        AttendanceFigure.objects.filter(**mine).order_by("as_of"),
    ]


def _in_order_of(rows: list[Target], lines: list[TargetLine]) -> list[TargetLine]:
    by_id = {line.id: line for line in lines}
    return [by_id[row.pk] for row in rows]
