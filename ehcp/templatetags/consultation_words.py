"""A kept reply to a consultation in words: the same on paper as in the Word file."""

import datetime as dt
from typing import Any

from django import template

from aylsham.datewords import full_day_words
from ehcp.services.consultation_word import facts_of, sections_of, sentences_of

register = template.Library()


@register.filter
def iso_day(value: str) -> str:
    """`3 September 2018` from `2018-09-03`; empty for nothing."""
    return full_day_words(dt.date.fromisoformat(value)) if value else ""


@register.filter
def reply_facts(content: dict[str, Any]) -> list[tuple[str, str]]:
    """What the reply is about."""
    return facts_of(content)


@register.filter
def reply_sections(content: dict[str, Any]) -> list[tuple[str, str]]:
    """Headings and words."""
    return sections_of(content)


@register.filter
def figure_sentences(facts: dict[str, Any]) -> list[str]:
    """What the school's figures say besides the table."""
    return sentences_of(facts)
