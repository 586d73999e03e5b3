"""The bundle behind a secret address."""

from dataclasses import dataclass

from aylsham import clock
from aylsham.secrets import hash_of
from aylsham.tenancy.row_security import set_schools
from pupils.models import Disclosure, RecordsLink


@dataclass(frozen=True)
class Given:
    """A live secret address and the bundle behind it."""

    link: RecordsLink
    bundle: Disclosure


def find_given(secret: str) -> Given | None:
    """The bundle behind a secret address, if it still works; sets the wall to its one school.

    None alike for an address that never was, has ended or was revoked, and for a bundle that was
    taken back: nobody learns which.
    """
    link = (
        RecordsLink.objects.select_related("school")
        .filter(token_hash=hash_of(secret), revoked_at=None, expires_on__gte=clock.today())
        .first()
    )
    if link is None:
        return None
    set_schools([link.school_id])
    rows = Disclosure.objects.filter(school_id=link.school_id, pk=link.disclosure_id)
    bundle = (
        rows.filter(locked_at=None, pdf__isnull=False)
        .select_related("case", "case__pupil", "case__contact")
        .defer("pdf")
        .first()
    )
    if bundle is None:
        set_schools([])
        return None
    bundle.school = link.school
    return Given(link, bundle)
