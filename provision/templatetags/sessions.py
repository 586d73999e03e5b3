"""What the forms of the session log need; boxes of many children are written in one go."""

import uuid
from functools import lru_cache

from django import template
from django.forms import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from provision.models.sessions import CAME_CHOICES, REASON_CHOICES

register = template.Library()


@register.simple_tag
def fresh_key() -> uuid.UUID:
    """A key made where the log is written, so that a log sent twice is one."""
    return uuid.uuid4()


@register.simple_tag
def taps(box: BoundField) -> SafeString:
    """A tap for each way in which a session can go for a child."""
    form = _taps(str(box.value() or ""))
    return SafeString(form % {"name": box.html_name, "id": box.auto_id})


@register.simple_tag
def reasons(box: BoundField) -> SafeString:
    """The options of why a session was missed."""
    return _reasons(str(box.value() or ""))


@lru_cache(maxsize=8)
def _taps(chosen: str) -> str:
    """For the name of a box and its id, neither of which anybody wrote."""
    form = (
        '<span><input type="radio" name="%(name)s" value="{}" id="%(id)s-{}"{}>'
        '<label for="%(id)s-{}">{}</label></span>'
    )
    rows = (
        (value, value, _mark(value, chosen, "checked"), value, label)
        for value, label in CAME_CHOICES
    )
    return format_html_join("", form, rows)


@lru_cache(maxsize=32)
def _reasons(chosen: str) -> SafeString:
    form = '<option value="{}"{}>{}</option>'
    choices = [("", "Choose"), *REASON_CHOICES]
    rows = ((value, _mark(value, chosen, "selected"), label) for value, label in choices)
    return format_html_join("", form, rows)


def _mark(value: str, chosen: str, word: str) -> SafeString:
    return format_html(" {}", word) if value == chosen else SafeString("")
