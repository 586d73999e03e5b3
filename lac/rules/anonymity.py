"""What may be said of a group of children without telling of one of them; pure.

No count, percentage or sum is ever said: how many, only in fives from five on, and shares only as
“more than half” or not. So every statement fits a group in which nobody is meant, or five or more
are; and two statements, of two years or of two groups, never differ by a count of one to four.
Source: designated teacher guidance (DfE, 2018), with the suppression threshold of the rule book.
"""

from collections.abc import Iterable

#: Of a smaller group nothing is said; it could be nobody as well.
SMALL = 5
WIDTH = 5


def is_small(count: int) -> bool:
    """Whether a group is too small to be told of; nobody at all counts as small."""
    return count < SMALL


def band(count: int) -> str:
    """How many in words: `fewer than five, or none`, `5 to 9`, `10 to 14`."""
    if is_small(count):
        return "fewer than five, or none"
    first = count - count % WIDTH
    return f"{first} to {first + WIDTH - 1}"


def is_more_than_half(flags: Iterable[bool | None]) -> bool | None:
    """Whether it holds for more than half of those of whom it is known.

    None where it is known of too few, so that nothing may be said.
    """
    known = [flag for flag in flags if flag is not None]
    if is_small(len(known)):
        return None
    return 2 * sum(known) > len(known)
