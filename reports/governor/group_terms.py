"""Of which terms groups of children are compared: once a school year; pure."""

from collections.abc import Collection
from dataclasses import dataclass

from reports.governor.terms import TermKey


@dataclass(frozen=True)
class GroupTerms:
    """Whether a report prints groups, and beside which other report."""

    is_printed: bool = True
    #: The newest earlier term of which a report printed them.
    before: TermKey | None = None
    #: The term of which a report has them instead.
    elsewhere: TermKey | None = None


def terms_of_groups(printed: Collection[TermKey], key: TermKey) -> GroupTerms:
    """Once a school year, and never of a term before one that has them already."""
    instead = [t for t in printed if t != key and (t.academic_year == key.academic_year or t > key)]
    if instead:
        return GroupTerms(is_printed=False, elsewhere=min(instead))
    return GroupTerms(before=max((t for t in printed if t < key), default=None))
