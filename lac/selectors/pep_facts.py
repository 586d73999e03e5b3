"""What the record says beside the questions of a plan: nobody types it again.

Each line carries what a reader needs besides the plan itself.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from aylsham.access.current import Access
from aylsham.access.permissions import Permission as P
from aylsham.access.usual import kept
from aylsham.dates import academic_year
from aylsham.datewords import full_day_words
from aylsham.models import Deadline, School
from aylsham.together import Together
from lac.codes import CareRole
from lac.models import (
    CarePeriod,
    CarePerson,
    CarePlacement,
    Delegation,
    Pep,
    PepTarget,
    PremiumRequest,
    SdqTotal,
)
from lac.models.watch import HIGHEST_TOTAL
from lac.rules.responsibility import responsibility_of_council
from provision.rules.money import in_pounds
from pupils.assessment_codes import Attained, Subject
from pupils.models import (
    AttainmentFigure,
    AttendanceFigure,
    Contact,
    ContactOrder,
    PartTimeTimetable,
    Pupil,
    StatusPeriod,
    Suspension,
)


@dataclass(frozen=True)
class Fact:
    """One line from the record; `needs` is a further permission, or empty."""

    label: str
    value: str
    needs: str = ""


Facts = dict[str, list[Fact]]


def facts_for(pep: Pep, today: dt.date) -> Facts:
    """Everything the record says for each part, by the part's `facts`; two statements."""
    pupil = pep.pupil
    rows = _RECORD.rows(
        school=pupil.school_id,
        pupil=pupil.pk,
        pep=pep.pk,
        today=today,
        year=dt.date(academic_year(today), 9, 1),
    )
    care, people, placements, responsible, orders, attendance, suspended, part_time, *rest = rows
    attainment, status, due, totals, decided, uses = rest
    return {
        "care": [*_care(care, people, placements, responsible, orders), *_decided(decided)],
        "attendance": _attendance(attendance, suspended, part_time),
        "attainment": _attainment(attainment, peers_of(pupil, attainment)),
        "sen": _sen(status, due),
        "wellbeing": _wellbeing(totals),
        "money": [Fact(row.what, _use(row), P.VIEW_PREMIUM) for row in uses],
    }


def _queries(
    school: UUID, pupil: UUID, pep: UUID, today: dt.date, year: dt.date
) -> tuple[QuerySet, ...]:
    """`year`: the first day of the school year."""
    own: dict[str, Any] = {"school_id": school, "pupil_id": pupil}
    reviews = Deadline.objects.filter(**own, kind="annual_review")
    return (
        CarePeriod.objects.live(today).filter(**own).order_by("-known_since"),
        CarePerson.objects.live(today).filter(**own),
        CarePlacement.objects.live(today).filter(**own).select_related("contact"),
        Contact.objects.filter(**own, has_parental_responsibility=True),
        ContactOrder.objects.filter(**own),
        AttendanceFigure.objects.filter(**own).order_by("-as_of")[:1],
        Suspension.objects.filter(**own, starts_on__gte=year),
        PartTimeTimetable.objects.filter(**own, ends_on__gte=today),
        AttainmentFigure.objects.filter(**own).order_by("-academic_year"),
        StatusPeriod.objects.filter(**own, ends_on=None),
        reviews.order_by("due_on")[:1],
        SdqTotal.objects.filter(**own)[:2],
        Delegation.objects.live(today).filter(**own).order_by("matter"),
        _uses(school, pep),
    )


_RECORD = Together(_queries, school=UUID, pupil=UUID, pep=UUID, today=dt.date, year=dt.date)


def _care(periods, people, placements, responsible, orders) -> list[Fact]:
    if not periods:
        return []
    period = periods[0]
    lines = [Fact("Care", period.get_kind_display())]
    if period.placing_authority:
        lines.append(Fact("Council", period.placing_authority))
    if period.legal_status:
        lines.append(Fact("Legal status", period.get_legal_status_display()))
    for role in (CareRole.SOCIAL_WORKER, CareRole.REVIEWING_OFFICER, CareRole.VIRTUAL_SCHOOL):
        named = [person.name for person in people if person.role == role]
        lines.append(Fact(str(role.label), ", ".join(named) or "Not recorded"))
    for row in placements:
        who = row.contact.name if row.contact else row.with_whom
        lines.append(Fact("Lives", f"{row.get_kind_display()}: {who}"))
    sharing = responsibility_of_council(period.legal_status) if period.legal_status else None
    names = [contact.name for contact in responsible]
    if sharing and sharing.council_has_it:
        names.append(period.placing_authority or "The council")
    lines.append(Fact("Parental responsibility", ", ".join(names) or "Not recorded"))
    if orders:
        lines.append(Fact("Contact", "A court order stands in the record. Ask before you share."))
    return lines


def _decided(rows: Iterable[Delegation]) -> list[Fact]:
    """Who may say yes to what, as far as somebody has said."""
    said = [
        f"{row.get_matter_display()}: {row.get_decider_display()[:1].lower()}"
        f"{row.get_decider_display()[1:]}"
        for row in rows
    ]
    return [Fact("Who may say yes", "; ".join(said) or "Not recorded")]


def _attendance(figures, suspended, part_time) -> list[Fact]:
    lines = [Fact("Attendance", "Not known: no roll has said")]
    for figure in figures:
        lines = [Fact("Attendance", f"{figure.percent} % on {full_day_words(figure.as_of)}")]
    halves = sum(row.sessions or 0 for row in suspended)
    lasting = [row for row in suspended if row.is_permanent]
    number = len(suspended) - len(lasting)
    words = f"{number} this school year, {halves} half days" if number else "None this school year"
    lines.append(Fact("Suspensions", words))
    if lasting:
        lines.append(Fact("Permanent exclusion", full_day_words(lasting[0].starts_on)))
    for row in part_time:
        hours = f"{row.hours_a_week} hours a week until {full_day_words(row.ends_on)}"
        lines.append(Fact("Part-time timetable", hours))
    if not part_time:
        lines.append(Fact("Part-time timetable", "None"))
    return lines


def _attainment(rows, peers: dict[tuple, "Peers"]) -> list[Fact]:
    """The two last terms of each subject, the later first; and how the year group stands."""
    return [
        Fact(
            found[0].get_subject_display(),
            "; before: ".join(
                f"{row.get_attained_display()} ({row.get_term_display().lower()} "
                f"{row.academic_year + (row.term != 'autumn')})"
                for row in found[:2]
            )
            + _peer_words(peers.get(_term_key(found[0]))),
            P.VIEW_NEEDS,
        )
        for found in _by_subject(rows)
    ]


def _by_subject(rows) -> list[list[AttainmentFigure]]:
    """The figures of each subject, the latest first."""
    terms = ["autumn", "spring", "summer"]
    by_subject: dict[str, list] = defaultdict(list)
    for row in sorted(rows, key=lambda r: (r.academic_year, terms.index(r.term)), reverse=True):
        by_subject[row.subject].append(row)
    return [by_subject[subject] for subject in Subject.values if subject in by_subject]


#: Fewer than so many others say too much of each.
PEERS_AT_LEAST = 10


@dataclass(frozen=True)
class Peers:
    """The other children of the year group in one subject and term."""

    number: int
    expected: int


def peers_of(pupil: Pupil, rows) -> dict[tuple, Peers]:
    """How others of the year group stood in the latest term of each subject; one statement."""
    latest = [found[0] for found in _by_subject(rows)]
    if not latest:
        return {}
    years = {row.academic_year for row in latest}
    own = {"school": pupil.school_id, "pupil": pupil.pk}
    found = _peers(pupil.year_group).rows(**own, first=min(years), last=max(years))
    return {
        (row["subject"], row["academic_year"], row["term"]): Peers(row["number"], row["expected"])
        for row in found[0]
    }


@kept
def _peers(year_group: str) -> Together:
    def build(school: UUID, pupil: UUID, first: int, last: int) -> list[QuerySet]:
        others = AttainmentFigure.objects.filter(
            school_id=school, pupil__year_group=year_group, academic_year__range=(first, last)
        ).exclude(pupil_id=pupil)
        good = Count("pk", filter=Q(attained__gte=Attained.EXPECTED))
        counted = others.order_by().values("subject", "academic_year", "term")
        return [counted.annotate(number=Count("pk"), expected=good)]

    return Together(build, school=UUID, pupil=UUID, first=int, last=int)


def _term_key(row: AttainmentFigure) -> tuple:
    return row.subject, row.academic_year, row.term


def _peer_words(peers: Peers | None) -> str:
    if peers is None or peers.number < PEERS_AT_LEAST:
        return ""
    return f". Of {peers.number} others in the year, {peers.expected} are at expected or above"


def _sen(status, due) -> list[Fact]:
    if not status:
        return [Fact("SEN status", "Not on the SEND register", P.VIEW_NEEDS)]
    row = status[0]
    words = f"{row.get_status_display()} since {full_day_words(row.starts_on)}"
    lines = [Fact("SEN status", words, P.VIEW_NEEDS)]
    lines += [
        Fact("Next annual review", f"by {full_day_words(each.due_on)}", each.permission)
        for each in due
    ]
    return lines


def _uses(school: UUID, pep: UUID) -> QuerySet:
    """Uses of pupil premium plus for the targets of the plan."""
    targets = PepTarget.objects.filter(school_id=school, pep_id=pep).order_by().values("target")
    rows = PremiumRequest.objects.filter(school_id=school, target__in=targets)
    return rows.annotate(spent=Coalesce(Sum("costs__pence"), 0))


def _use(row: PremiumRequest) -> str:
    sums = f"planned {in_pounds(row.planned_pence)}, spent {in_pounds(row.spent)}"
    judged = f". {row.get_impact_display()}" if row.impact else ""
    return f"{row.get_state_display()}, {sums}{judged}"


def _wellbeing(totals: Iterable[SdqTotal]) -> list[Fact]:
    """The two last totals, the later first."""
    return [
        Fact(
            "SDQ total",
            f"{row.total} of {HIGHEST_TOTAL} on {full_day_words(row.answered_on)}, "
            f"answered by: {row.get_answered_by_display().lower()}",
            P.READ_CARE,
        )
        for row in totals
    ]


def cut(facts: Iterable[Fact], access: Access, school: School) -> list[Fact]:
    """The lines that the asker may read."""
    may = access.permissions_at(school)
    return [fact for fact in facts if not fact.needs or fact.needs in may]
