"""What must not stand in the report of a school: names, classes, councils, days of birth."""

from uuid import UUID

from django.db.models import QuerySet

from aylsham.models import School
from aylsham.together import Together
from lac.models import CarePeriod, CarePerson, CarePlacement, SocialWorkPeriod, YearReport
from lac.rules.traces import Trace, Vocabulary, find_traces, parts_of_name
from pupils.models import ClassGroup, Contact, Pupil

#: Words of a name that name nobody.
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "and", "the", "The", "of"})


def vocabulary_of(school: School) -> Vocabulary:
    """Everything of the school that could lead to a child; one statement."""
    names, known, groups, councils = _SAID.rows(school=school.pk)
    return Vocabulary(
        names=frozenset(part for each in names for part in parts_of_name(*each)) - _TITLES,
        initials=frozenset(
            f"{first[:1]}{last[:1]}".upper()
            for *firsts, last, _ in known
            for first in firsts
            if first and last
        ),
        groups=frozenset(name for (name,) in groups),
        councils=frozenset(name for (name,) in councils) - {""},
        births=frozenset(born_on for *_, born_on in known),
    )


def _said(school: UUID) -> list[QuerySet]:
    """Names of anybody, children in care, classes, councils: each name once."""
    own = {"school_id": school}
    pupils, care = Pupil.objects.filter(**own), CarePeriod.objects.filter(**own)
    social, homes = (model.objects.filter(**own) for model in (SocialWorkPeriod, CarePlacement))
    in_care = care.order_by().values("pupil").union(social.order_by().values("pupil"))
    firsts = [pupils.order_by().values_list(name) for name in _NAMES]
    others = [
        rows.objects.filter(**own).order_by().values_list("name") for rows in (Contact, CarePerson)
    ]
    return [
        firsts[0].union(*firsts[1:], *others, homes.order_by().values_list("with_whom")),
        pupils.filter(pk__in=in_care).values_list(*_NAMES, "born_on"),
        ClassGroup.objects.filter(**own).values_list("name"),
        care.order_by()
        .values_list("placing_authority")
        .union(
            social.order_by().values_list("council"), homes.order_by().values_list("council_area")
        ),
    ]


_NAMES = ("first_name", "preferred_first_name", "last_name")
_SAID = Together(_said, school=UUID)


def traces_of(report: YearReport) -> list[Trace]:
    """Everything in the words of a report that could lead to a child."""
    return find_traces(report.words, vocabulary_of(report.school)) if report.words else []


def open_traces(report: YearReport) -> list[Trace]:
    """Those of them of which nobody has said that they lead to no child."""
    return [trace for trace in traces_of(report) if trace.key not in report.answers]
