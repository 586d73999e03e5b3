"""Facts of plans, as the rules and pages need them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.codes import YEAR_GROUP_AFTER, YEAR_GROUP_ORDER
from aylsham.models import School
from aylsham.together import Reads, read
from ehcp.codes import ReviewKind
from ehcp.models import AnnualReview, EhcPlan
from ehcp.rules.cycle import Cycle, ReviewFacts, cycle_of, transfer_amended_on, transfer_september
from ehcp.rules.phase_transfer import PhaseState, phase_review, transfer_year


@dataclass(frozen=True)
class PlanFacts:
    """A plan with what its clocks start from."""

    id: UUID
    pupil_id: UUID
    born_on: dt.date
    #: That of the transfer at the end of this school year, if there is one.
    september: int | None
    #: That of the transfer a year later.
    next_september: int | None
    cycle: Cycle
    reviews: tuple[ReviewFacts, ...]

    def september_of(self, today: dt.date) -> int | None:
        """That of the transfer in today's school year, also while the roll is last year's."""
        september = transfer_year(today)
        return september if september in (self.september, self.next_september) else None

    def phase_state_in(self, september: int) -> PhaseState:
        """How far the review for the transfer of that September has come."""
        last = self.cycle.last_held
        return phase_review(
            september,
            last_meeting=last and last.meeting_on,
            confirmed_on=last and last.confirmed_for_transfer_on,
            amended_on=transfer_amended_on(september, self.reviews),
        )


def plans_of(
    schools: Iterable[School], pupil_ids: frozenset[UUID] | None = None
) -> list[PlanFacts]:
    """The facts of every plan in force at some schools; two statements."""
    return read(plan_reads(schools, pupil_ids))


def plan_reads(
    schools: Iterable[School], pupil_ids: frozenset[UUID] | None = None
) -> Reads[list[PlanFacts]]:
    """The same, to go with other reads."""
    by_id = {school.pk: school for school in schools}
    plans = EhcPlan.objects.filter(school__in=by_id).maintained()
    if pupil_ids is not None:
        plans = plans.filter(pupil_id__in=pupil_ids)
    values = plans.values(
        "id",
        "school_id",
        "pupil_id",
        "made_on",
        "pupil__born_on",
        "pupil__year_group",
        "pupil__class_group__academic_year",
    )
    (rows,) = yield [values]
    if not rows:
        return []
    ids = [row["id"] for row in rows]
    (held,) = yield [AnnualReview.objects.filter(school__in=list(by_id), plan_id__in=ids)]
    reviews: dict[UUID, list[ReviewFacts]] = defaultdict(list)
    for each in held:
        reviews[each.plan_id].append(review_facts(each))
    return [_plan_facts(by_id[row["school_id"]], row, reviews[row["id"]]) for row in rows]


def _plan_facts(school: School, row: dict, reviews: list[ReviewFacts]) -> PlanFacts:
    year_group, school_year = row["pupil__year_group"], row["pupil__class_group__academic_year"]

    september, next_september = transfers(school, year_group, school_year, row["pupil__born_on"])
    return PlanFacts(
        id=row["id"],
        pupil_id=row["pupil_id"],
        born_on=row["pupil__born_on"],
        september=september,
        next_september=next_september,
        cycle=cycle_of(row["made_on"], reviews),
        reviews=tuple(reviews),
    )


def transfers(
    school: School, year_group: str, school_year: int | None, born_on: dt.date
) -> tuple[int | None, int | None]:
    """The Septembers of a transfer at the end of the roll's school year, and a year later."""

    def september(group: str, year: int | None) -> int | None:
        return transfer_september(
            group,
            phase=school.phase,
            school_year=year,
            born_on=born_on,
            last_year_group=last_year_group(school),
        )

    following = None if school_year is None else school_year + 1
    after = YEAR_GROUP_AFTER.get(year_group, "")
    return september(year_group, school_year), september(after, following)


def last_year_group(school: School) -> str | None:
    """The oldest year group that the school has, as it says itself."""
    named = [code for code in school.year_groups if code != "X"]
    return max(named, key=YEAR_GROUP_ORDER.__getitem__, default=None)


def review_facts(row: AnnualReview) -> ReviewFacts:
    """A review as the rules see it."""
    return ReviewFacts(
        id=str(row.pk),
        meeting_on=row.meeting_on,
        is_held=row.is_held,
        counts=row.kind != ReviewKind.INTERIM,
        invited_on=row.invited_on,
        advice_sent_on=row.advice_sent_on,
        report_sent_on=row.report_sent_on,
        decided_on=row.decided_on,
        decision=row.decision,
        amendment_notice_on=row.amendment_notice_on,
        final_plan_on=row.final_plan_on,
        confirmed_for_transfer_on=row.confirmed_for_transfer_on,
    )
