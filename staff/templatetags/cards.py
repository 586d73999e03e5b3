"""Cards of adaptive teaching: dozens on a page, so they are written here and not by a template."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from aylsham.addresses import row_address
from staff.models import SchoolCard
from staff.selectors.teaching_cards import Card

register = template.Library()


@register.simple_tag
def teaching_card(card: Card, may_keep: bool, may_share: bool, slug: str) -> SafeString:
    """A card: what to do, where it stands, whose it is, the way to change it for who may."""
    title, text = escape(card.title), "<br>".join(escape(card.text).splitlines())
    written = f'<li class="ay-card"><h2 class="govuk-heading-s">{title}</h2><p>{text}</p>'
    if card.link:
        written += (
            f'<p class="ay-small"><a class="govuk-link" href="{escape(card.link)}" '
            f'rel="noreferrer noopener">{escape(card.link_words)}</a></p>'
        )
    if whose := _whose(card):
        written += f'<p><span class="ay-tag">{whose}</span></p>'
    if may_keep and (_is_own(card) or may_share):
        address = row_address("teaching_card_change", slug, card.pk)
        written += (
            f'<p class="ay-small"><a class="govuk-link" href="{address}">Change'
            f'<span class="govuk-visually-hidden"> {title}</span></a></p>'
        )
    return mark_safe(f"{written}</li>")  # noqa: S308 (every value is escaped where it stands)


def _is_own(card: Card) -> bool:
    return isinstance(card, SchoolCard)


def _whose(card: Card) -> str:
    if card.is_retired:
        return "No longer shown to others"
    return "Our own" if _is_own(card) else ""
