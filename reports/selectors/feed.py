"""What a person's calendar shows: days on which things are to be done, without names."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from aylsham.access.current import Access, posts_of
from aylsham.access.permissions import Permission
from aylsham.dates import DAY
from aylsham.deadlines.registry import kind_label
from aylsham.models import CalendarFeed, School, Weight
from aylsham.secrets import hash_of
from aylsham.tenancy.row_security import set_schools
from reports.selectors.due import OWNERS
from reports.selectors.due_rows import due_rows

PAST, FUTURE = 60, 400


@dataclass(frozen=True)
class FeedEvent:
    """Alike things of one school on one day."""

    school: School
    kind: str
    owed_by: str
    day: dt.date
    number: int
    last_day: dt.date
    is_advice: bool = False

    @property
    def title(self) -> str:
        """Kind, number and school: never a child."""
        number = f" ({self.number})" if self.number > 1 else ""
        advice = ", advised" if self.is_advice else ""
        return f"{kind_label(self.kind)}{number}{advice}, {self.school.name}"

    @property
    def who(self) -> str:
        """Who owes it, in words."""
        return OWNERS[self.owed_by]


def feed_of(secret: str) -> CalendarFeed | None:
    """The live feed of a secret address."""
    feeds = CalendarFeed.objects.filter(revoked_at=None, user__is_active=True)
    return feeds.select_related("user").filter(token_hash=hash_of(secret)).first()


def feed_access(
    feed: CalendarFeed, *, today: dt.date, needs: Permission = Permission.VIEW_DUE
) -> Access:
    """What the feed's owner may see now at those of its schools where they have a permission.

    Sets the wall too.
    """
    access = Access(feed.user, today, posts_of(feed.user, today=today))
    access.schools = [
        school
        for school in access.schools_with(needs)
        if school.federation_id == feed.federation_id and feed.school_id in (None, school.pk)
    ]
    set_schools(school.pk for school in access.schools)
    return access


def feed_events(access: Access) -> list[FeedEvent]:
    """Everything to be done, two months back and a year ahead; one statement."""
    schools = {school.pk: school for school in access.schools}
    first, last = access.today - PAST * DAY, access.today + FUTURE * DAY
    rows = due_rows(access).filter(do_by__gte=first, do_by__lte=last)
    alike = defaultdict(list)
    for school, kind, who, day, weight, due_on in rows.values_list(
        "school_id", "kind", "owed_by", "do_by", "weight", "due_on"
    ):
        alike[school, kind, who, day, weight == Weight.GUIDANCE].append(due_on)
    return [
        FeedEvent(schools[school], kind, who, day, len(due), min(due), is_advice)
        for (school, kind, who, day, is_advice), due in sorted(
            alike.items(), key=lambda each: each[0][3]
        )
    ]
