"""What an EHC plan says the child is given, as it stands beside the passport."""

from collections.abc import Iterator

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from provision.models import Promise
from provision.provision_codes import PromiseSource
from provision.selectors.child_provision import PromiseLine
from pupils.handed_texts import SEALED
from pupils.models import Pupil
from pupils.passport_beside import BesideLine, register_beside


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_beside(by_law)


def by_law(access: Access, pupil: Pupil) -> Iterator[BesideLine]:
    """Section F as it holds today, in the order of the plan; one statement."""
    if Permission.VIEW_NEEDS not in access.permissions_at(pupil.school):
        return
    rows = Promise.objects.filter(
        school_id=pupil.school_id, pupil=pupil, source=PromiseSource.EHCP
    ).live(access.today)
    for row in rows.readable_by(access).order_by("reference", "pk"):
        if SEALED not in row.text:
            yield BesideLine(row.reference, row.text, PromiseLine(row, (), 0).amount_beside)
