"""Pence as pages show them."""

from django import template

from provision.rules.money import in_pounds

register = template.Library()


@register.filter
def pounds(pence: int | None) -> str:
    """`£1,234.56`; empty for None."""
    return "" if pence is None else in_pounds(pence)
