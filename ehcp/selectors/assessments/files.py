"""Needs assessments with everything recorded about them, in as few statements as kinds of row."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max, QuerySet

from aylsham.models import School
from aylsham.together import Reads, read
from ehcp.appeal_codes import Order
from ehcp.assessment_codes import AssessDecision, Milestone
from ehcp.models import (
    AdviceAsked,
    AssessmentPaper,
    ClaimedException,
    CouncilTalk,
    NeedsAssessment,
    PlanAppeal,
    StatedDay,
)
from ehcp.rules.stages import AssessmentDates, Stage, stage_of
from pupils.models import SentLetter

#: The library's letters by which a council is chased, the polite one first.
LETTERS: dict[str, tuple[str, ...]] = {
    Milestone.DECISION: ("chase_6", "chase_6_firm"),
    Milestone.NO_PLAN: ("chase_16", "chase_16_firm"),
    Milestone.FINAL: ("chase_20", "chase_20_firm"),
}
_CODES = tuple(code for codes in LETTERS.values() for code in codes)


@dataclass(frozen=True)
class AssessmentFile:
    """An assessment and its rows."""

    row: NeedsAssessment
    advice: tuple[AdviceAsked, ...] = ()
    appeals: tuple[PlanAppeal, ...] = ()
    talks: tuple[CouncilTalk, ...] = ()
    stated: tuple[StatedDay, ...] = ()
    exceptions: tuple[ClaimedException, ...] = ()
    papers: tuple[AssessmentPaper, ...] = ()
    #: {code of the template: the last day on which such a letter went}.
    letters: tuple[tuple[str, date], ...] = ()

    @property
    def dates(self) -> AssessmentDates:
        """The days of it, as the rules see them."""
        return dates_of(self.row, self.appeals)

    @property
    def stage(self) -> Stage:
        """How far it is."""
        return stage_of(self.dates)

    def last_stated(self, milestone: str) -> StatedDay | None:
        """The day that the council named last."""
        return next((s for s in reversed(self.stated) if s.milestone == milestone), None)

    def ordered(self, order: str) -> PlanAppeal | None:
        """The appeal by which something was ordered."""
        return next((a for a in self.appeals if a.order == order), None)

    def chased(self, milestone: str) -> tuple[tuple[str, date], ...]:
        """Which letters went about a milestone, and when."""
        codes = LETTERS.get(milestone, ())
        return tuple(pair for pair in self.letters if pair[0] in codes)


def dates_of(row: NeedsAssessment, appeals: Iterable[PlanAppeal]) -> AssessmentDates:
    """The days of an assessment, with what a Tribunal ordered."""
    ordered = {each.order: each.order_on for each in appeals if each.order}
    return AssessmentDates(
        requested_on=row.requested_on,
        received_on=row.received_on,
        decided_on=row.decided_on,
        is_refused=row.decision == AssessDecision.REFUSE,
        draft_served_on=row.draft_served_on,
        no_plan_on=row.no_plan_on,
        final_plan_on=row.final_plan_on,
        withdrawn_on=row.withdrawn_on,
        assess_ordered_on=ordered.get(Order.ASSESS),
        plan_ordered_on=ordered.get(Order.MAKE_PLAN),
    )


def files_of(
    schools: Iterable[School], pupil_ids: Collection[UUID] | None = None
) -> list[AssessmentFile]:
    """Every assessment of some schools, or of some of their children; two statements."""
    return read(files_read(schools, pupil_ids))


def files_read(
    schools: Iterable[School], pupil_ids: Collection[UUID] | QuerySet | None = None
) -> Reads[list[AssessmentFile]]:
    """The same, to go with other reads; children by their ids, or by a queryset of those."""
    rows = NeedsAssessment.objects.filter(school__in=[school.pk for school in schools])
    if pupil_ids is not None:
        rows = rows.filter(pupil_id__in=pupil_ids)
    [found] = yield [rows.select_related("plan", "pupil__class_group", "school")]
    return (yield from _with_rows(found)) if found else []


def _with_rows(rows: list[NeedsAssessment]) -> Reads[list[AssessmentFile]]:
    schools, ids = list({row.school_id for row in rows}), [row.pk for row in rows]

    def of(model, *related: str):
        found = model.objects.filter(school_id__in=schools, assessment_id__in=ids)
        return found.select_related(*related) if related else found

    *parts, sent = yield [
        of(AdviceAsked, "writer"),
        of(PlanAppeal),
        of(CouncilTalk, "by"),
        of(StatedDay, "by"),
        of(ClaimedException),
        of(AssessmentPaper, "document"),
        _letters(schools, rows),
    ]
    advice, appeals, talks, stated, exceptions, papers = (_by_assessment(each) for each in parts)
    letters: dict[UUID, list] = defaultdict(list)
    for pupil_id, code, on in sent:
        letters[pupil_id].append((code, on))
    return [
        AssessmentFile(
            row=row,
            advice=advice.get(row.pk, ()),
            appeals=appeals.get(row.pk, ()),
            talks=talks.get(row.pk, ()),
            stated=stated.get(row.pk, ()),
            exceptions=exceptions.get(row.pk, ()),
            papers=papers.get(row.pk, ()),
            letters=tuple(
                (code, on) for code, on in letters.get(row.pupil_id, ()) if on >= row.requested_on
            ),
        )
        for row in rows
    ]


def _by_assessment(found: Iterable) -> dict[UUID, tuple]:
    groups: dict[UUID, list] = defaultdict(list)
    for each in found:
        groups[each.assessment_id].append(each)
    return {pk: tuple(group) for pk, group in groups.items()}


def _letters(schools: list[UUID], rows: list[NeedsAssessment]):
    """Child, template and last day of each letter to the council that went."""
    sent = SentLetter.objects.filter(
        school_id__in=schools,
        letter__pupil_id__in=[row.pupil_id for row in rows],
        letter__template_code__in=_CODES,
    )
    values = sent.values_list("letter__pupil_id", "letter__template_code").order_by()
    return values.annotate(last=Max("gone_on"))
