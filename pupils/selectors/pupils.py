"""Small questions about children that forms ask."""

from aylsham.models import School
from pupils.models import Pupil


def is_upn_taken(school: School, upn: str, *, but: Pupil) -> bool:
    """Whether another child of the school has this UPN."""
    return Pupil.objects.matched().filter(school=school, upn=upn).exclude(pk=but.pk).exists()
