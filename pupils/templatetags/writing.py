"""Words of other languages on a page and on paper."""

import re

from django import template

register = template.Library()

#: Numbers in groups, such as a telephone number.
_GROUPS = re.compile(r"\+?\d+(?:[ \u00a0-]\d+)+")
_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"


@register.filter
def numbers_kept(text: str, is_right_to_left: bool) -> str:
    """The text with its telephone numbers from left to right, as everywhere in the world.

    In Arabic or Urdu the groups of a number would otherwise stand in the opposite order.
    """
    if not is_right_to_left:
        return text
    return _GROUPS.sub(lambda found: f"{_LEFT_TO_RIGHT}{found[0]}{_END}", text)
