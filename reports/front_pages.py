"""Which front page somebody gets: the widest of their jobs at the page's schools."""

from collections.abc import Iterable
from enum import StrEnum

from aylsham.access.roles import Role


class FrontPage(StrEnum):
    """A front page, made for one job."""

    DUE = "due"
    PAPERWORK = "paperwork"
    LEADERSHIP = "leadership"
    COMPARED = "compared"
    PHASE = "phase"
    SCHOOLS = "schools"
    MY_CLASS = "my_class"
    MY_CHILDREN = "my_children"
    GOVERNOR = "governor"
    START = "start"


#: The first that fits is theirs.
_JOBS: tuple[tuple[FrontPage, frozenset[Role]], ...] = (
    (FrontPage.DUE, frozenset({Role.SENDCO, Role.FEDERATION_SEND_LEAD})),
    (FrontPage.PAPERWORK, frozenset({Role.ASSISTANT_SENDCO, Role.SEND_ADMINISTRATOR})),
    (FrontPage.LEADERSHIP, frozenset({Role.HEAD, Role.DEPUTY})),
    (FrontPage.DUE, frozenset({Role.DESIGNATED_TEACHER, Role.SAFEGUARDING_LEAD})),
    (FrontPage.PHASE, frozenset({Role.PHASE_LEADER})),
    (
        FrontPage.MY_CLASS,
        frozenset(
            {
                Role.CLASS_TEACHER,
                Role.SUBJECT_LEADER,
                Role.KEY_PERSON,
                Role.COVER,
                Role.TRAINEE,
                Role.HIGHER_LEVEL_ASSISTANT,
            }
        ),
    ),
    (FrontPage.MY_CHILDREN, frozenset({Role.LSA})),
    (FrontPage.SCHOOLS, frozenset({Role.FEDERATION_ADMINISTRATOR})),
    (FrontPage.GOVERNOR, frozenset({Role.GOVERNOR})),
)


def front_page_of(roles: Iterable[Role], *, over_schools: bool = False) -> FrontPage:
    """The front page for somebody with these roles, at one school or over several."""
    held = frozenset(roles)
    if over_schools and Role.FEDERATION_SEND_LEAD in held and Role.SENDCO not in held:
        return FrontPage.COMPARED
    return next((page for page, jobs in _JOBS if jobs & held), FrontPage.START)
