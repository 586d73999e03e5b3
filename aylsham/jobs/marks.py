"""Places at which the tests end a worker, to prove that nothing is lost or done twice."""

from collections.abc import Callable

#: Every place, in the order in which a piece of work passes them.
MARKS = (
    "job written",
    "before the bell",
    "after the bell",
    "task begun",
    "before claim",
    "claimed, uncommitted",
    "claimed",
    "step begun",
    "step written",
    "step kept, uncommitted",
    "step committed",
    "before outside work",
    "after outside work",
    "mail rendered",
    "mail held",
    "mail handed over",
    "mail noted",
    "before finish",
    "finished, uncommitted",
    "finished",
    "missed found",
    "missed rung",
)

_hook: Callable[[str], None] | None = None


def mark(place: str) -> None:
    """Say that a place is passed; nothing happens unless a test listens."""
    if _hook is not None:
        _hook(place)


def listen(hook: Callable[[str], None] | None) -> None:
    """Let a test hear of every place; None ends it."""
    global _hook
    _hook = hook
