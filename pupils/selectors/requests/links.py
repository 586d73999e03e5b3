"""The bundle behind a secret address."""

from dataclasses import dataclass

from pupils.models import Disclosure, RecordsLink
from pupils.selectors.secret_addresses import behind


@dataclass(frozen=True)
class Given:
    """A live secret address and the bundle behind it."""

    link: RecordsLink
    bundle: Disclosure


def find_given(secret: str) -> Given | None:
    """The bundle behind a secret address, if it still works and was not taken back."""
    return behind(RecordsLink.objects, secret, _given)


def _given(link: RecordsLink) -> Given | None:
    rows = Disclosure.objects.filter(school_id=link.school_id, pk=link.disclosure_id)
    bundle = (
        rows.filter(locked_at=None, pdf__isnull=False)
        .select_related("case", "case__pupil", "case__contact")
        .defer("pdf")
        .first()
    )
    if bundle is None:
        return None
    bundle.school = link.school
    return Given(link, bundle)
