"""Figures of coaching as governors may read them."""

from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.suppression.counts import Counts, Known
from aylsham.suppression.protecting import protect
from aylsham.suppression.settings import USUAL
from staff.selectors.coaching import CoachingFigures, coaching_figures

COACHED = "Teachers who worked with a coach"
CLOSED = "Coaching cycles closed with what changed for children"
HIDDEN = "too few to show"


@dataclass(frozen=True)
class FigurePage:
    """Counts since September in words; one under five is hidden, and so is none."""

    year: str
    lines: tuple[tuple[str, str], ...]


def figure_lines(access: Access) -> FigurePage:
    """What is shown; no sum stands beside its parts."""
    found = coaching_figures(access)
    return FigurePage(f"{found.year}/{(found.year + 1) % 100:02}", shown_lines(found))


def shown_lines(found: CoachingFigures) -> tuple[tuple[str, str], ...]:
    """Each count in words, as the module of published tables lets it be shown.

    A closed cycle has a teacher: closed cycles beside too few teachers would say that there is at
    least one, so they are hidden with them.
    """
    counts = Counts({**dict(found.visits), COACHED: found.coached, CLOSED: found.closed})
    with_them = {CLOSED} if USUAL.is_small(found.coached) else set()
    shown = protect(counts, Known(hidden=frozenset(with_them)))
    return tuple((name, HIDDEN if (n := shown[name]) is None else str(n)) for name in counts.values)
