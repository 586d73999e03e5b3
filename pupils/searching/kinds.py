"""The kinds of note that the search finds; each floor registers its own."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse

from aylsham.access.current import Access
from aylsham.tenancy.models import SchoolOwned


@dataclass(frozen=True)
class NoteKind:
    """Records whose words are searched: which columns, who may read them, where they stand."""

    key: str
    label: str
    model: type[SchoolOwned]
    #: Columns that are read by the same people.
    texts: tuple[str, ...]
    #: The rows that somebody may read on a page; asked at each search.
    readable: Callable[[Access], QuerySet]
    #: The page on which a note stands; of the child, or of the row whose id `row` names.
    url_name: str
    row: str = ""
    #: The child it is about: a column, or what stands for one.
    pupil: str | Coalesce = "pupil_id"
    #: Whether the page's address begins with the child's.
    is_of_child: bool = True

    def url(self, school_slug: str, pupil_id: UUID, row_id: UUID | None) -> str:
        """Where it stands."""
        args = [
            school_slug,
            *([pupil_id] if self.is_of_child else []),
            *([row_id] if row_id else []),
        ]
        return reverse(self.url_name, args=args)


#: By key, in the order of registering.
NOTE_KINDS: dict[str, NoteKind] = {}


def register_notes(*kinds: NoteKind) -> None:
    """Let the search find these; done once, when an app is loaded."""
    for kind in kinds:
        NOTE_KINDS[kind.key] = kind
