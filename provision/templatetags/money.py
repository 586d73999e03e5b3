"""Pence as pages show them."""

from django import template

register = template.Library()


@register.filter
def pounds(pence: int | None) -> str:
    """`£1,234.56`; empty for None."""
    return "" if pence is None else f"£{pence // 100:,}.{pence % 100:02d}"
