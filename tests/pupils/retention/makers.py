"""Records at the end of their time."""

import datetime as dt

from aylsham.models import School, User
from pupils.models import Enrolment, Pupil, RetentionDecision
from pupils.services.retention.deciding import confirm_deletions, decide_records
from tests.factories import PupilFactory

#: Kept through 22 November 2026, so today (the 23rd) is the first day of the review.
JUST_OVER = dt.date(1995, 11, 23)


def former(school: School, born_on: dt.date = JUST_OVER, **names) -> Pupil:
    """A child who left long ago."""
    pupil = PupilFactory(school=school, born_on=born_on, **names)
    Enrolment.objects.filter(school=school, pupil=pupil).delete()
    left = dt.date(born_on.year + 11, 7, 20)
    starts = dt.date(born_on.year + 5, 9, 1)
    Enrolment.objects.create(school=school, pupil=pupil, starts_on=starts, ends_on=left)
    return pupil


def proposed(pupil: Pupil, by: User, kind: str = "delete", **facts) -> RetentionDecision:
    """Decided by the first person."""
    facts = {"reason": "No reason to keep it"} | facts
    decide_records(school=pupil.school, pupil_ids=[pupil.pk], kind=kind, by=by, **facts)
    return RetentionDecision.objects.live().get(school=pupil.school, pupil=pupil)


def binned(pupil: Pupil, by: User, head: User) -> RetentionDecision:
    """Confirmed by the second person."""
    row = proposed(pupil, by)
    confirm_deletions(school=pupil.school, decision_ids=[row.pk], by=head)
    row.refresh_from_db()
    return row
