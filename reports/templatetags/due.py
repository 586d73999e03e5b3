"""What pages say of a thing that is due."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from aylsham.templatetags.ui import day
from reports.selectors.due import DueItem

register = template.Library()


@register.simple_tag
def why(item: DueItem, with_legal_day: bool = False) -> SafeString:
    """The rule and the facts behind a day, for a `details` that folds them away."""
    legal = "Advised for" if item.is_advice else "Legal day"
    facts = [*item.facts, *([(legal, item.due_on)] if with_legal_day else ())]
    return format_html(
        '<summary><span class="govuk-visually-hidden">{}: </span>why?</summary>'
        "<div><p>{} · {}</p>{}<dl>{}</dl></div>",
        item.title,
        item.citation,
        item.confidence.words,
        format_html("<p>{}</p>", item.how) if item.how else "",
        format_html_join(
            "",
            "<div><dt>{}</dt><dd>{}</dd></div>",
            ((label, value if isinstance(value, str) else day(value)) for label, value in facts),
        ),
    )
