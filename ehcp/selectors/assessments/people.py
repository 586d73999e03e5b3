"""Whom and what a form about an assessment can name."""

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES
from aylsham.models import User
from pupils.models import Document, Pupil
from pupils.selectors.adults import adults_at

#: Whoever may write cycles knows children well enough to write our advice.
_WRITERS = [role for role, rule in ROLES.items() if Permission.WRITE_CYCLES in rule.permissions]


def writers_at(access: Access) -> list[User]:
    """Colleagues who can write the school's advice, by name."""
    found = adults_at(access.school, today=access.today, roles=_WRITERS)
    return list(dict.fromkeys(adult.user for adult in found))


def documents_of(access: Access, pupil: Pupil) -> list[Document]:
    """Papers on the record that the asker may read, the newest first."""
    rows = Document.objects.visible_to(access).filter(school=access.school, pupil=pupil)
    return list(rows.in_order())
