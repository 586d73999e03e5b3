"""What templates of evidence bundles ask for."""

from django import template

from pupils.selectors.identity import Child
from reports.places import evidence_url

register = template.Library()


@register.filter
def where(key: str, child: Child) -> str:
    """The page of the record on which a piece of evidence stands."""
    return evidence_url(child, key)
