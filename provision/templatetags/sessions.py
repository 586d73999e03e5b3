"""What the forms of the session log need."""

import uuid

from django import template

register = template.Library()


@register.simple_tag
def fresh_key() -> uuid.UUID:
    """A key made where the log is written, so that a log sent twice is one."""
    return uuid.uuid4()
