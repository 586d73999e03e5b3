"""A paper for a review meeting: filled from the record, one part with the class teacher."""

import datetime as dt

from django.db.models import Count

from aylsham import clock
from aylsham.access.current import Access, posts_of
from aylsham.calendars import calendar_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import AnnualReview, EhcPlan, ReviewPaperPart
from ehcp.paper_codes import PaperKind
from ehcp.selectors.papers.page import part_of, review_for
from ehcp.services.meetings import plan_review_meeting
from ehcp.services.papers.writing import hand_part_to, start_paper, write_part
from pupils.models import ClassAdult

DAY = dt.timedelta(days=1)
#: In so many days the class teacher's part is wanted, and the meeting is held.
WANTED, MEETING = 7 * DAY, 35 * DAY
WORDS = (
    "What works should stay as it is: short tasks, one step at a time, and the same adult at the "
    "start of each lesson."
)


def load_papers(school: School, people: dict[str, User]) -> None:
    """The assistant SENDCo has begun the school's report for one child with a full plan."""
    with school_transaction(school):
        assistant, today = people["assistant@demo.example"], clock.today()
        access = Access(assistant, today, posts_of(assistant, today=today), school, [school])
        plan = _richest(school)
        if plan is None:
            return
        review = review_for(access, _planned(plan, assistant).pk)
        paper = start_paper(review=review, kind=PaperKind.ADVICE, access=access)
        parts = {row.key: row.pk for row in ReviewPaperPart.objects.filter(paper=paper)}
        helps = part_of(access, parts["helps"]).row
        write_part(part=helps, marks=None, by=assistant, text=WORDS, left_out=[], is_done=True)
        teacher = ClassAdult.objects.filter(
            school=school, class_group_id=plan.pupil.class_group_id, role="class_teacher"
        ).first()
        if teacher:
            hand_part_to(
                part=part_of(access, parts["learning"]).row,
                owner=teacher.user,
                due_on=today + WANTED,
                access=access,
            )


def _richest(school: School) -> EhcPlan | None:
    """The plan of the child with most on the record."""
    counted = (
        EhcPlan.objects.filter(school=school)
        .maintained()
        .annotate(
            size=Count("pupil__strategies", distinct=True)
            + 3 * Count("pupil__targets", distinct=True)
        )
    )
    return counted.select_related("pupil__school").order_by("-size", "pk").first()


def _planned(plan: EhcPlan, by: User) -> AnnualReview:
    """The meeting to come, or one on the first school day after five weeks."""
    known = plan.reviews.filter(is_held=False).first()
    day, calendar = clock.today() + MEETING, calendar_of(plan.school)
    while not calendar.is_open_day(day):
        day += DAY
    return known or plan_review_meeting(plan=plan, meeting_on=day, by=by)
