"""What pages say of a thing that is due."""

import datetime as dt
from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from aylsham import clock
from aylsham.datewords import day_words
from reports.selectors.due import DueItem

register = template.Library()


@register.simple_tag
def why(item: DueItem, with_legal_day: bool = False) -> SafeString:
    """The rule and the facts behind a day, for a `details` that folds them away."""
    legal = "Advised for" if item.is_advice else item.last_day_words.capitalize()
    facts = [*item.facts, *([(legal, item.due_on)] if with_legal_day else ())]
    html = _rule(item.title, item.citation, item.confidence.words, item.how)
    for label, value in facts:
        html += _fact(label, value, clock.today())
    return html + mark_safe("</dl></div>")


# Children of a list share rules and days: each is put into words once.
@lru_cache(maxsize=512)
def _rule(title: str, citation: str, confidence: str, how: str) -> SafeString:
    return format_html(
        '<summary><span class="govuk-visually-hidden">{}: </span>why?</summary>'
        "<div><p>{} · {}</p>{}<dl>",
        title,
        citation,
        confidence,
        format_html("<p>{}</p>", how) if how else "",
    )


@lru_cache(maxsize=2048)
def _fact(label: str, value: dt.date | str, today: dt.date) -> SafeString:
    words = value if isinstance(value, str) else day_words(value, today=today)
    return format_html("<div><dt>{}</dt><dd>{}</dd></div>", label, words)
