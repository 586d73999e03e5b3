"""Which steps of a request for money a page offers."""

from django import template

from lac.models import PremiumRequest
from lac.premium_steps import Step, steps_of

register = template.Library()


@register.filter
def steps(request: PremiumRequest) -> list[Step]:
    """What may follow, the usual step first."""
    return steps_of(request)
