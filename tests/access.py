"""Who asks, as a page would have it in `request.access`."""

import datetime as dt

from aylsham.access.current import Access, posts_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import set_schools
from tests.factories import TODAY


def access_of(user: User, *schools: School, today: dt.date = TODAY) -> Access:
    """The asker on a page of one school, or of all their schools; sets the wall too."""
    access = Access(user, today, posts_of(user, today=today))
    access.school = schools[0] if len(schools) == 1 else None
    access.schools = list(schools) or access.all_schools
    set_schools(school.pk for school in access.schools)
    return access
