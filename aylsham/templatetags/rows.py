"""A long table: its cells are filled without a template's node for each of them."""

import re
from collections.abc import Iterable
from html import escape
from operator import attrgetter

from django import template
from django.utils.safestring import SafeString, mark_safe

from aylsham.addresses import row_address

register = template.Library()

register.simple_tag(row_address)

_PLACE = re.compile(r"\{([a-z_.]+)\}")


@register.simple_block_tag
def rows(content: str, of: Iterable) -> SafeString:
    """What it encloses, once for each row: `{child.name}` is that attribute of the row, escaped.

    The block itself is rendered once, so what stands in it outside the places is the same for
    every row, and nothing that people wrote may stand there.
    """
    values = [attrgetter(name) for name in _PLACE.findall(content)]
    form = _PLACE.sub("%s", content.replace("%", "%%"))
    return mark_safe(  # noqa: S308 (the form is a template of ours, each value is escaped)
        "".join(form % tuple(_escaped(value(row)) for value in values) for row in of)
    )


def _escaped(value: object) -> str:
    """As Django escapes, without asking whether a text is lazy."""
    return value if isinstance(value, SafeString) else escape(str(value))
