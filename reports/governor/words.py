"""Numbers as people say them; pure."""

#: Shares that everybody can picture, and how close a share has to be to be called one.
_FRACTIONS = (
    (5.0, "one child in twenty"),
    (10.0, "one child in ten"),
    (12.5, "one child in eight"),
    (16.7, "one child in six"),
    (20.0, "one child in five"),
    (25.0, "one child in four"),
    (33.3, "one child in three"),
    (50.0, "every second child"),
)
_CLOSE = 1.2


def children(count: int) -> str:
    """`no child`, `one child`, `9 children`."""
    return ("no child", "one child")[count] if count < 2 else f"{count:,} children"


def none_or(count: int) -> str:
    """`none`, `one`, `9`: children who have been named already."""
    return ("none", "one")[count] if count < 2 else f"{count:,}"


def share(percent: float | None) -> str:
    """` (24.0%)`; nothing when there is no percentage."""
    return "" if percent is None else f" ({percent:.1f}%)"


def about_one_in(percent: float | None) -> str:
    """`one child in four` for a share close to it, else nothing."""
    if percent is None:
        return ""
    nearest, words = min(_FRACTIONS, key=lambda each: abs(each[0] - percent))
    return words if abs(nearest - percent) <= _CLOSE else ""


def lower(label: str) -> str:
    """A label inside a sentence."""
    return label[:1].lower() + label[1:]
