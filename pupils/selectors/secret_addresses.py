"""What a secret address leads to, before a school is known."""

from collections.abc import Callable

from django.db.models import Manager, QuerySet

from aylsham.tenancy.row_security import set_schools


def behind[Link, Found](
    links: Manager[Link] | QuerySet[Link], secret: str, find: Callable[[Link], Found | None]
) -> Found | None:
    """What `find` makes of the address of this secret; sets the wall to the one school of it.

    None alike for an address that never was, has ended or was revoked, and for what is over, locked
    or closed: nobody learns which.
    """
    link = links.live(secret)
    if link is None:
        return None
    set_schools([link.school_id])
    found = find(link)
    if found is None:
        set_schools([])
    return found
