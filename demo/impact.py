"""What the school gave last year, measured on entry and exit, so that it can be seen what worked."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from provision.models import Cycle, FederationIntervention, Provision
from provision.provision_codes import ELEMENT_2_PENCE, ProvisionState, StaffRole
from provision.rules.costs import Rate
from provision.rules.impact import Scores
from provision.selectors.measures import Series
from provision.services.measures import ScoreOn, record_measure
from provision.services.outcomes import add_target, end_target
from provision.services.provisions import Members, add_provision
from provision.services.rates import add_rate_card
from pupils.models import Need, Pupil

LAST_YEAR = dt.date(2025, 9, 1)
RATES = {
    StaffRole.LSA: Rate(1098, Decimal("24.5")),
    StaffRole.ELSA: Rate(1229, Decimal("24.5")),
}
VOCABULARY = Series(Scores.STANDARD, known_test="bpvs3")
ACCURACY = Series(Scores.AGE_MONTHS, known_test="yarc", part="Accuracy")
SDQ = Series(Scores.RAW, known_test="sdq")
WORDS = Series(Scores.RAW, known_test="words-minute")


@dataclass(frozen=True)
class _Given:
    """A group of last year: what, for which need, when, and each child's score from and to."""

    name: str
    need: str
    starts_on: dt.date
    ends_on: dt.date
    series: Series
    scores: tuple[tuple[int, int | None], ...]
    #: Which children with the need, from the first by name.
    first: int = 0
    targets_met: int = 0


SPRING = dt.date(2026, 1, 12), dt.date(2026, 3, 27)
SUMMER = dt.date(2026, 4, 20), dt.date(2026, 7, 10)
GIVEN = (
    _Given("Narrative group", "SLCN", *SPRING, VOCABULARY,
           ((79, 86), (83, 85), (76, 84), (88, 93), (81, 90), (84, 83)), targets_met=4),
    _Given("Pre-teaching vocabulary", "SLCN", *SUMMER, VOCABULARY,
           ((82, 84), (85, 88), (78, 79), (90, 89), (80, 86), (86, None)), first=6),
    _Given("Precision teaching", "SPLD", *SPRING, WORDS,
           ((14, 31), (9, 22), (18, 40), (22, 35), (11, 19))),
    _Given("Toe by Toe", "MLD", *SUMMER, ACCURACY,
           ((76, 81), (80, 88), (72, 75), (84, 91), (79, 85), (75, 82))),
    _Given("ELSA", "SEMH", *SUMMER, SDQ, ((21, 15), (18, 17), (24, 16))),
)  # fmt: skip


def load_impact(school: School, sendco: User) -> None:
    """Groups of last year with their scores, at last year's rates."""
    with school_transaction(school):
        add_rate_card(
            school=school,
            starts_on=LAST_YEAR,
            threshold_pence=ELEMENT_2_PENCE,
            rates=RATES,
            by=sendco,
        )
        for given in GIVEN:
            pupils = _children(school, given)
            row = _give(school, given, pupils, sendco)
            places = {place.pupil_id: place for place in row.places.select_related("pupil")}
            for number, (pupil, scores) in enumerate(zip(pupils, given.scores, strict=False)):
                _measure(places[pupil.pk], given, scores, sendco)
                if given.targets_met:
                    _aim(pupil, given, is_met=number < given.targets_met, by=sendco)


def _children(school: School, given: _Given) -> list[Pupil]:
    """Children with the need who were there last year and write no cycle just now."""
    with_need = Need.objects.filter(school=school, need_type=given.need, ended_on=None)
    rows = Pupil.objects.filter(school=school, pk__in=with_need.values("pupil"))
    busy = Cycle.objects.filter(school=school).values("pupil")
    found = rows.exclude(year_group="3").exclude(pk__in=busy).select_related("school")
    return list(found.in_register_order()[given.first : given.first + len(given.scores)])


def _give(school: School, given: _Given, pupils: list[Pupil], by: User) -> Provision:
    item = FederationIntervention.objects.get(federation=school.federation_id, name=given.name)
    return add_provision(
        school=school,
        members=Members(pupils=tuple(pupils)),
        by=by,
        state=ProvisionState.ENDED,
        name=item.name,
        shared_item=item,
        tier=item.tier,
        need_type=given.need,
        staff_role=item.staff_role,
        sessions_a_week=item.sessions_a_week,
        minutes=item.minutes,
        weeks=10,
        starts_on=given.starts_on,
        ends_on=given.ends_on,
        funding="notional",
    )


def _measure(place, given: _Given, scores: tuple[int, int | None], by: User) -> None:
    entry, exit = scores
    record_measure(
        place=place,
        series=given.series,
        version="new",
        by=by,
        entry=ScoreOn(Decimal(entry), given.starts_on + dt.timedelta(days=1)),
        exit=None if exit is None else ScoreOn(Decimal(exit), given.ends_on),
    )


def _aim(pupil: Pupil, given: _Given, *, is_met: bool, by: User) -> None:
    target = add_target(
        pupil=pupil,
        by=by,
        text="Tells a four-part story with who, where, when and what happened.",
        area="CI",
        outcome=None,
        measure="trials",
        unit="parts of a story",
        out_of=4,
        baseline=Decimal(1),
        goal=Decimal(4),
        starts_on=given.starts_on,
        by_on=given.ends_on,
        who="LSA",
        is_on_passport=False,
        sensitivity=1,
    )
    ended_as = "met" if is_met else "dropped"
    end_target(target=target, ended_on=given.ends_on, ended_as=ended_as, by=by)
