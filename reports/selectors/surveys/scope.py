"""Whom a round asks: children on the SEND register, of the years that were chosen."""

import datetime as dt

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Lower, Trim

from aylsham import clock
from aylsham.codes import TermName
from aylsham.dates import academic_year
from aylsham.models import School, Term
from pupils.models import Contact, Pupil
from reports.governor.terms import TermKey
from reports.models import SurveyInvitee, SurveyRound

#: Kinds of support that fewer families have are not told apart.
ENOUGH_OF_A_KIND = 5
#: Without terms in the calendar: the last month of autumn and of spring.
_AUTUMN_FROM, _SPRING_UNTIL = 9, 4


def term_on(school: School, day: dt.date) -> str:
    """The code of the term in which a day lies, or of the last that began before it."""
    row = Term.objects.filter(school=school, starts_on__lte=day).order_by("-starts_on").first()
    if row is not None and row.academic_year == academic_year(day):
        return TermKey(row.academic_year, TermName(row.name)).code
    spring = TermName.SPRING if day.month <= _SPRING_UNTIL else TermName.SUMMER
    name = TermName.AUTUMN if day.month >= _AUTUMN_FROM else spring
    return TermKey(academic_year(day), name).code


def children_of(round: SurveyRound) -> QuerySet[Pupil]:
    """Children whom a round is about, each with `status`, in the order of the register."""
    rows = Pupil.objects.filter(school=round.school_id).matched().on_roll(clock.today())
    rows = rows.filter(status_periods__ends_on=None, status_periods__isnull=False)
    if round.years:
        rows = rows.filter(year_group__in=round.years)
    return rows.annotate(status=F("status_periods__status")).in_register_order()


def count_children(round: SurveyRound) -> int:
    """How many they are."""
    return children_of(round).count()


def groups_told_apart(round: SurveyRound) -> bool:
    """Whether an answer may say of which kind of support it is: not where one is rare."""
    found = list(children_of(round).values_list("status", flat=True))
    return all(found.count(kind) >= ENOUGH_OF_A_KIND for kind in set(found))


def count_unreached(round: SurveyRound) -> int:
    """Children for whom nobody was asked: no adult on their record may be, or none is there."""
    own = {"school": round.school_id, "round": round}
    asked = SurveyInvitee.objects.filter(**own)
    same = Contact.objects.annotate(mailbox=Lower(Trim("email"))).filter(
        school=round.school_id, pupil=OuterRef("pk"), mailbox__in=asked.values("email")
    )
    reached = Q(pk__in=asked.values("pupil")) | Q(Exists(same.exclude(email="")))
    return children_of(round).exclude(reached).count()


def years_at(school: School) -> list[str]:
    """The years in which children of the school are today."""
    rows = Pupil.objects.filter(school=school).on_roll(clock.today())
    return list(rows.order_by().values_list("year_group", flat=True).distinct())
