"""What stands around a plan, for its page: versions, terms, where it came from."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import F, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from aylsham.access.current import Access
from aylsham.together import Reads
from ehcp.models import AnnualReview, EhcPlan, PlanMove, PlanTerms
from ehcp.rules.plans import moving_la
from ehcp.selectors.sections import VersionLine, as_lines, version_rows
from provision.models import Promise
from pupils.models import Pupil


@dataclass(frozen=True)
class MoveDay:
    """A day that the move sets, with whom it binds and where it comes from."""

    what: str
    who: str
    due_on: dt.date
    citation: str


@dataclass(frozen=True)
class Around:
    """What stands around a plan."""

    versions: tuple[VersionLine, ...]
    #: The terms of today, and all of them, the latest first.
    terms: PlanTerms | None
    all_terms: tuple[PlanTerms, ...]
    move: PlanMove | None
    move_days: tuple[MoveDay, ...]
    #: Minutes a week that Section F promises today.
    promised: int

    @property
    def in_force(self) -> VersionLine | None:
        """The version in force."""
        return next((each for each in self.versions if each.is_in_force), None)

    @property
    def is_open(self) -> VersionLine | None:
        """The newest proposal on which the parent may still comment."""
        return next((each for each in self.versions if each.window and each.window.is_open), None)

    #: The hours a week of the plan's front page, or of the council's list.
    headline: Decimal | None = None

    @property
    def is_other_than_headline(self) -> bool:
        """Whether the lines add up to something else than the headline says."""
        return bool(self.headline and self.promised) and self.headline * 60 != self.promised

    @property
    def headline_hours(self) -> str:
        """`20`, `12.5`: hours a week."""
        return hours_words((self.headline or 0) * 60)

    @property
    def promised_hours(self) -> str:
        """`15`, `12.5`: hours a week."""
        return hours_words(self.promised)


def promised_a_week(today: dt.date) -> Subquery:
    """Of each plan of a queryset: minutes a week that Section F promises on a day."""
    amount = Coalesce(F("hours_a_week") * 60, F("sessions_a_week") * F("minutes") * Decimal(1))
    rows = Promise.objects.filter(
        school_id=OuterRef("school_id"), pupil_id=OuterRef("pupil_id"), origin__startswith="ehcp:"
    )
    total = rows.live(today).order_by().values("pupil").annotate(total=Sum(amount))
    return Subquery(total.values("total")[:1])


def hours_words(minutes: int | Decimal) -> str:
    """`15`, `12.5`, `12.33`: minutes as hours."""
    return f"{Decimal(minutes) / 60:.2f}".rstrip("0").rstrip(".")


def around_reads(access: Access, plan: EhcPlan) -> Reads[Around]:
    """Everything around a plan, to go with other reads; one statement."""
    mine = {"school": access.school, "plan": plan}
    held = AnnualReview.objects.filter(**mine, is_held=True).that_count()
    versions, terms, moves, promises, reviews = yield [
        version_rows(access, plan),
        PlanTerms.objects.filter(**mine),
        PlanMove.objects.filter(**mine),
        Promise.objects.filter(
            school=access.school, pupil=plan.pupil, origin__startswith=f"ehcp:{plan.pk}:"
        ).live(access.today),
        held.order_by("-meeting_on"),
    ]
    move = moves[0] if moves else None
    return Around(
        versions=tuple(as_lines(access, versions)),
        terms=next((row for row in terms if row.starts_on <= access.today), None),
        all_terms=tuple(terms),
        move=move,
        move_days=_move_days(plan, move, reviews) if move else (),
        promised=sum(promise.minutes_a_week for promise in promises),
        headline=plan.hours_per_week,
    )


def move_of(access: Access, plan: EhcPlan) -> PlanMove | None:
    """How the plan came from another council, if it did."""
    return PlanMove.objects.filter(school=access.school, plan=plan).first()


def find_terms(access: Access, pk: UUID) -> PlanTerms | None:
    """Terms of the plan of a child whom the asker may see."""
    seen = Pupil.objects.visible_to(access)
    rows = PlanTerms.objects.filter(school=access.school, pk=pk, plan__pupil__in=seen)
    return rows.select_related("plan__pupil").first()


def _move_days(plan: EhcPlan, move: PlanMove, held: Iterable[AnnualReview]) -> tuple[MoveDay, ...]:
    """What the two councils owe (reg 15); of the reviews that count, the latest first."""
    last = next((review for review in held if review.meeting_on <= move.moved_on), None)
    said = moving_la(
        move=move.moved_on,
        became_aware=move.aware_on,
        transferred_on=move.transferred_on,
        plan_made_or_last_review=last.meeting_on if last else plan.made_on,
    )
    now, before = plan.local_authority, move.from_authority
    rows = (
        ("transfer_on", "Hand the plan over, on the day of the move", before, "reg 15(2)(a)"),
        ("transfer_by", "Hand the plan over", before, "reg 15(2)(b)"),
        ("new_la_informs_parent_by", "Tell the parents what happens next", now, "reg 15(4)"),
        ("review_by", "Review the plan", now, "reg 15(5)"),
    )
    return tuple(
        MoveDay(what, who, day, f"SEND Regs 2014 {citation}")
        for key, what, who, citation in rows
        if isinstance(day := said.get(key), dt.date)
    )
