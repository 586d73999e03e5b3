"""The pictures of an answer, from their codes."""

from collections.abc import Iterable

from django import template

from pupils.symbols import Symbol, pictures_of

register = template.Library()


@register.filter
def as_pictures(codes: Iterable[str]) -> list[Symbol]:
    """What a child chose, to be shown; a code that is no longer ours is passed over."""
    return pictures_of(codes)
