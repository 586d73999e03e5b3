"""What must not stand in the report of a school: names, classes, councils, days of birth."""

from aylsham.models import School
from aylsham.together import read_rows
from lac.models import CarePeriod, CarePerson, CarePlacement, SocialWorkPeriod, YearReport
from lac.rules.traces import Trace, Vocabulary, find_traces, parts_of_name
from pupils.models import ClassGroup, Contact, Pupil

#: Words of a name that name nobody.
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "and", "the", "The", "of"})


def vocabulary_of(school: School) -> Vocabulary:
    """Everything of the school that could lead to a child; one statement."""
    own = {"school": school}
    pupils, contacts, people, placements, classes, care, social = read_rows(
        Pupil.objects.filter(**own),
        Contact.objects.filter(**own),
        CarePerson.objects.filter(**own),
        CarePlacement.objects.filter(**own),
        ClassGroup.objects.filter(**own),
        CarePeriod.objects.filter(**own),
        SocialWorkPeriod.objects.filter(**own),
    )
    known = {row.pupil_id for row in (*care, *social)}
    names = {
        part
        for each in (
            *((p.first_name, p.preferred_first_name, p.last_name) for p in pupils),
            *((c.name,) for c in (*contacts, *people)),
            *((row.with_whom,) for row in placements),
        )
        for part in parts_of_name(*each)
    }
    councils = {row.placing_authority for row in care} | {row.council for row in social}
    return Vocabulary(
        names=frozenset(names) - _TITLES,
        initials=frozenset(
            f"{first[:1]}{p.last_name[:1]}".upper()
            for p in pupils
            if p.pk in known
            for first in (p.first_name, p.preferred_first_name)
            if first and p.last_name
        ),
        groups=frozenset(group.name for group in classes),
        councils=frozenset(councils | {row.council_area for row in placements}) - {""},
        births=frozenset(p.born_on for p in pupils if p.pk in known),
    )


def traces_of(report: YearReport) -> list[Trace]:
    """Everything in the words of a report that could lead to a child."""
    return find_traces(report.words, vocabulary_of(report.school)) if report.words else []


def open_traces(report: YearReport) -> list[Trace]:
    """Those of them of which nobody has said that they lead to no child."""
    return [trace for trace in traces_of(report) if trace.key not in report.answers]
