"""What is true of a school for its SEN information report: names of things, never a child."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from aylsham.dates import academic_year, months_corresponding
from aylsham.models import Owes, School
from aylsham.together import read_rows
from provision.codes import CycleSpan
from provision.models import CycleLength, EntryExit, Provision, ProvisionBase
from provision.rules.measures import known_tests
from pupils.codes import NEED_TYPES
from pupils.models import Concern, MovePlan, Need, Passport
from pupils.moving_codes import MoveKind
from pupils.selectors.services import offered_services
from reports.codes import Duty
from reports.models import DutyRecord
from reports.publications.facts import ENOUGH_CHILDREN, SchoolFacts, SencoFact
from reports.selectors.surveys.rounds import voices_of
from reports.surveys.sentences import for_parents
from reports.surveys.statements import Asked
from staff.codes import TrainingSubject
from staff.models import SencoPost, TrainingRecord, TrainingSession
from staff.training_codes import SessionKind, SessionState

#: A kind of need counts that a child on the register had within so many years.
YEARS_OF_NEEDS = 3
#: So many adults with the same training point to no child.
ENOUGH_ADULTS = 5
#: Trainings to which the whole staff comes.
FOR_EVERYBODY = (SessionKind.INSET, SessionKind.TWILIGHT)
#: Moves of which a school has a checklist because of its age range.
_MOVES = (MoveKind.RECEPTION, MoveKind.JUNIOR, MoveKind.SECONDARY, MoveKind.CLASS)
_OWES = {
    "health": Owes.HEALTH,
    "council": Owes.LOCAL_AUTHORITY,
    "social_care": Owes.SOCIAL_CARE,
}
_CYCLES = {CycleSpan.HALF_TERM: "every half-term", CycleSpan.TERM: "every term"}


def school_facts(school: School, today: dt.date) -> SchoolFacts:
    """Everything that the record can say; ten statements, and up to six more for its surveys."""
    (lengths, sencos, duties, bases, sessions, records) = read_rows(
        CycleLength.objects.filter(school=school),
        SencoPost.objects.filter(school=school, ends_on=None).select_related("user"),
        DutyRecord.objects.filter(school=school).latest_first(),
        ProvisionBase.objects.filter(school=school, host_name="").open_on(today),
        TrainingSession.objects.filter(school=school).select_related("topic"),
        _records(school, today),
    )
    items = {
        name: item
        for name, item in _interventions(school, today).items()
        if item.children >= ENOUGH_CHILDREN
    }
    governor, plan = _latest(duties, Duty.SEND_GOVERNOR), _latest(duties, Duty.ACCESSIBILITY_PLAN)
    return SchoolFacts(
        needs=tuple(n for n, count in _needs(school, today).items() if count >= ENOUGH_CHILDREN),
        sencos=tuple(_senco(post) for post in sencos),
        governor=governor.done_by if governor else "",
        cycle=_cycle(lengths[0] if lengths else None),
        measures=_measures(school, today),
        interventions=tuple(sorted(items)),
        social=tuple(sorted(name for name, item in items.items() if item.is_social)),
        trained=_trained(sessions, records, today),
        planned=_planned(sessions, today),
        **_services(school),
        bases=tuple(sorted(base.name for base in bases)),
        has_passports=Passport.objects.filter(school=school, state="published").exists(),
        has_concerns=Concern.objects.filter(school=school).exists(),
        moves=_moves(school, today),
        plan_from=plan.about_on if plan else None,
        plan_address=plan.web_address if plan else "",
        **_said(school, today),
    )


def left_out(school: School, today: dt.date) -> dict[str, tuple[str, ...]]:
    """What the report keeps back since few stand behind it: names by kind; four statements.

    For whoever writes it: some of it can be said in words that point to nobody.
    """
    sessions, records = _training(school, today)
    known = {*_trained(sessions, records, today), TrainingSubject.OTHER.label}
    items = _interventions(school, today).items()
    kept_back = {
        "Kinds of need": [n for n, few in _needs(school, today).items() if few < ENOUGH_CHILDREN],
        "Interventions": sorted(n for n, item in items if item.children < ENOUGH_CHILDREN),
        "Trainings": sorted(_people(records).keys() - known, key=str.casefold),
    }
    return {kind: tuple(names) for kind, names in kept_back.items() if names}


def _training(school: School, today: dt.date) -> tuple[list, list]:
    """Sessions, and who took what within a year."""
    sessions, records = read_rows(
        TrainingSession.objects.filter(school=school).select_related("topic"),
        _records(school, today),
    )
    return sessions, records


def trainings(school: School, today: dt.date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Trainings of the last year, and those planned, that point to no child; two statements."""
    sessions, records = _training(school, today)
    return _trained(sessions, records, today), _planned(sessions, today)


def _records(school: School, today: dt.date):
    return TrainingRecord.objects.filter(
        school=school, taken_on__gt=months_corresponding(today, -12), taken_on__lte=today
    ).select_related("topic")


def _needs(school: School, today: dt.date) -> dict[str, int]:
    """Kinds of need, with how many children on the register had them of late."""
    since = months_corresponding(today, -12 * YEARS_OF_NEEDS)
    on_register = Q(pupil__status_periods__ends_on=None) | Q(
        pupil__status_periods__ends_on__gte=since
    )
    rows = (
        Need.objects.filter(on_register, school=school, pupil__status_periods__isnull=False)
        .filter(Q(ended_on=None) | Q(ended_on__gte=since))
        .order_by()
        .values("need_type")
        .annotate(children=Count("pupil", distinct=True))
    )
    found = {row["need_type"]: row["children"] for row in rows}
    return {n.label: found[n.code] for n in NEED_TYPES.values() if n.code in found}


@dataclass(frozen=True)
class Item:
    """Of the catalogue: how many children have it this year, and whether it is for SEMH."""

    children: int
    is_social: bool


def _interventions(school: School, today: dt.date) -> dict[str, Item]:
    """Of the catalogue, by name."""
    rows = (
        _of_this_year(school, today)
        .filter(Q(shared_item__isnull=False) | Q(own_item__isnull=False))
        .order_by()
        .values(
            "shared_item__name",
            "own_item__name",
            "shared_item__need_types",
            "own_item__need_types",
        )
        .annotate(children=Count("places__pupil", distinct=True))
    )
    return {
        row["shared_item__name"] or row["own_item__name"]: Item(
            row["children"],
            "SEMH" in (row["shared_item__need_types"] or row["own_item__need_types"] or ()),
        )
        for row in rows
    }


def _of_this_year(school: School, today: dt.date):
    first = dt.date(academic_year(today), 9, 1)
    return Provision.objects.filter(
        school=school, starts_on__lte=today, ends_on__gte=first, is_confidential=False
    )


def _measures(school: School, today: dt.date) -> tuple[str, ...]:
    first = dt.date(academic_year(today) - 1, 9, 1)
    rows = (
        EntryExit.objects.filter(school=school, entry_on__gte=first)
        .exclude(place__provision__is_confidential=True)
        .order_by()
        .values("known_test", "own_test__name")
        .annotate(children=Count("place__pupil", distinct=True))
    )
    tests = known_tests()
    enough = [row for row in rows if row["children"] >= ENOUGH_CHILDREN]
    named = (
        row["own_test__name"] or getattr(tests.get(row["known_test"]), "name", "") for row in enough
    )
    return tuple(sorted(filter(None, named)))


def _senco(post: SencoPost) -> SencoFact:
    return SencoFact(
        post.user.name,
        post.user.email,
        post.get_qualification_display() if post.qualification else "",
    )


def _latest(rows: Iterable[DutyRecord], duty: Duty) -> DutyRecord | None:
    return next((row for row in rows if row.duty == duty), None)


def _cycle(length: CycleLength | None) -> str:
    if length is None:
        return _CYCLES[CycleSpan.TERM]
    return _CYCLES.get(CycleSpan(length.span)) or f"every {length.weeks} weeks"


def _trained(sessions, records, today: dt.date) -> tuple[str, ...]:
    """Trainings of the last year to which everybody came, or that several adults took.

    One adult trained in epilepsy tells that there is a child who has it. Which topics point to a
    child nobody can know from the catalogue, so it goes by number alone.
    """
    since = months_corresponding(today, -12)
    named = {
        row.topic.name
        for row in sessions
        if row.state == SessionState.HELD
        and row.kind in FOR_EVERYBODY
        and row.starts_on
        and since < row.starts_on <= today
    }
    named |= {name for name, adults in _people(records).items() if len(adults) >= ENOUGH_ADULTS}
    return tuple(sorted(named - {TrainingSubject.OTHER.label}, key=str.casefold))


def _people(records) -> dict[str, set]:
    """By training, who took it."""
    people: dict[str, set] = defaultdict(set)
    for row in records:
        name = row.topic.name if row.topic else row.get_subject_display()
        people[name].add(row.user_id or row.member_id or row.pk)
    return people


def _planned(sessions, today: dt.date) -> tuple[str, ...]:
    return tuple(
        sorted(
            {
                row.topic.name
                for row in sessions
                if row.state == SessionState.PLANNED
                and (row.starts_on or today) >= today
                and row.kind in FOR_EVERYBODY
            },
            key=str.casefold,
        )
    )


def _services(school: School) -> dict[str, tuple[str, ...]]:
    offered = offered_services(school)
    return {
        key: tuple(service.name for service in offered if service.owed_by == owes)
        for key, owes in _OWES.items()
    }


def _said(school: School, today: dt.date) -> dict[str, tuple[str, ...]]:
    """What the newest surveys say to everybody."""
    by_audience = {voice.asked: voice for voice in voices_of(school, today)}
    return {
        "families_say": for_parents(by_audience.get(Asked.FAMILIES)),
        "pupils_say": for_parents(by_audience.get(Asked.PUPILS)),
    }


def _moves(school: School, today: dt.date) -> tuple[str, ...]:
    rows = MovePlan.objects.filter(school=school, moves_on__gte=months_corresponding(today, -24))
    kinds = set(rows.order_by().values_list("kind", flat=True).distinct())
    return tuple(kind.label for kind in _MOVES if kind in kinds)
