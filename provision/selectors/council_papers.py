"""Papers for the council that a worker set."""

from uuid import UUID

from aylsham.access.current import Access
from provision.models import CouncilPaper


def council_paper_of(access: Access, pk: UUID) -> CouncilPaper | None:
    """A paper of the school that the asker asked for."""
    rows = CouncilPaper.objects.filter(school=access.school, asked_by=access.user)
    return rows.filter(pk=pk).first()
