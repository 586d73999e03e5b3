"""The class sheet behind a secret address, cut to what its maker may see now and to everyone's text."""

import datetime as dt
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from aylsham import clock
from aylsham.access.current import Access, posts_of
from aylsham.access.permissions import Permission
from aylsham.calendars import calendar_of
from aylsham.models import School
from pupils.models import ClassGroup, SupplyLink
from pupils.selectors.class_sheet import ClassSheet, class_sheet, group_in_reach
from pupils.selectors.secret_addresses import behind

#: A link lasts one of so many school days, counted from today.
DAYS = 5
#: Days after which a school is surely open again.
LONGEST_CLOSURE = 90


@dataclass(frozen=True)
class SupplySheet:
    """A live link and what it shows."""

    link: SupplyLink
    sheet: ClassSheet


def last_days(school: School, today: dt.date) -> list[dt.date]:
    """The days on which a link may end: five school days from today on, the first the usual one."""
    is_open = calendar_of(school).is_open_day
    days = (today + dt.timedelta(days=n) for n in range(LONGEST_CLOSURE))
    return list(islice(filter(is_open, days), DAYS))


def find_supply_sheet(secret: str) -> SupplySheet | None:
    """The sheet behind a secret address, if it still works and its maker still works there.

    Eight statements.
    """
    return behind(SupplyLink.objects.select_related("made_by"), secret, _sheet)


def _sheet(link: SupplyLink) -> SupplySheet | None:
    today = clock.today()
    if not link.made_by.is_active:
        return None
    access = Access(link.made_by, today, posts_of(link.made_by, today=today))
    access.school, access.schools = link.school, [link.school]
    if not access.can(Permission.SHARE_CLASS_SHEET):
        return None
    group = group_in_reach(access, link.class_group_id)
    return SupplySheet(link, class_sheet(access, group, is_paper=True)) if group else None


def live_links(school: School, group: ClassGroup, *, today: dt.date) -> list[SupplyLink]:
    """Links to the sheet of a class that still work, the last to end first."""
    rows = SupplyLink.objects.filter(
        school=school, class_group_id=group.pk, revoked_at=None, expires_on__gte=today
    )
    return list(rows.select_related("made_by").order_by("-expires_on", "-made_at"))


def supply_link_of(school: School, group: ClassGroup, pk: UUID) -> SupplyLink | None:
    """One link to the sheet of this class."""
    return SupplyLink.objects.filter(school=school, class_group_id=group.pk, pk=pk).first()
