"""The pages about children in care, of a school and of all schools, one beside the other."""

from django.urls import reverse

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.components import Tab

#: Of a school, or of all schools: words, the page of one school, of all, and who opens it.
_SCHOOL = (
    ("Children", "care", "federation_care", Permission.VIEW_CARE),
    ("Watch", "watch", "federation_watch", Permission.VIEW_CARE),
    ("Pupil premium plus", "premium", "federation_premium", Permission.VIEW_PREMIUM),
    ("Meetings", "care_meetings", "", Permission.READ_CARE),
    ("Training", "care_training", "", Permission.VIEW_CARE),
    ("Report to governors", "year_reports", "", Permission.READ_CARE),
)


def parts_of_school(access: Access, here: str) -> list[Tab]:
    """The pages about children in care that the asker may open; `here` is the open one."""
    school = access.school
    pages = [
        (words, reverse(one, args=[school.slug]) if school else reverse(every), one)
        for words, one, every, permission in _SCHOOL
        if access.can(permission) and (school or every)
    ]
    return [Tab(words, url, is_current=name == here) for words, url, name in pages]
