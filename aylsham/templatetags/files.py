"""The links by which a list is taken out."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from aylsham.access.permissions import Permission
from aylsham.list_files import KINDS

register = template.Library()


@register.simple_tag(takes_context=True)
def take_out(context) -> SafeString:
    """`Take out as Excel CSV`: what the page shows now, all pages of it; for who may export."""
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    has_file = match is not None and getattr(match.func, "has_file", False)
    if not (has_file and request.access.can(Permission.EXPORT)):
        return SafeString("")
    query = request.GET.copy()
    query.pop("page", None)
    links = []
    for kind, words in KINDS.items():
        query["as"] = kind
        links.append((request.path, query.urlencode(), words))
    return format_html(
        '<p class="ay-row ay-small ay-no-print">Take out as {}</p>',
        format_html_join(" ", '<a class="govuk-link" href="{}?{}">{}</a>', links),
    )
