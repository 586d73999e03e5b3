"""What parents' pages make due: sent again before their time is over."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from pupils.models import ParentPage
from pupils.parent_codes import PageScope
from pupils.rules.parents import CITATION, CODE, VERSION

KINDS = {"parent_page": "Parents' pages"}
TABLES = (ParentPage,)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Pages that show everything and that nobody has stopped."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    pages = ParentPage.objects.filter(chosen, school=school, stopped_on=None, scope=PageScope.WHOLE)
    for page in pages:
        yield DeadlineFact(
            key=f"page:{page.pk}",
            kind="parent_page",
            title="Send the parents' page again, or let it end",
            due_on=page.expires_on,
            do_by=calendar.do_by(page.expires_on),
            owed_by=Owes.SCHOOL,
            weight=Weight.OURS,
            rule_code=CODE,
            rule_version=VERSION,
            citation=CITATION,
            confidence=Confidence.WORKING,
            how="half a year after it was sent",
            pupil_id=page.pupil_id,
            lapses_with_roll=True,
            permission=Permission.VIEW_FAMILY_LOG,
            facts={"Sent on": page.sent_on.isoformat()},
            action=Action(
                "Open", "child_parents", (str(page.pupil_id),), Permission.VIEW_FAMILY_LOG
            ),
        )
