"""A paper of a review in words: the same on its page, on paper and in the Word file."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template

from ehcp.paper_forms import PartForm
from ehcp.services.papers.word import facts_of, one_source, own_source

register = template.Library()


@register.filter
def paper_facts(content: dict[str, Any]) -> list[str]:
    """What stands under the title."""
    return facts_of(content)


@register.filter
def own_words_source(part: dict[str, Any]) -> str:
    """Who wrote the own words of a part, and when."""
    return own_source(part)


@register.filter
def source_of_all(part: dict[str, Any]) -> str:
    """Where all lines of a part come from, if they come from one place."""
    return one_source(part)


@register.filter
def nested(lines: Iterable[Any]) -> list[tuple[Any, list[Any]]]:
    """Each line with those that belong under it."""
    found: list[tuple[Any, list[Any]]] = []
    for line in lines:
        under = line["is_under"] if isinstance(line, Mapping) else line.is_under
        if under and found:
            found[-1][1].append(line)
        else:
            found.append((line, []))
    return found


@register.filter
def is_left_out(form: PartForm, key: str) -> bool:
    """Whether a line is ticked to be left out, as the form stands now."""
    return key in (form["left_out"].value() or ())
