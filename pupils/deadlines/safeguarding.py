"""What was handed over to the safeguarding lead is due on the day itself."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from pupils.models import HandOver

KINDS = {"hand_over": "Handed over to the safeguarding lead"}
TABLES = (HandOver,)
TITLES = {
    True: "Enter what was handed over in our safeguarding system",
    False: "Read what was handed over to the safeguarding lead",
}


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """What nobody has dealt with yet; it does not lapse when the child leaves."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    rows = HandOver.objects.open().filter(chosen, school=school)
    for row in rows.defer("words", "sealed_values"):
        yield DeadlineFact(
            key=f"hand_over:{row.pk}",
            kind="hand_over",
            title=TITLES[row.seen_at is not None],
            due_on=row.told_on,
            do_by=row.told_on,
            owed_by=Owes.SCHOOL,
            weight=Weight.LAW,
            rule_code="ours.hand_over",
            rule_version="1",
            citation="Education Act 2002 s.175; Keeping children safe in education",
            confidence=Confidence.GUIDANCE,
            how="the day on which it was handed over, holidays included",
            pupil_id=row.pupil_id,
            permission=Permission.RECEIVE_HAND_OVERS,
            facts={"Handed over on": row.told_on.isoformat()},
            action=Action("Open", "hand_over", (str(row.pk),)),
        )
