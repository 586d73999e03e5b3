"""Figures of coaching as governors may read them."""

from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.suppression.settings import SMALL
from staff.selectors.coaching import coaching_figures


@dataclass(frozen=True)
class FigurePage:
    """Counts since September in words; one under five is hidden, and so is none."""

    year: str
    lines: tuple[tuple[str, str], ...]


def figure_lines(access: Access) -> FigurePage:
    """What is shown: no sum stands beside its parts, so no hidden count can be worked out."""
    found = coaching_figures(access)
    lines = [
        *found.visits,
        ("Teachers who worked with a coach", found.coached),
        ("Coaching cycles closed with what changed for children", found.closed),
    ]
    shown = ((label, str(n) if n >= SMALL else f"fewer than {SMALL}") for label, n in lines)
    return FigurePage(f"{found.year}/{(found.year + 1) % 100:02}", tuple(shown))
