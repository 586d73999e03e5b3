"""A phase leader's half-term: a sample drawn, one paper closed, one with the teacher, one answered."""

import datetime as dt

from aylsham import clock
from aylsham.calendars import calendar_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from provision.models import SampledPaper
from provision.quality_codes import Mark
from provision.rules.checklists import points_of
from provision.selectors.quality import FIRST, half_term_of
from provision.services.quality import draw_sample, look_at, say_improved

YEARS = frozenset({"3", "4"})
#: A week after half-term, and a week after that.
LOOKED, ANSWERED = dt.timedelta(days=7), dt.timedelta(days=14)
TOLD = (
    "Good, and clear to read. Say who helps, and how often in a week.",
    "Good words of the child. Add one measure before Christmas.",
)


def load_quality(school: School, people: dict[str, User]) -> None:
    """Draw the sample of Years 3 and 4 and look at some of it; deterministic."""
    leader, teacher = people["phaselead@demo.example"], people["teacher@demo.example"]
    with school_transaction(school):
        half_term_on = half_term_of(calendar_of(school), clock.today())
        draw_sample(
            school=school,
            years=YEARS,
            half_term_on=half_term_on,
            upto=FIRST,
            on=half_term_on,
            by=leader,
        )
        rows = SampledPaper.objects.filter(school=school).select_related("pupil__school")
        of_teacher = list(rows.filter(teacher=teacher).order_by("kind", "subject_id")[:2])
        others = rows.exclude(pk__in=[row.pk for row in of_teacher]).order_by("kind", "subject_id")
        for row, words in zip(of_teacher, TOLD, strict=False):
            _look(row, words, half_term_on + LOOKED, leader)
        if len(of_teacher) > 1:
            answered = rows.get(pk=of_teacher[0].pk)
            say_improved(
                paper=answered,
                improved="The LSA, three mornings a week. It stands in the plan now.",
                on=half_term_on + ANSWERED,
                by=teacher,
            )
        if closed := others.first():
            _look(closed, "", half_term_on + LOOKED, leader)


def _look(paper: SampledPaper, words: str, on: dt.date, by: User) -> None:
    points = points_of(paper.checklist, paper.kind)
    marks = {point.key: Mark.GOOD.value for point in points}
    if words:
        marks[points[-1].key] = Mark.WEAK.value
    look_at(paper=paper, marks=marks, feedback=words, on=on, by=by)
