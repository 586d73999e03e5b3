"""Which steps of a request for money a page offers."""

from django import template

from lac.premium_steps import Step, steps_of
from lac.selectors.premium_lines import UseLine

register = template.Library()


@register.filter
def steps(line: UseLine) -> list[Step]:
    """What may follow, the usual step first; an answer stays once money went or it is judged."""
    is_settled = line.request.is_agreed and (line.costs or line.request.impact)
    return [] if is_settled else steps_of(line.request)
