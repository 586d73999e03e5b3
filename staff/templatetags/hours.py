"""Minutes as people say them."""

from django import template

register = template.Library()


@register.filter
def hours(minutes: int | None) -> str:
    """`0`, `45 min`, `1 h`, `12 h 30`."""
    if not minutes:
        return "0"
    whole, rest = divmod(minutes, 60)
    if not whole:
        return f"{rest} min"
    return f"{whole:,} h {rest:02}" if rest else f"{whole:,} h"


@register.filter
def share(value: float | None) -> str:
    """`84 %`, or that there are too few to say."""
    return "too few to say" if value is None else f"{value:.0%}".replace("%", " %")
