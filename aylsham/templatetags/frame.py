"""Tags of the page's frame."""

from collections.abc import Iterable
from html import escape

from django import template
from django.conf import settings
from django.template.loader import TemplateDoesNotExist, get_template
from django.utils.safestring import SafeString, mark_safe

from aylsham.frame import Frame, Link
from aylsham.icons import ICONS

register = template.Library()


@register.simple_tag(takes_context=True)
def frame(context) -> Frame:
    """The frame of this page, for the base template."""
    return Frame(context.get("request"))


@register.simple_tag
def links(items: Iterable[Link], current: str = "true") -> SafeString:
    """Items of a list, for a long one: a trust has a hundred schools on every page.

    `current` says what the link is to the page it leads to: "page" for itself.
    """
    mark = f' aria-current="{escape(current)}"'
    return mark_safe(  # noqa: S308 (each value is escaped)
        "".join(
            f'<li><a href="{escape(link.url)}"{mark if link.is_current else ""}>'
            f"{escape(link.label)}</a></li>\n"
            for link in items
        )
    )


@register.simple_block_tag
def capture(content: str) -> SafeString:
    """Keeps what it encloses under a name, so that one block serves title and heading."""
    return mark_safe(content.strip())  # noqa: S308 (rendered and escaped already)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A line drawing; it always stands beside a word, so it is hidden from screen readers."""
    return mark_safe(  # noqa: S308 (a constant of ours)
        f'<svg class="ay-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">{ICONS[name]}</svg>'
    )


@register.simple_tag(takes_context=True)
def demo_banner(context) -> str:
    """What the demonstration has to say on every page; nothing anywhere else."""
    if not settings.DEMO:
        return ""
    try:
        return get_template("demo/banner.html").render(context.flatten(), context.get("request"))
    except TemplateDoesNotExist:
        return ""
